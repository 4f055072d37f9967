package org.orangeline.intake.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.arrival.RegistrationNumber;
import org.orangeline.intake.view.PersonSearch;
import org.orangeline.kit.rest.Page;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Says;

/**
 * @param name any words of a name, in any script; only for those who may read identities
 * @param fatherName besides a name: moves who has another one down, and who has none that is known
 *     a little
 * @param registrationNumber in any case and any digits, with or without dashes and spaces; without
 *     the check digit, whose begin so; a wrong check digit is 400
 * @param years about how old: moves others down
 * @param child children and persons in doubt, or adults only
 */
@Schema(name = "Search")
public record SearchRequest(
        @Nullable @Says(max = 200, oneLine = true) String name,
        @Nullable @Says(max = 200, oneLine = true) String fatherName,
        @Nullable @Says(max = 32, oneLine = true) String registrationNumber,
        @Nullable Sex sex,
        @Nullable @Says(max = 9, oneLine = true) String nationality,
        @Nullable Boolean child,
        @Nullable @Min(0) @Max(Age.HIGHEST) Integer years,
        @Nullable @Says(max = 64, oneLine = true) String need,
        @Nullable @Says(max = 129, oneLine = true) String familyGroupId,
        @Nullable @Says(max = 64, oneLine = true) String receptionPoint,
        @Nullable @Says(max = 64, oneLine = true) String cursor,
        @Nullable @Min(1) @Max(Page.MOST) Integer limit) {

    PersonSearch.Query query() {
        if (need != null && Needs.SENSITIVE.contains(need)) {
            throw ProblemException.field("need", "is sensitive, and nobody is found by it");
        }
        if (registrationNumber != null && RegistrationNumber.isMistyped(registrationNumber)) {
            throw ProblemException.field(
                    "registrationNumber", "has another check digit: one of its digits is wrong");
        }
        return new PersonSearch.Query(
                name,
                fatherName,
                registrationNumber == null ? null : RegistrationNumber.asked(registrationNumber),
                sex,
                nationality,
                child,
                years,
                need,
                familyGroupId,
                receptionPoint);
    }
}
