package org.orangeline.intake.arrival;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.intake.conflicts.Claims;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Refusal;

/** S6: only a named human tells what ends the custody of a person, or the search for them. */
final class CustodyByHumans {

    private CustodyByHumans() {}

    /**
     * Why a machine may not tell it of somebody who waits under guard, is ordered to a place, in
     * one or missed there, or was taken away by an authority; by any registration.
     */
    static Optional<Refusal> refusal(
            Person person, OperationState operation, Custody known, Context context) {
        return !context.actor().isHuman() && isInCustody(person, operation, known)
                ? Optional.of(
                        Refusal.rule(
                                "S6",
                                "A named human has to say that somebody in custody left, came back or"
                                        + " died: it ends the custody, or the inquiry into where the"
                                        + " person is."))
                : Optional.empty();
    }

    private static boolean isInCustody(Person person, OperationState operation, Custody known) {
        return (Departures.gone(operation, person) == null
                        && operation.legalProfile().guardsLines())
                || Claims.isHeld(person.id(), operation, known)
                || operation.merges().registrations(person.id()).stream()
                        .flatMap(record ->
                                Stream.ofNullable(
                                        operation.require(UUID.fromString(record)).gone()))
                        .anyMatch(Gone::isTakenAway);
    }
}
