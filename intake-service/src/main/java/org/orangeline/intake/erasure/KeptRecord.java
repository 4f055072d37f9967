package org.orangeline.intake.erasure;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.orangeline.intake.arrival.Departures;
import org.orangeline.intake.arrival.Gone;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.custody.Cases;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.custody.Stay;
import org.orangeline.intake.custody.Stays;
import org.orangeline.intake.families.Alone;
import org.orangeline.intake.families.ChildrenAlone;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Refusal;

/**
 * Whose identity is kept although two humans would erase it: while somebody answers for the person,
 * or asks after them. The refusal names the rule and the norm.
 */
final class KeptRecord {

    private KeptRecord() {}

    /**
     * Why the record is kept; empty when it need not be.
     *
     * @param id of the operation
     * @param registrations all of the person
     */
    static Optional<Refusal> why(
            String id,
            OperationState operation,
            Custody known,
            List<String> registrations,
            Instant now) {
        Cases cases = known.casesOf(id);
        if (cases.isMissing(registrations)) {
            return refused(
                    "P17",
                    "This person is missing and an inquiry is open (GC IV 131, customary Rule 117):"
                            + " the identity is kept until the person is found and free.");
        }
        if (known.isHeld(id, registrations)) {
            return Optional.of(
                    Refusal.conflict(
                            "This person is held, or is to be: the record has to say why. Ask again"
                                    + " after the release, or when the order is cancelled."));
        }
        List<Stay> stays =
                registrations.stream()
                        .map(known.staysOf(id).byPerson()::get)
                        .filter(Objects::nonNull)
                        .toList();
        if (is(stays, Stay.State.DIED) || has(operation, registrations, KeptRecord::isDead)) {
            return refused(
                    "P17",
                    "A death is certified and inquired into, and the family is told (GC IV 129 to"
                            + " 131, 138): the identity of the dead is kept. A death that was none is"
                            + " withdrawn first (P18).");
        }
        if (has(operation, registrations, Gone::isTakenAway)) {
            return refused(
                    "P17",
                    "An authority took this person away, and the family can ask where to (GC IV 25,"
                            + " 26, customary Rule 117): the identity is kept until the person is"
                            + " back. A departure that was none is withdrawn first (P18).");
        }
        if (is(stays, Stay.State.HANDED_OVER)) {
            return refused(
                    "P9",
                    "Who hands a person over answers for it afterwards (GC IV 45): the identity is"
                            + " kept.");
        }
        if (cases.hasAppealed(registrations)) {
            return refused("P10", "An appeal of this person is open: a review answers it first.");
        }
        if (isSearchedFor(operation, registrations)
                || isAlone(operation, known.staysOf(id), registrations, now)) {
            return refused(
                    "P15",
                    "This child is without a carer and its family is looked for (GC IV 24, 26, 50):"
                            + " the identity is kept until the child is reunited.");
        }
        if (waitsUnderGuard(operation, known.staysOf(id), registrations)) {
            return refused(
                    "P12",
                    "This person waits in a line under guard, which is custody (GC IV 136 to 138): the"
                            + " record has to say who is held. Ask again after the person left, or"
                            + " when people may leave the lines.");
        }
        return retained(operation, stays, now);
    }

    // Whoever was released since the last arrival or return is free.
    private static boolean waitsUnderGuard(
            OperationState operation, Stays stays, List<String> registrations) {
        Person person =
                operation.require(
                        UUID.fromString(operation.merges().inUse(registrations.getFirst())));
        Instant came = Departures.lastCame(operation, person);
        return operation.legalProfile().guardsLines()
                && Departures.gone(operation, person) == null
                && stays.of(registrations).filter(stay -> !stay.since().isBefore(came)).isEmpty();
    }

    // The longest of several: each of them is a record of its own.
    private static Optional<Refusal> retained(
            OperationState operation, List<Stay> stays, Instant now) {
        return stays.stream()
                .filter(stay -> stay.state() == Stay.State.RELEASED)
                .map(stay -> stay.since().plus(operation.legalProfile().keptAfterRelease()))
                .max(Instant::compareTo)
                .filter(now::isBefore)
                .map(until ->
                        Refusal.rule(
                                "P12",
                                "A person who was released can be asked after (GC IV 137, 138): the"
                                        + " legal profile's retention keeps the identity until "
                                        + until
                                        + "."));
    }

    private static boolean isSearchedFor(OperationState operation, List<String> registrations) {
        return registrations.stream()
                .map(operation.families().alone()::get)
                .filter(Objects::nonNull)
                .map(Alone::kind)
                .anyMatch(Objects::nonNull);
    }

    // By what is so now: a child that has just come is raised as alone only after a while.
    private static boolean isAlone(
            OperationState operation, Stays stays, List<String> registrations, Instant now) {
        return ChildrenAlone.isAlone(
                operation,
                stays,
                operation.merges().inUse(registrations.getFirst()),
                now.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private static boolean is(List<Stay> stays, Stay.State state) {
        return stays.stream().anyMatch(stay -> stay.state() == state);
    }

    private static boolean has(
            OperationState operation, List<String> registrations, Predicate<Gone> how) {
        return registrations.stream()
                .map(one -> operation.require(UUID.fromString(one)).gone())
                .filter(Objects::nonNull)
                .anyMatch(how);
    }

    private static boolean isDead(Gone gone) {
        return gone.how() == Gone.How.DIED;
    }

    private static Optional<Refusal> refused(String rule, String why) {
        return Optional.of(Refusal.rule(rule, why));
    }
}
