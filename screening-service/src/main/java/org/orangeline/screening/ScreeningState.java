package org.orangeline.screening;

import java.util.Optional;
import java.util.UUID;
import org.orangeline.screening.lines.Place;
import org.orangeline.screening.screening.Screening;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** Everything that screening-service recorded in one partition, by operation. */
public record ScreeningState(PMap<String, Persons> operations) {

    public static final ScreeningState EMPTY = new ScreeningState(HashTreePMap.empty());

    /** What was recorded in an operation; empty before its first event. */
    public Persons operation(String operation) {
        return operations.getOrDefault(operation, Persons.NONE);
    }

    /** Where a person waits; empty before the first assignment. */
    public Optional<Place> place(String operation, UUID personId) {
        return Optional.ofNullable(operation(operation).places().get(personId.toString()));
    }

    public Screening screening(String operation, UUID personId) {
        return operation(operation)
                .screenings()
                .getOrDefault(personId.toString(), Screening.NOT_BEGUN);
    }

    ScreeningState with(String operation, UUID personId, Place place) {
        Persons before = operation(operation);
        return with(
                operation,
                new Persons(before.places.plus(personId.toString(), place), before.screenings));
    }

    ScreeningState with(String operation, UUID personId, Screening screening) {
        Persons before = operation(operation);
        return with(
                operation,
                new Persons(before.places, before.screenings.plus(personId.toString(), screening)));
    }

    private ScreeningState with(String operation, Persons persons) {
        return new ScreeningState(operations.plus(operation, persons));
    }

    /**
     * The persons of one operation. Line and screening are separate facts: neither waits for the
     * other.
     *
     * @param places by person id
     * @param screenings by person id; nobody whose screening has not begun
     */
    public record Persons(PMap<String, Place> places, PMap<String, Screening> screenings) {

        static final Persons NONE = new Persons(HashTreePMap.empty(), HashTreePMap.empty());
    }
}
