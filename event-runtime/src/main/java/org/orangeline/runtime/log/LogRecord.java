package org.orangeline.runtime.log;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Envelope;
import org.orangeline.events.EnvelopeHeaders;
import org.orangeline.events.EventChain;
import org.orangeline.events.EventCodec;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Recorded;

/**
 * One record of an event topic: its envelope is read, its value not until it is asked for. What is
 * computed once, its hash and its event, is kept as long as the record is.
 */
public final class LogRecord {

    private static final String CONTENT_TYPE = "content-type";
    private static final byte[] JSON = "application/json".getBytes(StandardCharsets.UTF_8);

    private final Envelope envelope;
    private final byte[][] headers;
    private final String topic;
    private final int partition;
    private final long offset;
    private final String key;
    private final byte[] value;
    private @Nullable String hash;
    private @Nullable Recorded<DomainEvent> decoded;

    /** A record as it is going to be written. */
    public LogRecord(
            Envelope envelope, String topic, int partition, long offset, String key, byte[] value) {
        this(envelope, EnvelopeHeaders.write(envelope), topic, partition, offset, key, value);
    }

    private LogRecord(
            Envelope envelope,
            byte[][] headers,
            String topic,
            int partition,
            long offset,
            String key,
            byte[] value) {
        this.envelope = envelope;
        this.headers = headers;
        this.topic = topic;
        this.partition = partition;
        this.offset = offset;
        this.key = key;
        this.value = value;
    }

    /**
     * @throws IllegalArgumentException when a header is missing or malformed, or key or value is
     *     null
     */
    public static LogRecord of(ConsumerRecord<String, byte[]> consumed) {
        if (consumed.key() == null || consumed.value() == null) {
            throw new IllegalArgumentException("an event has a key and a value");
        }
        byte[][] headers = headers(consumed);
        return new LogRecord(
                EnvelopeHeaders.read(headers),
                headers,
                consumed.topic(),
                consumed.partition(),
                consumed.offset(),
                consumed.key(),
                consumed.value());
    }

    // The hash chain covers one text per name.
    private static byte[][] headers(ConsumerRecord<String, byte[]> consumed) {
        byte[][] headers = new byte[EnvelopeHeaders.names().size()][];
        Set<String> others = null;
        for (Header header : consumed.headers()) {
            byte[] text = header.value();
            if (text == null) {
                continue;
            }
            int slot = EnvelopeHeaders.slot(header.key());
            boolean repeated;
            if (slot >= 0) {
                repeated = headers[slot] != null;
                headers[slot] = text;
            } else {
                others = others == null ? new HashSet<>() : others;
                repeated = !others.add(header.key());
            }
            if (repeated) {
                throw new IllegalArgumentException("a header is repeated");
            }
        }
        return headers;
    }

    /** The record to send; its partition is chosen, never computed from the key. */
    public ProducerRecord<String, byte[]> toProducerRecord() {
        var produced = new ProducerRecord<>(topic, partition, key, value);
        for (int slot = 0; slot < headers.length; slot++) {
            produced.headers().add(EnvelopeHeaders.names().get(slot), headers[slot]);
        }
        produced.headers().add(CONTENT_TYPE, JSON);
        return produced;
    }

    /** The same record, where the broker put it. */
    public LogRecord at(long committedOffset) {
        var there = new LogRecord(envelope, headers, topic, partition, committedOffset, key, value);
        there.hash = hash;
        there.decoded = decoded;
        return there;
    }

    public Envelope envelope() {
        return envelope;
    }

    public String topic() {
        return topic;
    }

    public int partition() {
        return partition;
    }

    public long offset() {
        return offset;
    }

    public String key() {
        return key;
    }

    public byte[] value() {
        return value;
    }

    public long sequence() {
        return envelope.sequence();
    }

    /** What the next event of the partition names as its {@code previoushash}. */
    public String hash() {
        String known = hash;
        if (known == null) {
            known = EventChain.hash(topic, key, headers, value);
            hash = known;
        }
        return known;
    }

    /**
     * @throws java.io.UncheckedIOException when the value cannot be read
     */
    public Recorded<DomainEvent> decode() {
        Recorded<DomainEvent> known = decoded;
        if (known == null) {
            known =
                    new Recorded<>(
                            envelope,
                            EventCodec.decode(EventTypes.named(topic), envelope.subject(), value));
            decoded = known;
        }
        return known;
    }

    /**
     * @throws IllegalArgumentException when its headers could not be read back
     */
    public void requireReadable() {
        Envelope unused = EnvelopeHeaders.read(headers);
    }

    /** Does now what would be done later: for a reader whose thread has less to do. */
    public LogRecord readAhead() {
        String unused = hash();
        return decodeAhead();
    }

    /** The same without the hash. What cannot be decoded says so when it is asked for. */
    public LogRecord decodeAhead() {
        try {
            Recorded<DomainEvent> unused = decode();
        } catch (RuntimeException e) {
            decoded = null;
        }
        return this;
    }

    /** Where it lies, for messages. */
    public String place() {
        return topic + "-" + partition + "@" + offset;
    }
}
