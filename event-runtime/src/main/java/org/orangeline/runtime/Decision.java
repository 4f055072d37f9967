package org.orangeline.runtime;

import java.util.List;
import org.orangeline.events.DomainEvent;

/**
 * What a decider says.
 *
 * @param <E> the service's events
 */
public sealed interface Decision<E extends DomainEvent> {

    @SafeVarargs
    static <E extends DomainEvent> Decision<E> accept(E... events) {
        return new Accepted<>(List.of(events));
    }

    static <E extends DomainEvent> Decision<E> accept(List<E> events) {
        return new Accepted<>(events);
    }

    static <E extends DomainEvent> Decision<E> refuse(Refusal refusal) {
        return new Refused<>(refusal);
    }

    /**
     * @param events at least one, in order; all of them are recorded, or none
     */
    record Accepted<E extends DomainEvent>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
            if (events.isEmpty()) {
                throw new IllegalArgumentException("an accepted command records something");
            }
        }
    }

    /** Nothing is recorded. */
    record Refused<E extends DomainEvent>(Refusal refusal) implements Decision<E> {}
}
