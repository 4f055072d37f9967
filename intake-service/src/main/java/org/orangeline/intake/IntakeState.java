package org.orangeline.intake;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.operations.OperationState;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** Everything that intake-service recorded in one partition, by operation. */
public record IntakeState(PMap<String, OperationState> operations) {

    public static final IntakeState EMPTY = new IntakeState(HashTreePMap.empty());

    public @Nullable OperationState operation(String id) {
        return operations.get(id);
    }

    public Optional<Person> person(String operation, UUID personId) {
        OperationState state = operations.get(operation);
        return state == null
                ? Optional.empty()
                : Optional.ofNullable(state.persons().get(personId.toString()));
    }

    public IntakeState with(String id, OperationState state) {
        return new IntakeState(operations.plus(id, state));
    }
}
