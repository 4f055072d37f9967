package org.orangeline.runtime.kafka;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.orangeline.events.Service;
import org.orangeline.runtime.log.LogRecord;

/**
 * What a partition's thread is given besides commands. A round is one reading of the log: what was
 * read before a partition was loaded again counts no more.
 */
sealed interface Task {

    /** Its weight in the queue. */
    default long bytes() {
        return 0;
    }

    private static long bytes(List<LogRecord> records) {
        return records.stream().mapToLong(record -> record.value().length).sum();
    }

    /** Committed events of this service, in order. */
    record Apply(int round, List<LogRecord> records) implements Task {
        @Override
        public long bytes() {
            return Task.bytes(records);
        }
    }

    /** Committed events of another service, in order. */
    record Learn(Service upstream, int round, List<LogRecord> records) implements Task {
        @Override
        public long bytes() {
            return Task.bytes(records);
        }
    }

    /** The partition was given to another instance. */
    record Revoked(CompletableFuture<Void> done) implements Task {}

    /**
     * New keys for an operation.
     *
     * @param done how many persons' keys were wrapped anew
     */
    record RotateKeys(String operation, CompletableFuture<Integer> done) implements Task {}

    /** A reader found the log broken. */
    record Broken(int round, Throwable cause) implements Task {}

    /** Look again. */
    record Wake() implements Task {}
}
