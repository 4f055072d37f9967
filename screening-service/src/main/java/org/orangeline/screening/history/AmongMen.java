package org.orangeline.screening.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.events.Confidential;
import org.orangeline.events.plan.Group;
import org.orangeline.events.plan.GroupKind;
import org.orangeline.screening.history.ScreeningMoment.How;
import org.orangeline.screening.lines.Move;
import org.orangeline.screening.lines.NoChildAmongMen;
import org.orangeline.screening.lines.Place;

/**
 * L2: who waits in a line of men and is a child, or may be one, by any registration. The line
 * officer is to be told of another line; where nobody was told for minutes it is a fault.
 */
final class AmongMen {

    /** A suggestion follows its cause in moments; what takes longer went unnoticed meanwhile. */
    private static final Duration NOTICED_WITHIN = Duration.ofMinutes(5);

    private static final NoChildAmongMen RULE = new NoChildAmongMen();
    private static final Confidential<String> NO_MOVE = Confidential.of("waits there");

    private final OpenMoments moments = new OpenMoments();

    void look(Look look, UUID person) {
        Optional<ScreeningMoment> before = moments.of(look, person);
        if (isBroken(look, person, Look.day(look.now()))) {
            How how = isSuggested(look, person) ? How.SUGGESTED : How.UNNOTICED;
            before.ifPresentOrElse(
                    moment -> goesOn(moment, how, look),
                    () -> moments.lasts(begun(look, person, how)));
        } else {
            before.ifPresent(moment -> over(moment, look));
        }
    }

    /** All of them, once everybody who waits there was looked at for the last time. */
    Stream<ScreeningMoment> all(Instant now) {
        return moments.all().filter(moment -> counts(moment, now));
    }

    List<ScreeningMoment> lasting() {
        return moments.lasting();
    }

    private static ScreeningMoment begun(Look look, UUID person, How how) {
        ScreeningMoment moment = ScreeningMoment.begun(look, RULE.rule(), how, person, List.of());
        // A fact may be older than the assignment that was made without knowing it.
        return look.own()
                .place(look.operation(), person)
                .map(Place::assignedAt)
                .filter(moment.from()::isBefore)
                .map(moment::since)
                .orElse(moment);
    }

    private void goesOn(ScreeningMoment moment, How how, Look look) {
        if (moment.how() == how) {
            return;
        }
        if (how == How.SUGGESTED && !isLong(moment, look.now())) {
            moments.lasts(moment.as(how));
        } else {
            moments.ended(moment.ended(look));
            moments.lasts(begun(look, moment.personId(), how));
        }
    }

    private void over(ScreeningMoment moment, Look look) {
        if (!counts(moment, look.now())) {
            moments.forget(moment);
        } else if (isBroken(look, moment.personId(), Look.day(moment.from()))) {
            moments.ended(moment.ended(look.now()));
        } else {
            moments.ended(moment.ended(look));
        }
    }

    private static boolean isBroken(Look look, UUID person, LocalDate day) {
        return look.known().isHere(look.operation(), person.toString())
                && group(look, person)
                        .flatMap(group ->
                                look.person(person)
                                        .map(one -> one.isChildOrInDoubt(day))
                                        .flatMap(child ->
                                                RULE.objection(new Move(group, child, NO_MOVE))))
                        .isPresent();
    }

    private static Optional<Group> group(Look look, UUID person) {
        return look.own()
                .place(look.operation(), person)
                .flatMap(place -> look.open().group(place.group()));
    }

    // Another line of men is no answer to it.
    private static boolean isSuggested(Look look, UUID person) {
        return look.own()
                .suggestion(look.operation(), person)
                .flatMap(suggestion -> look.open().group(suggestion.suggested()))
                .filter(group -> group.kind() != GroupKind.MEN)
                .isPresent();
    }

    private static boolean counts(ScreeningMoment moment, Instant now) {
        return moment.how() != How.UNNOTICED || moment.until() != null || isLong(moment, now);
    }

    private static boolean isLong(ScreeningMoment moment, Instant now) {
        return moment.from().plus(NOTICED_WITHIN).isBefore(now);
    }
}
