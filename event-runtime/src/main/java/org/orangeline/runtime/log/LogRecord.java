package org.orangeline.runtime.log;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Envelope;
import org.orangeline.events.EventChain;
import org.orangeline.events.EventCodec;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Recorded;

/** One record of an event topic: its envelope is read, its value is not yet. */
@SuppressWarnings("ArrayRecordComponent") // a record of the log, never compared
public record LogRecord(
        Envelope envelope, String topic, int partition, long offset, String key, byte[] value) {

    /** What a decoder puts in the place of bytes that are no text. */
    private static final char UNREADABLE = '\uFFFD';

    private static final String CONTENT_TYPE = "content-type";

    /**
     * @throws IllegalArgumentException when a header is missing or malformed, or key or value is
     *     null
     */
    public static LogRecord of(ConsumerRecord<String, byte[]> consumed) {
        if (consumed.key() == null || consumed.value() == null) {
            throw new IllegalArgumentException("an event has a key and a value");
        }
        Map<String, String> headers = new HashMap<>();
        for (Header header : consumed.headers()) {
            if (header.value() != null) {
                String text = new String(header.value(), StandardCharsets.UTF_8);
                // The hash chain covers one readable text per name.
                if (headers.put(header.key(), text) != null || text.indexOf(UNREADABLE) >= 0) {
                    throw new IllegalArgumentException("a header is repeated or is not UTF-8");
                }
            }
        }
        Envelope envelope = Envelope.from(headers);
        return new LogRecord(
                envelope,
                consumed.topic(),
                consumed.partition(),
                consumed.offset(),
                consumed.key(),
                consumed.value());
    }

    /** The record to send; its partition is chosen, never computed from the key. */
    public ProducerRecord<String, byte[]> toProducerRecord() {
        var produced = new ProducerRecord<>(topic, partition, key, value);
        envelope.headers()
                .forEach((name, text) ->
                        produced.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        produced.headers().add(CONTENT_TYPE, "application/json".getBytes(StandardCharsets.UTF_8));
        return produced;
    }

    /** The same record, where the broker put it. */
    public LogRecord at(long committedOffset) {
        return new LogRecord(envelope, topic, partition, committedOffset, key, value);
    }

    public long sequence() {
        return envelope.sequence();
    }

    /** What the next event of the partition names as its {@code previoushash}. */
    public String hash() {
        return EventChain.hash(topic, key, envelope, value);
    }

    /**
     * @throws java.io.UncheckedIOException when the value cannot be read
     */
    public Recorded<DomainEvent> decode() {
        return new Recorded<>(
                envelope, EventCodec.decode(EventTypes.named(topic), envelope.subject(), value));
    }

    /** Where it lies, for messages. */
    public String place() {
        return topic + "-" + partition + "@" + offset;
    }
}
