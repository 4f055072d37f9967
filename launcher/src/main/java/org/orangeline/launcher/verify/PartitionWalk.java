package org.orangeline.launcher.verify;

import java.io.UncheckedIOException;
import java.time.Instant;
import org.orangeline.events.Envelope;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Service;
import org.orangeline.runtime.Partitions;
import org.orangeline.runtime.log.LogRecord;

/** Looks at the events of one service's partition in their order. */
final class PartitionWalk {
    private final Service service;
    private final int partition;
    private final int partitions;
    private final Findings findings;
    private final Heads heads;
    private String lastHash = Envelope.NO_HASH;
    private Instant lastTime = Instant.MIN;

    PartitionWalk(Service service, int partition, int partitions, Findings findings, Heads heads) {
        this.service = service;
        this.partition = partition;
        this.partitions = partitions;
        this.findings = findings;
        this.heads = heads;
    }

    void next(LogRecord event) {
        Envelope envelope = event.envelope();
        findings.event();
        if (!envelope.previousHash().equals(lastHash)) {
            findings.fault(event.place(), "the chain is broken: not the hash of the event before");
        }
        if (envelope.time().isBefore(lastTime)) {
            findings.fault(event.place(), "its time lies before the event before");
        }
        if (!envelope.source().equals(service.id())) {
            findings.fault(event.place(), "was not written by " + service.id());
        }
        if (!envelope.type().equals(EventTypes.named(event.topic()).cloudEventType())) {
            findings.fault(event.place(), "lies in the wrong topic");
        }
        if (!event.key().equals(envelope.subject())) {
            findings.fault(event.place(), "its key is not its subject");
        }
        if (Partitions.of(envelope.operation(), partitions) != partition) {
            findings.fault(event.place(), "lies in the wrong partition for its operation");
        }
        try {
            event.decode();
            PayloadSchemas.firstError(EventTypes.named(event.topic()), event.value())
                    .ifPresent(
                            error -> findings.fault(event.place(), "against its schema: " + error));
        } catch (UncheckedIOException e) {
            findings.fault(event.place(), String.valueOf(e.getMessage()));
        }
        heads.passed(service, partition, event, findings);
        lastHash = event.hash();
        lastTime = envelope.time();
    }
}
