package org.orangeline.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.EventCodec;
import org.orangeline.events.Opener;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Identity;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.arrival.Person;

/**
 * A person as an officer sees it.
 *
 * @param version what {@code If-Match} names in a correction
 * @param identity only for those entitled
 * @param score how well a search fits; only in search results
 */
@Schema(name = "Person")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonView(
        UUID personId,
        String registrationNumber,
        String receptionPoint,
        Instant arrivedAt,
        Instant recordedAt,
        Sex sex,
        Age age,
        List<NationalityClaim> nationalities,
        List<String> needs,
        @Nullable FamilyTie family,
        long version,
        @Nullable Identity identity,
        @Nullable Double score) {

    static PersonView of(Person person, boolean withIdentity, Opener keys, @Nullable Double score) {
        Identity identity =
                withIdentity && person.identity() != null
                        ? EventCodec.open(person.identity(), Identity.class, keys).orElse(null)
                        : null;
        return new PersonView(
                person.personId(),
                person.registrationNumber(),
                person.receptionPoint(),
                person.arrivedAt(),
                person.recordedAt(),
                person.sex(),
                person.age(),
                person.nationalities(),
                person.needs(),
                person.family(),
                person.version(),
                identity,
                score);
    }
}
