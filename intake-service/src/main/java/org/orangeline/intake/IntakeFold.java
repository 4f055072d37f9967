package org.orangeline.intake;

import java.util.UUID;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Envelope;
import org.orangeline.events.Recorded;
import org.orangeline.events.intake.AgeAssessed;
import org.orangeline.events.intake.AgeAssessmentRequested;
import org.orangeline.events.intake.ArrivalTimeCorrected;
import org.orangeline.events.intake.ArrivalTimeCorrectionRequested;
import org.orangeline.events.intake.CarerVerified;
import org.orangeline.events.intake.ChildFoundAlone;
import org.orangeline.events.intake.ChildReunited;
import org.orangeline.events.intake.DepartureWithdrawalRequested;
import org.orangeline.events.intake.DepartureWithdrawn;
import org.orangeline.events.intake.DeviceCodeRejected;
import org.orangeline.events.intake.DeviceEnrolled;
import org.orangeline.events.intake.DeviceInvited;
import org.orangeline.events.intake.DeviceRevoked;
import org.orangeline.events.intake.DuplicateDismissed;
import org.orangeline.events.intake.EmergencyAccessErased;
import org.orangeline.events.intake.EmergencyAccessReviewed;
import org.orangeline.events.intake.EmergencyAccessTaken;
import org.orangeline.events.intake.ErasureDeclined;
import org.orangeline.events.intake.ErasureRequested;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.FamilyUnlinkRequested;
import org.orangeline.events.intake.FamilyUnlinked;
import org.orangeline.events.intake.FieldConflictFound;
import org.orangeline.events.intake.FieldConflictSettled;
import org.orangeline.events.intake.GroupPreRegistered;
import org.orangeline.events.intake.GroupingPlanChanged;
import org.orangeline.events.intake.IdentityErased;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.LegalProfileChangeRequested;
import org.orangeline.events.intake.LegalProfileChanged;
import org.orangeline.events.intake.MergeRequested;
import org.orangeline.events.intake.NumberBlockExpired;
import org.orangeline.events.intake.NumberBlockLeased;
import org.orangeline.events.intake.OperationOpened;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.intake.PersonDied;
import org.orangeline.events.intake.PersonIntakeEvent;
import org.orangeline.events.intake.PersonLeft;
import org.orangeline.events.intake.PersonReturned;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.intake.PossibleDuplicateFound;
import org.orangeline.events.intake.PreRegistrationClosed;
import org.orangeline.events.intake.PropertyReceived;
import org.orangeline.events.intake.PropertyReturned;
import org.orangeline.events.intake.RegistrationWithdrawn;
import org.orangeline.events.intake.SensitiveNeedsRecorded;
import org.orangeline.events.intake.UnmergeDeclined;
import org.orangeline.events.intake.UnmergeRequested;
import org.orangeline.intake.ages.AgeAssessment;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.duplicates.Duplicate;
import org.orangeline.intake.families.Carers;
import org.orangeline.intake.families.Families;
import org.orangeline.intake.families.Stated;
import org.orangeline.intake.operations.OperationChange;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.intake.operations.ProfileRequest;
import org.orangeline.intake.preregistration.PreRegistration;
import org.orangeline.intake.property.Receipt;

/** The one way to apply an event of intake-service. */
final class IntakeFold {

    private IntakeFold() {}

    static IntakeState evolve(IntakeState state, Recorded<? extends DomainEvent> recorded) {
        Envelope envelope = recorded.envelope();
        if (!(recorded.event() instanceof IntakeEvent event)) {
            throw new IllegalArgumentException("not an event of intake-service");
        }
        String operation = envelope.operation();
        // Read from the log by those who may: no state holds what they say.
        if (event instanceof SensitiveNeedsRecorded) {
            return state.hiding(envelope.sequence());
        }
        return state.with(
                operation,
                event instanceof OperationOpened opened
                        ? OperationState.open(opened)
                        : evolve(
                                state.require(operation),
                                event,
                                event instanceof PersonIntakeEvent
                                        ? envelope.numbered(state.shown(envelope.sequence()))
                                        : envelope));
    }

    private static OperationState evolve(
            OperationState state, IntakeEvent event, Envelope envelope) {
        return switch (event) {
            case OperationOpened opened -> OperationState.open(opened);
            case GroupingPlanChanged changed -> state.change().plan(changed.plan()).made();
            case LegalProfileChangeRequested requested ->
                    state.change().profileRequest(ProfileRequest.of(requested, envelope)).made();
            case LegalProfileChanged changed ->
                    state.change().legalProfile(changed.legalProfile()).made();
            case GroupPreRegistered counted ->
                    state.change().preRegistration(PreRegistration.of(counted, envelope)).made();
            case PreRegistrationClosed closed ->
                    state.change()
                            .preRegistration(
                                    state.preRegistration(closed.groupId())
                                            .orElseThrow()
                                            .close(envelope.time()))
                            .made();
            case NumberBlockLeased leased ->
                    state.change()
                            .lastCount(leased.to())
                            .numberBlocks(state.numberBlocks().lease(leased, envelope))
                            .made();
            case NumberBlockExpired expired ->
                    state.change().numberBlocks(state.numberBlocks().expire(expired)).made();
            case DeviceInvited invited ->
                    state.change().devices(state.devices().invite(invited, envelope)).made();
            case DeviceEnrolled enrolled ->
                    state.change().devices(state.devices().enrol(enrolled, envelope)).made();
            case DeviceCodeRejected rejected ->
                    state.change().devices(state.devices().guess(rejected, envelope)).made();
            case DeviceRevoked revoked ->
                    state.change().devices(state.devices().revoke(revoked, envelope)).made();
            case ErasureRequested asked ->
                    state.change().erasures(state.erasures().request(asked, envelope)).made();
            case ErasureDeclined declined ->
                    state.change().erasures(state.erasures().decline(declined)).made();
            case EmergencyAccessTaken taken ->
                    state.change().emergencies(state.emergencies().take(taken, envelope)).made();
            case EmergencyAccessReviewed reviewed ->
                    state.change()
                            .emergencies(state.emergencies().review(reviewed, envelope))
                            .made();
            // Who took it and what was found is no part of the identity; the words are unreadable.
            case EmergencyAccessErased _ -> state;
            case PersonIntakeEvent person -> evolve(state, person, envelope);
        };
    }

    private static OperationState evolve(
            OperationState state, PersonIntakeEvent event, Envelope envelope) {
        OperationChange change = state.change();
        return switch (event) {
            case PersonArrived arrived ->
                    state.withArrival(
                            Person.arrive(arrived, envelope),
                            arrived.device() == null ? null : arrived.device().deviceId(),
                            envelope.actor());
            case PersonDetailsCorrected corrected -> correct(state, corrected, envelope);
            case ArrivalTimeCorrectionRequested asked ->
                    change.person(state.require(asked.personId()).ask(asked, envelope)).made();
            case ArrivalTimeCorrected corrected ->
                    change.person(state.require(corrected.personId()).correct(corrected)).made();
            case FieldConflictFound found ->
                    change.conflicts(state.conflicts().find(found, envelope))
                            .families(
                                    found.family() == null
                                            ? state.families()
                                            : state.families()
                                                    .claimed(
                                                            found.family().groupId(),
                                                            found.deviceId(),
                                                            envelope.actor()))
                            .made();
            case FieldConflictSettled settled ->
                    change.conflicts(state.conflicts().settle(settled)).made();
            case AgeAssessmentRequested asked ->
                    change.conflicts(
                                    state.conflicts()
                                            .assess(AgeAssessment.requested(asked, envelope)))
                            .made();
            case AgeAssessed assessed ->
                    change.conflicts(state.conflicts().assess(confirmed(state, assessed, envelope)))
                            .made();
            case PersonLeft left ->
                    change.person(state.require(left.personId()).leave(left)).made();
            case PersonDied died -> change.person(state.require(died.personId()).die(died)).made();
            case SensitiveNeedsRecorded _ -> throw new IllegalStateException("hidden above");
            case PersonReturned returned ->
                    change.person(state.require(returned.personId()).comeBack(envelope)).made();
            case DepartureWithdrawalRequested asked ->
                    change.person(state.require(asked.personId()).doubt(asked, envelope.actor()))
                            .made();
            case DepartureWithdrawn withdrawn ->
                    change.person(state.require(withdrawn.personId()).recall()).made();
            case RegistrationWithdrawn withdrawn ->
                    change.person(state.require(withdrawn.personId()).withdraw(envelope)).made();
            case IdentityErased erased ->
                    change.person(state.require(erased.personId()).erase())
                            .erasures(state.erasures().erase(erased))
                            .conflicts(state.conflicts().erase(erased.personId().toString()))
                            .made();
            case FamilyLinked linked ->
                    change.families(
                                    families(state, linked)
                                            .link(
                                                    linked,
                                                    envelope.actor(),
                                                    isOfBirth(state, linked, envelope)))
                            .made();
            case CarerVerified verified ->
                    change.families(state.families().verify(verified)).made();
            case FamilyUnlinkRequested asked ->
                    change.families(state.families().doubt(asked, envelope.actor())).made();
            case FamilyUnlinked unlinked ->
                    change.families(state.families().unlink(unlinked)).made();
            case ChildFoundAlone alone ->
                    change.families(state.families().raise(alone, envelope)).made();
            case ChildReunited reunited ->
                    change.families(state.families().settle(reunited, envelope)).made();
            case PossibleDuplicateFound found ->
                    change.duplicate(Duplicate.found(found, envelope)).made();
            case DuplicateDismissed dismissed ->
                    change.duplicate(
                                    duplicate(state, dismissed.personId(), dismissed.otherId())
                                            .dismiss())
                            .made();
            case PersonsMerged merged ->
                    change.merges(state.merges().merge(merged, envelope)).made();
            case MergeRequested asked ->
                    change.merges(state.merges().request(asked, envelope)).made();
            case UnmergeRequested asked ->
                    change.merges(state.merges().doubt(asked, envelope)).made();
            case UnmergeDeclined declined -> change.merges(state.merges().uphold(declined)).made();
            case PersonsUnmerged unmerged -> change.merges(state.merges().unmerge(unmerged)).made();
            case PropertyReceived received -> change.receipt(Receipt.of(received, envelope)).made();
            case PropertyReturned returned ->
                    change.receipt(state.receipt(returned.receiptId()).orElseThrow().give(returned))
                            .made();
        };
    }

    // Where nothing was said of the two, what was verified was verified of another person: of one
    // that a registration was merged with.
    private static Families families(OperationState state, FamilyLinked event) {
        String person = event.personId().toString();
        String relative = event.relativeId().toString();
        return Carers.role(state, person, relative).isPresent()
                        || Carers.role(state, relative, person).isPresent()
                ? state.families()
                : state.families().unverified(person, relative);
    }

    // A birth registers the child and its mother's link in one decision, one after the other.
    private static boolean isOfBirth(OperationState state, FamilyLinked event, Envelope envelope) {
        return state.person(event.personId())
                .filter(child ->
                        child.bornIn() != null && child.version() + 1 == envelope.sequence())
                .isPresent();
    }

    private static AgeAssessment confirmed(
            OperationState state, AgeAssessed event, Envelope envelope) {
        return state.conflicts()
                .assessment(event.assessmentId())
                .orElseThrow()
                .confirmed(event, envelope, state);
    }

    private static OperationState correct(
            OperationState state, PersonDetailsCorrected event, Envelope envelope) {
        Person before = state.require(event.personId());
        Person after = before.correct(event, envelope);
        OperationChange change =
                state.change()
                        .person(after)
                        .conflicts(state.conflicts().correct(event, envelope))
                        .families(
                                state.families()
                                        .moved(
                                                before.personId(),
                                                before.family(),
                                                after.family(),
                                                new Stated(envelope.actor(), null),
                                                event.deviceId()));
        return event.identity() == null ? change.made() : change.identified(after.id()).made();
    }

    private static Duplicate duplicate(OperationState state, UUID one, UUID other) {
        return state.duplicate(one, other).orElseThrow();
    }
}
