package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Officers who all send commands, each about a person of its own, while something breaks. Half of
 * those who get no answer send the same again until they do; the other half give up, so that nobody
 * ever hears what became of it.
 */
final class Load implements AutoCloseable {

    private static final int OFFICERS = 6;
    private static final long PAUSE_MILLIS = 200;

    private final Supplier<Optional<UUID>> next;
    private final Function<UUID, Optional<Answer>> send;
    private final Map<UUID, Answer> answered = new ConcurrentHashMap<>();
    private final Set<UUID> unanswered = ConcurrentHashMap.newKeySet();
    private final Queue<Answer> unavailable = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger count = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running = true;

    private Load(Supplier<Optional<UUID>> next, Function<UUID, Optional<Answer>> send) {
        this.next = next;
        this.send = send;
    }

    /**
     * @param next whom the next command is about; empty when there is nobody left
     * @param send sends that person's command, the same one each time; empty when the connection
     *     broke
     */
    static Load start(Supplier<Optional<UUID>> next, Function<UUID, Optional<Answer>> send) {
        Load load = new Load(next, send);
        for (int i = 0; i < OFFICERS; i++) {
            load.threads.add(Thread.ofVirtual().start(load::work));
        }
        return load;
    }

    private void work() {
        for (Optional<UUID> person = next.get(); running && person.isPresent(); ) {
            if (!command(person.get(), count.incrementAndGet() % 2 == 0)) {
                unanswered.add(person.get());
            }
            person = next.get();
        }
    }

    private boolean command(UUID person, boolean patient) {
        while (true) {
            Optional<Answer> answer = send.apply(person);
            if (answer.isPresent() && answer.get().status() != 503) {
                answered.put(person, answer.get());
                return true;
            }
            answer.ifPresent(unavailable::add);
            failures.incrementAndGet();
            if (!patient || !running) {
                return false;
            }
            Eventually.pause(PAUSE_MILLIS);
        }
    }

    /** Goes on until so many more have been answered. */
    void awaitMore(int more) {
        int target = answered.size() + more;
        Eventually.holds(more + " more commands are answered", () -> answered.size() >= target);
    }

    /** Goes on until somebody noticed that something is broken. */
    void awaitFailure() {
        int before = failures.get();
        Eventually.holds("a command gets no answer", () -> failures.get() > before);
    }

    /** The answers of 503 so far. */
    List<Answer> unavailable() {
        return List.copyOf(unavailable);
    }

    Map<UUID, Answer> answered() {
        return Map.copyOf(answered);
    }

    /** Everybody stops; nothing is under way any more. */
    Load stop() {
        running = false;
        for (Thread thread : threads) {
            try {
                assertThat(thread.join(Eventually.LIMIT)).as("everybody stops").isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
        return this;
    }

    /**
     * Every accepted command is in the log once, every other one at most once. A patient officer's
     * first attempt may have been the one that was stored, so 200 is as good as 201.
     *
     * @param inTheLog events by person
     */
    void isInTheLog(Map<String, Long> inTheLog) {
        assertThat(answered).isNotEmpty();
        answered.forEach((person, answer) -> {
            assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
            assertThat(inTheLog.get(person.toString()))
                    .as("events about " + person + ", answered " + answer.status())
                    .isEqualTo(1);
        });
        unanswered.forEach(person ->
                assertThat(inTheLog.getOrDefault(person.toString(), 0L))
                        .as("events about " + person + ", of which nobody heard")
                        .isLessThanOrEqualTo(1));
    }

    @Override
    public void close() {
        running = false;
    }
}
