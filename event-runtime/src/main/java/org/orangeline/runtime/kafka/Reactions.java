package org.orangeline.runtime.kafka;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.orangeline.events.DomainEvent;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Command;
import org.orangeline.runtime.Limits;
import org.orangeline.runtime.Model;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.SubjectRef;
import org.orangeline.runtime.Submission;

/**
 * What the state calls for by itself, as commands for the next transaction. A subject is asked
 * after each change, after a takeover, and when a time has come that it named; what the log already
 * holds is not asked for again.
 */
final class Reactions<C extends Command, O, K, E extends DomainEvent> {

    private static final byte[] NO_CONTENT = new byte[0];

    private final Model<C, O, K, E> model;
    private final PartitionState<C, O, K, E> state;
    private final RuntimeMetrics metrics;
    private final String contentHash;
    private final Alarms alarms = new Alarms();

    /**
     * @param hashing keyed hash of a command's content; the log takes no command without one
     */
    Reactions(
            Model<C, O, K, E> model,
            PartitionState<C, O, K, E> state,
            RuntimeMetrics metrics,
            Function<byte[], String> hashing) {
        this.model = model;
        this.state = state;
        this.metrics = metrics;
        this.contentHash = hashing.apply(NO_CONTENT);
    }

    List<Entry<C>> due(Instant now) {
        state.touch(alarms.ring(now));
        List<Entry<C>> due = new ArrayList<>();
        for (SubjectRef subject : state.takeTouched(Limits.REACTIONS_PER_TURN)) {
            if (!state.isQuarantined(subject)) {
                due.addAll(due(subject, now));
            }
        }
        return due;
    }

    /** The next owner sets its own alarms. */
    void forget() {
        alarms.clear();
    }

    // As with a decider, an exception holds up this subject only.
    private List<Entry<C>> due(SubjectRef subject, Instant now) {
        try {
            List<Entry<C>> due = new ArrayList<>();
            Instant next = Instant.MAX;
            for (Reaction<C> reaction : model.react(subject, state.own(), state.known())) {
                String id = Submission.id(reaction);
                if (state.index().command(id) > 0) {
                    continue;
                }
                if (reaction.isDue(now)) {
                    due.add(new Entry<>(submission(id, reaction), contentHash));
                } else if (reaction.notBefore().isBefore(next)) {
                    next = reaction.notBefore();
                }
            }
            if (next.equals(Instant.MAX)) {
                alarms.clear(subject);
            } else {
                alarms.set(subject, next);
            }
            return due;
        } catch (RuntimeException e) {
            PartitionWorker.LOG.errorf(e, "the reactions about %s failed", subject);
            failed(subject, now);
            return List.of();
        }
    }

    private void failed(SubjectRef subject, Instant now) {
        metrics.failedReaction();
        alarms.set(subject, now.plus(Limits.REACTION_RETRY));
    }

    /** What a reaction's command came to: one that failed is due again after a while. */
    void came(Entry<C> entry, Verdict verdict, Instant now) {
        if (verdict instanceof Verdict.Final last
                && (last.outcome() instanceof Outcome.Failed
                        || last.outcome() instanceof Outcome.Unavailable)) {
            Command command = entry.submission().command();
            command.subjects()
                    .forEach(subject -> failed(new SubjectRef(command.operation(), subject), now));
        }
    }

    private Submission<C> submission(String id, Reaction<C> reaction) {
        return new Submission<>(
                reaction.command(),
                id,
                Actor.machine(model.service().id()),
                reaction.causationId(),
                () -> NO_CONTENT);
    }
}
