package org.orangeline.runtime.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Envelope;
import org.orangeline.events.EventCodec;
import org.orangeline.events.EventType;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Recorded;
import org.orangeline.events.Service;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.KnownThrough;
import org.orangeline.runtime.log.LogRecord;

/**
 * One partition's log of all services, in memory: events are kept as the bytes that would lie in
 * Kafka, with whole envelopes, and come back as a reader would see them.
 */
final class TestLog {

    private static final TestSealer SEALER = new TestSealer();
    private static final String HASH = "0".repeat(64);

    private final List<LogRecord> records = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final Map<Service, LogRecord> last = new EnumMap<>(Service.class);

    TestLog copy() {
        TestLog copy = new TestLog();
        copy.records.addAll(records);
        copy.lines.addAll(lines);
        copy.last.putAll(last);
        return copy;
    }

    /**
     * Records an event and reads it back.
     *
     * @throws AssertionError when it does not survive the wire format
     */
    Recorded<DomainEvent> append(DomainEvent event, Origin origin) {
        EventType type = EventTypes.of(event);
        Service writer = type.writer();
        Envelope envelope =
                new Envelope(
                        uuid("event", records.size()),
                        type.cloudEventType(),
                        writer.id(),
                        event.subject(),
                        origin.time(),
                        type.dataSchema(),
                        sequence(writer) + 1,
                        origin.operation(),
                        origin.actor().text(),
                        origin.commandId(),
                        origin.causationId(),
                        HASH,
                        knownThrough(writer),
                        hash(writer));
        if (!Envelope.from(envelope.headers()).equals(envelope)) {
            throw new AssertionError("the envelope does not survive its headers: " + envelope);
        }
        var record =
                new LogRecord(
                        envelope,
                        type.topic(),
                        0,
                        records.size(),
                        event.subject(),
                        EventCodec.encode(event, SEALER));
        Recorded<DomainEvent> read = record.decode();
        if (!SameValue.same(event, read.event())) {
            throw new AssertionError(
                    "the event does not survive the wire format:\n  written "
                            + event
                            + "\n  read    "
                            + read.event());
        }
        records.add(record);
        lines.add(line(record, event));
        last.put(writer, record);
        return read;
    }

    /** As a reader sees it, each event decoded anew. */
    List<Recorded<DomainEvent>> read() {
        return records.stream().map(LogRecord::decode).toList();
    }

    int size() {
        return records.size();
    }

    private long sequence(Service writer) {
        LogRecord before = last.get(writer);
        return before == null ? 0 : before.sequence();
    }

    private String hash(Service writer) {
        LogRecord before = last.get(writer);
        return before == null ? Envelope.NO_HASH : before.hash();
    }

    private String knownThrough(Service writer) {
        Map<String, Long> others = new TreeMap<>();
        last.forEach((service, record) -> {
            if (service != writer) {
                others.put(service.id(), record.sequence());
            }
        });
        return KnownThrough.text(others);
    }

    /** A made-up id that is the same on every run. */
    static String uuid(String kind, int number) {
        return new UUID(
                        ((long) kind.hashCode() << 32) | 0x8000L,
                        0x8000000000000000L | (number & 0xffffffffL))
                .toString();
    }

    private static String line(LogRecord record, DomainEvent event) {
        Envelope envelope = record.envelope();
        return "  %s %d  %s  %s  %s  %s"
                .formatted(
                        envelope.source(),
                        envelope.sequence(),
                        envelope.time(),
                        envelope.operation(),
                        envelope.actor(),
                        event);
    }

    @Override
    public String toString() {
        return lines.isEmpty()
                ? "  (empty)"
                : lines.stream().collect(Collectors.joining(System.lineSeparator()));
    }

    /** What an envelope says about where an event came from. */
    record Origin(
            String operation, Instant time, Actor actor, String commandId, String causationId) {}
}
