package org.orangeline.intake.conflicts;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Envelope;
import org.orangeline.events.intake.FieldConflictFound;
import org.orangeline.events.intake.FieldConflictSettled;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.model.PersonField;
import org.orangeline.intake.ages.AgeAssessment;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * Who last corrected what, and what contradicts it.
 *
 * @param corrected by person id: of each field that was corrected, by whom last
 * @param open by person id: the conflicts that wait for a human, oldest first
 * @param assessments of ages, by their id
 */
public record Conflicts(
        PMap<String, PMap<PersonField, Author>> corrected,
        PMap<String, PVector<Conflict>> open,
        PMap<String, AgeAssessment> assessments) {

    public static final Conflicts NONE =
            new Conflicts(ChampMap.empty(), ChampMap.empty(), ChampMap.empty());

    /** An assessment of an age, asked for or confirmed. */
    public Conflicts assess(AgeAssessment now) {
        return new Conflicts(corrected, open, assessments.plus(now.assessmentId().toString(), now));
    }

    public Optional<AgeAssessment> assessment(UUID assessmentId) {
        return Optional.ofNullable(assessments.get(assessmentId.toString()));
    }

    /** The assessments that count, the oldest first. */
    public Stream<AgeAssessment> confirmed() {
        return assessments.values().stream()
                .filter(one -> !one.waits())
                .sorted(
                        Comparator.comparing(AgeAssessment::requestedAt)
                                .thenComparing(AgeAssessment::assessmentId));
    }

    public Conflicts correct(PersonDetailsCorrected event, Envelope envelope) {
        Author author = Author.of(envelope, event.deviceId());
        String person = event.personId().toString();
        PMap<PersonField, Author> fields = corrected.getOrDefault(person, ChampMap.empty());
        for (PersonField field : Fields.in(event)) {
            fields = fields.plus(field, author);
        }
        return new Conflicts(corrected.plus(person, fields), open, assessments);
    }

    public Conflicts find(FieldConflictFound event, Envelope envelope) {
        String person = event.personId().toString();
        Conflict conflict =
                new Conflict(
                        event,
                        Author.of(envelope, event.deviceId()),
                        corrected(person, event.field()));
        return new Conflicts(
                corrected, open.plus(person, openOf(person).plus(conflict)), assessments);
    }

    public Conflicts settle(FieldConflictSettled event) {
        String person = event.personId().toString();
        return open(event.personId(), event.conflictId())
                .map(conflict -> close(person, conflict))
                .orElseThrow(() -> new IllegalStateException("a conflict that was not found"));
    }

    /** Nothing is left to settle about an identity that nobody can read. */
    public Conflicts erase(String person) {
        Conflicts left = this;
        for (Conflict conflict : of(person)) {
            if (conflict.field() == PersonField.IDENTITY) {
                left = left.close(person, conflict);
            }
        }
        return left;
    }

    private Conflicts close(String person, Conflict conflict) {
        PVector<Conflict> left = openOf(person).minus(conflict);
        return new Conflicts(
                corrected,
                left.isEmpty() ? open.minus(person) : open.plus(person, left),
                assessments);
    }

    /** Who last corrected a field; null when it is as the arrival said. */
    public @Nullable Author corrected(String person, PersonField field) {
        return corrected.getOrDefault(person, ChampMap.empty()).get(field);
    }

    public Optional<Conflict> open(UUID personId, UUID conflictId) {
        return openOf(personId.toString()).stream()
                .filter(conflict -> conflict.conflictId().equals(conflictId))
                .findFirst();
    }

    /** A person's, oldest first. */
    public List<Conflict> of(String person) {
        return openOf(person);
    }

    /** Whether somebody says that the person is a child, or may be, until a human settles it. */
    public boolean mayBeChild(String person, LocalDate today) {
        return of(person).stream()
                .map(conflict -> conflict.other().age())
                .anyMatch(age -> age != null && age.isChildOrInDoubt(today));
    }

    public Stream<Conflict> all() {
        return open.values().stream().flatMap(PVector::stream);
    }

    private PVector<Conflict> openOf(String person) {
        return open.getOrDefault(person, TreePVector.empty());
    }
}
