package org.orangeline.runtime.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.TimeoutException;
import org.orangeline.events.Service;
import org.orangeline.runtime.Limits;
import org.orangeline.runtime.Model;
import org.orangeline.runtime.View;
import org.orangeline.runtime.kafka.Checkpoints.Checkpoint;
import org.orangeline.runtime.log.LogClients;
import org.orangeline.runtime.log.LogRecord;
import org.orangeline.runtime.log.SequencedLog;

/**
 * Folds a partition up to an instant: all that this service, and those it learns from, recorded by
 * then ({@code ce_time}). It starts from the nearest checkpoint before and reads on in the log. Own
 * and known state are disjoint, so each service's log is read on its own.
 */
final class Past<O, K> {

    private static final Duration ASK = Duration.ofSeconds(60);

    private final Model<?, O, K, ?> model;
    private final SequencedLog log;
    private final Semaphore places = new Semaphore(Limits.LOOKS_BACK_AT_ONCE);

    Past(Model<?, O, K, ?> model, LogClients clients) {
        this.model = model;
        this.log = new SequencedLog(clients, ASK);
    }

    /**
     * @param present bounds what is read: the past holds nothing that the present does not
     * @throws org.apache.kafka.common.KafkaException when the log cannot be read, or too many look
     *     back already
     */
    View<O, K> asOf(Checkpoints<O, K> checkpoints, View<O, K> present, Instant at) {
        if (!places.tryAcquire()) {
            throw new TimeoutException("too many look back at once");
        }
        try {
            var from =
                    checkpoints
                            .latest(at)
                            .filter(checkpoint ->
                                    checkpoint.view().sequence() <= present.sequence())
                            .orElseGet(() -> nothing(present));
            return fold(from, present, at);
        } finally {
            places.release();
        }
    }

    private Checkpoint<O, K> nothing(View<O, K> present) {
        var learned = new TreeMap<String, Long>();
        present.knownThrough().keySet().forEach(service -> learned.put(service, 0L));
        return new Checkpoint<>(
                new View<>(present.partition(), model.emptyOwn(), model.emptyKnown(), 0, learned),
                Instant.MIN,
                Map.of());
    }

    private View<O, K> fold(Checkpoint<O, K> from, View<O, K> present, Instant at) {
        var folding = new Folding(from.view());
        read(model.service(), from, from.view().sequence(), present.sequence(), at, folding::own);
        for (Service upstream : model.upstream()) {
            String id = upstream.id();
            read(
                    upstream,
                    from,
                    from.view().knownThrough().getOrDefault(id, 0L),
                    present.knownThrough().getOrDefault(id, 0L),
                    at,
                    record -> folding.known(upstream, record));
        }
        return new View<>(
                present.partition(),
                folding.own,
                folding.known,
                folding.sequence,
                folding.knownThrough);
    }

    /** Hands on the events of one service in its order, until one is later or the last is done. */
    private void read(
            Service service,
            Checkpoint<O, K> from,
            long after,
            long through,
            Instant at,
            Consumer<LogRecord> next) {
        log.read(
                service.id(),
                ServiceTopics.events(service),
                from.view().partition(),
                new SequencedLog.Stretch(after, through, from.nextOffsets()),
                record -> {
                    if (record.envelope().time().isAfter(at)) {
                        return false; // times never step back within a service's partition
                    }
                    next.accept(record);
                    return true;
                });
    }

    private final class Folding {

        private final TreeMap<String, Long> knownThrough;
        private O own;
        private K known;
        private long sequence;

        Folding(View<O, K> from) {
            this.own = from.own();
            this.known = from.known();
            this.sequence = from.sequence();
            this.knownThrough = new TreeMap<>(from.knownThrough());
        }

        void own(LogRecord record) {
            own = model.evolve(own, record.decode());
            sequence = record.sequence();
        }

        void known(Service upstream, LogRecord record) {
            try {
                known = model.learn(known, record.decode());
            } catch (RuntimeException e) {
                // In quarantine: it changes nothing in the present view either.
                PartitionWorker.LOG.debugf("%s changes nothing", record.place());
            }
            knownThrough.put(upstream.id(), record.sequence());
        }
    }
}
