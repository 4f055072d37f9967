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
 * @param cases who of them is missing, or away (rules P15, P17)
 */
public record Stays(PMap<String, Stay> byPerson, Cases cases) {

    /** Nobody is missing. */
    public Stays(PMap<String, Stay> byPerson) {
        this(byPerson, Cases.NONE);
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

    /** The news from one placement was not so: the earlier news from others counts. */
    Stays without(UUID person, UUID placement) {
        Stay now = byPerson.get(person.toString());
        Stay rest = now == null ? null : now.without(placement);
        if (rest == null) {
            return new Stays(byPerson.minus(person.toString()));
        }
        return new Stays(byPerson.plus(SharedValues.text(person), rest));
    }

    Stays with(UUID person, Stay stay) {
        String id = SharedValues.text(person);
        return new Stays(byPerson.plus(id, stay.after(byPerson.get(id))));
    }

    Stays with(Cases now) {
        return new Stays(byPerson, now);
    }

    /**
     * Whether somebody looks for the person, who cares for nobody meanwhile.
     *
     * @param registrations all of the person
     */
    public boolean isMissing(Collection<String> registrations) {
        return cases.isMissing(registrations);
    }

    /**
     * Whether the person is away from the facility for more than a day.
     *
     * @param registrations all of the person
     */
    public boolean isAway(Collection<String> registrations) {
        return cases.isAway(registrations);
    }
}
