package org.orangeline.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.EventCodec;
import org.orangeline.events.Opener;
import org.orangeline.events.intake.FieldConflictFound;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Identity;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.PersonField;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.conflicts.Author;
import org.orangeline.intake.conflicts.Conflict;
import org.orangeline.intake.operations.OperationState;

/** Conflicts of corrections as officers see them: both values, with their authors. */
final class ConflictViews {

    private ConflictViews() {}

    static List<Shown> all(OperationState state, boolean withIdentity, Opener keys) {
        return state.conflicts()
                .all()
                .sorted(
                        Comparator.comparing((Conflict conflict) -> conflict.by().at())
                                .thenComparing(Conflict::conflictId))
                .map(conflict -> shown(state, conflict, withIdentity, keys))
                .toList();
    }

    static List<Shown> of(OperationState state, Person person, boolean withIdentity, Opener keys) {
        return state.conflicts().of(person.id()).stream()
                .map(conflict -> shown(state, conflict, withIdentity, keys))
                .toList();
    }

    private static Shown shown(
            OperationState state, Conflict conflict, boolean withIdentity, Opener keys) {
        Person person = state.require(conflict.personId());
        FieldConflictFound other = conflict.other();
        return new Shown(
                conflict.conflictId(),
                conflict.personId(),
                person.registrationNumber(),
                conflict.field(),
                standing(person, conflict, withIdentity, keys),
                new Said(
                        other.sex(),
                        other.age(),
                        other.nationalities(),
                        other.needs() == null ? null : Needs.listed(other.needs()),
                        other.family(),
                        withIdentity ? open(other.identity(), Identity.class, keys) : null,
                        withIdentity ? open(other.reason(), String.class, keys) : null,
                        Told.of(conflict.by())));
    }

    private static Said standing(
            Person person, Conflict conflict, boolean withIdentity, Opener keys) {
        PersonField field = conflict.field();
        return new Said(
                field == PersonField.SEX ? person.sex() : null,
                field == PersonField.AGE ? person.age() : null,
                field == PersonField.NATIONALITIES ? person.nationalities() : null,
                field == PersonField.NEEDS ? person.needs() : null,
                field == PersonField.FAMILY ? person.family() : null,
                field == PersonField.IDENTITY && withIdentity
                        ? open(person.identity(), Identity.class, keys)
                        : null,
                null,
                conflict.standingBy() == null ? null : Told.of(conflict.standingBy()));
    }

    private static <T> @Nullable T open(
            @Nullable Confidential<T> sealed, Class<T> type, Opener keys) {
        return sealed == null ? null : EventCodec.open(sealed, type, keys).orElse(null);
    }

    /** A conflict that waits for a human. */
    @Schema(name = "FieldConflict")
    public record Shown(
            UUID conflictId,
            UUID personId,
            String registrationNumber,
            PersonField field,
            Said standing,
            Said other) {}

    /**
     * A value of the field; an identity and a reason only for those entitled.
     *
     * @param by who said so
     */
    @Schema(name = "FieldSaid")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Said(
            @Nullable Sex sex,
            @Nullable Age age,
            @Nullable List<NationalityClaim> nationalities,
            @Nullable List<String> needs,
            @Nullable FamilyTie family,
            @Nullable Identity identity,
            @Nullable String reason,
            @Nullable Told by) {}

    /**
     * @param deviceId the tablet that kept it for a while
     * @param at when it was recorded
     */
    @Schema(name = "FieldAuthor")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Told(String actor, @Nullable String deviceId, Instant at) {

        static Told of(Author author) {
            return new Told(author.actor(), author.deviceId(), author.at());
        }
    }
}
