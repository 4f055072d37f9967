package org.orangeline.bench.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;

/** Callers, each a virtual thread with a connection of its own. */
public final class Load {
    private static final long RECONNECT_MILLIS = 20;

    private final URI address;
    private final Calls calls;
    private final IntPredicate success;
    private final Latencies latencies = new Latencies();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong lastAnswer = new AtomicLong();

    private Load(URI address, Calls calls, IntPredicate success) {
        this.address = address;
        this.calls = calls;
        this.success = success;
    }

    /**
     * Everybody calls again as soon as there is an answer.
     *
     * @param success which status counts as done
     */
    public static Measured closed(
            URI address, int connections, Duration time, Calls calls, IntPredicate success) {
        Load load = new Load(address, calls, success);
        long start = System.nanoTime();
        long end = start + time.toNanos();
        return load.run(
                connections,
                start,
                () -> {
                    long now = System.nanoTime();
                    return now < end ? now : -1;
                });
    }

    /**
     * Calls are due at a fixed rate, whatever became of those before; a call's time runs from when
     * it was due, also when nobody was free to send it.
     *
     * @param rate calls a second
     * @param connections how many can be under way at once
     */
    public static Measured open(
            URI address,
            double rate,
            int connections,
            Duration time,
            Calls calls,
            IntPredicate success) {
        Load load = new Load(address, calls, success);
        Schedule schedule = new Schedule(System.nanoTime(), rate, time);
        return load.run(connections, schedule.start(), schedule::awaitNext);
    }

    private Measured run(int connections, long start, Due due) {
        lastAnswer.set(start);
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            callers.add(Thread.ofVirtual().name("caller-" + i).start(() -> call(due)));
        }
        for (Thread caller : callers) {
            try {
                caller.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        double seconds = Math.max(1e-9, (lastAnswer.get() - start) / 1e9);
        return new Measured(latencies, failed.get(), seconds);
    }

    private void call(Due due) {
        Connection connection = null;
        try {
            for (long intended = due.next(); intended >= 0; intended = due.next()) {
                Calls.Call call = calls.next(intended);
                try {
                    connection = connection == null ? new Connection(address) : connection;
                    int status = connection.send(call.bytes());
                    answered(call, status, connection.body(), intended);
                } catch (IOException e) {
                    failed.incrementAndGet();
                    if (connection != null) {
                        connection.close();
                    }
                    connection = null;
                    Thread.sleep(RECONNECT_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (connection != null) {
                connection.close();
            }
        }
    }

    private void answered(Calls.Call call, int status, byte[] body, long intended) {
        long now = System.nanoTime();
        lastAnswer.accumulateAndGet(now, Math::max);
        if (success.test(status)) {
            latencies.add(now - intended);
        } else {
            failed.incrementAndGet();
        }
        calls.answered(call, status, body);
    }

    /** When the next call is due; waits until then. */
    private interface Due {
        /** As {@link System#nanoTime()}, or -1 when there is none any more. */
        long next() throws InterruptedException;
    }
}
