package org.orangeline.runtime.kafka;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Asks again and again whether the master keys can be had, so that readiness says so before the
 * next person arrives whose key cannot be made: a key service that is away, a disk that is full or
 * can only be read, a key folder that is not mounted, a master key that no key here opens, or that
 * an operation needs and that is not there.
 */
final class KeyWatch implements AutoCloseable {

    private final Runnable check;
    private final Duration every;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("key-watch").factory());
    private volatile List<String> findings = List.of();

    /**
     * @param check throws when they cannot be had
     */
    KeyWatch(Runnable check, Duration every) {
        this.check = check;
        this.every = every;
    }

    void start() {
        var unused =
                timer.scheduleWithFixedDelay(
                        this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void look() {
        try {
            check.run();
            findings = List.of();
        } catch (RuntimeException e) {
            if (findings.isEmpty()) {
                PartitionWorker.LOG.errorf("the master keys cannot be had: %s", e.getMessage());
            }
            findings = List.of("the master keys cannot be had: " + e.getMessage());
        }
    }

    /** Empty when they can be had, as far as is known. */
    List<String> findings() {
        return findings;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
