package org.orangeline.intake;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Service;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.ChampMap;
import org.orangeline.runtime.HidesEvents;
import org.orangeline.runtime.Refusal;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * Everything that intake-service recorded in one partition, by operation.
 *
 * @param hidden sequences of the events of which only few learn that they are there, in order; of
 *     all operations, since an officer of two could count those of one in the numbers of the other
 */
public record IntakeState(PMap<String, OperationState> operations, PVector<Long> hidden)
        implements HidesEvents {

    public static final IntakeState EMPTY = new IntakeState(ChampMap.empty(), TreePVector.empty());

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
        return new IntakeState(operations.plus(id, state), hidden);
    }

    /** With one more event that few may know of. */
    IntakeState hiding(long sequence) {
        return new IntakeState(operations, hidden.plus(sequence));
    }

    /**
     * The number under which an event is shown: as many less as there are hidden ones up to it, so
     * that these leave no gap. Versions of persons are such numbers.
     */
    public long shown(long sequence) {
        int low = 0;
        int high = hidden.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hidden.get(middle) <= sequence) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return sequence - low;
    }

    @Override
    public Map<String, Long> hiddenEvents() {
        return Map.of(Service.INTAKE.id(), (long) hidden.size());
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
