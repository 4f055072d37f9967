package org.orangeline.runtime.kafka;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Envelope;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Recorded;
import org.orangeline.events.Service;
import org.orangeline.runtime.Command;
import org.orangeline.runtime.KnownThrough;
import org.orangeline.runtime.Model;
import org.orangeline.runtime.SubjectRef;
import org.orangeline.runtime.View;
import org.orangeline.runtime.log.EventIndex;
import org.orangeline.runtime.log.LogFault;
import org.orangeline.runtime.log.LogRecord;

/**
 * One partition as folded from the log up to a sequence. Only the partition's thread changes it;
 * {@link #view} is for everybody.
 */
final class PartitionState<C extends Command, O, K, E extends DomainEvent> {

    private final Model<C, O, K, E> model;
    private final int partition;
    private final Consumer<SubjectRef> destroyed;
    private final List<String> ownTopics;
    private volatile EventIndex index;
    private final Map<SubjectRef, String> quarantined = new ConcurrentHashMap<>();
    private final TreeMap<String, Long> learned = new TreeMap<>();
    private final TreeMap<String, Long> knownByWriter = new TreeMap<>();
    private final SequencedSet<SubjectRef> touched = new LinkedHashSet<>();

    private final Checkpoints<O, K> checkpoints = new Checkpoints<>();
    private final Map<String, Long> nextOffsets = new HashMap<>();

    private O own;
    private K known;
    private long sequence;
    private String lastHash = Envelope.NO_HASH;
    private String lastKnownThrough = "";
    private Instant lastTime = Instant.EPOCH;
    private Instant lastLearned = Instant.EPOCH;
    private long folded;
    private volatile View<O, K> view;

    /**
     * @param destroyed told of each subject whose key an event destroyed
     */
    PartitionState(
            Model<C, O, K, E> model,
            int partition,
            List<String> ownTopics,
            Consumer<SubjectRef> destroyed) {
        this.model = model;
        this.partition = partition;
        this.destroyed = destroyed;
        this.ownTopics = List.copyOf(ownTopics);
        this.index = new EventIndex(ownTopics);
        this.own = model.emptyOwn();
        this.known = model.emptyKnown();
        for (Service upstream : model.upstream()) {
            learned.put(upstream.id(), 0L);
        }
        this.view = new View<>(partition, own, known, 0, new TreeMap<>(learned));
    }

    /** Forgets everything, to be folded from the log again. */
    void reset() {
        index = new EventIndex(ownTopics);
        own = model.emptyOwn();
        known = model.emptyKnown();
        learned.replaceAll((service, last) -> 0L);
        knownByWriter.clear();
        quarantined.clear();
        touched.clear();
        nextOffsets.clear();
        checkpoints.clear();
        sequence = 0;
        lastHash = Envelope.NO_HASH;
        lastKnownThrough = "";
        lastTime = Instant.EPOCH;
        lastLearned = Instant.EPOCH;
        folded = 0;
        publish();
    }

    /** How far it has come. */
    Takeover.Targets reached() {
        Map<Service, Long> known = new HashMap<>();
        model.upstream().forEach(upstream -> known.put(upstream, learned(upstream)));
        return new Takeover.Targets(sequence, known, 0);
    }

    /**
     * Folds committed events of this service, read from the log.
     *
     * @throws LogFault when the chain is broken or an event cannot be folded
     */
    void apply(List<LogRecord> records) {
        for (LogRecord record : records) {
            if (record.sequence() <= sequence) {
                continue; // this instance wrote it
            }
            if (!record.envelope().previousHash().equals(lastHash)) {
                throw new LogFault("the hash chain is broken before " + record.place());
            }
            Recorded<DomainEvent> recorded = decode(record);
            own = fold(own, recorded, record);
            advance(record);
        }
        publish();
    }

    /** Takes over what a committed transaction of this instance made of the state. */
    void committed(O pending, List<LogRecord> records) {
        own = pending;
        records.forEach(this::advance);
        publish();
    }

    O fold(O state, Recorded<? extends DomainEvent> recorded, LogRecord record) {
        try {
            return model.evolve(state, recorded);
        } catch (RuntimeException e) {
            throw new LogFault("the event at " + record.place() + " cannot be folded", e);
        }
    }

    private void advance(LogRecord record) {
        index.add(record);
        sequence = record.sequence();
        lastHash = record.hash();
        Envelope envelope = record.envelope();
        lastTime = envelope.time();
        count(record);
        if (!envelope.knownThrough().equals(lastKnownThrough)) {
            lastKnownThrough = envelope.knownThrough();
            KnownThrough.parse(lastKnownThrough)
                    .forEach((service, last) -> knownByWriter.merge(service, last, Math::max));
        }
        touched.add(new SubjectRef(envelope.operation(), envelope.subject()));
        if (model.ownConcernsEverybody(EventTypes.named(record.topic()).eventClass())) {
            touchAll();
        }
        destroyKey(record);
    }

    // Also when its value cannot be read: that it was written is enough.
    private void destroyKey(LogRecord record) {
        if (EventTypes.named(record.topic()).destroysKey()) {
            Envelope envelope = record.envelope();
            destroyed.accept(new SubjectRef(envelope.operation(), envelope.subject()));
        }
    }

    /**
     * Folds an event of another service. One that cannot be read or folded holds up its subject
     * only; its sequence counts.
     *
     * @return why it could not be learned, or an empty string
     */
    String learn(Service upstream, LogRecord record) {
        if (record.sequence() <= learned(upstream)) {
            return ""; // learned already
        }
        String reason = "";
        try {
            Recorded<DomainEvent> learnt = record.decode();
            known = model.learn(known, learnt);
            if (model.concernsEverybody(learnt.event())) {
                touchAll();
            }
        } catch (UncheckedIOException e) {
            reason = record.topic() + " cannot be read";
        } catch (RuntimeException e) {
            reason = record.topic() + " cannot be folded: " + e.getClass().getSimpleName();
        }
        Envelope envelope = record.envelope();
        if (!reason.isEmpty()) {
            quarantined.put(new SubjectRef(envelope.operation(), envelope.subject()), reason);
        }
        learned.put(upstream.id(), record.sequence());
        lastLearned = envelope.time().isAfter(lastLearned) ? envelope.time() : lastLearned;
        count(record);
        touched.add(new SubjectRef(envelope.operation(), envelope.subject()));
        destroyKey(record);
        return reason;
    }

    private void count(LogRecord record) {
        nextOffsets.put(record.topic(), record.offset() + 1);
        folded++;
    }

    void publish() {
        view = new View<>(partition, own, known, sequence, new TreeMap<>(learned));
        checkpoints.offer(
                folded,
                () ->
                        new Checkpoints.Checkpoint<>(
                                view,
                                lastTime.isAfter(lastLearned) ? lastTime : lastLearned,
                                nextOffsets));
    }

    /** Where the log goes on behind what is folded, by topic. */
    Map<String, Long> nextOffsets() {
        return Map.copyOf(nextOffsets);
    }

    Checkpoints<O, K> checkpoints() {
        return checkpoints;
    }

    /** After a takeover every subject is looked at again: reactions depend on no offset. */
    void touchAll() {
        try (var subjects = model.subjects(own, known)) {
            subjects.forEach(touched::add);
        }
    }

    /** Subjects to look at although nothing happened to them. */
    void touch(List<SubjectRef> subjects) {
        touched.addAll(subjects);
    }

    /** The next subjects whose reactions are to be asked. */
    List<SubjectRef> takeTouched(int most) {
        List<SubjectRef> taken = touched.stream().limit(most).toList();
        taken.forEach(touched::remove);
        return taken;
    }

    boolean hasTouched() {
        return !touched.isEmpty();
    }

    /** A follower has nothing to react to; the next owner looks at everything. */
    void forgetTouched() {
        touched.clear();
    }

    /** Whether it has learned all that the writer of its last events had learned. */
    boolean knowsWhatWritersKnew() {
        // A service that this version no longer listens to holds up nothing.
        return learned.entrySet().stream()
                .allMatch(entry ->
                        entry.getValue() >= knownByWriter.getOrDefault(entry.getKey(), 0L));
    }

    boolean isQuarantined(SubjectRef subject) {
        return quarantined.containsKey(subject);
    }

    int quarantinedCount() {
        return quarantined.size();
    }

    View<O, K> view() {
        return view;
    }

    O own() {
        return own;
    }

    K known() {
        return known;
    }

    long sequence() {
        return sequence;
    }

    long learned(Service upstream) {
        return learned.getOrDefault(upstream.id(), 0L);
    }

    String knownThrough() {
        return KnownThrough.text(learned);
    }

    String lastHash() {
        return lastHash;
    }

    Instant lastTime() {
        return lastTime;
    }

    EventIndex index() {
        return index;
    }

    private static Recorded<DomainEvent> decode(LogRecord record) {
        try {
            return record.decode();
        } catch (UncheckedIOException e) {
            throw new LogFault("the event at " + record.place() + " cannot be read", e);
        }
    }
}
