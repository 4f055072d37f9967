package org.orangeline.runtime.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.orangeline.events.DomainEvent;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Command;
import org.orangeline.runtime.Limits;
import org.orangeline.runtime.Model;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.SubjectRef;
import org.orangeline.runtime.Submission;

/**
 * What the state calls for by itself, as commands for the next transaction. A subject is asked
 * after each change and after a takeover; what the log already holds is not asked for again.
 */
final class Reactions<C extends Command, O, K, E extends DomainEvent> {

    private static final byte[] NO_CONTENT = new byte[0];

    private final Model<C, O, K, E> model;
    private final PartitionState<C, O, K, E> state;
    private final String contentHash;

    /**
     * @param hashing keyed hash of a command's content; the log takes no command without one
     */
    Reactions(
            Model<C, O, K, E> model,
            PartitionState<C, O, K, E> state,
            Function<byte[], String> hashing) {
        this.model = model;
        this.state = state;
        this.contentHash = hashing.apply(NO_CONTENT);
    }

    List<Entry<C>> due() {
        List<Entry<C>> due = new ArrayList<>();
        for (SubjectRef subject : state.takeTouched(Limits.REACTIONS_PER_TURN)) {
            if (!state.isQuarantined(subject)) {
                due.addAll(due(subject));
            }
        }
        return due;
    }

    // As with a decider, an exception holds up this subject only.
    private List<Entry<C>> due(SubjectRef subject) {
        try {
            List<Entry<C>> due = new ArrayList<>();
            for (Reaction<C> reaction : model.react(subject, state.own(), state.known())) {
                String id = Submission.id(reaction);
                if (state.index().command(id) == 0) {
                    due.add(new Entry<>(submission(id, reaction), contentHash));
                }
            }
            return due;
        } catch (RuntimeException e) {
            PartitionWorker.LOG.errorf(e, "the reactions about %s failed", subject);
            return List.of();
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
