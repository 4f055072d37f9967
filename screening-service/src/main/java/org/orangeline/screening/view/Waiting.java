package org.orangeline.screening.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.orangeline.events.plan.GroupKind;
import org.orangeline.screening.knowledge.KnownPerson;
import org.orangeline.screening.lines.Place;
import org.orangeline.screening.screening.Screening;

/**
 * Somebody in a line.
 *
 * @param since when the person came, by whatever registration (rule L4)
 * @param childOrInDoubt by the facts of the day
 * @param inDoubt whether the age range spans 18
 * @param turn who comes first
 */
public record Waiting(
        KnownPerson person,
        Place place,
        Screening.Status screening,
        Instant since,
        boolean childOrInDoubt,
        boolean inDoubt,
        Turn turn) {

    /** By turn, then the longest waiting; the number decides between two of a moment. */
    static final Comparator<Waiting> ORDER =
            Comparator.comparing((Waiting waiting) -> waiting.turn)
                    .thenComparing(waiting -> waiting.since)
                    .thenComparing(waiting -> waiting.person.registrationNumber());

    static Waiting of(
            KnownPerson person,
            Place place,
            GroupKind kind,
            Screening.Status screening,
            Instant since,
            LocalDate today) {
        boolean childOrInDoubt = person.isChildOrInDoubt(today);
        boolean inDoubt = person.isInDoubt(today);
        return new Waiting(
                person,
                place,
                screening,
                since,
                childOrInDoubt,
                inDoubt,
                turnOf(person, kind, childOrInDoubt, inDoubt));
    }

    private static Turn turnOf(
            KnownPerson person, GroupKind kind, boolean childOrInDoubt, boolean inDoubt) {
        boolean misplaced = kind == GroupKind.MEN && childOrInDoubt;
        boolean toBeLookedAt = kind == GroupKind.UNDETERMINED && inDoubt;
        if (misplaced || toBeLookedAt) {
            return Turn.AGE_IN_QUESTION;
        }
        if (person.isMedicallyUrgent()) {
            return Turn.MEDICAL_URGENT;
        }
        return person.needs().isEmpty() ? Turn.OTHERS : Turn.VULNERABLE;
    }

    /** Who comes before whom. */
    public enum Turn {
        /**
         * Rule L2: in doubt at the officer's table, or in a men's line since a correction made the
         * person a child.
         */
        AGE_IN_QUESTION,
        MEDICAL_URGENT,
        /** Any other need that is noted. */
        VULNERABLE,
        OTHERS
    }
}
