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

    /** The death was recorded by mistake: the news since counts, or else the news before. */
    Stays alive(UUID person) {
        Stay now = byPerson.get(person.toString());
        if (now == null) {
            return this;
        }
        if (now.state() == State.DIED) {
            return without(person);
        }
        return now.before() == null || now.before().state() != State.DIED
                ? this
                : with(person, new Stay(now.state(), now.since(), now.facilityId(), null));
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
