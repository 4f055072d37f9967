package org.orangeline.intake.arrival;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.AgeMethod;

/**
 * An age as it was told: a birth date, or a range that becomes relative to the day it was
 * estimated.
 *
 * @param min lowest plausible age in years
 * @param max highest plausible age in years
 * @param assessor code of who estimated it
 */
public record StatedAge(
        @Nullable LocalDate birthDate,
        @Nullable Integer min,
        @Nullable Integer max,
        @Nullable AgeMethod method,
        @Nullable String assessor) {

    /** The age, with the day that a range refers to. */
    public Age on(LocalDate day) {
        return birthDate != null
                ? Age.born(birthDate)
                : new Age(
                        null,
                        min,
                        max,
                        method == null ? AgeMethod.APPEARANCE : method,
                        assessor,
                        day);
    }
}
