package org.orangeline.intake;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.ChampMap;
import org.orangeline.runtime.Refusal;
import org.pcollections.PMap;

/** Everything that intake-service recorded in one partition, by operation. */
public record IntakeState(PMap<String, OperationState> operations) {

    public static final IntakeState EMPTY = new IntakeState(ChampMap.empty());

    public @Nullable OperationState operation(String id) {
        return operations.get(id);
    }

    /**
     * @throws IllegalStateException when it was not opened
     */
    public OperationState require(String operation) {
        OperationState state = operations.get(operation);
        if (state == null) {
            throw new IllegalStateException("an operation that was not opened");
        }
        return state;
    }

    public Optional<Person> person(String operation, UUID personId) {
        OperationState state = operations.get(operation);
        return state == null ? Optional.empty() : state.person(personId);
    }

    public IntakeState with(String id, OperationState state) {
        return new IntakeState(operations.plus(id, state));
    }

    /** Why nothing can be said about these persons: the operation or one of them is not there. */
    public Optional<Refusal> whyUnknown(String operation, UUID... ids) {
        for (UUID id : ids) {
            if (person(operation, id).isEmpty()) {
                return Optional.of(Refusal.notFound("There is no such person."));
            }
        }
        return Optional.empty();
    }

    /**
     * Why nothing can be recorded about these persons: also when one went into another, or there is
     * no such person (rule P18).
     */
    public Optional<Refusal> whyNotUsable(String operation, UUID... ids) {
        Optional<Refusal> unknown = whyUnknown(operation, ids);
        if (unknown.isPresent()) {
            return unknown;
        }
        OperationState state = require(operation);
        for (UUID id : ids) {
            if (state.require(id).isWithdrawn()) {
                return Optional.of(
                        Refusal.conflict(
                                "This registration was withdrawn: two humans said that the birth was none"
                                        + " (P18)."));
            }
            if (state.isMergedAway(id)) {
                return Optional.of(
                        Refusal.conflict(
                                "This registration was merged; use person "
                                        + state.merges().inUse(id.toString())
                                        + "."));
            }
        }
        return Optional.empty();
    }
}
