package org.orangeline.runtime.kafka;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.orangeline.runtime.Limits;

/**
 * What waits for a partition's thread: replayed records and orders of the runtime, whose senders
 * wait when there is too much, and commands, whose senders are told to come back.
 *
 * @param <T> records and orders
 * @param <C> commands
 */
final class Inbox<T, C> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Condition space = lock.newCondition();
    private final Deque<T> tasks = new ArrayDeque<>();
    private final Deque<C> commands = new ArrayDeque<>();
    private final ToLongFunction<T> taskWeight;
    private final ToLongFunction<C> commandWeight;
    private long taskBytes;
    private long commandBytes;
    private boolean closed;

    /**
     * @param taskWeight bytes of one
     * @param commandWeight bytes of one
     */
    Inbox(ToLongFunction<T> taskWeight, ToLongFunction<C> commandWeight) {
        this.taskWeight = taskWeight;
        this.commandWeight = commandWeight;
    }

    private boolean isFull() {
        return tasks.size() >= Limits.QUEUED_BATCHES || taskBytes >= Limits.QUEUED_BYTES;
    }

    /** Waits for space. */
    void put(T task) throws InterruptedException {
        lock.lock();
        try {
            while (isFull() && !closed) {
                space.await();
            }
            if (closed) {
                return; // nobody folds any more
            }
            tasks.addLast(task);
            taskBytes += taskWeight.applyAsLong(task);
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Never waits: for the runtime's own orders. False when nobody will take it. */
    boolean putFirst(T task) {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            tasks.addFirst(task);
            taskBytes += taskWeight.applyAsLong(task);
            arrived.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** From now on nothing is taken in and nobody waits for space; what is there can be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            space.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** False when too many wait already, or nobody will take it. */
    boolean offer(C command) {
        lock.lock();
        try {
            if (closed
                    || commands.size() >= Limits.QUEUED_COMMANDS
                    || commandBytes >= Limits.QUEUED_COMMAND_BYTES) {
                return false;
            }
            commands.addLast(command);
            commandBytes += commandWeight.applyAsLong(command);
            arrived.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until something is there, or for the given time.
     *
     * @param commandsToo whether the caller takes commands now; if not, those that wait already
     *     would only keep it awake
     */
    void await(long millis, boolean commandsToo) throws InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(millis);
        lock.lockInterruptibly();
        try {
            while (left > 0 && tasks.isEmpty() && !(commandsToo && !commands.isEmpty())) {
                left = arrived.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    List<T> tasks() {
        lock.lock();
        try {
            List<T> taken = List.copyOf(tasks);
            tasks.clear();
            taskBytes = 0;
            space.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Takes those that are not to wait any longer, and leaves the others. */
    List<C> commandsThat(Predicate<C> leave) {
        lock.lock();
        try {
            List<C> taken = commands.stream().filter(leave).toList();
            if (!taken.isEmpty()) {
                commands.removeIf(taken::contains);
                taken.forEach(command -> commandBytes -= commandWeight.applyAsLong(command));
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    List<C> commands(int most) {
        lock.lock();
        try {
            List<C> taken = new ArrayList<>(Math.min(most, commands.size()));
            while (taken.size() < most && !commands.isEmpty()) {
                C command = commands.removeFirst();
                commandBytes -= commandWeight.applyAsLong(command);
                taken.add(command);
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
