package org.orangeline.placement.duties;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.ReviewOutcome;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.ReviewHeld;
import org.orangeline.placement.DutyCommand.HoldReview;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.knowledge.Conclusion;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.OnPlacement;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.placement.proposals.ProposalDecider;
import org.orangeline.placement.rules.PlacementCase;
import org.orangeline.placement.rules.PlacementRules;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/** P10, P13, P19: a review of somebody who is held, by another human than who decided on it. */
final class ReviewDecider {

    private ReviewDecider() {}

    // Who waits in a line under guard is held already, so an order is reviewed before the
    // admission.
    static Decision<PlacementEvent> reviewed(
            HoldReview command,
            Placement held,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        if (!OnPlacement.isOpenAt(held, command.at())) {
            return Decision.refuse(
                    Refusal.conflict("The placement has ended; it is " + held.status() + "."));
        }
        if (!held.held()) {
            return Decision.refuse(
                    Refusal.rule(
                            "P10",
                            "Only detention is reviewed; who is sheltered with consent may leave at"
                                    + " any time."));
        }
        // A review counts for every registration of the person.
        if (new Whereabouts(state, known).isDecidedBy(context.actor().text(), held)) {
            return Decision.refuse(
                    Refusal.rule(
                            "P10",
                            "A review is held by somebody else than who ordered the placement or a"
                                    + " transfer, or changed its basis."));
        }
        if (command.outcome() == ReviewOutcome.CONTINUE) {
            Optional<Refusal> refused = keepsFromLiberty(held, command.at(), state, known, context);
            if (refused.isPresent()) {
                return Decision.refuse(refused.get());
            }
        }
        if (command.appealId() != null
                && !held.duties().appeals().containsKey(command.appealId().toString())) {
            return Decision.refuse(Refusal.conflict("That appeal is not open."));
        }
        var event =
                new ReviewHeld(
                        held.personId(),
                        held.placementId(),
                        held.facilityId(),
                        context.newId("review"),
                        command.outcome(),
                        command.members(),
                        command.appealId(),
                        Confidential.of(command.reason().text()),
                        command.at());
        var when = new Started("", context.now()).toldAtMost(command.at());
        Decision<PlacementEvent> decision =
                DutyDecider.done(
                        "the review",
                        command.at(),
                        held,
                        held.reviewed(event, context.actor().text(), when),
                        event,
                        known,
                        context);
        boolean counts = held.status().isOpen() && !held.duties().isReviewedAfter(when);
        return counts
                        && command.outcome() == ReviewOutcome.RELEASE
                        && decision instanceof Decision.Accepted<PlacementEvent> accepted
                ? Decision.accept(
                        Stream.concat(
                                        accepted.events().stream(),
                                        Stream.of(
                                                ProposalDecider.release(
                                                        held.personId(), "P10", context)))
                                .toList())
                : decision;
    }

    // P13, P19: liberty that was decided is not taken back by who decided it, nor by words alone,
    // nor once it was carried out.
    private static Optional<Refusal> keepsFromLiberty(
            Placement held,
            @Nullable Instant at,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        Liberty decided = held.liberty();
        // A review of before liberty was decided did not say otherwise.
        boolean before = at != null && decided != null && at.isBefore(decided.since().at());
        if (!before
                && known.conclusionsOf(held.personId())
                        .anyMatch(found -> found.finding() == Finding.CIVILIAN)) {
            return Optional.of(ToBeFree.CIVILIAN);
        }
        Optional<PersonFacts> person = known.person(held.personId());
        if (person.isEmpty()) {
            return Optional.empty();
        }
        if (ToBeFree.isOwn(
                Stream.concat(Stream.ofNullable(decided), Registrations.freed(held, state, known)),
                person.get(),
                at,
                context.actor(),
                state,
                known)) {
            return Optional.of(ToBeFree.ANOTHER_HUMAN);
        }
        if (!held.status().isOpen()) {
            return ToBeFree.isDecided(person.get(), held.basis(), held.accompanies(), state, known)
                    ? Optional.of(ToBeFree.CARRIED_OUT)
                    : Optional.empty();
        }
        return decided != null && !before && isWithoutGround(held, state, known, context)
                ? Optional.of(ToBeFree.WITHOUT_GROUND)
                : Optional.empty();
    }

    // P5: nobody is kept by a review alone who has neither a ground nor consented.
    private static boolean isWithoutGround(
            Placement held, OperationPlacements state, KnownOperation known, Context context) {
        return known.conclusionsOf(held.personId()).noneMatch(Conclusion::isGroundToHold)
                && PlacementCase.of(held, state, known, context.now()).stream()
                        .flatMap(one -> PlacementRules.standing(one).stream())
                        .anyMatch(broken -> broken.rule().equals("P5"));
    }
}
