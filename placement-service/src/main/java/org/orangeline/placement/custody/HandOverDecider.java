package org.orangeline.placement.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.orangeline.events.Confidential;
import org.orangeline.events.placement.HandedOver;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.placement.CustodyCommand.HandOver;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.LeftBehind;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.placement.safeguards.Assessment;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/**
 * A person is given to another authority, out of reach of this register: it needs an assessment of
 * what that would mean (rule P9), and no family is torn apart by it (rule P6).
 */
final class HandOverDecider {

    private HandOverDecider() {}

    static Decision<PlacementEvent> decide(
            Placement placement,
            HandOver command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        List<UUID> atRisk = atRisk(placement, command.receiver(), state, known);
        if (!atRisk.isEmpty()) {
            return Decision.refuse(
                    Refusal.rule(
                            "P9",
                            "A risk with this receiver stands on the record "
                                    + atRisk.getFirst()
                                    + "; only another human than who found it lifts it, by an"
                                    + " assessment of that record which found none."));
        }
        Optional<Assessment> assessment =
                safe(placement, command.receiver(), state, known, context);
        if (assessment.isEmpty()) {
            return Decision.refuse(
                    Refusal.rule(
                            "P9",
                            "A hand-over needs a recorded non-refoulement assessment for this"
                                    + " person and receiver that found no substantial risk and is"
                                    + " at most "
                                    + assessmentGoodFor(known).toDays()
                                    + " days old."));
        }
        if (leavesFamily(placement, new Whereabouts(state, known))) {
            return Decision.refuse(
                    Refusal.rule(
                            "P6",
                            "A hand-over splits the family, placed or waiting: it needs an override"
                                    + " for this person and the present facility, signed by two"
                                    + " people."));
        }
        return Decision.accept(
                LeftBehind.after(
                        new HandedOver(
                                placement.personId(),
                                placement.placementId(),
                                placement.facilityId(),
                                command.receiver(),
                                assessment.get().assessmentId(),
                                Confidential.of(command.reason().text())),
                        state,
                        known,
                        context.today()));
    }

    // A risk that anybody found on any record of the person counts until another human lifts it.
    private static List<UUID> atRisk(
            Placement placement, String receiver, OperationPlacements state, KnownOperation known) {
        return known.merges().same(placement.personId()).stream()
                .filter(record ->
                        state.safeguards()
                                .assessments(record, receiver)
                                .anyMatch(Assessment::foundRisk))
                .toList();
    }

    private static Optional<Assessment> safe(
            Placement placement,
            String receiver,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        Instant oldest = context.now().minus(assessmentGoodFor(known));
        return known.merges().same(placement.personId()).stream()
                .flatMap(record -> state.safeguards().assessments(record, receiver))
                .filter(one -> !one.foundRisk() && !one.at().isBefore(oldest))
                .findFirst();
    }

    private static Duration assessmentGoodFor(KnownOperation known) {
        Duration agreed = known.profile().assessmentGoodFor();
        return agreed == null ? LegalProfile.USUAL_ASSESSMENT_GOOD_FOR : agreed;
    }

    // Who waits for a place cannot be ordered along to where the other is brought.
    private static boolean leavesFamily(Placement placement, Whereabouts where) {
        return where.state()
                        .safeguards()
                        .signed(placement.personId(), placement.facilityId(), "P6")
                        .isEmpty()
                && where.known().person(placement.personId()).stream()
                        .flatMap(where.known()::relatives)
                        .anyMatch(where::isHere);
    }
}
