package org.orangeline.screening.knowledge;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Envelope;
import org.orangeline.events.Recorded;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.OperationOpened;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.placement.PlacedInDetention;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.ReleasedFromDetention;
import org.orangeline.events.placement.ShelterProvided;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What other services recorded in one partition. What comes from intake and what comes from
 * placement is kept apart: the two channels run side by side, so a person may be known to have left
 * before the arrival is learned, and the result must be the same.
 *
 * @param operations by id; from intake
 * @param gone by operation, then person id; from placement
 */
public record Knowledge(
        PMap<String, KnownOperation> operations, PMap<String, PMap<String, Whereabouts>> gone) {

    public static final Knowledge NOTHING =
            new Knowledge(HashTreePMap.empty(), HashTreePMap.empty());

    public @Nullable KnownOperation operation(String id) {
        return operations.get(id);
    }

    public Optional<KnownPerson> person(String operation, UUID personId) {
        KnownOperation known = operations.get(operation);
        return known == null ? Optional.empty() : known.person(personId);
    }

    /** By person id, who is in no line any more. */
    public PMap<String, Whereabouts> gone(String operation) {
        return gone.getOrDefault(operation, HashTreePMap.empty());
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
            case PlacementEvent event -> placement(event, recorded.envelope().operation());
            default -> throw new IllegalArgumentException("nothing is learned from that service");
        };
    }

    private Knowledge arrival(IntakeEvent event, Envelope envelope) {
        String operation = envelope.operation();
        return switch (event) {
            case OperationOpened opened ->
                    with(operation, KnownOperation.opened(opened.plan(), opened.legalProfile()));
            case PersonArrived arrived ->
                    with(operation, open(operation).with(KnownPerson.arrived(arrived, envelope)));
            case PersonDetailsCorrected corrected ->
                    with(
                            operation,
                            open(operation)
                                    .with(
                                            person(operation, corrected.personId())
                                                    .orElseThrow(() ->
                                                            new IllegalStateException(
                                                                    "corrected before the"
                                                                            + " arrival"))
                                                    .corrected(corrected)));
            default -> this;
        };
    }

    private Knowledge placement(PlacementEvent event, String operation) {
        return switch (event) {
            case PlacedInDetention placed ->
                    left(operation, placed.personId(), Whereabouts.DETAINED);
            case ShelterProvided sheltered ->
                    left(operation, sheltered.personId(), Whereabouts.SHELTERED);
            case ReleasedFromDetention released ->
                    left(operation, released.personId(), Whereabouts.RELEASED);
            // Until the admission a person waits on.
            default -> this;
        };
    }

    private KnownOperation open(String operation) {
        KnownOperation known = operations.get(operation);
        if (known == null) {
            throw new IllegalStateException("an event of an operation that was not opened");
        }
        return known;
    }

    private Knowledge with(String operation, KnownOperation known) {
        return new Knowledge(operations.plus(operation, known), gone);
    }

    private Knowledge left(String operation, UUID personId, Whereabouts where) {
        return new Knowledge(
                operations, gone.plus(operation, gone(operation).plus(personId.toString(), where)));
    }
}
