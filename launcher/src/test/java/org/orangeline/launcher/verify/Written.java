package org.orangeline.launcher.verify;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Envelope;
import org.orangeline.events.EventCodec;
import org.orangeline.events.EventType;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Service;
import org.orangeline.events.model.Admits;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.placement.FacilityRegistered;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.runtime.Partitions;
import org.orangeline.runtime.log.LogRecord;

/** A sound stretch of placement-service's log, over two topics in turn. */
final class Written {
    private static final Instant START = Instant.parse("2019-03-01T06:00:00Z");

    private Written() {}

    static List<LogRecord> events(int partition, int partitions, int count) {
        return events(partition, partitions, count, partition);
    }

    /**
     * @param home the partition that the operation belongs to
     * @param written the partition that it is written to
     */
    static List<LogRecord> events(int home, int partitions, int count, int written) {
        String operation =
                IntStream.iterate(0, i -> i + 1)
                        .mapToObj(i -> "operation-" + i)
                        .filter(name -> Partitions.of(name, partitions) == home)
                        .findFirst()
                        .orElseThrow();
        List<LogRecord> events = new ArrayList<>();
        String previous = Envelope.NO_HASH;
        for (int sequence = 1; sequence <= count; sequence++) {
            LogRecord event = event(operation, written, sequence, previous);
            previous = event.hash();
            events.add(event);
        }
        return events;
    }

    private static LogRecord event(String operation, int partition, int sequence, String previous) {
        DomainEvent event =
                sequence % 2 == 1
                        ? new FacilityRegistered(
                                "camp-" + sequence,
                                "Camp",
                                FacilityKind.CAMP,
                                40,
                                Admits.EVERYONE,
                                null,
                                null)
                        : new PlacementQuestioned(
                                new UUID(1, sequence),
                                new UUID(2, sequence),
                                "camp-1",
                                List.of("P3"),
                                null);
        EventType type = EventTypes.of(event);
        Envelope envelope =
                new Envelope(
                        new UUID(3, sequence).toString(),
                        type.cloudEventType(),
                        Service.PLACEMENT.id(),
                        event.subject(),
                        START.plusSeconds(sequence),
                        type.dataSchema(),
                        sequence,
                        operation,
                        "human:somebody",
                        "command-" + sequence,
                        "command-" + sequence,
                        "hash",
                        "",
                        previous);
        return new LogRecord(
                envelope,
                type.topic(),
                partition,
                0,
                event.subject(),
                EventCodec.encode(event, null));
    }

    /** The same event with another payload. */
    static LogRecord withValue(LogRecord event, String json) {
        return new LogRecord(
                event.envelope(),
                event.topic(),
                event.partition(),
                event.offset(),
                event.key(),
                json.getBytes(StandardCharsets.UTF_8));
    }
}
