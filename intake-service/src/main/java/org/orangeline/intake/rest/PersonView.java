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
import org.orangeline.intake.arrival.Departures;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.intake.view.Because;
import org.orangeline.intake.view.PersonSearch;

/**
 * A person as an officer sees it.
 *
 * @param version what {@code If-Match} names in a correction
 * @param identity only for those entitled
 * @param identityErased true when it was erased for good
 * @param preRegistration the group with which the person was counted before
 * @param bornIn the facility in which the person was born
 * @param mergedInto the registration to use instead of this one
 * @param gone how the person went, and when
 * @param conflicts fields that two people corrected otherwise, until a human settles them
 * @param arrivedElse a later time of the arrival, which counts once a second human says so
 * @param score how well a search fits; only in search results
 * @param because the parts of the score; only in search results
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
        @Nullable Boolean identityErased,
        @Nullable UUID preRegistration,
        @Nullable String bornIn,
        @Nullable UUID mergedInto,
        @Nullable GoneView gone,
        @Nullable List<ConflictViews.Shown> conflicts,
        Person.@Nullable OtherTime arrivedElse,
        @Nullable Double score,
        @Nullable List<Because> because) {

    /** A person as a search found it. */
    static PersonView of(
            OperationState state, PersonSearch.Hit hit, boolean withIdentity, Opener keys) {
        return of(state, hit.person(), withIdentity, keys, hit.score(), hit.because());
    }

    static PersonView of(OperationState state, Person person, boolean withIdentity, Opener keys) {
        return of(state, person, withIdentity, keys, null, null);
    }

    private static PersonView of(
            OperationState state,
            Person person,
            boolean withIdentity,
            Opener keys,
            @Nullable Double score,
            @Nullable List<Because> because) {
        Identity identity =
                withIdentity && person.identity() != null
                        ? EventCodec.open(person.identity(), Identity.class, keys).orElse(null)
                        : null;
        List<ConflictViews.Shown> conflicts = ConflictViews.of(state, person, withIdentity, keys);
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
                state.erasures().isErased(person.id()) ? true : null,
                person.preRegistration(),
                person.bornIn(),
                state.isMergedAway(person.personId())
                        ? UUID.fromString(state.merges().inUse(person.id()))
                        : null,
                GoneView.of(Departures.gone(state, person)),
                conflicts.isEmpty() ? null : conflicts,
                person.arrivedElse(),
                score,
                because);
    }
}
