package org.orangeline.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;

/** What became of a command. */
public sealed interface Outcome {

    /**
     * Durable in the log.
     *
     * @param events what it recorded
     * @param repeated whether an earlier submission recorded it
     */
    record Done(List<Recorded<? extends DomainEvent>> events, boolean repeated) implements Outcome {
        public Done {
            events = List.copyOf(events);
        }

        /** The first event, of the given type. */
        public <E extends DomainEvent> Recorded<E> first(Class<E> type) {
            for (Recorded<? extends DomainEvent> recorded : events) {
                if (type.isInstance(recorded.event())) {
                    return new Recorded<>(recorded.envelope(), type.cast(recorded.event()));
                }
            }
            throw new IllegalStateException("the command recorded no " + type.getSimpleName());
        }
    }

    /** Decided on current state by the partition's owner; nothing was written. */
    record Refused(Refusal refusal) implements Outcome {}

    /** The command id was used before with other content. */
    record OtherContent() implements Outcome {}

    /**
     * Not now: try again with the same command id.
     *
     * @param reason for operators and callers
     * @param retryAfter when to come back
     * @param owner the address of the instance that decides, when it is another one
     */
    record Unavailable(String reason, Duration retryAfter, Optional<String> owner)
            implements Outcome {

        public static Unavailable because(String reason) {
            return new Unavailable(reason, Duration.ofSeconds(1), Optional.empty());
        }
    }

    /** An exception in the decider or an event over the size limit: this command alone failed. */
    record Failed(String reason, boolean tooLarge) implements Outcome {}
}
