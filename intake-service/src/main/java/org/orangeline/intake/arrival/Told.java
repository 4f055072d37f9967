package org.orangeline.intake.arrival;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.ToldTime;

/** Times that officers tell of what happened to a person. */
public final class Told {

    private Told() {}

    /**
     * Why something cannot have been then: it was before the person came, by any registration, or
     * is still to come.
     */
    public static Optional<Refusal> implausible(
            String what,
            @Nullable Instant at,
            UUID personId,
            OperationState operation,
            Context context) {
        return operation
                .merges()
                .registrations(operation.merges().inUse(personId.toString()))
                .stream()
                .flatMap(id -> Stream.of(operation.require(UUID.fromString(id))))
                .map(person -> DepartureDecider.earliest(person, operation))
                .min(Instant::compareTo)
                .flatMap(
                        came -> ToldTime.at(what, at, came, "the person's arrival", context.now()));
    }
}
