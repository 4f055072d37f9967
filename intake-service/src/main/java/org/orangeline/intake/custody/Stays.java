package org.orangeline.intake.custody;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.orangeline.events.SharedValues;
import org.orangeline.intake.custody.Stay.State;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;

/**
 * Who of an operation is or was in a place.
 *
 * @param byPerson by the registration that was placed
 * @param missing by person id, the placement: nobody knows where they are (rule P17)
 * @param away by person id, the placement: away for more than a day, see {@link Cases}
 */
public record Stays(
        PMap<String, Stay> byPerson, PMap<String, UUID> missing, PMap<String, UUID> away) {

    /** Nobody is missing. */
    public Stays(PMap<String, Stay> byPerson) {
        this(byPerson, ChampMap.empty(), ChampMap.empty());
    }

    /** Nobody was placed. */
    public static final Stays NONE = new Stays(ChampMap.empty());

    /**
     * What counts for a person with several registrations: a death, then a place that one of them
     * is in, then what came last.
     */
    public Optional<Stay> of(Collection<String> registrations) {
        return registrations.stream()
                .map(byPerson::get)
                .filter(stay -> stay != null)
                .max(
                        Comparator.comparing((Stay stay) -> stay.state() == State.DIED)
                                .thenComparing(stay -> stay.state() == State.INSIDE)
                                .thenComparing(Stay::since));
    }

    /** The person did not die: what was told before counts, or what was told since. */
    Stays alive(UUID person) {
        Stay now = byPerson.get(person.toString());
        return now == null || now.state() != State.DIED ? this : without(person);
    }

    /** The person was not inside: what was told before counts. */
    Stays without(UUID person) {
        Stay now = byPerson.get(person.toString());
        return now == null || now.before() == null
                ? new Stays(byPerson.minus(person.toString()))
                : with(person, now.before());
    }

    Stays with(UUID person, Stay stay) {
        return new Stays(byPerson.plus(SharedValues.text(person), stay));
    }

    Stays with(Cases now) {
        return new Stays(byPerson, now.missing(), now.away());
    }

    /**
     * Whether somebody looks for the person, who cares for nobody meanwhile.
     *
     * @param registrations all of the person
     */
    public boolean isMissing(Collection<String> registrations) {
        return registrations.stream().anyMatch(missing::containsKey);
    }

    /**
     * Whether the person is away from the facility for more than a day.
     *
     * @param registrations all of the person
     */
    public boolean isAway(Collection<String> registrations) {
        return registrations.stream().anyMatch(away::containsKey);
    }
}
