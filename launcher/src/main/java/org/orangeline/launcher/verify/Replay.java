package org.orangeline.launcher.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.events.Service;
import org.orangeline.placement.PlacementModel;
import org.orangeline.placement.questions.RuleHistory;
import org.orangeline.runtime.KnownThrough;
import org.orangeline.runtime.Model;
import org.orangeline.runtime.log.LogRecord;
import org.orangeline.runtime.log.SequencedLog;
import org.orangeline.screening.ScreeningModel;
import org.orangeline.screening.history.ScreeningHistory;

/**
 * A partition of a service again, in the order in which the service learned and wrote: before each
 * event of its own comes what it says that it had learned.
 *
 * @param learn takes what other services wrote
 * @param evolve takes what the service wrote
 * @param moments what came of it by the end of the log
 */
record Replay(
        Model<?, ?, ?, ?> model,
        Consumer<Recorded<DomainEvent>> learn,
        Consumer<Recorded<DomainEvent>> evolve,
        Function<Instant, List<Moment>> moments) {

    static Replay ofScreening() {
        var model = new ScreeningModel();
        var history = new ScreeningHistory(model);
        return new Replay(
                model,
                history::learn,
                history::evolve,
                now -> history.moments(now).stream().map(Moment::of).toList());
    }

    static Replay ofPlacement() {
        var model = new PlacementModel();
        var history = new RuleHistory(model);
        return new Replay(
                model,
                history::learn,
                history::evolve,
                now -> history.moments(now).stream().map(Moment::of).toList());
    }

    /**
     * Reads a partition to where the service had come.
     *
     * @param answer of the service: how far it wrote and had learned
     * @param written takes each record of the service as well
     */
    List<Moment> read(
            SequencedLog log, int partition, JsonNode answer, Consumer<LogRecord> written) {
        Map<Service, PartitionReader> upstream = new EnumMap<>(Service.class);
        for (Service service : model.upstream()) {
            long end = answer.path("knownThrough").path(service.id()).asLong();
            upstream.put(service, new PartitionReader(log, service, partition, end));
        }
        Instant[] last = {Instant.EPOCH};
        long sequence = answer.path("sequence").asLong();
        new PartitionReader(log, model.service(), partition, sequence)
                .through(
                        sequence,
                        record -> {
                            Map<String, Long> knew =
                                    KnownThrough.parse(record.envelope().knownThrough());
                            upstream.forEach((service, reader) ->
                                    reader.through(
                                            knew.getOrDefault(service.id(), 0L), this::learn));
                            written.accept(record);
                            evolve.accept(record.decode());
                            last[0] = record.envelope().time();
                        });
        // What was learned since the last event of its own counts as well.
        upstream.forEach((_, reader) ->
                reader.through(
                        Long.MAX_VALUE,
                        other -> {
                            learn(other);
                            if (other.envelope().time().isAfter(last[0])) {
                                last[0] = other.envelope().time();
                            }
                        }));
        return moments.apply(last[0]);
    }

    // What a service could not read is in quarantine there, and changed nothing.
    private void learn(LogRecord record) {
        Recorded<DomainEvent> recorded;
        try {
            recorded = record.decode();
        } catch (RuntimeException unreadable) {
            return;
        }
        learn.accept(recorded);
    }
}
