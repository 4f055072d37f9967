package org.orangeline.intake.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.arrival.Person;

/** How well the facts of two registrations agree; empty where one of them is silent. */
final class Facts {

    /** Estimates of one person differ by so many years at most. */
    static final double YEARS_APART = 6;

    private Facts() {}

    static Optional<Double> sex(Person one, Person other) {
        return one.sex() == Sex.UNKNOWN || other.sex() == Sex.UNKNOWN
                ? Optional.empty()
                : Optional.of(one.sex() == other.sex() ? 1.0 : 0.0);
    }

    static Optional<Double> nationality(Person one, Person other) {
        Set<String> mine = countries(one.nationalities());
        Set<String> theirs = countries(other.nationalities());
        return mine.isEmpty() || theirs.isEmpty()
                ? Optional.empty()
                : Optional.of(mine.stream().anyMatch(theirs::contains) ? 1.0 : 0.0);
    }

    private static Set<String> countries(List<NationalityClaim> claims) {
        return claims.stream()
                .map(NationalityClaim::country)
                .map(NationalityClaim::meaning)
                .filter(country -> !country.equals(NationalityClaim.UNKNOWN))
                .collect(Collectors.toSet());
    }

    /** 1 where the ages may be the same, less with each year that lies between them. */
    static double age(Age one, Age other, LocalDate today) {
        return near(
                one.atLeast(today) - other.atMost(today), other.atLeast(today) - one.atMost(today));
    }

    /** As {@link #age(Age, Age, LocalDate)}, for an age in years that was asked for. */
    static double age(Age one, int years, LocalDate today) {
        return near(one.atLeast(today) - years, years - one.atMost(today));
    }

    private static double near(long above, long below) {
        return Math.max(0, 1 - Math.max(0, Math.max(above, below)) / YEARS_APART);
    }

    /** Whether the day of birth is known of both, and is one. */
    static boolean bornOnOneDay(Person one, Person other) {
        return Pairs.born(one).isPresent() && Pairs.born(one).equals(Pairs.born(other));
    }

    static boolean sameGroup(Person one, Person other) {
        return one.family() != null
                && other.family() != null
                && one.family().groupId().equals(other.family().groupId());
    }
}
