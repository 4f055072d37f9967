package org.orangeline.kit.wiring;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.orangeline.runtime.kafka.QuarantineSink;
import org.orangeline.runtime.log.LogRecord;

/**
 * Sends what cannot be read to the service's quarantine topic, with the reason. The key is the
 * record's place and the topic is compacted, so a replay that meets the record again changes
 * nothing.
 */
@ApplicationScoped
public class Quarantine implements QuarantineSink {

    private static final Logger LOG = Logger.getLogger(Quarantine.class);

    private final MutinyEmitter<byte[]> emitter;

    Quarantine(@Channel("quarantine") MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    @Override
    public void accept(LogRecord record, String reason) {
        var headers = new RecordHeaders();
        record.envelope()
                .headers()
                .forEach((name, text) -> headers.add(name, text.getBytes(StandardCharsets.UTF_8)));
        headers.add("quarantine-reason", reason.getBytes(StandardCharsets.UTF_8));
        var metadata =
                OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(record.place())
                        .withPartition(record.partition())
                        .withHeaders(headers)
                        .build();
        emitter.sendMessage(Message.of(record.value()).addMetadata(metadata))
                .subscribe()
                .with(
                        unused -> {},
                        failure ->
                                LOG.warnf(
                                        "%s could not be put into quarantine: %s",
                                        record.place(), failure.toString()));
    }
}
