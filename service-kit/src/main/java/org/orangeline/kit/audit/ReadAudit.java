package org.orangeline.kit.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.audit.ReadIndex.Kind;
import org.orangeline.kit.rest.Page;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.runtime.Partitions;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.runtime.kafka.ServiceTopics;
import org.orangeline.runtime.log.LogClients;
import org.orangeline.runtime.log.TopicFollower;

/**
 * Writes and reads the topic {@code <service>.reads}; its key is the operation. The first look
 * begins to read it once; from then on an index of it is kept, and a look reads the lines that it
 * shows.
 */
@ApplicationScoped
public class ReadAudit {

    private static final Logger LOG = Logger.getLogger("org.orangeline.audit");

    /** How long a look waits for the index. The reading goes on, whatever comes of the look. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final MutinyEmitter<byte[]> emitter;
    private final Engine<?, ?, ?, ?> engine;
    private final ObjectMapper mapper;
    private final Reasons reasons;
    private final Purposes purposes;
    private final Gaps gaps = new Gaps();
    private final ReadIndex index = new ReadIndex(ReadIndex.MOST);
    private final TopicFollower follower;
    private final AtomicBoolean following = new AtomicBoolean();

    ReadAudit(
            @Channel("reads") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> emitter,
            Engine<?, ?, ?, ?> engine,
            ObjectMapper mapper) {
        this.emitter = emitter;
        this.engine = engine;
        this.mapper = mapper;
        this.reasons = new Reasons(engine.keys(), this::partition);
        this.purposes = new Purposes(engine.keys(), this::partition);
        this.follower = engine.follower(ServiceTopics.reads(engine.service()), this::take);
    }

    void stop(@Observes ShutdownEvent unused) {
        follower.stop();
    }

    /** Completes when the broker has it. */
    Uni<Void> write(PersonsRead read) {
        List<Uni<Void>> written = new ArrayList<>();
        try {
            for (PersonsRead line : purposes.seal(reasons.seal(read)).lines()) {
                written.add(send(line));
            }
        } catch (JsonProcessingException | RuntimeException e) {
            return Uni.createFrom().failure(e);
        }
        return Uni.join().all(written).andFailFast().replaceWithVoid();
    }

    private Uni<Void> send(PersonsRead line) throws JsonProcessingException {
        var metadata =
                OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(line.operation())
                        .withPartition(partition(line.operation()))
                        .build();
        return emitter.sendMessage(
                Message.of(mapper.writeValueAsBytes(line)).addMetadata(metadata));
    }

    /**
     * Who read of a person, the latest last.
     *
     * @param cursor from the page before, or null
     * @throws org.apache.kafka.common.KafkaException when the log cannot be read
     * @throws ProblemException 503 while the topic is read for the first time
     */
    Page<ReadLine> of(
            String operation, UUID person, @Nullable String cursor, @Nullable Integer limit) {
        return page(
                        operation,
                        person,
                        read ->
                                read.persons().stream()
                                        .anyMatch(one -> person.equals(Kind.person(one))),
                        cursor,
                        limit)
                .map(read -> ReadLine.of(read, person));
    }

    /** What agencies asked and were not told, the latest last; else as {@link #of}. */
    public Page<PersonsRead> refused(
            String operation, @Nullable String cursor, @Nullable Integer limit) {
        return page(operation, Kind.REFUSAL, read -> read.refused() != null, cursor, limit);
    }

    /** The first lines of exports, the latest last; else as {@link #of}. */
    Page<PersonsRead> exports(String operation, @Nullable String cursor, @Nullable Integer limit) {
        return page(operation, Kind.EXPORT, PersonsRead::beginsExport, cursor, limit);
    }

    private Page<PersonsRead> page(
            String operation,
            Object subject,
            Predicate<PersonsRead> wanted,
            @Nullable String cursor,
            @Nullable Integer limit) {
        var pages = new ReadPage(cursor, limit);
        if (following.compareAndSet(false, true)) {
            follower.start();
        }
        if (!follower.catchUp(LIMIT)) {
            throw ProblemException.unavailable(
                    "The audit is being read for the first time since the start; that goes on.");
        }
        var clients = new LogClients(engine.settings().kafka());
        var place = new TopicPartition(ServiceTopics.reads(engine.service()), partition(operation));
        return pages.of(
                index.of(operation, subject),
                clients,
                place,
                // Another operation may share the partition.
                record ->
                        operation.equals(record.key())
                                ? parse(record).filter(wanted).map(this::opened)
                                : Optional.empty());
    }

    private PersonsRead opened(PersonsRead read) {
        return purposes.open(reasons.open(read));
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        gaps.missing(record.partition(), record.offset())
                .ifPresent(from ->
                        LOG.errorf(
                                "lines of the audit are gone: %s-%d from %d to %d",
                                record.topic(), record.partition(), from, record.offset() - 1));
        parse(record)
                .ifPresentOrElse(
                        read -> index.take(record.partition(), record.offset(), read),
                        () ->
                                LOG.errorf(
                                        "the line of the audit at %s-%d/%d cannot be read; the"
                                                + " others are",
                                        record.topic(), record.partition(), record.offset()));
    }

    // One line that is broken hides none of the others.
    private Optional<PersonsRead> parse(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.ofNullable(mapper.readValue(record.value(), PersonsRead.class));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private int partition(String operation) {
        return Partitions.of(operation, engine.settings().partitions());
    }
}
