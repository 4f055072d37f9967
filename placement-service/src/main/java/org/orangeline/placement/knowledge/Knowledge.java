package org.orangeline.placement.knowledge;

import org.orangeline.events.DomainEvent;
import org.orangeline.events.Envelope;
import org.orangeline.events.Recorded;
import org.orangeline.events.intake.OperationOpened;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.screening.ScreeningConcluded;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** What was learned in one partition, by operation. */
public record Knowledge(PMap<String, KnownOperation> operations) {

    public static final Knowledge NOTHING = new Knowledge(HashTreePMap.empty());

    public KnownOperation operation(String id) {
        return operations.getOrDefault(id, KnownOperation.EMPTY);
    }

    /** Whether the operation's opening was learned. */
    public boolean isOpen(String id) {
        return operation(id).legalProfile() != null;
    }

    /** Folds an event of another service; those that placement has no use for change nothing. */
    public Knowledge learn(Recorded<? extends DomainEvent> recorded) {
        Envelope envelope = recorded.envelope();
        KnownOperation known = operation(envelope.operation());
        return switch (recorded.event()) {
            case OperationOpened opened -> with(envelope, known.opened(opened.legalProfile()));
            case PersonArrived arrived ->
                    with(envelope, known.with(PersonFacts.of(arrived, envelope)));
            case PersonDetailsCorrected corrected ->
                    with(
                            envelope,
                            known.with(
                                    known.person(corrected.personId())
                                            .orElseThrow()
                                            .correct(corrected, envelope)));
            case ScreeningConcluded concluded ->
                    with(
                            envelope,
                            known.with(
                                    new Conclusion(
                                            concluded.finding(),
                                            concluded.grounds(),
                                            envelope.id()),
                                    concluded.personId()));
            default -> this;
        };
    }

    private Knowledge with(Envelope envelope, KnownOperation operation) {
        return new Knowledge(operations.plus(envelope.operation(), operation));
    }
}
