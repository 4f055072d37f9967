package org.orangeline.intake;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.events.Service;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.intake.ConflictCommand.CorrectFromStore;
import org.orangeline.intake.ConflictCommand.SettleConflict;
import org.orangeline.intake.DepartureCommand.ConfirmDepartureWithdrawal;
import org.orangeline.intake.DepartureCommand.RecordDeath;
import org.orangeline.intake.DepartureCommand.RecordDeparture;
import org.orangeline.intake.DepartureCommand.RecordReturn;
import org.orangeline.intake.DepartureCommand.RequestDepartureWithdrawal;
import org.orangeline.intake.DuplicateCommand.ConfirmMerge;
import org.orangeline.intake.DuplicateCommand.DeclineUnmerge;
import org.orangeline.intake.DuplicateCommand.DismissDuplicate;
import org.orangeline.intake.DuplicateCommand.MergePersons;
import org.orangeline.intake.DuplicateCommand.ReportPossibleDuplicate;
import org.orangeline.intake.DuplicateCommand.UnmergePersons;
import org.orangeline.intake.FamilyCommand.FindChildAlone;
import org.orangeline.intake.FamilyCommand.LinkFamily;
import org.orangeline.intake.FamilyCommand.ReuniteChild;
import org.orangeline.intake.FamilyCommand.UnlinkFamily;
import org.orangeline.intake.FamilyCommand.VerifyCarer;
import org.orangeline.intake.IntakeCommand.CorrectArrivalTime;
import org.orangeline.intake.IntakeCommand.CorrectDetails;
import org.orangeline.intake.IntakeCommand.OpenOperation;
import org.orangeline.intake.IntakeCommand.RecordSensitiveNeeds;
import org.orangeline.intake.IntakeCommand.RegisterArrival;
import org.orangeline.intake.IntakeCommand.RegisterBirth;
import org.orangeline.intake.IntakeCommand.WithdrawRegistration;
import org.orangeline.intake.OperationCommand.ApproveLegalProfile;
import org.orangeline.intake.OperationCommand.ChangeGroupingPlan;
import org.orangeline.intake.OperationCommand.RequestLegalProfile;
import org.orangeline.intake.PreRegistrationCommand.ClosePreRegistration;
import org.orangeline.intake.PreRegistrationCommand.PreRegisterGroup;
import org.orangeline.intake.PropertyCommand.ReceiveProperty;
import org.orangeline.intake.PropertyCommand.ReturnProperty;
import org.orangeline.intake.ages.AgeDecider;
import org.orangeline.intake.arrival.ArrivalDecider;
import org.orangeline.intake.arrival.ArrivalTimeDecider;
import org.orangeline.intake.arrival.DepartureDecider;
import org.orangeline.intake.arrival.ReturnDecider;
import org.orangeline.intake.conflicts.ConflictDecider;
import org.orangeline.intake.custody.BirthDecider;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.custody.WhenBirthIsWithdrawnThenWithdrawRegistration;
import org.orangeline.intake.custody.WhenBornInCustodyThenRegisterChild;
import org.orangeline.intake.devices.DeviceDecider;
import org.orangeline.intake.duplicates.DuplicateDecider;
import org.orangeline.intake.duplicates.MergeDecider;
import org.orangeline.intake.emergency.EmergencyDecider;
import org.orangeline.intake.erasure.ErasureDecider;
import org.orangeline.intake.families.CarerDecider;
import org.orangeline.intake.families.ChildrenAlone;
import org.orangeline.intake.families.FamilyDecider;
import org.orangeline.intake.families.LonelinessDecider;
import org.orangeline.intake.families.WhenChildIsAloneThenRaise;
import org.orangeline.intake.families.WhenChildIsNoLongerAloneThenSay;
import org.orangeline.intake.needs.SensitiveNeedsDecider;
import org.orangeline.intake.numbers.NumberDecider;
import org.orangeline.intake.numbers.WhenNumberBlockRunsOutThenClose;
import org.orangeline.intake.operations.OperationDecider;
import org.orangeline.intake.preregistration.PreRegistrationDecider;
import org.orangeline.intake.property.PropertyDecider;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Model;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.SubjectRef;

/** The pure core of intake-service: which decider takes a command, and how events fold. */
public final class IntakeModel implements Model<IntakeCommand, IntakeState, Custody, IntakeEvent> {

    @Override
    public Service service() {
        return Service.INTAKE;
    }

    @Override
    public Set<Service> upstream() {
        return Set.of(Service.PLACEMENT);
    }

    @Override
    public IntakeState emptyOwn() {
        return IntakeState.EMPTY;
    }

    @Override
    public Custody emptyKnown() {
        return Custody.NONE;
    }

    @Override
    public Decision<IntakeEvent> decide(
            IntakeCommand command, IntakeState own, Custody known, Context context) {
        return switch (command) {
            case OpenOperation open -> OperationDecider.open(open, own);
            case RegisterArrival register -> ArrivalDecider.register(register, own, context);
            case CorrectDetails correct -> ArrivalDecider.correct(correct, own, known, context);
            case CorrectArrivalTime time -> ArrivalTimeDecider.correct(time, own, context);
            case RegisterBirth birth -> BirthDecider.register(birth, own, known, context);
            case RecordSensitiveNeeds needs -> SensitiveNeedsDecider.record(needs, own, context);
            case WithdrawRegistration none -> BirthDecider.withdraw(none, own, known, context);
            case ConflictCommand conflict -> decide(conflict, own, known, context);
            case AgeCommand age -> AgeDecider.decide(age, own, context);
            case OperationCommand change -> decide(change, own, context);
            case PreRegistrationCommand group -> decide(group, own);
            case DepartureCommand departure -> decide(departure, own, known, context);
            case FamilyCommand family -> decide(family, own, known, context);
            case DuplicateCommand duplicate -> decide(duplicate, own, known, context);
            case PropertyCommand property -> decide(property, own, context);
            case NumberCommand numbers -> NumberDecider.decide(numbers, own, context);
            case DeviceCommand device -> DeviceDecider.decide(device, own, context);
            case EmergencyCommand access -> EmergencyDecider.decide(access, own, context);
            case ErasureCommand erasure -> ErasureDecider.decide(erasure, own, known, context);
        };
    }

    private static Decision<IntakeEvent> decide(
            ConflictCommand command, IntakeState own, Custody known, Context context) {
        return switch (command) {
            case CorrectFromStore correct -> ConflictDecider.correct(correct, own, known, context);
            case SettleConflict settle -> ConflictDecider.settle(settle, own, known, context);
        };
    }

    private static Decision<IntakeEvent> decide(
            OperationCommand command, IntakeState own, Context context) {
        return switch (command) {
            case ChangeGroupingPlan change -> OperationDecider.change(change, own);
            case RequestLegalProfile request -> OperationDecider.request(request, own, context);
            case ApproveLegalProfile approve -> OperationDecider.approve(approve, own, context);
        };
    }

    private static Decision<IntakeEvent> decide(PreRegistrationCommand command, IntakeState own) {
        return switch (command) {
            case PreRegisterGroup count -> PreRegistrationDecider.register(count, own);
            case ClosePreRegistration close -> PreRegistrationDecider.close(close, own);
        };
    }

    private static Decision<IntakeEvent> decide(
            DepartureCommand command, IntakeState own, Custody known, Context context) {
        return switch (command) {
            case RecordReturn back -> ReturnDecider.comeBack(back, own, known, context);
            case RequestDepartureWithdrawal ask -> ReturnDecider.request(ask, own, context);
            case ConfirmDepartureWithdrawal confirm -> ReturnDecider.confirm(confirm, own, context);
            case RecordDeparture leave -> DepartureDecider.leave(leave, own, known, context);
            case RecordDeath death -> DepartureDecider.die(death, own, known, context);
        };
    }

    private static Decision<IntakeEvent> decide(
            FamilyCommand command, IntakeState own, Custody known, Context context) {
        return switch (command) {
            case LinkFamily link -> FamilyDecider.link(link, own, context);
            case UnlinkFamily unlink -> FamilyDecider.unlink(unlink, own, known, context);
            case VerifyCarer verify -> CarerDecider.verify(verify, own, context);
            case FindChildAlone find -> LonelinessDecider.find(find, own, known, context);
            case ReuniteChild reunite -> LonelinessDecider.reunite(reunite, own, known);
        };
    }

    private static Decision<IntakeEvent> decide(
            DuplicateCommand command, IntakeState own, Custody known, Context context) {
        return switch (command) {
            case ReportPossibleDuplicate report -> DuplicateDecider.report(report, own);
            case DismissDuplicate dismiss -> DuplicateDecider.dismiss(dismiss, own, context);
            case MergePersons merge ->
                    BirthDecider.unlessWithdrawn(
                            MergeDecider.merge(merge, own, known, context),
                            merge.operation(),
                            known);
            case ConfirmMerge confirm ->
                    BirthDecider.unlessWithdrawn(
                            MergeDecider.confirm(confirm, own, known, context),
                            confirm.operation(),
                            known);
            case UnmergePersons unmerge -> MergeDecider.unmerge(unmerge, own, context);
            case DeclineUnmerge decline -> MergeDecider.decline(decline, own, context);
        };
    }

    private static Decision<IntakeEvent> decide(
            PropertyCommand command, IntakeState own, Context context) {
        return switch (command) {
            case ReceiveProperty receive -> PropertyDecider.receive(receive, own, context);
            case ReturnProperty giveBack -> PropertyDecider.giveBack(giveBack, own, context);
        };
    }

    @Override
    public IntakeState evolve(IntakeState own, Recorded<? extends DomainEvent> recorded) {
        return IntakeFold.evolve(own, recorded);
    }

    @Override
    public Custody learn(Custody known, Recorded<? extends DomainEvent> recorded) {
        return known.learn(recorded);
    }

    @Override
    public List<Reaction<IntakeCommand>> react(SubjectRef subject, IntakeState own, Custody known) {
        return Stream.of(
                        WhenBornInCustodyThenRegisterChild.react(subject, own, known),
                        WhenBirthIsWithdrawnThenWithdrawRegistration.react(subject, own, known),
                        WhenChildIsNoLongerAloneThenSay.react(subject, own, known),
                        WhenChildIsAloneThenRaise.react(subject, own, known),
                        WhenNumberBlockRunsOutThenClose.react(subject, own))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Stream<SubjectRef> subjects(IntakeState own, Custody known) {
        return Stream.concat(
                known.subjects(),
                own.operations().entrySet().stream()
                        .flatMap(operation ->
                                Stream.concat(
                                                ChildrenAlone.subjects(operation.getValue()),
                                                operation.getValue().numberBlocks().running())
                                        .map(id -> new SubjectRef(operation.getKey(), id))));
    }
}
