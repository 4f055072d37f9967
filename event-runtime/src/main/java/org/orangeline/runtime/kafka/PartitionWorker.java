package org.orangeline.runtime.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Service;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Command;
import org.orangeline.runtime.Limits;
import org.orangeline.runtime.Model;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.SubjectRef;
import org.orangeline.runtime.Submission;
import org.orangeline.runtime.View;
import org.orangeline.runtime.keys.KeyRing;
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
    private static final byte[] NO_CONTENT = new byte[0];

    private final Model<C, O, K, E> model;
    private final int partition;
    private final PartitionState<C, O, K, E> state;
    private final Inbox<Task, Entry<C>> inbox = new Inbox<>();
    private final Takeover takeover;
    private final KeyRing ring;
    private final Clock clock;
    private final RuntimeMetrics metrics;
    private final QuarantineSink quarantine;
    private final List<Entry<C>> unsettled = new ArrayList<>();

    private volatile Role role = Role.FOLLOWING;
    private volatile boolean assigned;
    private volatile String fault = "";
    private volatile boolean running = true;
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
            QuarantineSink quarantine) {
        this.model = model;
        this.partition = partition;
        this.takeover = takeover;
        this.ring = ring;
        this.clock = clock;
        this.metrics = metrics;
        this.quarantine = quarantine;
        this.state = new PartitionState<>(model, partition, ServiceTopics.events(model.service()));
    }

    /** Waits for space when the partition's thread is behind. */
    void put(Task task) throws InterruptedException {
        inbox.put(task);
    }

    void assign() {
        assigned = true;
        inbox.putFirst(new Task.Wake());
    }

    /** Completes when the tenure has ended here. */
    CompletableFuture<Void> revoke() {
        assigned = false;
        var done = new CompletableFuture<Void>();
        inbox.putFirst(new Task.Revoked(done));
        return done;
    }

    void stop() {
        running = false;
        inbox.putFirst(new Task.Wake());
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
                inbox.tasks().forEach(this::handle);
                takeOver();
                turn();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            } catch (RuntimeException e) {
                fail(e);
            }
        }
        endTenure();
        refuseQueued();
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
            case Task.Fault broken -> fail(broken.cause());
            case Task.Wake unused -> {}
        }
    }

    private void learn(Service upstream, List<LogRecord> records) {
        for (LogRecord record : records) {
            String reason = state.learn(upstream, record);
            if (!reason.isEmpty()) {
                LOG.warnf("%s goes to quarantine: %s", record.place(), reason);
                quarantine.accept(record, reason);
            }
        }
        metrics.replayed(records.size());
        state.publish();
    }

    /** One step of the way from FOLLOWING to LEADING, see {@link Role}. */
    private void takeOver() {
        if (role != Role.LEADING) {
            state.forgetTouched();
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
                    writer = takeover.fence(partition);
                    targets = takeover.targets(partition);
                    role = Role.CATCHING_UP;
                }
                case CATCHING_UP -> confirmWhenCaughtUp();
                case LEADING, STOPPED -> {}
            }
        } catch (KafkaException e) {
            LOG.warnf("partition %d: takeover failed, trying again: %s", partition, e.toString());
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
        takeover.confirm(writer, partition);
        state.touchAll();
        role = Role.LEADING;
        LOG.infof("partition %d: leading from sequence %d", partition, state.sequence());
        metrics.takeover();
        settle();
    }

    /** Commands whose commit had an unknown outcome: the log knows it now. */
    private void settle() {
        for (Entry<C> entry : unsettled) {
            long sequence = state.index().command(entry.submission().commandId());
            entry.answer()
                    .complete(
                            sequence > 0
                                    ? new Verdict.InLog(sequence, true)
                                    : new Verdict.Final(
                                            Outcome.Unavailable.because(
                                                    "the transaction did not go through")));
        }
        unsettled.clear();
    }

    /** One transaction: everything that waits, and what the state calls for. */
    private void turn() {
        if (role != Role.LEADING) {
            refuseQueued();
            return;
        }
        List<Entry<C>> commands = inbox.commands(Limits.COMMANDS_PER_TRANSACTION);
        List<Entry<C>> reactions = reactions();
        if (commands.isEmpty() && reactions.isEmpty()) {
            return;
        }
        var batch = new Batch<>(model, state, partition, ring, now());
        try {
            commands.forEach(batch::add);
            reactions.forEach(batch::add);
            commit(batch, commands.size());
        } catch (KafkaException e) {
            LOG.warnf("partition %d: a commit failed, asking the log: %s", partition, e.toString());
            drop(batch);
        }
    }

    private void commit(Batch<C, O, K, E> batch, int commands) {
        if (writer == null) {
            throw new IllegalStateException("an owner has a writer");
        }
        if (!batch.isEmpty()) {
            List<LogRecord> written = new ArrayList<>();
            metrics.commit(
                    commands,
                    () -> {
                        List<Long> offsets = writer().commit(batch.toSend());
                        for (int i = 0; i < batch.events().size(); i++) {
                            written.add(batch.events().get(i).at(offsets.get(i)));
                        }
                    });
            batch.keys().forEach(ring::put);
            state.committed(batch.pending(), written);
        } else if (commands > 0) {
            // A refusal or a repeated answer leaves only when this instance still is the owner.
            takeover.confirm(writer, partition);
        }
        batch.verdicts().forEach((entry, verdict) -> entry.answer().complete(verdict));
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

    private List<Entry<C>> reactions() {
        List<Entry<C>> due = new ArrayList<>();
        for (SubjectRef subject : state.takeTouched(Limits.REACTIONS_PER_TURN)) {
            if (state.isQuarantined(subject.subject())) {
                continue;
            }
            for (Reaction<C> reaction : model.react(subject, state.own(), state.known())) {
                String id = Submission.id(subject, reaction);
                if (state.index().command(id) == 0) {
                    due.add(
                            new Entry<>(
                                    new Submission<>(
                                            reaction.command(),
                                            id,
                                            Actor.machine(model.service().id()),
                                            reaction.causationId(),
                                            () -> NO_CONTENT),
                                    ""));
                }
            }
        }
        return due;
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
        fault = String.valueOf(cause.getMessage());
        role = Role.STOPPED;
        LOG.errorf(cause, "partition %d has stopped", partition);
        endTenure();
        refuseQueued();
    }

    private void endTenure() {
        closeWriter();
        for (Entry<C> entry : unsettled) {
            entry.answer()
                    .complete(
                            new Verdict.Final(
                                    Outcome.Unavailable.because(
                                            "the outcome is not known here; send it again")));
        }
        unsettled.clear();
    }

    private void closeWriter() {
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }

    private java.time.Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Optional<String> otherOwner() {
        return assigned ? Optional.empty() : takeover.otherOwner(partition);
    }

    Role role() {
        return role;
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
