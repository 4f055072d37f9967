package org.orangeline.runtime.kafka;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.DestroysKey;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Envelope;
import org.orangeline.events.EventCodec;
import org.orangeline.events.EventType;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Recorded;
import org.orangeline.runtime.Command;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Limits;
import org.orangeline.runtime.Model;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.SubjectRef;
import org.orangeline.runtime.Submission;
import org.orangeline.runtime.keys.KeyRing;
import org.orangeline.runtime.keys.KeyServiceException;
import org.orangeline.runtime.keys.SealingSession;
import org.orangeline.runtime.log.LogFault;
import org.orangeline.runtime.log.LogRecord;
import org.orangeline.runtime.log.WrittenOrder;

/**
 * The commands of one transaction, each decided on the state after the one before. Everything is
 * immutable underneath: a command that fails leaves no trace, and a transaction that fails is
 * dropped by dropping the batch.
 *
 * <p>Live work folds what it reads back from the encoded bytes, so it cannot differ from a replay.
 */
final class Batch<C extends Command, O, K, E extends DomainEvent> {

    private final Model<C, O, K, E> model;
    private final PartitionState<C, O, K, E> state;
    private final int partition;
    private final SealingSession sealing;
    private final Instant now;
    private final String knownThrough;
    private final Map<Entry<C>, Verdict> verdicts = new LinkedHashMap<>();
    private final Map<String, Entry<C>> wroteById = new HashMap<>();
    private final List<LogRecord> events = new ArrayList<>();
    private final Map<String, byte @Nullable []> keys = new LinkedHashMap<>();

    private O pending;
    private long sequence;
    private String lastHash;

    Batch(
            Model<C, O, K, E> model,
            PartitionState<C, O, K, E> state,
            int partition,
            KeyRing ring,
            Instant clock) {
        this.model = model;
        this.state = state;
        this.partition = partition;
        this.sealing = ring.session(partition);
        this.now = clock.isBefore(state.lastTime()) ? state.lastTime() : clock;
        this.knownThrough = state.knownThrough();
        this.pending = state.own();
        this.sequence = state.sequence();
        this.lastHash = state.lastHash();
    }

    /** Decides one command on top of the batch; never throws for the command's sake. */
    void add(Entry<C> entry) {
        Verdict verdict;
        try {
            verdict = verdict(entry);
        } catch (RuntimeException | StackOverflowError e) {
            verdict = new Verdict.Final(failed(entry, e));
        }
        if (!(verdict instanceof Verdict.Wrote)) {
            sealing.forgetMade();
        }
        verdicts.put(entry, verdict);
    }

    private Outcome failed(Entry<C> entry, Throwable cause) {
        String command = entry.submission().command().getClass().getSimpleName();
        Optional<KeyServiceException> keys = sealing.takeFailure();
        if (keys.isPresent()) {
            PartitionWorker.LOG.errorf("%s has to wait: %s", command, keys.get().getMessage());
            return Outcome.Unavailable.because("the key service cannot be asked");
        }
        PartitionWorker.LOG.errorf(cause, "deciding %s failed", command);
        return new Outcome.Failed("the decision failed", false);
    }

    private Verdict verdict(Entry<C> entry) {
        Submission<C> submission = entry.submission();
        Entry<C> earlier = wroteById.get(submission.commandId());
        if (earlier != null) {
            return repeatInBatch(earlier, entry);
        }
        long inLog = state.index().command(submission.commandId());
        if (inLog > 0) {
            return new Verdict.InLog(inLog, false);
        }
        for (String subject : submission.command().subjects()) {
            if (state.isQuarantined(new SubjectRef(submission.command().operation(), subject))) {
                return new Verdict.Final(
                        Outcome.Unavailable.because(
                                "a record about this subject could not be read and is in"
                                        + " quarantine"));
            }
        }
        Context context = new Context(now, submission.actor(), submission.commandId());
        return switch (model.decide(submission.command(), pending, state.known(), context)) {
            case Decision.Refused<E> refused ->
                    new Verdict.Final(new Outcome.Refused(refused.refusal()));
            case Decision.Accepted<E> accepted -> record(entry, context, accepted.events());
        };
    }

    private Verdict repeatInBatch(Entry<C> earlier, Entry<C> entry) {
        if (!earlier.contentHash().equals(entry.contentHash())) {
            return new Verdict.Final(new Outcome.OtherContent());
        }
        var wrote = (Verdict.Wrote) verdictOf(earlier);
        return new Verdict.Final(new Outcome.Done(wrote.events(), true));
    }

    Verdict verdictOf(Entry<C> entry) {
        Verdict verdict = verdicts.get(entry);
        if (verdict == null) {
            throw new IllegalStateException("every entry of the batch has a verdict");
        }
        return verdict;
    }

    private Verdict record(Entry<C> entry, Context context, List<E> decided) {
        List<byte[]> payloads = new ArrayList<>(decided.size());
        for (E event : decided) {
            payloads.add(payload(entry, event));
        }
        String contentHash = sealing.bound(entry.contentHash());
        List<LogRecord> records = new ArrayList<>(decided.size());
        List<Recorded<? extends DomainEvent>> recorded = new ArrayList<>(decided.size());
        O folded = pending;
        String hash = lastHash;
        for (E event : decided) {
            Envelope envelope =
                    envelope(
                            entry.submission(),
                            context,
                            event,
                            sequence + records.size() + 1,
                            contentHash,
                            hash);
            var record =
                    new LogRecord(
                            envelope,
                            EventTypes.of(event).topic(),
                            partition,
                            -1,
                            event.subject(),
                            payloads.get(records.size()));
            // What could not be read back would stop the partition for good: it is not written.
            record.requireReadable();
            if (record.value().length > Limits.EVENT_BYTES) {
                return new Verdict.Final(
                        new Outcome.Failed(
                                "an event would be larger than " + Limits.EVENT_BYTES + " bytes",
                                true));
            }
            Recorded<DomainEvent> decoded = record.decode();
            folded = state.fold(folded, decoded, record);
            hash = record.hash();
            records.add(record);
            recorded.add(decoded);
        }
        pending = folded;
        lastHash = hash;
        sequence += records.size();
        events.addAll(records);
        destroyKeys(entry.submission().command().operation(), decided);
        keys.putAll(sealing.takeMade());
        wroteById.put(entry.submission().commandId(), entry);
        return new Verdict.Wrote(recorded);
    }

    private void destroyKeys(String operation, List<E> decided) {
        for (E event : decided) {
            if (event instanceof DestroysKey) {
                sealing.destroy(new SubjectRef(operation, event.subject()))
                        .forEach(recordKey -> keys.put(recordKey, null));
            }
        }
    }

    private byte[] payload(Entry<C> entry, E event) {
        EventType type = EventTypes.of(event);
        if (type.writer() != model.service()) {
            throw new LogFault(model.service().id() + " does not write " + type.name());
        }
        return EventCodec.encode(event, sealing.in(entry.submission().command().operation()));
    }

    private Envelope envelope(
            Submission<C> submission,
            Context context,
            E event,
            long eventSequence,
            String contentHash,
            String previousHash) {
        EventType type = EventTypes.of(event);
        Envelope envelope =
                new Envelope(
                        context.newId("event " + eventSequence).toString(),
                        type.cloudEventType(),
                        model.service().id(),
                        event.subject(),
                        now,
                        type.dataSchema(),
                        eventSequence,
                        submission.command().operation(),
                        submission.actor().text(),
                        submission.commandId(),
                        submission.causationId(),
                        contentHash,
                        knownThrough,
                        previousHash);
        return envelope;
    }

    /** Nothing was recorded. */
    boolean isEmpty() {
        return events.isEmpty();
    }

    /**
     * Events first, then their order, then the keys that they are sealed with; null for one that is
     * destroyed.
     */
    List<ProducerRecord<String, byte[]>> toSend() {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        events.forEach(event -> records.add(event.toProducerRecord()));
        if (!events.isEmpty()) {
            String order = ServiceTopics.order(model.service());
            records.add(
                    new ProducerRecord<>(order, partition, null, WrittenOrder.of(events).bytes()));
        }
        String keyTopic = ServiceTopics.keys(model.service());
        keys.forEach((recordKey, key) ->
                records.add(new ProducerRecord<>(keyTopic, partition, recordKey, key)));
        return records;
    }

    List<LogRecord> events() {
        return events;
    }

    Map<String, byte @Nullable []> keys() {
        return keys;
    }

    O pending() {
        return pending;
    }

    Map<Entry<C>, Verdict> verdicts() {
        return verdicts;
    }
}
