package org.orangeline.placement.safeguards;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.runtime.Violation;

/**
 * P9, asked of a person by all records: a risk that was found for a state holds for all its
 * receivers, and nobody goes to one without an assessment for that state which heard the person.
 */
public record NonRefoulement(OperationPlacements state, KnownOperation known) {

    public static final String ID = "P9";

    /** The record of the person on which a risk with the receiver's state stands. */
    public Optional<UUID> atRisk(UUID personId, Receiver receiver) {
        return known.merges().same(personId).stream()
                .filter(record ->
                        state.safeguards()
                                .assessments(record, receiver)
                                .anyMatch(Assessment::foundRisk))
                .findFirst();
    }

    /** An assessment that found no risk, heard the person and is recent. */
    public Optional<Assessment> safe(
            UUID personId, Receiver receiver, Instant now, Predicate<Assessment> fit) {
        Instant oldest = now.minus(goodFor());
        return assessments(personId, receiver)
                .filter(one -> !one.foundRisk() && one.heard() && !one.at().isBefore(oldest))
                .filter(fit)
                .findFirst();
    }

    /** Whether the last assessment of any record that heard the person found no risk. */
    public boolean wasEverSafe(UUID personId, Receiver receiver) {
        return assessments(personId, receiver).anyMatch(one -> !one.foundRisk() && one.heard());
    }

    private Stream<Assessment> assessments(UUID personId, Receiver receiver) {
        return known.merges().same(personId).stream()
                .flatMap(record -> state.safeguards().assessments(record, receiver));
    }

    private Duration goodFor() {
        Duration agreed = known.profile().assessmentGoodFor();
        return agreed == null ? LegalProfile.USUAL_ASSESSMENT_GOOD_FOR : agreed;
    }

    /** What a standing risk is told. */
    public static Violation risk(UUID record) {
        return new Violation(
                ID,
                "A risk with this receiver's state stands on the record "
                        + record
                        + "; only another human than who found it lifts it, by an assessment of that"
                        + " record which found none.");
    }

    /** What a missing assessment is told. */
    public Violation unassessed() {
        return new Violation(
                ID,
                "This needs a recorded non-refoulement assessment of the person for that receiver's"
                        + " state that heard the person, found no substantial risk and is at most "
                        + goodFor().toDays()
                        + " days old.");
    }

    /** What the human is told who made the only assessment. */
    public static Violation oneHuman() {
        return new Violation(
                ID,
                "Two humans hand a person over: another one than who made the assessment decides.");
    }
}
