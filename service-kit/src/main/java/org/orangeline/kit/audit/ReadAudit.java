package org.orangeline.kit.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.orangeline.kit.rest.PathId;
import org.orangeline.runtime.Partitions;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.runtime.kafka.ServiceTopics;
import org.orangeline.runtime.log.LogClients;
import org.orangeline.runtime.log.WholeTopics;

/** Writes and reads the topic {@code <service>.reads}; its key is the operation. */
@ApplicationScoped
public class ReadAudit {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final MutinyEmitter<byte[]> emitter;
    private final Engine<?, ?, ?, ?> engine;
    private final ObjectMapper mapper;
    private final Reasons reasons;

    ReadAudit(
            @Channel("reads") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> emitter,
            Engine<?, ?, ?, ?> engine,
            ObjectMapper mapper) {
        this.emitter = emitter;
        this.engine = engine;
        this.mapper = mapper;
        this.reasons = new Reasons(engine.keys(), this::partition);
    }

    /** Completes when the broker has it. */
    Uni<Void> write(PersonsRead read) {
        byte[] value;
        try {
            value = mapper.writeValueAsBytes(reasons.seal(read));
        } catch (JsonProcessingException | RuntimeException e) {
            return Uni.createFrom().failure(e);
        }
        var metadata =
                OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(read.operation())
                        .withPartition(partition(read.operation()))
                        .build();
        return emitter.sendMessage(Message.of(value).addMetadata(metadata));
    }

    /**
     * Who read of a person, the latest last.
     *
     * @throws org.apache.kafka.common.KafkaException when the log cannot be read
     */
    List<PersonsRead> of(String operation, String person) {
        // Records of earlier versions have the spelling that the caller used.
        return those(
                operation,
                read -> read.persons().stream().map(PathId::canonical).anyMatch(person::equals));
    }

    /**
     * What agencies asked and were not told, the latest last.
     *
     * @throws org.apache.kafka.common.KafkaException when the log cannot be read
     */
    public List<PersonsRead> refused(String operation) {
        return those(operation, read -> read.refused() != null);
    }

    private List<PersonsRead> those(String operation, Predicate<PersonsRead> wanted) {
        List<PersonsRead> found = new ArrayList<>();
        var topic = new TopicPartition(ServiceTopics.reads(engine.service()), partition(operation));
        WholeTopics.read(
                new LogClients(engine.settings().kafka()),
                Set.of(topic),
                LIMIT,
                record -> {
                    // Another operation may share the partition.
                    if (operation.equals(record.key())) {
                        PersonsRead read = parse(record.value());
                        if (wanted.test(read)) {
                            found.add(reasons.open(read));
                        }
                    }
                });
        return found;
    }

    private PersonsRead parse(byte[] value) {
        try {
            return mapper.readValue(value, PersonsRead.class);
        } catch (IOException e) {
            throw new IllegalStateException("a line of the audit cannot be read");
        }
    }

    private int partition(String operation) {
        return Partitions.of(operation, engine.settings().partitions());
    }
}
