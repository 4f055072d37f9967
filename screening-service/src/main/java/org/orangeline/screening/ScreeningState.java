package org.orangeline.screening;

import java.util.List;
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

    /** Every medical clearance (rule S4), in the order in which they were recorded. */
    public List<Clearance> clearances(String operation, UUID personId) {
        return operation(operation).clearancesOf(personId);
    }

    /** The medical clearance that runs longest. */
    public Optional<Clearance> clearance(String operation, UUID personId) {
        return clearances(operation, personId).stream().max(Clearance.LATER);
    }

    /** What the line officer has not decided on yet. */
    public Optional<Suggestion> suggestion(String operation, UUID personId) {
        return Optional.ofNullable(operation(operation).suggestions().get(personId.toString()));
    }

    ScreeningState with(String operation, Register register) {
        return new ScreeningState(operations.plus(operation, register));
    }
}
