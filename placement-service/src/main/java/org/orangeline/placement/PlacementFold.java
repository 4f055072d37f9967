package org.orangeline.placement;

import static org.orangeline.placement.PlacementSteps.alarm;
import static org.orangeline.placement.PlacementSteps.anew;
import static org.orangeline.placement.PlacementSteps.fact;
import static org.orangeline.placement.PlacementSteps.meanwhile;
import static org.orangeline.placement.PlacementSteps.on;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Recorded;
import org.orangeline.events.model.Basis;
import org.orangeline.events.placement.AbsenceEnded;
import org.orangeline.events.placement.AbsenceOverdue;
import org.orangeline.events.placement.AbsenceStarted;
import org.orangeline.events.placement.AppealLodged;
import org.orangeline.events.placement.BasisChanged;
import org.orangeline.events.placement.BornInCustody;
import org.orangeline.events.placement.BureauNotified;
import org.orangeline.events.placement.CapacityChangeRequested;
import org.orangeline.events.placement.CapacityChanged;
import org.orangeline.events.placement.CardIssued;
import org.orangeline.events.placement.ConsentWithdrawn;
import org.orangeline.events.placement.ConvoyArrived;
import org.orangeline.events.placement.ConvoyCancelled;
import org.orangeline.events.placement.ConvoyDeparted;
import org.orangeline.events.placement.ConvoyPlanned;
import org.orangeline.events.placement.DidNotArrive;
import org.orangeline.events.placement.DiedInCustody;
import org.orangeline.events.placement.DutyNotOverdue;
import org.orangeline.events.placement.DutyOverdue;
import org.orangeline.events.placement.Escaped;
import org.orangeline.events.placement.FacilityChangeRequested;
import org.orangeline.events.placement.FacilityChanged;
import org.orangeline.events.placement.FacilityRegistered;
import org.orangeline.events.placement.FactWithdrawn;
import org.orangeline.events.placement.FoundInside;
import org.orangeline.events.placement.HandedOver;
import org.orangeline.events.placement.InquiryOpened;
import org.orangeline.events.placement.KeepApartDeclared;
import org.orangeline.events.placement.KeepApartLifted;
import org.orangeline.events.placement.LineBureauNotified;
import org.orangeline.events.placement.LineDutyOverdue;
import org.orangeline.events.placement.LineInquiryOpened;
import org.orangeline.events.placement.LineReasonsTold;
import org.orangeline.events.placement.LineReviewHeld;
import org.orangeline.events.placement.NonRefoulementAssessed;
import org.orangeline.events.placement.OverrideRequested;
import org.orangeline.events.placement.OverrideRevoked;
import org.orangeline.events.placement.OverrideSigned;
import org.orangeline.events.placement.PersonFound;
import org.orangeline.events.placement.PersonMissing;
import org.orangeline.events.placement.PersonPlacementEvent;
import org.orangeline.events.placement.PlacedInDetention;
import org.orangeline.events.placement.PlacementCancelled;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.placement.PlacementProposed;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.ProposalWithdrawn;
import org.orangeline.events.placement.QuestionOverdue;
import org.orangeline.events.placement.QuestionSettled;
import org.orangeline.events.placement.ReasonsTold;
import org.orangeline.events.placement.ReceiverRegistered;
import org.orangeline.events.placement.ReceiverRequested;
import org.orangeline.events.placement.ReleasedFromDetention;
import org.orangeline.events.placement.ReviewHeld;
import org.orangeline.events.placement.RollChecked;
import org.orangeline.events.placement.RuleKeptAgain;
import org.orangeline.events.placement.SettlementRequested;
import org.orangeline.events.placement.ShelterProvided;
import org.orangeline.events.placement.TransferCancelled;
import org.orangeline.events.placement.TransferOrdered;
import org.orangeline.events.placement.Transferred;
import org.orangeline.events.placement.WithdrawalRequested;
import org.orangeline.placement.convoys.Convoy;
import org.orangeline.placement.custody.Absence;
import org.orangeline.placement.duties.Liberty;
import org.orangeline.placement.duties.Started;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.facilities.RollCheck;
import org.orangeline.placement.orders.Beginnings;
import org.orangeline.placement.orders.Missing;
import org.orangeline.placement.orders.Place;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Withdrawal;
import org.orangeline.placement.proposals.Proposal;

/** The one way to apply an event of placement-service. */
final class PlacementFold {

    private PlacementFold() {}

    static PlacementState evolve(PlacementState state, Recorded<? extends DomainEvent> recorded) {
        if (!(recorded.event() instanceof PlacementEvent event)) {
            throw new IllegalArgumentException("not an event of placement-service");
        }
        String operation = recorded.envelope().operation();
        OperationPlacements before = state.operation(operation);
        OperationPlacements after =
                switch (event) {
                    case PersonPlacementEvent person -> person(before, person, recorded);
                    case BornInCustody born ->
                            born(before, born, Started.by(recorded).told(born.bornAt()));
                    case FacilityRegistered registered ->
                            before.with(Facility.registered(registered));
                    case ReceiverRegistered registered ->
                            before.with(before.safeguards().with(registered));
                    case CapacityChangeRequested requested ->
                            before.with(
                                    FacilityFold.request(requested, recorded.envelope().actor()));
                    case CapacityChanged changed -> FacilityFold.capacity(before, changed);
                    case RollChecked checked ->
                            before.change(
                                    checked.facilityId(),
                                    facility ->
                                            facility.checked(
                                                    RollCheck.of(
                                                            checked,
                                                            recorded.envelope().time(),
                                                            recorded.envelope().actor())));
                    case FacilityChangeRequested requested ->
                            before.with(
                                    FacilityFold.request(requested, recorded.envelope().actor()));
                    case FacilityChanged changed -> FacilityFold.changed(before, changed, recorded);
                    case ReceiverRequested requested ->
                            before.with(
                                    before.safeguards()
                                            .with(requested, recorded.envelope().actor()));
                    case ConvoyPlanned planned ->
                            before.with(
                                    Convoy.planned(
                                            planned.convoyId(),
                                            planned.facilityId(),
                                            planned.personIds(),
                                            recorded.envelope().time()));
                    case ConvoyDeparted departed -> departed(before, departed, recorded);
                    case ConvoyCancelled cancelled ->
                            before.with(
                                    before.convoy(cancelled.convoyId())
                                            .orElseThrow()
                                            .cancelled(recorded.envelope().time()));
                    case ConvoyArrived arrived ->
                            before.with(
                                    before.convoy(arrived.convoyId())
                                            .orElseThrow()
                                            .arrived(
                                                    arrived.missing(),
                                                    recorded.envelope().actor(),
                                                    recorded.envelope().time()));
                };
        return state.with(
                operation,
                after.with(
                        after.flow()
                                .count(EventTypes.of(event).name(), recorded.envelope().time())));
    }

    private static OperationPlacements person(
            OperationPlacements state, PersonPlacementEvent event, Recorded<?> recorded) {
        Started started = Started.by(recorded);
        return switch (event) {
            case PlacementProposed proposed -> state.with(Proposal.of(proposed, started));
            case PlacementOrdered ordered ->
                    CustodyFold.ordered(state, ordered, started)
                            .withoutProposal(ordered.personId())
                            .useOverrides(ordered.placementId());
            case PlacementCancelled cancelled -> cancelled(state, cancelled, started);
            case PlacementQuestioned _,
                    SettlementRequested _,
                    QuestionSettled _,
                    RuleKeptAgain _,
                    QuestionOverdue _ ->
                    QuestionFold.evolve(state, event, recorded.envelope(), started);
            case BasisChanged changed ->
                    anew(
                            state,
                            changed.placementId(),
                            placement ->
                                    CustodyFold.changed(
                                            state,
                                            placement,
                                            changed,
                                            recorded.envelope().actor(),
                                            started));
            case ProposalWithdrawn withdrawn -> withdrawn(state, withdrawn);
            case PlacedInDetention placed ->
                    admitted(state, placed, placed.placementId(), started.told(placed.at()));
            case ShelterProvided sheltered ->
                    admitted(
                            state,
                            sheltered,
                            sheltered.placementId(),
                            started.told(sheltered.at()));
            case FoundInside found -> MoveFold.found(state, found, started);
            case TransferOrdered ordered ->
                    MoveFold.transferOrdered(state, ordered, recorded.envelope().actor(), started)
                            .withoutProposal(ordered.personId());
            case TransferCancelled cancelled ->
                    MoveFold.transferCancelled(state, cancelled.placementId());
            case Transferred transferred ->
                    MoveFold.transferred(state, transferred, started.told(transferred.at()));
            case AbsenceStarted absence ->
                    MoveFold.absent(state, absence, started.told(absence.at()));
            case AbsenceEnded ended ->
                    fact(
                            state,
                            ended,
                            ended.placementId(),
                            started,
                            p -> p.back(started.told(ended.at())));
            case ReleasedFromDetention released ->
                    ended(state, released, released.placementId(), started.told(released.at()))
                            .withoutProposal(released.personId());
            case Escaped escaped ->
                    ended(state, escaped, escaped.placementId(), started.told(escaped.noticedAt()));
            case DiedInCustody died ->
                    ended(state, died, died.placementId(), started.told(died.diedAt()))
                            .withoutProposal(died.personId())
                            .withDeath(died.personId());
            case HandedOver handed ->
                    ended(
                                    state.useOverrides(handed.placementId()),
                                    handed,
                                    handed.placementId(),
                                    started.told(handed.at()))
                            .withoutProposal(handed.personId());
            case DidNotArrive missing ->
                    meanwhile(
                            state,
                            missing.placementId(),
                            p ->
                                    p.missing(
                                            new Missing(missing.convoyId()),
                                            since(state, missing, started)));
            case PersonMissing missing ->
                    meanwhile(
                            state,
                            missing.placementId(),
                            p ->
                                    p.missing(
                                            new Missing(null),
                                            started.told(missing.missingSince())));
            case AbsenceOverdue overdue ->
                    alarm(
                            state,
                            overdue.placementId(),
                            absence(state, overdue),
                            p ->
                                    p.missing(
                                            new Missing(null),
                                            started.told(overdue.expectedBack())));
            case PersonFound found ->
                    meanwhile(
                            state, found.placementId(), p -> p.back(started.told(found.foundAt())));
            case InquiryOpened opened ->
                    meanwhile(state, opened.placementId(), Placement::inquired);
            case WithdrawalRequested requested ->
                    on(
                            state,
                            requested.placementId(),
                            p ->
                                    p.with(
                                            new Withdrawal(
                                                    requested.withdrawalId(),
                                                    recorded.envelope().actor())));
            case FactWithdrawn withdrawn -> Withdrawals.fold(state, withdrawn, started);
            case ConsentWithdrawn withdrawn ->
                    anew(
                                    state,
                                    withdrawn.placementId(),
                                    placement ->
                                            placement
                                                    .withoutConsent()
                                                    .freed(
                                                            Liberty.claimed(
                                                                    started.told(withdrawn.at()))))
                            .withCustody(
                                    withdrawn.personId(),
                                    custody -> custody.tookBack(started.told(withdrawn.at())));
            case ReasonsTold _,
                    CardIssued _,
                    BureauNotified _,
                    ReviewHeld _,
                    AppealLodged _,
                    DutyOverdue _,
                    DutyNotOverdue _,
                    LineReasonsTold _,
                    LineBureauNotified _,
                    LineReviewHeld _,
                    LineInquiryOpened _,
                    LineDutyOverdue _ ->
                    CustodyFold.done(state, event, recorded.envelope().actor(), started);
            case OverrideRequested requested ->
                    state.with(state.safeguards().with(requested, recorded.envelope().actor()));
            case OverrideSigned signed ->
                    state.with(state.safeguards().with(signed, recorded.envelope().actor()));
            case OverrideRevoked revoked -> state.with(state.safeguards().with(revoked));
            case KeepApartDeclared declared -> state.with(state.safeguards().with(declared));
            case KeepApartLifted lifted ->
                    state.with(state.safeguards().with(lifted, recorded.envelope().actor()));
            case NonRefoulementAssessed assessed ->
                    state.with(
                            state.safeguards()
                                    .with(assessed, started.at(), recorded.envelope().actor()));
        };
    }

    private static OperationPlacements departed(
            OperationPlacements state, ConvoyDeparted event, Recorded<?> recorded) {
        OperationPlacements after =
                state.with(
                        state.convoy(event.convoyId())
                                .orElseThrow()
                                .departed(
                                        event.personIds(),
                                        event.departedAt(),
                                        recorded.envelope().actor(),
                                        recorded.envelope().time()));
        for (UUID person : event.personIds()) {
            Optional<Placement> travels = after.openPlacement(person);
            if (travels.isPresent()) {
                after = after.useOverrides(travels.get().placementId());
            }
        }
        return after;
    }

    private static OperationPlacements withdrawn(
            OperationPlacements state, ProposalWithdrawn event) {
        return state.proposal(event.personId())
                        .filter(proposal -> proposal.proposalId().equals(event.proposalId()))
                        .isPresent()
                ? state.withoutProposal(event.personId())
                : state;
    }

    /** Since when somebody is missing who did not arrive: since the convoy left. */
    private static Started since(OperationPlacements state, DidNotArrive missing, Started started) {
        return started.told(state.convoy(missing.convoyId()).map(Convoy::departedAt).orElse(null));
    }

    /** Id of the event that began the absence. */
    private static @Nullable String absence(OperationPlacements state, AbsenceOverdue overdue) {
        return state.placement(overdue.placementId())
                .map(Placement::absence)
                .map(Absence::startedBy)
                .orElse(null);
    }

    private static OperationPlacements admitted(
            OperationPlacements state,
            PersonPlacementEvent event,
            UUID placementId,
            Started started) {
        return fact(state, event, placementId, started, placement -> placement.admitted(started))
                .useOverrides(placementId);
    }

    private static OperationPlacements cancelled(
            OperationPlacements state, PlacementCancelled event, Started started) {
        Place place = state.placement(event.placementId()).orElseThrow().place();
        return anew(state, event.placementId(), placement -> placement.cancelled(started))
                .spendOverrides(event.placementId(), place.facilityId());
    }

    private static OperationPlacements ended(
            OperationPlacements state,
            PersonPlacementEvent event,
            UUID placementId,
            Started started) {
        Placement before = state.placement(placementId).orElseThrow();
        OperationPlacements after =
                fact(
                        state,
                        event,
                        placementId,
                        started,
                        placement ->
                                event instanceof DiedInCustody
                                        ? placement.died(started)
                                        : placement.ended(started));
        Place to = before.destination();
        OperationPlacements free =
                to.facilityId().equals(before.facilityId())
                        ? after
                        : after.spendOverrides(placementId, to.facilityId());
        return free.spendOverrides(placementId, before.facilityId());
    }

    private static OperationPlacements born(
            OperationPlacements state, BornInCustody event, Started started) {
        Placement mother = state.openPlacement(event.personId()).orElseThrow();
        Basis basis =
                mother.basis().isDetention() ? Basis.ACCOMPANYING_FAMILY : Basis.VOLUNTARY_SHELTER;
        Placement child =
                Beginnings.born(
                        event.placementId(),
                        event.childId(),
                        mother.place(),
                        basis,
                        CustodyFold.isHeld(state, basis, mother.facilityId()),
                        event.personId(),
                        started);
        return state.with(child.with(Withdrawals.undo(event, state, started)));
    }
}
