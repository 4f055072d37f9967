package org.orangeline.screening;

import java.util.Optional;
import java.util.UUID;
import org.orangeline.runtime.Refusal;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.knowledge.KnownPerson;
import org.orangeline.screening.knowledge.Whereabouts;

/** Whether a command can be about somebody at all, before any rule is asked. */
public final class People {

    private People() {}

    /** Not somebody unknown, and not a registration that leads to another one. */
    public static Optional<Refusal> registered(String operation, UUID personId, Knowledge known) {
        KnownOperation open = known.operation(operation);
        if (open == null || open.person(personId).isEmpty()) {
            return Optional.of(Refusal.notFound("There is no such person."));
        }
        return open.mergedInto(personId).map(People::merged);
    }

    /**
     * Somebody known who is alive, also by a registration that leads to another one: what was
     * concluded on it counts for the person as long as it stands.
     */
    public static Optional<Refusal> anyRegistration(
            String operation, UUID personId, Knowledge known) {
        KnownOperation open = known.operation(operation);
        return open == null || open.person(personId).isEmpty()
                ? Optional.of(Refusal.notFound("There is no such person."))
                : gone(operation, personId, known, Whereabouts.DIED);
    }

    /** As {@link #registered}, and alive. */
    public static Optional<Refusal> alive(String operation, UUID personId, Knowledge known) {
        return registered(operation, personId, known)
                .or(() -> gone(operation, personId, known, Whereabouts.DIED));
    }

    /** As {@link #alive}, and not gone from the reception point: somebody who can be questioned. */
    public static Optional<Refusal> present(String operation, UUID personId, Knowledge known) {
        return alive(operation, personId, known)
                .or(() -> gone(operation, personId, known, Whereabouts.LEFT));
    }

    private static Optional<Refusal> gone(
            String operation, UUID personId, Knowledge known, Whereabouts where) {
        return known.whereabouts(operation, personId.toString())
                .filter(where::equals)
                .map(_ ->
                        Refusal.conflict(
                                where == Whereabouts.DIED
                                        ? "This person has died."
                                        : "This person has left the reception point."));
    }

    private static Refusal merged(KnownPerson inUse) {
        return Refusal.conflict(
                "This registration was merged; use "
                        + inUse.registrationNumber()
                        + " ("
                        + inUse.personId()
                        + ").");
    }
}
