package org.orangeline.placement;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.events.Service;
import org.orangeline.events.intake.LegalProfileChanged;
import org.orangeline.events.placement.FacilityChanged;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.placement.LeavingCommand.HandOverPeople;
import org.orangeline.placement.LeavingCommand.ReleasePeople;
import org.orangeline.placement.PlacementCommand.AdmitPerson;
import org.orangeline.placement.PlacementCommand.CancelPlacement;
import org.orangeline.placement.PlacementCommand.ChangeBasis;
import org.orangeline.placement.PlacementCommand.OrderPlacement;
import org.orangeline.placement.PlacementCommand.OrderTogether;
import org.orangeline.placement.PlacementCommand.ProposeBeside;
import org.orangeline.placement.PlacementCommand.ProposePlacement;
import org.orangeline.placement.PlacementCommand.ProposeTransfer;
import org.orangeline.placement.PlacementCommand.RegisterFacility;
import org.orangeline.placement.PlacementCommand.WithdrawProposal;
import org.orangeline.placement.RollCommand.CheckRoll;
import org.orangeline.placement.TransferCommand.OrderTransfer;
import org.orangeline.placement.convoys.ConvoyDecider;
import org.orangeline.placement.custody.CustodyDecider;
import org.orangeline.placement.custody.HandOverDecider;
import org.orangeline.placement.custody.RollDecider;
import org.orangeline.placement.duties.DutyDecider;
import org.orangeline.placement.duties.LineDutyDecider;
import org.orangeline.placement.facilities.CapacityDecider;
import org.orangeline.placement.facilities.FacilityChangeDecider;
import org.orangeline.placement.facilities.FacilityDecider;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.AdmissionDecider;
import org.orangeline.placement.orders.BasisDecider;
import org.orangeline.placement.orders.OrderDecider;
import org.orangeline.placement.orders.ReleaseDecider;
import org.orangeline.placement.proposals.ProposalDecider;
import org.orangeline.placement.questions.QuestionDecider;
import org.orangeline.placement.safeguards.ReceiverDecider;
import org.orangeline.placement.safeguards.SafeguardDecider;
import org.orangeline.placement.transfers.TransferDecider;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Model;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.SubjectRef;

/** The pure core of placement-service: which decider takes a command, and how events fold. */
public final class PlacementModel
        implements Model<PlacementCommand, PlacementState, Knowledge, PlacementEvent> {

    @Override
    public Service service() {
        return Service.PLACEMENT;
    }

    @Override
    public Set<Service> upstream() {
        return Set.of(Service.INTAKE, Service.SCREENING);
    }

    @Override
    public PlacementState emptyOwn() {
        return PlacementState.EMPTY;
    }

    @Override
    public Knowledge emptyKnown() {
        return Knowledge.NOTHING;
    }

    @Override
    public Decision<PlacementEvent> decide(
            PlacementCommand command, PlacementState own, Knowledge known, Context context) {
        if (!known.isOpen(command.operation())) {
            return Decision.refuse(Refusal.notFound("There is no such operation."));
        }
        OperationPlacements state = own.operation(command.operation());
        KnownOperation facts = known.operation(command.operation());
        return switch (command) {
            case RegisterFacility register -> FacilityDecider.register(register, state, context);
            case OrderPlacement order -> OrderDecider.order(List.of(order), state, facts, context);
            case OrderTogether together ->
                    OrderDecider.order(together.orders(), state, facts, context);
            case CancelPlacement cancel -> OrderDecider.cancel(cancel, state, facts, context);
            case AdmitPerson admit -> AdmissionDecider.admit(admit, state, facts, context);
            case ReceiverCommand receiver -> ReceiverDecider.decide(receiver, state, context);
            case FacilityCommand facility ->
                    FacilityChangeDecider.decide(facility, state, facts, context);
            case ReleasePeople release -> ReleaseDecider.decide(release, state, facts, context);
            case HandOverPeople over -> HandOverDecider.decide(over, state, facts, context);
            case ProposePlacement propose ->
                    ProposalDecider.propose(propose, state, facts, context);
            case ProposeBeside beside -> ProposalDecider.beside(beside, state, facts, context);
            case ProposeTransfer transfer ->
                    ProposalDecider.transfer(transfer, state, facts, context);
            case WithdrawProposal withdraw ->
                    ProposalDecider.withdraw(withdraw, state, facts, context);
            case ChangeBasis change -> BasisDecider.change(change, state, facts, context);
            case CheckRoll check -> RollDecider.check(check, state, facts, context);
            case CapacityCommand capacity -> CapacityDecider.decide(capacity, state, context);
            case TransferCommand transfer ->
                    TransferDecider.decide(transfer, state, facts, context);
            case ConvoyCommand convoy -> ConvoyDecider.decide(convoy, state, facts, context);
            case CustodyCommand custody -> CustodyDecider.decide(custody, state, facts, context);
            case LineCommand line -> LineDutyDecider.decide(line, state, facts, context);
            case DutyCommand duty -> DutyDecider.decide(duty, state, facts, context);
            case QuestionCommand question ->
                    QuestionDecider.decide(question, state, facts, context);
            case SafeguardCommand safeguard ->
                    SafeguardDecider.decide(safeguard, state, facts, context);
        };
    }

    @Override
    public PlacementState evolve(PlacementState own, Recorded<? extends DomainEvent> recorded) {
        return PlacementFold.evolve(own, recorded);
    }

    @Override
    public Knowledge learn(Knowledge known, Recorded<? extends DomainEvent> recorded) {
        return known.learn(recorded);
    }

    @Override
    public List<Reaction<PlacementCommand>> react(
            SubjectRef subject, PlacementState own, Knowledge known) {
        return PlacementReactions.react(subject, own, known);
    }

    // P3 and P13: an age or a finding that protects somebody may have been recorded meanwhile. What
    // already is so is recorded all the same.
    @Override
    public boolean needsOthers(PlacementCommand command) {
        return switch (command) {
            case OrderPlacement _,
                    OrderTogether _,
                    OrderTransfer _,
                    ChangeBasis _,
                    HandOverPeople _ ->
                    true;
            default -> false;
        };
    }

    // Other limits are other times at which duties run out.
    @Override
    public boolean concernsEverybody(DomainEvent event) {
        return event instanceof LegalProfileChanged;
    }

    // Where nobody may leave any more, everybody has duties.
    @Override
    public boolean ownConcernsEverybody(Class<? extends DomainEvent> event) {
        return event == FacilityChanged.class;
    }

    @Override
    public Stream<SubjectRef> subjects(PlacementState own, Knowledge known) {
        return known.operations().entrySet().stream()
                .flatMap(operation ->
                        Stream.concat(
                                        operation.getValue().facts().keySet().stream(),
                                        own
                                                .operation(operation.getKey())
                                                .byPerson()
                                                .keySet()
                                                .stream())
                                .distinct()
                                .map(person -> new SubjectRef(operation.getKey(), person)));
    }
}
