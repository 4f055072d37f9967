package org.orangeline.runtime.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Service;
import org.orangeline.runtime.Command;
import org.orangeline.runtime.Limits;
import org.orangeline.runtime.Model;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.Submission;
import org.orangeline.runtime.View;
import org.orangeline.runtime.keys.KeyRing;
import org.orangeline.runtime.keys.KeyServiceException;
import org.orangeline.runtime.log.LogRecord;

/**
 * One partition on one instance: a single thread folds the log, takes over when it is assigned, and
 * as the owner decides and commits. While a transaction is in flight commands queue; the next
 * transaction takes all of them. Answers leave after the commit.
 */
final class PartitionWorker<C extends Command, O, K, E extends DomainEvent> implements Runnable {

    static final Logger LOG = Logger.getLogger("org.orangeline.runtime");

    private static final int IDLE_MILLIS = 100;
    private static final Duration RETRY = Duration.ofMillis(250);

    private final Model<C, O, K, E> model;
    private final int partition;
    private final PartitionState<C, O, K, E> state;
    private final Inbox<Task, Entry<C>> inbox = new Inbox<>();
    private final Takeover takeover;
    private final KeyRing ring;
    private final Clock clock;
    private final RuntimeMetrics metrics;
    private final QuarantineSink quarantine;
    private final Reactions<C, O, K, E> reactions;
    private final Unsettled<C> unsettled = new Unsettled<>();

    private volatile Role role = Role.FOLLOWING;
    private final AtomicLong tenure = new AtomicLong();
    private volatile boolean assigned;
    private volatile String fault = "";
    private volatile boolean running = true;
    private volatile int failedTakeovers;
    private @Nullable TransactionalWriter writer;
    private Takeover.@Nullable Targets targets;
    private long notBefore = System.nanoTime();

    PartitionWorker(
            Model<C, O, K, E> model,
            int partition,
            Takeover takeover,
            KeyRing ring,
            Clock clock,
            RuntimeMetrics metrics,
            QuarantineSink quarantine,
            Function<byte[], String> hashing) {
        this.model = model;
        this.partition = partition;
        this.takeover = takeover;
        this.ring = ring;
        this.clock = clock;
        this.metrics = metrics;
        this.quarantine = quarantine;
        this.state =
                new PartitionState<>(
                        model,
                        partition,
                        ServiceTopics.events(model.service()),
                        subject -> ring.destroy(partition, subject));
        this.reactions = new Reactions<>(model, state, hashing);
    }

    /** Waits for space when the partition's thread is behind. */
    void put(Task task) throws InterruptedException {
        inbox.put(task);
    }

    /** False when nobody will take it. */
    boolean order(Task task) {
        return inbox.putFirst(task);
    }

    void assign() {
        assigned = true;
        boolean unused = inbox.putFirst(new Task.Wake());
    }

    /** Completes when the tenure has ended here. */
    CompletableFuture<Void> revoke() {
        assigned = false;
        var done = new CompletableFuture<Void>();
        if (!inbox.putFirst(new Task.Revoked(done))) {
            done.complete(null); // stopped: its tenure has ended already
        }
        return done;
    }

    void stop() {
        running = false;
        boolean unused = inbox.putFirst(new Task.Wake());
    }

    /** Completed after the commit, or at once when this instance does not own the partition. */
    CompletableFuture<Verdict> submit(Submission<C> submission, String contentHash) {
        var entry = new Entry<>(submission, contentHash);
        if (role != Role.LEADING) {
            entry.answer().complete(new Verdict.Final(notHere()));
        } else if (!inbox.offer(entry)) {
            entry.answer()
                    .complete(
                            new Verdict.Final(
                                    Outcome.Unavailable.because("too many commands wait")));
        }
        return entry.answer();
    }

    @Override
    public void run() {
        while (running) {
            try {
                inbox.await(role == Role.LEADING && state.hasTouched() ? 0 : IDLE_MILLIS);
                work(inbox.tasks());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        role = role == Role.STOPPED ? role : Role.FOLLOWING;
        inbox.close();
        inbox.tasks().forEach(this::safely);
        endTenure();
        refuseQueued();
    }

    private void work(List<Task> tasks) {
        tasks.forEach(this::safely);
        try {
            takeOver();
            unsettled.giveUpWhenLate();
            turn();
        } catch (Throwable e) {
            fail(e);
        }
    }

    // Each on its own: an order to give up the partition must not be lost behind a broken record.
    private void safely(Task task) {
        try {
            handle(task);
        } catch (Throwable e) {
            fail(e);
        }
    }

    private void handle(Task task) {
        switch (task) {
            case Task.Apply apply -> {
                if (fault.isEmpty()) {
                    state.apply(apply.records());
                    metrics.replayed(apply.records().size());
                }
            }
            case Task.Learn learn -> {
                if (fault.isEmpty()) {
                    learn(learn.upstream(), learn.records());
                }
            }
            case Task.Revoked revoked -> {
                if (role != Role.STOPPED) {
                    role = Role.FOLLOWING;
                }
                endTenure();
                refuseQueued();
                revoked.done().complete(null);
            }
            case Task.RotateKeys rotate -> rotate(rotate);
            case Task.Fault broken -> fail(broken.cause());
            case Task.Wake unused -> {}
        }
    }

    private void rotate(Task.RotateKeys task) {
        if (role != Role.LEADING) {
            task.done().completeExceptionally(new KeyServiceException("not the owner now"));
            return;
        }
        try {
            var rewrapping = new Rewrapping(ring, partition, ServiceTopics.keys(model.service()));
            task.done().complete(rewrapping.run(task.operation(), writer()));
        } catch (KafkaException e) {
            LOG.warnf("partition %d: keys were not rotated: %s", partition, e.toString());
            task.done().completeExceptionally(new KeyServiceException("the broker failed", e));
            backToFence();
        } catch (RuntimeException e) {
            task.done().completeExceptionally(e);
        }
    }

    private void learn(Service upstream, List<LogRecord> records) {
        for (LogRecord record : records) {
            String reason = state.learn(upstream, record);
            if (!reason.isEmpty()) {
                LOG.warnf("%s goes to quarantine: %s", record.place(), reason);
                report(record, reason);
            }
        }
        metrics.replayed(records.size());
        state.publish();
    }

    // The subject is held up in any case, and the next replay reports it again.
    private void report(LogRecord record, String reason) {
        try {
            quarantine.accept(record, reason);
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s could not be put into quarantine", record.place());
        }
    }

    /** One step of the way from FOLLOWING to LEADING, see {@link Role}. */
    private void takeOver() {
        if (role != Role.LEADING) {
            state.forgetTouched();
            reactions.forget();
        }
        if (!assigned || !fault.isEmpty() || System.nanoTime() < notBefore) {
            return;
        }
        try {
            switch (role) {
                case FOLLOWING -> {
                    takeover.hold(partition);
                    role = Role.FENCING;
                }
                case FENCING -> {
                    if (takeover.mayFence(partition)) {
                        writer = takeover.fence(partition);
                        targets = takeover.targets(partition);
                        role = Role.CATCHING_UP;
                    }
                }
                case CATCHING_UP -> confirmWhenCaughtUp();
                case LEADING, STOPPED -> {}
            }
        } catch (KafkaException e) {
            LOG.warnf("partition %d: takeover failed, trying again: %s", partition, e.toString());
            failedTakeovers++;
            unsettled.giveUp();
            backToFence();
        }
    }

    private void confirmWhenCaughtUp() {
        if (targets == null || writer == null) {
            throw new IllegalStateException("catching up follows the fence");
        }
        if (!targets.reached(state, takeover.keysRead(partition))
                || !state.knowsWhatWritersKnew()) {
            return;
        }
        takeover.announce(writer, partition);
        state.touchAll();
        long unused = tenure.incrementAndGet();
        role = Role.LEADING;
        LOG.infof("partition %d: leading from sequence %d", partition, state.sequence());
        metrics.takeover();
        unsettled.settle(state.index());
    }

    /** One transaction: everything that waits, and what the state calls for. */
    private void turn() {
        if (role != Role.LEADING) {
            refuseQueued();
            return;
        }
        destroyLeftBehind();
        if (role != Role.LEADING) {
            return;
        }
        List<Entry<C>> commands = inbox.commands(Limits.COMMANDS_PER_TRANSACTION);
        try {
            Instant now = now();
            List<Entry<C>> due = reactions.due(now);
            if (commands.isEmpty() && due.isEmpty()) {
                return;
            }
            var batch = new Batch<>(model, state, partition, ring, now);
            // What was due comes before what came later: a duty that ran out is reported as such.
            due.forEach(batch::add);
            commands.forEach(batch::add);
            commit(batch, commands.size());
        } catch (Throwable e) {
            // Nobody waits for an answer that cannot come; after a commit this changes nothing.
            commands.forEach(entry -> entry.answer().complete(new Verdict.Final(notHere())));
            throw e;
        }
    }

    // Keys that an event of another service destroyed: nobody uses them, but the topic still has
    // them.
    private void destroyLeftBehind() {
        Set<String> destroyed = ring.leftBehind(partition);
        if (destroyed.isEmpty()) {
            return;
        }
        try {
            String topic = ServiceTopics.keys(model.service());
            writer().commit(Tombstones.of(topic, partition, destroyed));
            destroyed.forEach(key -> ring.put(partition, key, null));
        } catch (KafkaException e) {
            LOG.warnf("partition %d: keys are not destroyed yet: %s", partition, e.toString());
            metrics.failedCommit();
            backToFence();
        }
    }

    private void commit(Batch<C, O, K, E> batch, int commands) {
        if (writer == null) {
            throw new IllegalStateException("an owner has a writer");
        }
        try {
            if (!batch.isEmpty()) {
                write(batch, commands);
            } else if (commands > 0) {
                // A refusal or a repeat leaves only when this instance still is the owner.
                takeover.confirm(writer);
            }
        } catch (KafkaException e) {
            LOG.warnf("partition %d: a commit failed, asking the log: %s", partition, e.toString());
            drop(batch);
            return;
        }
        batch.verdicts().forEach((entry, verdict) -> entry.answer().complete(verdict));
    }

    private void write(Batch<C, O, K, E> batch, int commands) {
        List<LogRecord> written = new ArrayList<>();
        metrics.commit(
                commands,
                () -> {
                    List<Long> offsets = writer().commit(batch.toSend());
                    for (int i = 0; i < batch.events().size(); i++) {
                        written.add(batch.events().get(i).at(offsets.get(i)));
                    }
                });
        batch.keys().forEach((subject, key) -> ring.put(partition, subject, key));
        state.committed(batch.pending(), written);
    }

    private TransactionalWriter writer() {
        if (writer == null) {
            throw new IllegalStateException("an owner has a writer");
        }
        return writer;
    }

    private void drop(Batch<C, O, K, E> batch) {
        batch.verdicts()
                .forEach((entry, verdict) -> {
                    if (verdict instanceof Verdict.Wrote) {
                        unsettled.add(entry);
                    } else {
                        entry.answer().complete(new Verdict.Final(notHere()));
                    }
                });
        metrics.failedCommit();
        backToFence();
    }

    private void backToFence() {
        closeWriter();
        role = Role.FENCING;
        notBefore = System.nanoTime() + RETRY.toNanos();
        takeover.checkMembership(partition);
    }

    private void refuseQueued() {
        for (Entry<C> entry : inbox.commands(Limits.QUEUED_COMMANDS)) {
            entry.answer().complete(new Verdict.Final(notHere()));
        }
    }

    private Outcome notHere() {
        if (!fault.isEmpty()) {
            return Outcome.Unavailable.because("the partition has stopped: " + fault);
        }
        Optional<String> owner = assigned ? Optional.empty() : takeover.otherOwner(partition);
        return new Outcome.Unavailable(
                "this instance does not own the partition now", Duration.ofSeconds(1), owner);
    }

    private void fail(Throwable cause) {
        if (fault.isEmpty()) {
            fault = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        }
        role = Role.STOPPED;
        LOG.errorf(cause, "partition %d has stopped", partition);
        endTenure();
        refuseQueued();
    }

    private void endTenure() {
        closeWriter();
        unsettled.giveUp();
    }

    private void closeWriter() {
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Optional<String> otherOwner() {
        return assigned ? Optional.empty() : takeover.otherOwner(partition);
    }

    Role role() {
        return role;
    }

    /** How often it came to lead; told before it says that it leads. */
    long tenure() {
        return tenure.get();
    }

    boolean isAssigned() {
        return assigned;
    }

    int failedTakeovers() {
        return failedTakeovers;
    }

    String fault() {
        return fault;
    }

    View<O, K> view() {
        return state.view();
    }

    PartitionState<C, O, K, E> state() {
        return state;
    }
}
