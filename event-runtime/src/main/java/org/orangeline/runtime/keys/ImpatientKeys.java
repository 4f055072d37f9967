package org.orangeline.runtime.keys;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A key service that is asked on another thread, so that one that takes a call and never answers
 * holds up the partition's thread once, and not once for each command. From then on whoever needs a
 * key is told at once to come back, until a question is answered in time again.
 */
public final class ImpatientKeys implements KeyService {

    private final KeyService service;
    private final Duration patience;
    private final ExecutorService asking =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("key-service-", 0).factory());
    private volatile boolean slow;
    private @Nullable Future<?> probe;

    /**
     * @param patience how long the first question is waited for
     */
    public ImpatientKeys(KeyService service, Duration patience) {
        this.service = service;
        this.patience = patience;
    }

    @Override
    public void check(String name) {
        service.check(name);
    }

    @Override
    public int current(String name) {
        return ask(() -> service.current(name));
    }

    @Override
    public byte[] wrap(String name, int version, byte[] key) {
        return ask(() -> service.wrap(name, version, key));
    }

    @Override
    public Optional<byte[]> unwrap(String name, int version, byte[] wrapped) {
        return ask(() -> service.unwrap(name, version, wrapped));
    }

    // A rotation is somebody's order, who waits for it.
    @Override
    public int rotate(String name) {
        return service.rotate(name);
    }

    @Override
    public void destroyBefore(String name, int version) {
        service.destroyBefore(name, version);
    }

    private <T> T ask(Callable<T> question) {
        if (slow) {
            probe(question);
            throw new KeyServiceException("the key service does not answer in time");
        }
        Future<T> answer = asking.submit(question);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            slow = true;
            throw new KeyServiceException("the key service does not answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeyServiceException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new KeyServiceException("the key service failed", e);
        }
    }

    // One at a time: the question that would have been asked, for nobody.
    private synchronized void probe(Callable<?> question) {
        if (probe != null && !probe.isDone()) {
            return;
        }
        probe =
                asking.submit(() -> {
                    long before = System.nanoTime();
                    Object unused = question.call();
                    slow = System.nanoTime() - before > patience.toNanos();
                    return unused;
                });
    }
}
