package org.orangeline.screening.knowledge;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.model.Ages;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.Sex;

/**
 * What is told of a person and may be corrected.
 *
 * @param ages what is said of the age now
 * @param told every age that was ever told
 */
public record Facts(
        Sex sex,
        Ages ages,
        ToldAges told,
        List<NationalityClaim> nationalities,
        List<String> needs,
        @Nullable FamilyTie family) {

    Facts corrected(PersonDetailsCorrected event, long sequence) {
        return new Facts(
                event.sex() == null ? sex : event.sex(),
                ages.corrected(event.age()),
                event.age() == null ? told : told.and(sequence, event.age()),
                event.nationalities() == null ? nationalities : event.nationalities(),
                event.needs() == null ? needs : Needs.listed(event.needs()),
                event.family() == null ? family : event.family());
    }

    Facts with(Ages now) {
        return new Facts(sex, now, told, nationalities, needs, family);
    }

    Facts with(ToldAges all) {
        return new Facts(sex, ages, all, nationalities, needs, family);
    }

    /** A line is decided by everything but needs. */
    boolean decidesAs(Facts other) {
        return sex == other.sex
                && ages.equals(other.ages)
                && nationalities.equals(other.nationalities)
                && Objects.equals(family, other.family);
    }

    boolean isMedicallyUrgent() {
        return needs.contains(Needs.MEDICAL_URGENT);
    }
}
