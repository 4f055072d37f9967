package org.orangeline.runtime.kafka;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.orangeline.events.Service;
import org.orangeline.runtime.log.LogRecord;

/** What a partition's thread is given besides commands. */
sealed interface Task {

    /** Committed events of this service, in order. */
    record Apply(List<LogRecord> records) implements Task {}

    /** Committed events of another service, in order. */
    record Learn(Service upstream, List<LogRecord> records) implements Task {}

    /** The partition was given to another instance. */
    record Revoked(CompletableFuture<Void> done) implements Task {}

    /**
     * New keys for an operation.
     *
     * @param done how many persons' keys were wrapped anew
     */
    record RotateKeys(String operation, CompletableFuture<Integer> done) implements Task {}

    /** A reader found the log broken. */
    record Fault(Throwable cause) implements Task {}

    /** Look again. */
    record Wake() implements Task {}
}
