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

    /**
     * An assessment that found no risk, heard the person and is recent. One from before a merge
     * counts once a second human has confirmed the merge.
     */
    public Optional<Assessment> safe(
            UUID personId, Receiver receiver, Instant now, Predicate<Assessment> fit) {
        Instant oldest = now.minus(goodFor());
        Predicate<Assessment> safe =
                fit.and(one -> !one.foundRisk() && one.heard() && !one.at().isBefore(oldest));
        Optional<Instant> merged = known.merges().unconfirmedSince(personId);
        return merged.isEmpty() || isOfEachRecord(personId, receiver, safe)
                ? assessments(personId, receiver).filter(safe).findFirst()
                : assessments(personId, receiver)
                        .filter(safe)
                        .filter(one -> merged.get().isBefore(one.at()))
                        .findFirst();
    }

    private boolean isOfEachRecord(UUID personId, Receiver receiver, Predicate<Assessment> safe) {
        return known.merges().same(personId).stream()
                .allMatch(
                        record -> state.safeguards().assessments(record, receiver).anyMatch(safe));
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
                        + " days old; one from before a merge of the person's registrations counts"
                        + " once a second human has confirmed the merge.");
    }

    /** What the human is told who made the only assessment. */
    public static Violation oneHuman() {
        return new Violation(
                ID,
                "Two humans hand a person over: another one than who made the assessment decides.");
    }
}
