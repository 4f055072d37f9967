package org.orangeline.placement.knowledge;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Envelope;
import org.orangeline.events.Recorded;
import org.orangeline.events.Service;
import org.orangeline.events.intake.ArrivalTimeCorrected;
import org.orangeline.events.intake.CarerVerified;
import org.orangeline.events.intake.ChildFoundAlone;
import org.orangeline.events.intake.DepartureWithdrawn;
import org.orangeline.events.intake.DeviceRevoked;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.FamilyUnlinked;
import org.orangeline.events.intake.FieldConflictFound;
import org.orangeline.events.intake.FieldConflictSettled;
import org.orangeline.events.intake.GroupPreRegistered;
import org.orangeline.events.intake.LegalProfileChanged;
import org.orangeline.events.intake.OperationOpened;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.intake.PersonDied;
import org.orangeline.events.intake.PersonLeft;
import org.orangeline.events.intake.PersonReturned;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.intake.RegistrationWithdrawn;
import org.orangeline.events.intake.SensitiveNeedsRecorded;
import org.orangeline.events.model.DepartureKind;
import org.orangeline.events.plan.ProfileHistory;
import org.orangeline.events.screening.ScreeningConcluded;
import org.orangeline.events.screening.ScreeningReopened;
import org.orangeline.placement.knowledge.Going.Departure;
import org.orangeline.placement.knowledge.Going.How;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.ChampMap;
import org.orangeline.runtime.HidesEvents;
import org.pcollections.PMap;

/**
 * What was learned in one partition, by operation.
 *
 * @param sensitive how many events of intake-service about sensitive needs there are: their number
 *     is all that placement knows of them
 */
public record Knowledge(PMap<String, KnownOperation> operations, long sensitive)
        implements HidesEvents {

    public static final Knowledge NOTHING = new Knowledge(ChampMap.empty(), 0);

    public KnownOperation operation(String id) {
        return operations.getOrDefault(id, KnownOperation.EMPTY);
    }

    /** Whether the operation's opening was learned. */
    public boolean isOpen(String id) {
        return operation(id).legalProfile() != null;
    }

    /** Folds an event of another service; those that placement has no use for change nothing. */
    public Knowledge learn(Recorded<? extends DomainEvent> recorded) {
        if (recorded.event() instanceof SensitiveNeedsRecorded) {
            return new Knowledge(operations, sensitive + 1);
        }
        Envelope envelope = recorded.envelope();
        KnownOperation known = operation(envelope.operation());
        KnownOperation learned = learn(known, recorded.event(), envelope);
        return learned == known
                ? this
                : new Knowledge(operations.plus(envelope.operation(), learned), sensitive);
    }

    @Override
    public Map<String, Long> hiddenEvents() {
        return Map.of(Service.INTAKE.id(), sensitive);
    }

    private static KnownOperation learn(
            KnownOperation known, DomainEvent event, Envelope envelope) {
        return switch (event) {
            case OperationOpened opened -> known.with(ProfileHistory.of(opened.legalProfile()));
            case LegalProfileChanged changed ->
                    known.changed(changed.legalProfile(), envelope.time());
            case PersonArrived arrived -> known.arrived(PersonFacts.of(arrived, envelope));
            case GroupPreRegistered truck -> known.counted(truck, envelope.time());
            case PersonDetailsCorrected corrected ->
                    known.change(corrected.personId(), facts -> facts.correct(corrected, envelope));
            case ArrivalTimeCorrected corrected ->
                    known.change(
                            corrected.personId(),
                            facts ->
                                    facts.correct(
                                            corrected,
                                            envelope,
                                            known.profile().plausibleClockSkew()));
            case FieldConflictFound found ->
                    known.change(
                            found.personId(),
                            facts ->
                                    facts.dispute(
                                            found,
                                            !Actor.wasHuman(envelope.actor()),
                                            Cause.of(envelope)));
            case FieldConflictSettled settled ->
                    known.change(
                            settled.personId(), facts -> facts.settle(settled, Cause.of(envelope)));
            case FamilyLinked linked ->
                    related(
                            known.with(
                                    known.familiesOf(linked, envelope.commandId())
                                            .link(
                                                    linked.personId().toString(),
                                                    linked.relativeId().toString(),
                                                    linked.relation())),
                            linked.personId(),
                            linked.relativeId(),
                            envelope);
            case CarerVerified verified ->
                    known.with(
                                    known.families()
                                            .verify(
                                                    verified.personId().toString(),
                                                    verified.carerId().toString()))
                            .change(
                                    verified.personId(),
                                    facts -> facts.changed(Cause.of(envelope), verified.carerId()));
            // Whoever is registered later did not come with the child: it is looked at again (P14).
            case ChildFoundAlone alone ->
                    known.with(
                                    known.families()
                                            .raise(
                                                    alone.personId().toString(),
                                                    envelope.sequence()))
                            .change(alone.personId(), facts -> facts.changed(Cause.of(envelope)));
            case FamilyUnlinked unlinked ->
                    related(
                            known.with(
                                    known.families()
                                            .unlink(
                                                    unlinked.personId().toString(),
                                                    unlinked.relativeId().toString())),
                            unlinked.personId(),
                            unlinked.relativeId(),
                            envelope);
            case PersonLeft left -> went(known, left.personId(), left(left, envelope), envelope);
            case PersonDied died ->
                    known.change(
                            died.personId(),
                            facts ->
                                    facts.with(
                                            facts.going()
                                                    .died(
                                                            Boolean.TRUE.equals(died.broughtDead()),
                                                            happened(died.diedAt(), envelope),
                                                            envelope.time(),
                                                            envelope.id()),
                                            Cause.of(envelope)));
            case PersonReturned back ->
                    known.change(
                            back.personId(),
                            facts ->
                                    facts.with(
                                            facts.going()
                                                    .back(
                                                            happened(back.returnedAt(), envelope),
                                                            envelope.time(),
                                                            envelope.id()),
                                            Cause.of(envelope)));
            case DepartureWithdrawn withdrawn ->
                    known.change(
                            withdrawn.personId(),
                            facts ->
                                    facts.with(
                                            facts.going()
                                                    .recall(
                                                            withdrawn.standing()
                                                                    == DepartureWithdrawn.Standing
                                                                            .LEFT,
                                                            envelope.time(),
                                                            envelope.id()),
                                            Cause.of(envelope)));
            case RegistrationWithdrawn withdrawn ->
                    went(
                            known,
                            withdrawn.personId(),
                            new Departure(
                                    How.NEVER_WAS,
                                    envelope.time(),
                                    envelope.time(),
                                    envelope.id(),
                                    null,
                                    envelope.time()),
                            envelope);
            case PersonsMerged merged ->
                    known.with(
                            known.merges()
                                    .with(
                                            new Merge(
                                                    merged.mergeId(),
                                                    merged.otherId(),
                                                    merged.personId(),
                                                    Cause.of(envelope))));
            case PersonsUnmerged unmerged ->
                    known.with(known.merges().without(unmerged.otherId(), Cause.of(envelope)));
            case ScreeningConcluded concluded ->
                    known.with(Conclusion.of(concluded, envelope), concluded.personId());
            case ScreeningReopened reopened ->
                    known.reopen(reopened.personId(), Cause.of(envelope));
            case DeviceRevoked revoked -> known.distrusting(revoked.deviceId());
            default -> known;
        };
    }

    private static KnownOperation went(
            KnownOperation known, UUID personId, Departure how, Envelope envelope) {
        return known.change(
                personId, facts -> facts.with(facts.going().went(how), Cause.of(envelope)));
    }

    private static Departure left(PersonLeft event, Envelope envelope) {
        Instant at = happened(event.leftAt(), envelope);
        boolean taken = event.kind() == DepartureKind.TAKEN_AWAY;
        return new Departure(
                How.LEFT,
                at,
                envelope.time(),
                envelope.id(),
                taken ? new Taken(at, envelope.time(), envelope.id()) : null,
                taken ? null : at);
    }

    // A tablet's clock may be ahead, and nothing happens after it was recorded: no clock starts
    // later.
    private static Instant happened(Instant told, Envelope envelope) {
        return told.isAfter(envelope.time()) ? envelope.time() : told;
    }

    private static KnownOperation related(
            KnownOperation known, UUID person, UUID relative, Envelope envelope) {
        return known.change(person, facts -> facts.changed(Cause.of(envelope), relative))
                .change(relative, facts -> facts.changed(Cause.of(envelope), person));
    }
}
