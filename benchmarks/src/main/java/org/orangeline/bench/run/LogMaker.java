package org.orangeline.bench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.orangeline.bench.load.People;
import org.orangeline.bench.stack.BenchStack;
import org.orangeline.bench.stack.LostException;
import org.orangeline.bench.stack.Progress;
import org.orangeline.events.Service;
import org.orangeline.launcher.Terminal;
import org.orangeline.launcher.keys.Role;
import org.orangeline.launcher.stack.StackSettings;
import org.orangeline.localkafka.Durability;

/**
 * Makes a log of so many events by calling a real stack, so that every event, key and reaction is
 * what it is in life: everybody arrives and gets a line, one in five is screened to a finding, one
 * in ten hands in property. It is kept in its folder and used again.
 */
final class LogMaker {
    private static final double EVENTS_A_PERSON = 2.9;
    private static final int SCREENED_EVERY = 5;
    private static final int PROPERTY_EVERY = 10;
    private static final int WORKERS = 64;
    private static final String DONE = "made.txt";

    private final BenchStack stack;
    private final Terminal terminal;

    private LogMaker(BenchStack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
    }

    /** The stack whose folder has the log. */
    static StackSettings stack(BenchSettings settings) {
        return settings.stack("log-" + settings.events() + "-" + settings.seed());
    }

    /**
     * Makes the log unless it is there.
     *
     * @return how many events it has
     */
    static long require(BenchSettings settings, Terminal terminal) {
        StackSettings folder = stack(settings);
        Path done = folder.data().resolve(DONE);
        try {
            if (!Files.exists(done)) {
                long events;
                StackSettings fast = folder.durability(Durability.REPLICATED);
                try (BenchStack stack = BenchStack.startEmpty(fast, terminal)) {
                    events = new LogMaker(stack, terminal).make(settings);
                }
                Files.writeString(done, Long.toString(events));
            }
            return Long.parseLong(Files.readString(done).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long make(BenchSettings settings) {
        stack.openOperation();
        People source = new People(settings.seed());
        List<People.Person> people = new ArrayList<>();
        long count = Math.max(SCREENED_EVERY, Math.round(settings.events() / EVENTS_A_PERSON));
        for (long i = 0; i < count; i++) {
            people.add(source.next());
        }
        arrive(people);
        // An officer can screen only whom screening-service knows.
        awaitAtLeast("everybody gets a line", this::lines, people.size());
        List<People.Person> some = every(people, SCREENED_EVERY);
        forEach("screening", some, new Officers(stack)::screen);
        forEach("property", every(people, PROPERTY_EVERY), new Officers(stack)::takeProperty);
        return stack.settled();
    }

    private void arrive(List<People.Person> people) {
        String token = Officers.token(stack, Role.INTAKE_OFFICER);
        Bulk bulk = new Bulk(stack.address(Service.INTAKE), Map.of("Authorization", token));
        for (int from = 0; from < people.size(); from += Bulk.MOST) {
            terminal.bar("making a log: arrivals", from, people.size());
            bulk.register(
                    BenchStack.OPERATION,
                    people.subList(from, Math.min(people.size(), from + Bulk.MOST)));
        }
    }

    private static List<People.Person> every(List<People.Person> people, int step) {
        List<People.Person> some = new ArrayList<>();
        for (int i = 0; i < people.size(); i += step) {
            some.add(people.get(i));
        }
        return some;
    }

    private long lines() {
        return Progress.of(stack.address(Service.SCREENING)).sequence();
    }

    private void awaitAtLeast(String what, LongSupplier count, long target) {
        for (long now = count.getAsLong(); now < target; now = count.getAsLong()) {
            terminal.bar("making a log: " + what, now, target);
            pause(200);
        }
    }

    private void forEach(String what, List<People.Person> people, Work work) {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> workers = new ArrayList<>();
            for (int worker = 0; worker < WORKERS; worker++) {
                workers.add(
                        pool.submit(() -> {
                            for (int i = next.getAndIncrement();
                                    i < people.size();
                                    i = next.getAndIncrement()) {
                                work.on(people.get(i));
                                terminal.bar("making a log: " + what, i + 1L, people.size());
                            }
                        }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw new LostException("the log cannot be made: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private interface Work {
        void on(People.Person person);
    }
}
