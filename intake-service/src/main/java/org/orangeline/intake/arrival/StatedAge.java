package org.orangeline.intake.arrival;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.AgeMethod;
import org.orangeline.events.model.BirthDateBasis;
import org.orangeline.events.model.PartialDate;

/**
 * An age as it was told: a birth date as far as it is known, or a range that becomes relative to
 * the day it was estimated.
 *
 * @param basis what the birth date rests on; null means claimed
 * @param min lowest plausible age in years
 * @param max highest plausible age in years
 * @param assessor code of who estimated it
 */
public record StatedAge(
        @Nullable PartialDate birthDate,
        @Nullable BirthDateBasis basis,
        @Nullable Integer min,
        @Nullable Integer max,
        @Nullable AgeMethod method,
        @Nullable String assessor) {

    /** The age, with the day that a range refers to. */
    public Age on(LocalDate day) {
        return birthDate != null
                ? Age.born(birthDate, basis == null ? BirthDateBasis.CLAIMED : basis)
                : new Age(
                        null,
                        min,
                        max,
                        method == null ? AgeMethod.APPEARANCE : method,
                        assessor,
                        day,
                        null,
                        null);
    }
}
