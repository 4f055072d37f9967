package org.orangeline.runtime.toy;

import java.time.Instant;
import java.util.UUID;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Envelope;
import org.orangeline.events.EventCodec;
import org.orangeline.events.EventType;
import org.orangeline.events.EventTypes;
import org.orangeline.runtime.log.LogRecord;
import org.orangeline.runtime.scenario.TestSealer;

/** Records as another writer would have made them, true or false. */
public record ToyRecords(String operation, int partition, String knownThrough) {

    /** An event at a place in the log. */
    public LogRecord record(
            DomainEvent event, long sequence, long offset, UUID commandId, String previousHash) {
        EventType type = EventTypes.of(event);
        Envelope envelope =
                new Envelope(
                        new UUID(0x7000L, 0x8000000000000000L | sequence).toString(),
                        type.cloudEventType(),
                        type.writer().id(),
                        event.subject(),
                        Instant.parse("2019-03-01T12:00:00Z"),
                        type.dataSchema(),
                        sequence,
                        operation,
                        "human:somebody",
                        commandId.toString(),
                        commandId.toString(),
                        "hash",
                        knownThrough,
                        previousHash);
        return new LogRecord(
                envelope,
                type.topic(),
                partition,
                offset,
                event.subject(),
                EventCodec.encode(event, new TestSealer()));
    }
}
