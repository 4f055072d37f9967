package org.orangeline.screening.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.plan.GroupKind;
import org.orangeline.screening.Policies;
import org.orangeline.screening.Policy;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Coming;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.knowledge.KnownPerson;
import org.orangeline.screening.knowledge.Whereabouts;
import org.orangeline.screening.lines.Place;
import org.orangeline.screening.screening.Interview;
import org.orangeline.screening.screening.Screening;

/**
 * Somebody whom a screening officer has still to question.
 *
 * @param place null for somebody who waits in no line
 * @param since when the person came, by whatever registration (rule L4)
 * @param toBeCleared whether a medical clearance is needed first (rule S4)
 * @param screenAgainBy the limit for somebody who was found UNDETERMINED
 * @param turn who comes first
 */
public record ToScreen(
        KnownPerson person,
        @Nullable Place place,
        Screening screening,
        Instant since,
        boolean childOrInDoubt,
        boolean inDoubt,
        boolean toBeCleared,
        @Nullable Instant screenAgainBy,
        Turn turn) {

    /** By turn, then the longest waiting; the number decides between two of a moment. */
    static final Comparator<ToScreen> ORDER =
            Comparator.comparing(ToScreen::turn)
                    .thenComparing(one -> one.since)
                    .thenComparing(one -> one.person.registrationNumber());

    /** Empty for somebody who is not to be questioned now. */
    static Optional<ToScreen> of(
            String operation,
            KnownPerson registered,
            KnownOperation open,
            ScreeningState own,
            Knowledge known,
            Instant now) {
        KnownPerson person = open.whole(registered);
        String id = person.personId().toString();
        Place place = own.place(operation, person.personId()).orElse(null);
        Screening screening = own.screening(operation, person.personId());
        Whereabouts left = known.whereabouts(operation, id).orElse(null);
        if (open.merges().isMerged(id) || !isDue(screening, place, left)) {
            return Optional.empty();
        }
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        Instant again = screening.screenAgainBy(open::screenAgainWithin).orElse(null);
        boolean childOrInDoubt = person.isChildOrInDoubt(today);
        boolean amongMen =
                childOrInDoubt
                        && place != null
                        && open.group(place.group())
                                .filter(group -> group.kind() == GroupKind.MEN)
                                .isPresent();
        Turn turn =
                again != null && again.isBefore(now)
                        ? Turn.OVERDUE
                        : amongMen
                                ? Turn.CHILD_AMONG_MEN
                                : childOrInDoubt || !person.needs().isEmpty()
                                        ? Turn.VULNERABLE
                                        : Turn.OTHERS;
        return Optional.of(
                new ToScreen(
                        person,
                        place,
                        screening,
                        Coming.cameAt(operation, person, known),
                        childOrInDoubt,
                        person.isInDoubt(today),
                        !Policy.violations(
                                        Policies.QUESTIONING,
                                        Interview.of(operation, person, own, open, now))
                                .isEmpty(),
                        again,
                        turn));
    }

    // What is recommended waits for an approver; who is gone or dead is not questioned. Somebody
    // without a line was born in custody: there is nothing to ask before a screening is opened.
    private static boolean isDue(
            Screening screening, @Nullable Place place, @Nullable Whereabouts left) {
        boolean reachable = left == null || left.isReachable();
        return reachable
                && switch (screening.status()) {
                    case NONE -> place != null;
                    case OPENED, RETURNED, REOPENED -> true;
                    case RECOMMENDED -> false;
                    case CONCLUDED -> !screening.isSettled();
                };
    }

    /** Who comes before whom. */
    public enum Turn {
        /** Found UNDETERMINED, and beyond the limit of the next screening. */
        OVERDUE,
        /** Rule L2, since a correction. */
        CHILD_AMONG_MEN,
        /** With a need, a child, or of an age in doubt. */
        VULNERABLE,
        OTHERS
    }
}
