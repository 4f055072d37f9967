package org.orangeline.intake.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Identity;
import org.orangeline.events.model.Name;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.view.Because;

/** A person who was found, in a table. Names stand in it for those only who may read identities. */
record PersonRow(
        UUID personId,
        String registrationNumber,
        String receptionPoint,
        Instant arrivedAt,
        Instant recordedAt,
        Sex sex,
        Age age,
        List<String> nationalities,
        List<String> needs,
        @Nullable FamilyTie family,
        List<String> names,
        @Nullable String fatherName,
        @Nullable UUID mergedInto,
        @Nullable GoneView gone,
        @Nullable Double score,
        List<String> because) {

    static PersonRow of(PersonView person) {
        Identity identity = person.identity();
        List<Because> because = person.because();
        return new PersonRow(
                person.personId(),
                person.registrationNumber(),
                person.receptionPoint(),
                person.arrivedAt(),
                person.recordedAt(),
                person.sex(),
                person.age(),
                person.nationalities().stream().map(NationalityClaim::country).toList(),
                person.needs(),
                person.family(),
                identity == null ? List.of() : identity.names().stream().map(Name::value).toList(),
                identity == null ? null : identity.fatherName(),
                person.mergedInto(),
                person.gone(),
                person.score(),
                because == null
                        ? List.of()
                        : because.stream().map(part -> part.code() + "=" + part.score()).toList());
    }
}
