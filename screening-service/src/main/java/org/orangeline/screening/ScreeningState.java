package org.orangeline.screening;

import java.util.Optional;
import java.util.UUID;
import org.orangeline.runtime.ChampMap;
import org.orangeline.screening.lines.Place;
import org.orangeline.screening.lines.Suggestion;
import org.orangeline.screening.screening.Clearance;
import org.orangeline.screening.screening.Screening;
import org.pcollections.PMap;

/** Everything that screening-service recorded in one partition, by operation. */
public record ScreeningState(PMap<String, Register> operations) {

    public static final ScreeningState EMPTY = new ScreeningState(ChampMap.empty());

    /** What was recorded in an operation; empty before its first event. */
    public Register operation(String operation) {
        return operations.getOrDefault(operation, Register.EMPTY);
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

    /** The last medical clearance (rule S4). */
    public Optional<Clearance> clearance(String operation, UUID personId) {
        return Optional.ofNullable(operation(operation).clearances().get(personId.toString()));
    }

    /** What the line officer has not decided on yet. */
    public Optional<Suggestion> suggestion(String operation, UUID personId) {
        return Optional.ofNullable(operation(operation).suggestions().get(personId.toString()));
    }

    ScreeningState with(String operation, Register register) {
        return new ScreeningState(operations.plus(operation, register));
    }
}
