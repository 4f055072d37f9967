package org.orangeline.launcher.demo;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Many people at work at once, never more than so many. */
final class Crowd {
    private Crowd() {}

    /**
     * Does the work for each item and waits for all.
     *
     * @param workers how many work at once
     * @throws DemoException when the work for an item threw; the others stop after their item
     */
    static <T> void forEach(List<T> items, int workers, Consumer<T> work) {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all =
                    IntStream.range(0, workers)
                            .<Future<?>>mapToObj(
                                    worker -> pool.submit(() -> workThrough(items, next, work)))
                            .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DemoException known
                    ? known
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("interrupted");
        }
    }

    private static <T> void workThrough(List<T> items, AtomicInteger next, Consumer<T> work) {
        for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
            try {
                work.accept(items.get(i));
            } catch (RuntimeException e) {
                next.set(items.size());
                throw e;
            }
        }
    }
}
