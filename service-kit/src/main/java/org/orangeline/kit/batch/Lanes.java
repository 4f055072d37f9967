package org.orangeline.kit.batch;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Works on the pieces of a batch side by side. Pieces that share a tie are worked on one after the
 * other, in the batch's order. A piece whose ties are not known waits for all before it, and all
 * after it wait for it. Outcomes are told in the batch's order, each as soon as it and all before
 * it are known.
 *
 * <p>Behind a piece that stays undone nothing is begun that shares a tie with it, or with a piece
 * that was not begun for that reason: whom it concerns waits, and nobody else. When its ties are
 * not known, or {@link #MOST_IN_A_ROW} stay undone one after the other, nothing more is begun at
 * all.
 *
 * <pre>
 *   piece   ties      waits for
 *   1       a         -
 *   2       b         -
 *   3       a, b      1, 2
 *   4       unknown   1, 2, 3
 *   5       b         4
 * </pre>
 *
 * @param <T> a piece
 * @param <R> its outcome
 */
final class Lanes<T, R> {

    /** Pieces that may be begun while the outcome of one before them is not told yet. */
    static final int MOST_AHEAD = 1_024;

    /**
     * Bytes that those pieces may have together; what they are read into is many times as large.
     */
    static final int MOST_BYTES_AHEAD = 1024 * 1024;

    /** So many that stay undone are no longer those pieces' own fault: nothing works now. */
    static final int MOST_IN_A_ROW = 16;

    /** What is done with a piece. */
    interface Work<T, R> {

        /** In bytes. */
        int size(T piece);

        /** Empty when it may concern anything. */
        Optional<Set<String>> ties(T piece);

        R outcome(T piece);

        /** Whether it has to come again, so that what keeps its order with it does too. */
        boolean isUndone(R outcome);

        /** In place of the outcome of what is not begun. */
        R notTried(T piece);
    }

    /** Who is told. */
    interface Listener<R> {

        /**
         * @param more whether the next outcome is there already
         */
        void told(R outcome, boolean more) throws IOException;
    }

    private final Work<T, R> work;
    private final Semaphore places;
    private final Deque<Begun<R>> untold = new ArrayDeque<>();
    private final Map<String, CompletableFuture<R>> lastWith = new HashMap<>();
    private final List<CompletableFuture<R>> sinceBarrier = new ArrayList<>();
    private CompletableFuture<?> barrier = CompletableFuture.completedFuture(null);
    private final Set<String> undone = ConcurrentHashMap.newKeySet();
    private final AtomicInteger inARow = new AtomicInteger();
    private long bytesAhead;
    private volatile boolean ended;

    private record Begun<R>(CompletableFuture<R> outcome, Set<String> ties, int size) {}

    private Lanes(Work<T, R> work, Semaphore places) {
        this.work = work;
        this.places = places;
    }

    /**
     * Returns when all outcomes are told.
     *
     * @param pieces read one at a time, each when it is its turn
     * @param places one for each piece that is worked on at the same time; batches may share them
     * @throws IOException that of the listener; nothing more was begun after it, and what was under
     *     way has ended
     */
    static <T, R> void run(
            Iterable<T> pieces, Work<T, R> work, Listener<R> listener, Semaphore places)
            throws IOException {
        new Lanes<>(work, places).run(pieces, listener);
    }

    private void run(Iterable<T> pieces, Listener<R> listener) throws IOException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (T piece : pieces) {
                    begin(piece, threads);
                    while (isFarAhead() || isFirstKnown()) {
                        tell(listener);
                    }
                }
                while (!untold.isEmpty()) {
                    tell(listener);
                }
            } finally {
                ended = true;
                // A piece that waits for another one still has to see that this is the end.
                CompletableFuture.allOf(
                                untold.stream()
                                        .map(Begun::outcome)
                                        .toArray(CompletableFuture[]::new))
                        .handle((_, _) -> null)
                        .join();
            }
        }
    }

    private void begin(T piece, ExecutorService threads) {
        Optional<Set<String>> ties = work.ties(piece);
        CompletableFuture<R> done =
                waitsFor(ties).thenApplyAsync(_ -> outcome(piece, ties), threads);
        if (ties.isPresent()) {
            ties.get().forEach(tie -> lastWith.put(tie, done));
            sinceBarrier.add(done);
        } else {
            barrier = done;
            lastWith.clear();
            sinceBarrier.clear();
        }
        Begun<R> begun = new Begun<>(done, ties.orElse(Set.of()), work.size(piece));
        untold.addLast(begun);
        bytesAhead += begun.size();
    }

    private boolean isFarAhead() {
        return untold.size() > MOST_AHEAD || (bytesAhead > MOST_BYTES_AHEAD && untold.size() > 1);
    }

    private CompletableFuture<?> waitsFor(Optional<Set<String>> ties) {
        List<CompletableFuture<?>> before = new ArrayList<>();
        before.add(barrier);
        ties.ifPresentOrElse(
                known ->
                        known.stream()
                                .filter(lastWith::containsKey)
                                .map(lastWith::get)
                                .forEach(before::add),
                () -> before.addAll(sinceBarrier));
        return CompletableFuture.allOf(before.toArray(CompletableFuture[]::new));
    }

    private R outcome(T piece, Optional<Set<String>> ties) {
        places.acquireUninterruptibly();
        try {
            if (ended || isBehindUndone(ties)) {
                // What may concern anybody is overtaken by nothing.
                ended = ended || ties.isEmpty();
                ties.ifPresent(undone::addAll);
                return work.notTried(piece);
            }
            R outcome = work.outcome(piece);
            if (!work.isUndone(outcome)) {
                inARow.set(0);
            } else if (ties.isEmpty() || inARow.incrementAndGet() >= MOST_IN_A_ROW) {
                ended = true;
            } else {
                undone.addAll(ties.get());
            }
            return outcome;
        } finally {
            places.release();
        }
    }

    // What may concern anybody may concern whoever waits.
    private boolean isBehindUndone(Optional<Set<String>> ties) {
        return ties.map(known -> !Collections.disjoint(known, undone))
                .orElseGet(() -> !undone.isEmpty());
    }

    private void tell(Listener<R> listener) throws IOException {
        Begun<R> first = untold.getFirst();
        R outcome = first.outcome().join();
        untold.removeFirst();
        bytesAhead -= first.size();
        first.ties().forEach(tie -> lastWith.remove(tie, first.outcome()));
        listener.told(outcome, isFirstKnown());
    }

    private boolean isFirstKnown() {
        return !untold.isEmpty() && untold.getFirst().outcome().isDone();
    }
}
