package org.orangeline.screening.knowledge;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Envelope;
import org.orangeline.events.Recorded;
import org.orangeline.events.Service;
import org.orangeline.events.SharedValues;
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
import org.orangeline.events.model.Basis;
import org.orangeline.events.placement.DiedInCustody;
import org.orangeline.events.placement.Escaped;
import org.orangeline.events.placement.FactWithdrawn;
import org.orangeline.events.placement.FoundInside;
import org.orangeline.events.placement.HandedOver;
import org.orangeline.events.placement.PlacedInDetention;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.ReleasedFromDetention;
import org.orangeline.events.placement.ShelterProvided;
import org.orangeline.runtime.ChampMap;
import org.orangeline.runtime.HidesEvents;
import org.pcollections.PMap;

/**
 * What other services recorded in one partition. What comes from intake and what comes from
 * placement is kept apart: the two channels run side by side, so a person may be known to have left
 * before the arrival is learned, and the result must be the same.
 *
 * @param operations by id; from intake
 * @param gone by operation, then person id; from placement
 * @param sensitive how many events of intake-service about sensitive needs there are: their number
 *     is all that screening knows of them
 */
public record Knowledge(
        PMap<String, KnownOperation> operations,
        PMap<String, PMap<String, Away>> gone,
        long sensitive)
        implements HidesEvents {

    public static final Knowledge NOTHING = new Knowledge(ChampMap.empty(), ChampMap.empty(), 0);

    @Override
    public Map<String, Long> hiddenEvents() {
        return Map.of(Service.INTAKE.id(), sensitive);
    }

    public @Nullable KnownOperation operation(String id) {
        return operations.get(id);
    }

    /**
     * @throws IllegalStateException when it was not opened
     */
    public KnownOperation require(String id) {
        return open(id);
    }

    /** A person as every registration tells: what any of them says of age and needs protects. */
    public Optional<KnownPerson> person(String operation, UUID personId) {
        KnownOperation known = operations.get(operation);
        return known == null ? Optional.empty() : known.person(personId).map(known::whole);
    }

    /** By person id, who is in no line any more. */
    public PMap<String, Away> gone(String operation) {
        return gone.getOrDefault(operation, ChampMap.empty());
    }

    /** Where a person is who waits no more; empty for somebody who does, or is not known. */
    public Optional<Whereabouts> whereabouts(String operation, String id) {
        KnownOperation open = operations.get(operation);
        KnownPerson person = open == null ? null : open.persons().get(id);
        Whereabouts departure = person == null ? null : person.departure();
        Away away = gone(operation).get(id);
        // The channels run side by side: who came back may be known to before the leaving is. Who
        // is inside comes back there, and to no line.
        boolean isBefore =
                away != null
                        && !away.where().isReachable()
                        && person != null
                        && !person.isAfterReturn(away.since());
        Whereabouts placed = away == null || isBefore ? null : away.where();
        return Optional.ofNullable(
                placed == null || departure == Whereabouts.DIED ? departure : placed);
    }

    /** Arrived, in use, and gone nowhere: who has a line waits in it. */
    public boolean isHere(String operation, String id) {
        KnownOperation open = operations.get(operation);
        return open != null
                && open.persons().containsKey(id)
                && !open.merges().isMerged(id)
                && whereabouts(operation, id).isEmpty();
    }

    /** In use, alive and not gone: here, or in a place where the person can be questioned. */
    public boolean isReachable(String operation, String id) {
        KnownOperation open = operations.get(operation);
        return open != null
                && open.persons().containsKey(id)
                && !open.merges().isMerged(id)
                && whereabouts(operation, id).map(Whereabouts::isReachable).orElse(true);
    }

    /**
     * Folds an event of another service.
     *
     * @throws IllegalStateException when it is about somebody whose arrival could not be read: then
     *     that person is held up as well
     */
    public Knowledge learn(Recorded<? extends DomainEvent> recorded) {
        return switch (recorded.event()) {
            case IntakeEvent event -> arrival(event, recorded.envelope());
            case PlacementEvent event -> placement(event, recorded.envelope());
            default -> throw new IllegalArgumentException("nothing is learned from that service");
        };
    }

    private Knowledge arrival(IntakeEvent event, Envelope envelope) {
        String operation = envelope.operation();
        if (event instanceof SensitiveNeedsRecorded) {
            return new Knowledge(operations, gone, sensitive + 1);
        }
        if (event instanceof OperationOpened opened) {
            return with(operation, KnownOperation.opened(opened.plan(), opened.legalProfile()));
        }
        KnownOperation open = open(operation);
        return with(
                operation,
                switch (event) {
                    case OperationOpened _ -> throw new IllegalStateException("opened above");
                    case GroupingPlanChanged changed ->
                            open.replanned(changed.plan(), envelope.sequence());
                    case LegalProfileChanged changed ->
                            open.limited(changed.legalProfile(), envelope.time());
                    case PersonArrived arrived ->
                            open.with(KnownPerson.arrived(arrived, envelope, open.clockSkew()));
                    case PersonDetailsCorrected corrected ->
                            open.with(
                                    arrived(open, corrected.personId())
                                            .corrected(corrected, envelope));
                    case ArrivalTimeCorrected corrected ->
                            open.with(
                                    arrived(open, corrected.personId())
                                            .corrected(corrected, envelope, open.clockSkew()));
                    case FieldConflictFound found ->
                            open.with(arrived(open, found.personId()).disputed(found, envelope));
                    case FieldConflictSettled settled ->
                            open.with(arrived(open, settled.personId()).settled(settled, envelope));
                    case PersonLeft left ->
                            open.with(
                                    arrived(open, left.personId())
                                            .departed(Whereabouts.LEFT, left.leftAt()));
                    case PersonDied died ->
                            open.with(
                                    arrived(open, died.personId())
                                            .departed(Whereabouts.DIED, died.diedAt()));
                    case PersonReturned back ->
                            open.with(
                                    arrived(open, back.personId())
                                            .cameBack(back.returnedAt(), envelope));
                    case DepartureWithdrawn withdrawn ->
                            open.with(
                                    notSo(
                                            arrived(open, withdrawn.personId()),
                                            withdrawn,
                                            envelope));
                    // P18: there is no such person, whom nobody questions.
                    case RegistrationWithdrawn withdrawn ->
                            open.with(
                                    arrived(open, withdrawn.personId())
                                            .departed(Whereabouts.LEFT, envelope.time()));
                    case AgeAssessed assessed -> open.assessed(assessed, envelope);
                    case FamilyLinked linked -> open.linked(linked, Change.by(envelope));
                    case FamilyUnlinked unlinked -> open.unlinked(unlinked, Change.by(envelope));
                    case PersonsMerged merged -> open.merged(merged, Change.by(envelope));
                    case PersonsUnmerged unmerged -> open.unmerged(unmerged);
                    case DeviceRevoked revoked -> open.distrusting(revoked.deviceId());
                    // About identity, belongings, numbers and codes: no line hangs on them.
                    case LegalProfileChangeRequested _,
                            NumberBlockLeased _,
                            NumberBlockExpired _,
                            DeviceInvited _,
                            DeviceEnrolled _,
                            DeviceCodeRejected _,
                            ErasureRequested _,
                            ErasureDeclined _,
                            EmergencyAccessTaken _,
                            EmergencyAccessReviewed _,
                            EmergencyAccessErased _,
                            IdentityErased _,
                            DepartureWithdrawalRequested _,
                            GroupPreRegistered _,
                            PreRegistrationClosed _,
                            AgeAssessmentRequested _,
                            CarerVerified _,
                            MergeRequested _,
                            UnmergeRequested _,
                            UnmergeDeclined _,
                            FamilyUnlinkRequested _,
                            ArrivalTimeCorrectionRequested _,
                            ChildFoundAlone _,
                            ChildReunited _,
                            PossibleDuplicateFound _,
                            DuplicateDismissed _,
                            PropertyReceived _,
                            PropertyReturned _ ->
                            open;
                    case SensitiveNeedsRecorded _ ->
                            throw new IllegalStateException("counted above");
                });
    }

    // Transfers and questions leave a person where the lines have no more to do with it.
    private Knowledge placement(PlacementEvent event, Envelope envelope) {
        String operation = envelope.operation();
        Instant at = envelope.time();
        return switch (event) {
            case PlacedInDetention placed ->
                    left(
                            operation,
                            placed.personId(),
                            placed.placementId(),
                            Whereabouts.DETAINED,
                            at);
            case ShelterProvided sheltered ->
                    left(
                            operation,
                            sheltered.personId(),
                            sheltered.placementId(),
                            Whereabouts.SHELTERED,
                            at);
            case ReleasedFromDetention released ->
                    left(
                            operation,
                            released.personId(),
                            released.placementId(),
                            Whereabouts.RELEASED,
                            at);
            case FoundInside found ->
                    left(
                            operation,
                            found.personId(),
                            found.placementId(),
                            Whereabouts.on(found.basis()),
                            at);
            case FactWithdrawn withdrawn -> withdrawn(withdrawn, operation, at);
            case Escaped escaped ->
                    left(
                            operation,
                            escaped.personId(),
                            escaped.placementId(),
                            Whereabouts.ESCAPED,
                            at);
            case HandedOver over ->
                    left(
                            operation,
                            over.personId(),
                            over.placementId(),
                            Whereabouts.HANDED_OVER,
                            at);
            case DiedInCustody died ->
                    left(operation, died.personId(), died.placementId(), Whereabouts.DIED, at);
            default -> this;
        };
    }

    // P18: what was told was not so. Whoever waited, waits again; whoever did not leave after all
    // is
    // where other placements say.
    private Knowledge withdrawn(FactWithdrawn event, String operation, Instant at) {
        Basis basis = event.basis();
        if (event.standing() == FactWithdrawn.Standing.INSIDE && basis != null) {
            return left(
                    operation, event.personId(), event.placementId(), Whereabouts.on(basis), at);
        }
        PMap<String, Away> all = gone(operation);
        String person = event.personId().toString();
        Away now = all.get(person);
        Away rest = now == null ? null : now.without(event.placementId());
        return goneTo(operation, rest == null ? all.minus(person) : all.plus(person, rest));
    }

    private KnownOperation open(String operation) {
        KnownOperation known = operations.get(operation);
        if (known == null) {
            throw new IllegalStateException("an event of an operation that was not opened");
        }
        return known;
    }

    // P18: of who did not die after all it may stand that the person had left.
    private static KnownPerson notSo(
            KnownPerson person, DepartureWithdrawn event, Envelope envelope) {
        return event.standing() == DepartureWithdrawn.Standing.LEFT
                ? person.departed(Whereabouts.LEFT, envelope.time())
                : person.notDeparted();
    }

    private static KnownPerson arrived(KnownOperation open, UUID personId) {
        return open.person(personId)
                .orElseThrow(() -> new IllegalStateException("changed before the arrival"));
    }

    private Knowledge with(String operation, KnownOperation known) {
        return new Knowledge(operations.plus(operation, known), gone, sensitive);
    }

    private Knowledge left(
            String operation, UUID personId, UUID placementId, Whereabouts where, Instant at) {
        PMap<String, Away> all = gone(operation);
        String id = SharedValues.text(personId);
        return goneTo(
                operation, all.plus(id, new Away(where, at, placementId, null).after(all.get(id))));
    }

    private Knowledge goneTo(String operation, PMap<String, Away> there) {
        return new Knowledge(operations, gone.plus(operation, there), sensitive);
    }
}
