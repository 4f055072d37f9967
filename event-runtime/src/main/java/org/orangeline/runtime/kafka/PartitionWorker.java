package org.orangeline.runtime.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Service;
import org.orangeline.runtime.Command;
import org.orangeline.runtime.Limits;
import org.orangeline.runtime.Model;
import org.orangeline.runtime.Outcome;
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
    private static final Duration CLOCK_RETRY = Duration.ofSeconds(5);

    private final Model<C, O, K, E> model;
    private final int partition;
    private final PartitionState<C, O, K, E> state;
    private final Inbox<Task, Entry<C>> inbox = new Inbox<>(Task::bytes, Entry::bytes);
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
    private volatile boolean settled;
    private volatile boolean holding;
    private final Fault fault = new Fault();
    private final ClockWatch clockWatch;
    private final IntConsumer reread;
    private @Nullable CompletableFuture<Boolean> membership;
    private int round;
    private Takeover.@Nullable Targets before;
    private volatile boolean running = true;
    private volatile int failedTakeovers;
    private final PartitionWriter<C, O, K, E> writer;
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
            Function<byte[], String> hashing,
            ClockWatch clockWatch,
            IntConsumer reread,
            KeyRoll roll) {
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
                        owner -> ring.destroy(partition, owner));
        this.clockWatch = clockWatch;
        this.reread = reread;
        this.writer =
                new PartitionWriter<>(
                        model.service(), partition, state, takeover, ring, metrics, roll);
        this.reactions = new Reactions<>(model, state, metrics, hashing);
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

    /**
     * Completed after the commit, or at once when another instance owns the partition. While it is
     * being settled who does, a command waits.
     */
    CompletableFuture<Verdict> submit(Entry<C> entry) {
        if (isElsewhere()) {
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
                boolean leading = role == Role.LEADING;
                inbox.await(leading && state.hasTouched() ? 0 : IDLE_MILLIS, leading);
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
            reloadWhenDue();
            healWhenAsFarAsBefore();
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
                if (!fault.isStopped() && apply.round() == round) {
                    state.apply(apply.records());
                    metrics.replayed(apply.records().size());
                    healWhenAsFarAsBefore();
                }
            }
            case Task.Learn learn -> {
                if (!fault.isStopped() && learn.round() == round) {
                    learn(learn.upstream(), learn.records());
                    healWhenAsFarAsBefore();
                }
            }
            case Task.Revoked revoked -> {
                leave(role == Role.STOPPED ? Role.STOPPED : Role.FOLLOWING);
                membership = null;
                clockWatch.forget();
                endTenure();
                refuseQueued();
                revoked.done().complete(null);
            }
            case Task.RotateKeys rotate -> rotate(rotate);
            case Task.Broken broken -> {
                if (broken.round() == round) {
                    fail(broken.cause());
                }
            }
            case Task.Wake unused -> {}
        }
    }

    private void rotate(Task.RotateKeys task) {
        if (role != Role.LEADING) {
            task.done().completeExceptionally(new KeyServiceException("not the owner now"));
            return;
        }
        try {
            task.done().complete(writer.rotate(task.operation()));
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
        if (!assigned || fault.isStopped() || System.nanoTime() < notBefore) {
            return;
        }
        try {
            switch (role) {
                case FOLLOWING -> role = Role.FENCING;
                case FENCING -> {
                    if (isStillAMember()) {
                        holding = true;
                        takeover.hold(partition);
                        holding = false;
                        writer.fence();
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

    // A fence would end the tenure of whoever has the partition now.
    private boolean isStillAMember() {
        if (membership == null) {
            membership = takeover.isMember(partition);
            membership.whenComplete((yes, error) -> inbox.putFirst(new Task.Wake()));
        }
        if (!membership.isDone()) {
            return false;
        }
        boolean member = Boolean.TRUE.equals(membership.join());
        membership = null;
        notBefore = member ? notBefore : System.nanoTime() + RETRY.toNanos();
        return member;
    }

    private void confirmWhenCaughtUp() {
        if (targets == null) {
            throw new IllegalStateException("catching up follows the fence");
        }
        if (!targets.reached(state, takeover.keysRead(partition))
                || !state.knowsWhatWritersKnew()) {
            return;
        }
        if (!clockWatch.agrees(writer.announce())) {
            LOG.errorf("partition %d is not led: %s", partition, clockWatch.problem());
            backToFence();
            notBefore = System.nanoTime() + CLOCK_RETRY.toNanos();
            return;
        }
        takeover.leads(partition);
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
            if (isElsewhere()) {
                refuseQueued();
            }
            refuseLate();
            return;
        }
        if (clockWatch.hasJumped()) {
            LOG.warnf("partition %d: the clock has jumped, asking the broker", partition);
            backToFence();
            return;
        }
        destroyLeftBehind();
        if (role != Role.LEADING) {
            return;
        }
        refuseLate();
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
            due.forEach(entry -> reactions.came(entry, batch.verdictOf(entry), now));
        } catch (Throwable e) {
            // Nobody waits for an answer that cannot come; after a commit this changes nothing.
            commands.forEach(entry -> entry.answer().complete(new Verdict.Final(notHere())));
            throw e;
        }
    }

    private void destroyLeftBehind() {
        try {
            writer.destroyLeftBehind();
            writer.rollKeysWhenDue();
        } catch (KafkaException e) {
            LOG.warnf("partition %d: keys are not destroyed yet: %s", partition, e.toString());
            metrics.failedCommit();
            backToFence();
        }
    }

    private void commit(Batch<C, O, K, E> batch, int commands) {
        try {
            writer.commit(batch, commands);
        } catch (KafkaException e) {
            LOG.warnf("partition %d: a commit failed, asking the log: %s", partition, e.toString());
            drop(batch);
            return;
        }
        batch.verdicts().forEach((entry, verdict) -> entry.answer().complete(verdict));
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
        writer.close();
        leave(Role.FENCING);
        notBefore = System.nanoTime() + RETRY.toNanos();
    }

    private void refuseQueued() {
        for (Entry<C> entry : inbox.commands(Limits.QUEUED_COMMANDS)) {
            entry.answer().complete(new Verdict.Final(notHere()));
        }
    }

    // Nobody waits for these any more, so that deciding them would only keep others waiting.
    private void refuseLate() {
        for (Entry<C> entry : inbox.commandsThat(Entry::isLate)) {
            entry.answer()
                    .complete(
                            new Verdict.Final(
                                    Outcome.Unavailable.because("it was not decided in time")));
        }
    }

    /** Whether it is settled that this instance does not decide. */
    private boolean isElsewhere() {
        return !running
                || role == Role.STOPPED
                || (!assigned && takeover.otherOwner(partition).isPresent());
    }

    private Outcome notHere() {
        if (fault.isStopped()) {
            return Outcome.Unavailable.because("the partition has stopped: " + fault.text());
        }
        Optional<String> owner = assigned ? Optional.empty() : takeover.otherOwner(partition);
        return new Outcome.Unavailable(
                "this instance does not own the partition now", Duration.ofSeconds(1), owner);
    }

    private void fail(Throwable cause) {
        fault.stop(cause);
        leave(Role.STOPPED);
        LOG.errorf(cause, "partition %d has stopped", partition);
        endTenure();
        refuseQueued();
        takeover.giveUp(partition);
    }

    // What is wrong may be wrong in this process only: another instance takes over meanwhile.
    private void reloadWhenDue() {
        if (!fault.isToReload()) {
            return;
        }
        LOG.infof("partition %d is loaded again after: %s", partition, fault.text());
        before = before == null || state.sequence() > before.own() ? state.reached() : before;
        round++;
        state.reset();
        ring.recount(partition);
        fault.reload();
        role = Role.FOLLOWING;
        reread.accept(round);
    }

    private void healWhenAsFarAsBefore() {
        if (fault.isHealing() && before != null && before.reached(state, Long.MAX_VALUE)) {
            LOG.infof("partition %d has healed", partition);
            fault.healed();
            before = null;
            takeover.takeBack(partition);
        }
    }

    private void leave(Role next) {
        if (role == Role.LEADING) {
            takeover.leadsNoMore(partition, state);
        }
        role = next;
    }

    private void endTenure() {
        writer.close();
        unsettled.giveUp();
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

    /** Whether it was ever settled who decides: from then on a takeover is soon over. */
    boolean isSettled() {
        settled = settled || role == Role.LEADING || otherOwner().isPresent();
        return settled;
    }

    /** For failure drills: the group counts on it, and it is about to fence. */
    boolean isHolding() {
        return holding;
    }

    int failedTakeovers() {
        return failedTakeovers;
    }

    String fault() {
        return fault.text();
    }

    /** Why this instance does not lead although it could; empty when nothing is wrong. */
    String obstacle() {
        String clock = clockWatch.problem();
        return clock.isEmpty() ? unsettled.problem() : clock;
    }

    View<O, K> view() {
        return state.view();
    }

    PartitionState<C, O, K, E> state() {
        return state;
    }
}
