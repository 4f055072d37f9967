package org.orangeline.runtime;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.events.Service;

/**
 * A service's pure core. Its state has two disjoint parts: {@code O}, folded from the service's own
 * events, and {@code K}, what it learned from others. Both are immutable, so a decision that fails
 * leaves nothing behind, and a reader sees one committed moment.
 *
 * @param <C> commands
 * @param <O> own state of one partition
 * @param <K> known state of one partition
 * @param <E> the service's events
 */
public interface Model<C extends Command, O, K, E extends DomainEvent> {

    Service service();

    /** The services whose events {@link #learn} takes. */
    Set<Service> upstream();

    O emptyOwn();

    K emptyKnown();

    /** Pure: the same arguments give the same decision. */
    Decision<E> decide(C command, O own, K known, Context context);

    /**
     * Folds an event of this service: the one way to apply it, live and in replay. It never
     * validates; an event that it cannot fold is an exception, which stops the partition.
     */
    O evolve(O own, Recorded<? extends DomainEvent> event);

    /** Folds an event of another service. */
    K learn(K known, Recorded<? extends DomainEvent> event);

    /**
     * What the state calls for about a subject now; asked after each change and after a takeover.
     */
    List<Reaction<C>> react(SubjectRef subject, O own, K known);

    /**
     * Whether an event of another service changes what the state calls for about everybody, for
     * example the limits of an operation: then every subject is asked again.
     */
    default boolean concernsEverybody(DomainEvent event) {
        return false;
    }

    /**
     * As {@link #concernsEverybody}, of an event of this service; by its type, since most need not
     * be read for it.
     */
    default boolean ownConcernsEverybody(Class<? extends DomainEvent> event) {
        return false;
    }

    /**
     * Whether a command must not be decided while what other services recorded is not known to be
     * complete: for decisions that what they recorded forbids.
     */
    default boolean needsOthers(C command) {
        return false;
    }

    /** Every subject that {@link #react} could have something for. */
    Stream<SubjectRef> subjects(O own, K known);
}
