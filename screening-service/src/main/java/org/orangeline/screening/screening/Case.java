package org.orangeline.screening.screening;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.Ground;
import org.orangeline.events.model.GroundCode;
import org.orangeline.screening.knowledge.KnownPerson;

/**
 * What the rules of a finding look at: the person's own facts and grounds, and nothing of a line or
 * a family.
 *
 * @param childOrInDoubt of the person, by the facts of the day
 * @param childAtAct whether a ground is of an act of the person as a child, or of one that may be
 * @param adultAtAct whether a ground of the person's own is of an act as an adult, by its time
 * @param actToCome whether a ground is of an act that is still to come
 * @param actMisfits whether a ground is of an act before the person was born, or at an age that the
 *     person had not then, by anything that is said of the person's age
 */
public record Case(
        Finding finding,
        List<GroundCode> grounds,
        boolean childOrInDoubt,
        boolean childAtAct,
        boolean adultAtAct,
        boolean actToCome,
        boolean actMisfits) {

    public Case {
        grounds = List.copyOf(grounds);
    }

    /** By all that is known of the person, on a day. */
    public static Case of(
            Finding finding, Collection<Ground> grounds, KnownPerson person, LocalDate today) {
        return new Case(
                finding,
                grounds.stream().map(Ground::code).toList(),
                person.isChildOrInDoubt(today),
                grounds.stream().anyMatch(ground -> isOfChild(ground, person, today)),
                grounds.stream()
                        .filter(ground -> ground.code().isIndividual() && ground.saysWhen())
                        .anyMatch(ground -> !isOfChild(ground, person, today)),
                grounds.stream()
                        .flatMap(ground -> ground.earliestAct().stream())
                        .anyMatch(act -> act.isAfter(today)),
                grounds.stream()
                        .anyMatch(
                                ground -> ground.saysWhen() && !person.canHaveDone(ground, today)));
    }

    // By the age that was told, or by the first day on which it may have been. An age alone that
    // the person has not reached, by any age that was told, makes no adult of the person.
    private static boolean isOfChild(Ground ground, KnownPerson person, LocalDate today) {
        Integer age = ground.ageAtAct();
        return (age != null && age < Age.ADULT_AT)
                || ground.earliestAct()
                        .map(person::mayHaveBeenChild)
                        .orElseGet(() -> age != null && person.isTooYoungFor(age, today));
    }
}
