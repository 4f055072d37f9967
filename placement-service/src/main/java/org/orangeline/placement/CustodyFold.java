package org.orangeline.placement;

import static org.orangeline.placement.PlacementSteps.meanwhile;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.ReviewOutcome;
import org.orangeline.events.placement.AppealLodged;
import org.orangeline.events.placement.BasisChanged;
import org.orangeline.events.placement.BureauNotified;
import org.orangeline.events.placement.CardIssued;
import org.orangeline.events.placement.DutyNotOverdue;
import org.orangeline.events.placement.DutyOverdue;
import org.orangeline.events.placement.FoundInside;
import org.orangeline.events.placement.LineBureauNotified;
import org.orangeline.events.placement.LineDutyOverdue;
import org.orangeline.events.placement.LineInquiryOpened;
import org.orangeline.events.placement.LineReasonsTold;
import org.orangeline.events.placement.LineReviewHeld;
import org.orangeline.events.placement.PersonPlacementEvent;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.placement.ReasonsTold;
import org.orangeline.events.placement.ReviewHeld;
import org.orangeline.placement.duties.CustodyFacts;
import org.orangeline.placement.duties.DutyFacts;
import org.orangeline.placement.duties.Started;
import org.orangeline.placement.orders.Beginnings;
import org.orangeline.placement.orders.Moves;
import org.orangeline.placement.orders.OnOtherBasis;
import org.orangeline.placement.orders.Placement;

/**
 * The part of the fold about custody. What is done for a person is noted on the placement and on
 * the custody, so that it counts on when the placement is cancelled and ordered anew.
 */
final class CustodyFold {

    private CustodyFold() {}

    /** Whether somebody on that basis may not leave the facility. */
    static boolean isHeld(OperationPlacements state, Basis basis, String facilityId) {
        return state.facility(facilityId).map(facility -> facility.holds(basis)).orElse(true);
    }

    static OperationPlacements ordered(
            OperationPlacements state, PlacementOrdered event, Started started) {
        return state.with(
                Beginnings.ordered(
                        event,
                        isHeld(state, event.basis(), event.facilityId()),
                        custody(state, event.personId(), started.told(event.custodySince())),
                        state.freeSince(event.personId()),
                        started));
    }

    static Placement found(OperationPlacements state, FoundInside event, Started started) {
        return Beginnings.found(
                event,
                isHeld(state, event.basis(), event.facilityId()),
                custody(state, event.personId(), started.told(event.custodySince())),
                state.freeSince(event.personId()),
                started);
    }

    static Placement changed(
            OperationPlacements state,
            Placement placement,
            BasisChanged event,
            String by,
            Started started) {
        return OnOtherBasis.of(
                placement,
                event,
                isHeld(state, event.basis(), placement.facilityId()),
                custody(state, placement.personId(), started.told(placement.custodySince())),
                by,
                started);
    }

    static Placement foundElsewhere(
            OperationPlacements state, Placement placement, FoundInside event, Started started) {
        CustodyFacts done = custody(state, event.personId(), started.told(event.custodySince()));
        return Moves.found(
                placement,
                event,
                Beginnings.foundDuties(event, done, started),
                Beginnings.liberty(event.custodyStartedBy(), done),
                isHeld(state, event.basis(), event.facilityId()),
                started);
    }

    /** What was done in the custody that began then. */
    static CustodyFacts custody(OperationPlacements state, UUID personId, Started beginning) {
        return state.custody(personId).of(beginning.at(), state.freeSince(personId));
    }

    /**
     * Something was done that the profile asks for, or was reported as not done.
     *
     * @param by who recorded it
     */
    static OperationPlacements done(
            OperationPlacements state, PersonPlacementEvent event, String by, Started started) {
        return switch (event) {
            case ReasonsTold told ->
                    duties(state, told.placementId(), facts -> facts.told(told.at()))
                            .withCustody(
                                    told.personId(),
                                    custody -> custody.told(started.told(told.at())));
            case CardIssued issued ->
                    duties(state, issued.placementId(), facts -> facts.carded(issued.facilityId()));
            case BureauNotified notified ->
                    duties(state, notified.placementId(), facts -> facts.notified(notified.at()))
                            .withCustody(
                                    notified.personId(),
                                    custody -> custody.notified(started.told(notified.at())));
            // Who has left is not kept by a review of before (rule P19).
            case ReviewHeld held ->
                    meanwhile(
                                    answered(state, held.personId(), held.appealId()),
                                    held.placementId(),
                                    placement ->
                                            placement.reviewed(
                                                    held, by, started.toldAtMost(held.at())))
                            .withCustody(
                                    held.personId(),
                                    custody ->
                                            custody.reviewed(
                                                    started.toldAtMost(held.at()),
                                                    outcome(held, state),
                                                    held.appealId(),
                                                    by));
            case AppealLodged lodged ->
                    duties(
                                    state,
                                    lodged.placementId(),
                                    facts ->
                                            facts.appealed(
                                                    lodged.appealId(), started.told(lodged.at())))
                            .withCustody(
                                    lodged.personId(),
                                    custody ->
                                            custody.appealed(
                                                    lodged.appealId(), started.told(lodged.at())));
            case DutyOverdue overdue ->
                    duties(
                                    reported(state, overdue),
                                    overdue.placementId(),
                                    facts -> facts.reported(overdue.kind(), overdue.startedBy()))
                            .withCustody(
                                    overdue.personId(),
                                    custody ->
                                            custody.reported(overdue.kind(), overdue.startedBy()));
            case LineReasonsTold told ->
                    state.withCustody(
                            told.personId(), custody -> custody.told(started.told(told.at())));
            case LineBureauNotified notified ->
                    state.withCustody(
                            notified.personId(),
                            custody -> custody.notified(started.told(notified.at())));
            case LineInquiryOpened opened ->
                    state.withCustody(
                            opened.personId(),
                            custody -> custody.inquired(started.told(opened.at())));
            case LineReviewHeld held ->
                    answered(state, held.personId(), held.appealId())
                            .withCustody(
                                    held.personId(),
                                    custody ->
                                            custody.reviewed(
                                                    started.toldAtMost(held.at()),
                                                    held.outcome(),
                                                    held.appealId(),
                                                    by));
            case LineDutyOverdue overdue ->
                    state.withCustody(
                            overdue.personId(),
                            custody -> custody.reported(overdue.kind(), overdue.startedBy()));
            // Reported once it stays: that it was wrong is told to who was told.
            case DutyNotOverdue done ->
                    state.withCustody(done.personId(), custody -> custody.inTime(done, started));
            default -> state;
        };
    }

    private static ReviewOutcome outcome(ReviewHeld held, OperationPlacements state) {
        boolean left =
                state.placement(held.placementId())
                        .filter(placement -> !placement.status().isOpen())
                        .isPresent();
        return left && held.outcome() == ReviewOutcome.CONTINUE
                ? ReviewOutcome.CHANGE_OF_BASIS
                : held.outcome();
    }

    private static OperationPlacements answered(
            OperationPlacements state, UUID personId, @Nullable UUID appealId) {
        return appealId == null
                ? state
                : elsewhere(
                        state,
                        personId,
                        custody -> custody.appeals().containsKey(appealId.toString()),
                        custody -> custody.answered(appealId),
                        facts -> facts.answered(appealId));
    }

    private static OperationPlacements reported(OperationPlacements state, DutyOverdue event) {
        boolean own =
                state.placement(event.placementId())
                        .filter(placement -> placement.asks(event.kind(), event.startedBy()))
                        .isPresent();
        return own
                ? state
                : elsewhere(
                        state,
                        event.personId(),
                        custody -> custody.holds(event.startedBy()),
                        custody -> custody.reported(event.kind(), event.startedBy()),
                        facts -> facts.reported(event.kind(), event.startedBy()));
    }

    // What is done under one registration about something of another one: of merged people only, so
    // that it may be looked for among all.
    private static OperationPlacements elsewhere(
            OperationPlacements state,
            UUID personId,
            Predicate<CustodyFacts> isThere,
            UnaryOperator<CustodyFacts> change,
            UnaryOperator<DutyFacts> there) {
        if (isThere.test(state.custody(personId))) {
            return state;
        }
        OperationPlacements after = state;
        for (var custody : state.custodies().entrySet()) {
            if (isThere.test(custody.getValue())) {
                UUID other = UUID.fromString(custody.getKey());
                Optional<Placement> open =
                        after.placementsOf(custody.getKey())
                                .filter(placement -> placement.status().isOpen())
                                .findFirst();
                after = after.withCustody(other, change);
                if (open.isPresent()) {
                    after = duties(after, open.get().placementId(), there);
                }
            }
        }
        return after;
    }

    private static OperationPlacements duties(
            OperationPlacements state, UUID placementId, UnaryOperator<DutyFacts> change) {
        return meanwhile(state, placementId, p -> p.with(change.apply(p.duties())));
    }
}
