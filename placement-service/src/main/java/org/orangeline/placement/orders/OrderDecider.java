package org.orangeline.placement.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Ground;
import org.orangeline.events.placement.PlacementCancelled;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand.CancelPlacement;
import org.orangeline.placement.PlacementCommand.OrderPlacement;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.rules.PlacementCase;
import org.orangeline.placement.rules.PlacementRules;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.Violation;

/** Orders and their cancellation. Only a human's order places anybody (rule S6). */
public final class OrderDecider {

    private OrderDecider() {}

    public static Decision<PlacementEvent> order(
            OrderPlacement command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        LegalProfile profile = known.legalProfile();
        Optional<PersonFacts> person = known.person(command.personId());
        if (profile == null || person.isEmpty()) {
            return Decision.refuse(Refusal.notFound("There is no such person."));
        }
        Optional<Facility> facility = state.facility(command.facilityId());
        if (facility.isEmpty()) {
            return Decision.refuse(Refusal.notFound("There is no such facility."));
        }
        PlacementCase placement =
                placementCase(command, person.get(), facility.get(), state, known, context);
        List<Violation> violations = PlacementRules.ofOrder(placement);
        if (!violations.isEmpty()) {
            return Decision.refuse(Refusal.rules(violations));
        }
        if (facility.get().free() == 0) {
            return Decision.refuse(
                    Refusal.full(
                            "P1",
                            "The facility has no free place; another one, or one that becomes free."));
        }
        return Decision.accept(ordered(command, person.get(), profile, context));
    }

    private static PlacementCase placementCase(
            OrderPlacement command,
            PersonFacts person,
            Facility facility,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return new PlacementCase(
                null,
                person,
                known.conclusion(command.personId()).orElse(null),
                facility,
                command.basis(),
                command.ground() == null ? null : command.ground().code(),
                command.legalReference() != null,
                command.accompanies(),
                command.consent() != null,
                context.today(),
                state,
                known);
    }

    private static PlacementOrdered ordered(
            OrderPlacement command, PersonFacts person, LegalProfile profile, Context context) {
        Instant custodySince = person.custodySince(profile.plausibleClockSkew());
        return new PlacementOrdered(
                command.personId(),
                context.newId("placement"),
                command.facilityId(),
                command.basis(),
                command.ground() == null
                        ? null
                        : new Ground(
                                command.ground().code(),
                                Confidential.of(command.ground().statement())),
                command.legalReference(),
                command.accompanies(),
                command.consent(),
                custodySince,
                command.basis().isDetention()
                        ? custodySince.plus(profile.firstReviewWithin())
                        : null,
                context.actor().text(),
                null,
                null);
    }

    public static Decision<PlacementEvent> cancel(
            CancelPlacement command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        Optional<Placement> found = state.placement(command.placementId(), command.personId());
        if (found.isEmpty()) {
            return Decision.refuse(Refusal.notFound("There is no such placement."));
        }
        Placement placement = found.get();
        if (placement.status() != Placement.Status.ORDERED) {
            return Decision.refuse(
                    Refusal.conflict(
                            "Only an order before its admission can be cancelled; this placement is "
                                    + placement.status()
                                    + "."));
        }
        return Decision.accept(
                LeftBehind.after(
                        new PlacementCancelled(
                                placement.personId(),
                                placement.placementId(),
                                placement.facilityId(),
                                Confidential.of(command.reason())),
                        state,
                        known));
    }
}
