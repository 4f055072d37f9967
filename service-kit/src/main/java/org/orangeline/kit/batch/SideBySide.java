package org.orangeline.kit.batch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Work that waits for a broker more than it computes, so many pieces at a time. */
final class SideBySide {

    private SideBySide() {}

    /**
     * Returns when all of them are done.
     *
     * @throws RuntimeException that of the first piece that failed, after the others have ended
     */
    static <T> void each(int atATime, Collection<T> pieces, Consumer<T> work) {
        var places = new Semaphore(atATime);
        List<CompletableFuture<Void>> begun = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (T piece : pieces) {
                places.acquireUninterruptibly();
                begun.add(
                        CompletableFuture.runAsync(() -> work.accept(piece), threads)
                                .whenComplete((_, _) -> places.release()));
            }
        }
        try {
            begun.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
