package org.orangeline.placement.orders;

import java.time.LocalDate;
import java.util.Optional;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.DepartureKind;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.ReleasedFromDetention;
import org.orangeline.placement.LeavingCommand.ReleasePeople;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.custody.Plausible;
import org.orangeline.placement.duties.NotOverdue;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.safeguards.NonRefoulement;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/**
 * Releases one person, or several together. A child goes with somebody who cares for it (rule P6),
 * and nobody is released into the hands of an authority (rule P9).
 */
public final class ReleaseDecider {

    private static final String P6 = "P6";

    private ReleaseDecider() {}

    public static Decision<PlacementEvent> decide(
            ReleasePeople command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        if (isIntoHands(command.kind())) {
            return Decision.refuse(
                    Refusal.rule(
                            NonRefoulement.ID,
                            "Who is given to an authority is not released: a hand-over needs its"
                                    + " assessment, and two humans."));
        }
        return Party.decide(
                command.named(),
                state,
                known,
                context,
                party ->
                        party.refusal(one ->
                                        Plausible.at(
                                                        "the release",
                                                        command.at(),
                                                        one.happenedAt(),
                                                        "when the person came to this place",
                                                        context.now())
                                                .or(() -> alone(one, party, context.today())))
                                .<Decision<PlacementEvent>>map(Decision::refuse)
                                .orElseGet(() -> released(command, party, context)));
    }

    private static boolean isIntoHands(DepartureKind kind) {
        return kind == DepartureKind.HANDED_OVER || kind == DepartureKind.TAKEN_AWAY;
    }

    private static Decision<PlacementEvent> released(
            ReleasePeople command, Party party, Context context) {
        return Decision.accept(
                party.leave(
                        placement ->
                                new ReleasedFromDetention(
                                        placement.personId(),
                                        placement.placementId(),
                                        placement.facilityId(),
                                        placement.basis(),
                                        Confidential.of(command.reason().text()),
                                        command.legalReference(),
                                        command.kind(),
                                        command.at()),
                        placement -> NotOverdue.ended(placement, command.at(), party.known()),
                        context));
    }

    /**
     * P6: a child is released to somebody who cares for it and is outside, or leaves with it, and
     * to nobody else; or two people sign that the child goes without.
     */
    private static Optional<Refusal> alone(Placement placement, Party party, LocalDate today) {
        KnownOperation known = party.known();
        boolean alone =
                known.person(placement.personId())
                        .filter(person -> known.isChildOrInDoubt(person, today))
                        .filter(child ->
                                known.carers(child)
                                        .filter(carer -> known.isCarer(carer, child))
                                        .noneMatch(carer -> isOutside(carer, party, today)))
                        .isPresent();
        return alone && !isSigned(placement, party.state())
                ? Optional.of(
                        Refusal.rule(
                                P6,
                                "A child is not released alone: release its carer together with it or"
                                        + " before, transfer the child to its carer, or have two people"
                                        + " sign an override for this child and its present"
                                        + " facility."))
                : Optional.empty();
    }

    /** Whether an adult leaves too, or was released, or left, and is neither held nor waits. */
    private static boolean isOutside(PersonFacts carer, Party party, LocalDate today) {
        return !party.known().isChildOrInDoubt(carer, today)
                && (party.includes(carer.personId())
                        || new Whereabouts(party.state(), party.known()).isFree(carer));
    }

    private static boolean isSigned(Placement placement, OperationPlacements state) {
        return state.safeguards()
                .signed(placement.personId(), placement.facilityId(), P6)
                .isPresent();
    }
}
