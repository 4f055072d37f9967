package org.orangeline.placement.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Basis;
import org.orangeline.events.placement.PlacedInDetention;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.ShelterProvided;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand.AdmitPerson;
import org.orangeline.placement.custody.Plausible;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.rules.PlacementCase;
import org.orangeline.placement.rules.PlacementRules;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.Violation;

/**
 * Admissions. The rules are looked at again at the door; who is inside already is recorded all the
 * same, since the register tells what is, and the placement is questioned with it.
 */
public final class AdmissionDecider {

    private AdmissionDecider() {}

    public static Decision<PlacementEvent> admit(
            AdmitPerson command, OperationPlacements state, KnownOperation known, Context context) {
        return OnPlacement.ordered(
                command.placementId(),
                command.personId(),
                state,
                context,
                placement -> admitted(placement, command, state, known, context));
    }

    private static Decision<PlacementEvent> admitted(
            Placement placement,
            AdmitPerson command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        Optional<Refusal> implausible =
                Plausible.at(
                        "the admission",
                        command.at(),
                        placement.orderedAt(),
                        "when the placement was ordered",
                        context.now());
        if (implausible.isPresent()) {
            return Decision.refuse(implausible.get());
        }
        List<Violation> violations = broken(placement, state, known, context);
        return violations.isEmpty() || command.insideAlready() != null
                ? Decision.accept(
                        recorded(placement, command.insideAlready(), command.at(), violations))
                : Decision.refuse(Refusal.rules(violations));
    }

    private static List<Violation> broken(
            Placement placement, OperationPlacements state, KnownOperation known, Context context) {
        return PlacementCase.of(placement, state, known, context.now())
                .map(PlacementRules::atTheDoor)
                .orElse(List.of());
    }

    /**
     * The admission of somebody who came with a convoy and is inside, whatever a rule says.
     *
     * @param at when, as told; null for now
     */
    public static List<PlacementEvent> inside(
            Placement placement,
            @Nullable Instant at,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return recorded(placement, null, at, broken(placement, state, known, context));
    }

    private static List<PlacementEvent> recorded(
            Placement placement,
            @Nullable String insideAlready,
            @Nullable Instant at,
            List<Violation> violations) {
        PlacementEvent admitted = admitted(placement, insideAlready, at);
        return violations.isEmpty()
                ? List.of(admitted)
                : List.of(
                        admitted,
                        placement.question(
                                violations.stream().map(Violation::rule).distinct().toList()));
    }

    private static PlacementEvent admitted(
            Placement placement, @Nullable String insideAlready, @Nullable Instant at) {
        Confidential<String> reason = insideAlready == null ? null : Confidential.of(insideAlready);
        return placement.basis() == Basis.VOLUNTARY_SHELTER
                ? new ShelterProvided(
                        placement.personId(),
                        placement.placementId(),
                        placement.facilityId(),
                        reason,
                        at)
                : new PlacedInDetention(
                        placement.personId(),
                        placement.placementId(),
                        placement.facilityId(),
                        placement.basis(),
                        reason,
                        at);
    }
}
