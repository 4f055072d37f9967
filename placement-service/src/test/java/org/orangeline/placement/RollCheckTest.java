package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.CHILD;
import static org.orangeline.placement.Given.FATHER;
import static org.orangeline.placement.Given.MOTHER;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.child;
import static org.orangeline.placement.Given.facility;
import static org.orangeline.placement.Given.father;
import static org.orangeline.placement.Given.mother;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.model.AbsenceReason;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.DepartureKind;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.placement.PersonMissing;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.RollChecked;
import org.orangeline.events.placement.Transferred;
import org.orangeline.placement.CustodyCommand.RecordFound;
import org.orangeline.placement.CustodyCommand.ReportMissing;
import org.orangeline.placement.CustodyCommand.StartAbsence;
import org.orangeline.placement.LeavingCommand.ReleasePeople;
import org.orangeline.placement.RollCommand.CheckRoll;
import org.orangeline.placement.facilities.RollCheck;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.orders.Party;
import org.orangeline.runtime.scenario.Scenario;

/** P17: a roll check names who is missing, and says how many should have been there. */
class RollCheckTest {

    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> camp =
            open().given(adult(PERSON), mother(), child(), facility("big", FacilityKind.CAMP, 9))
                    .given(placed(PERSON, "big", Basis.VOLUNTARY_SHELTER))
                    .given(placed(MOTHER, "big", Basis.VOLUNTARY_SHELTER))
                    .given(placed(CHILD, "big", Basis.VOLUNTARY_SHELTER));

    private static CheckRoll check(int counted, @Nullable Instant at, UUID... missing) {
        return new CheckRoll(
                OP,
                "big",
                null,
                counted,
                Stream.of(missing).map(one -> new Party.Named(placementOf(one), one)).toList(),
                WHY,
                at);
    }

    @Test
    void P17_who_is_not_there_is_missing_since_the_roll_check() {
        Instant before = NOON.plusSeconds(600);
        var later = camp.at(NOON.plusSeconds(1200));
        var checked = later.when(check(2, before, PERSON), OFFICER).thenAccepted();
        RollChecked roll = checked.event(RollChecked.class);
        assertThat(List.of(roll.expected(), roll.counted(), roll.away(), roll.missing()))
                .containsExactly(3, 2, 0, 1);
        assertThat(checked.event(PersonMissing.class).missingSince()).isEqualTo(before);
        var now = later.given(checked.events());
        assertThat(now.own().operation(OP).facility("big").orElseThrow().rolls().values())
                .extracting(RollCheck::missing)
                .containsExactly(1);
        now.when(check(2, null, PERSON), OFFICER).thenConflict();
        assertThat(now.when(check(2, null), OFFICER).event(RollChecked.class).expected())
                .as("who is missing already is not expected")
                .isEqualTo(2);
    }

    @Test
    void P17_who_is_away_for_a_time_is_neither_expected_nor_missing() {
        var away =
                camp.given(
                        camp.when(
                                        new StartAbsence(
                                                OP,
                                                placementOf(PERSON),
                                                PERSON,
                                                AbsenceReason.WORK,
                                                null,
                                                null),
                                        OFFICER)
                                .events());
        RollChecked roll = away.when(check(2, null), OFFICER).event(RollChecked.class);
        assertThat(List.of(roll.expected(), roll.away())).containsExactly(2, 1);
        away.when(check(2, null, PERSON), OFFICER).thenConflict();
    }

    @Test
    void P6_the_child_of_a_missing_mother_is_questioned() {
        var checked = camp.when(check(2, null, MOTHER), OFFICER).thenAccepted();
        assertThat(checked.event(PlacementQuestioned.class).personId()).isEqualTo(CHILD);
        assertThat(checked.event(PlacementQuestioned.class).rules()).contains("P6");
    }

    @Test
    void P6_P15_a_child_is_asked_about_when_both_its_parents_are_missing() {
        var family =
                open().given(mother(), child(), father(), facility("big", FacilityKind.CAMP, 9))
                        .given(placed(MOTHER, "big", Basis.VOLUNTARY_SHELTER))
                        .given(placed(FATHER, "big", Basis.VOLUNTARY_SHELTER))
                        .given(placed(CHILD, "big", Basis.VOLUNTARY_SHELTER));
        var both = family.when(check(1, null, MOTHER, FATHER), OFFICER).thenAccepted();
        assertThat(both.event(PlacementQuestioned.class).rules()).containsExactly("P6", "P15");
        var one = family.given(family.when(check(2, null, MOTHER), OFFICER).events());
        assertThat(
                        one.when(Given.release(placementOf(FATHER), FATHER), OFFICER)
                                .event(PlacementQuestioned.class)
                                .rules())
                .contains("P6", "P15");
        assertThat(
                        one.when(check(1, null, FATHER), OFFICER)
                                .event(PlacementQuestioned.class)
                                .rules())
                .containsExactly("P6", "P15");
    }

    @Test
    void P17_a_check_that_is_uploaded_late_raises_nobody_who_was_seen_since() {
        var missed = camp.given(camp.when(check(2, null, PERSON), OFFICER).events());
        var later = missed.at(NOON.plusSeconds(3600));
        var found =
                later.given(
                        later.when(
                                        new RecordFound(
                                                OP,
                                                placementOf(PERSON),
                                                PERSON,
                                                NOON.plusSeconds(3000),
                                                WHY),
                                        OFFICER)
                                .events());
        var late = found.when(check(2, NOON.plusSeconds(1800), PERSON), OFFICER).thenAccepted();
        assertThat(late.event(RollChecked.class).missing()).isEqualTo(1);
        assertThat(late.events()).noneMatch(PersonMissing.class::isInstance);
        assertThat(found.when(check(2, NOON.plusSeconds(3300), PERSON), OFFICER).events())
                .anyMatch(PersonMissing.class::isInstance);
        found.when(
                        new ReportMissing(
                                OP, placementOf(PERSON), PERSON, NOON.plusSeconds(1800), WHY),
                        OFFICER)
                .refusal();
    }

    @Test
    void P17_whoever_left_since_the_count_is_no_reason_to_refuse_it() {
        var later = camp.at(NOON.plusSeconds(7200));
        var left =
                later.given(
                        later.when(Given.release(placementOf(MOTHER), MOTHER), OFFICER).events());
        var away = left.given(left.when(goes(PERSON), OFFICER).events());
        var late = away.when(check(0, NOON.plusSeconds(600), MOTHER, PERSON, CHILD), OFFICER);
        RollChecked roll = late.thenAccepted().event(RollChecked.class);
        assertThat(List.of(roll.expected(), roll.counted(), roll.missing()))
                .containsExactly(3, 0, 3);
        assertThat(late.event(PersonMissing.class).personId()).isEqualTo(CHILD);
        away.when(check(0, NOON.plusSeconds(600), MOTHER, MOTHER), OFFICER).thenConflict();
        var moved =
                later.given(facility("other", FacilityKind.CAMP, 9))
                        .given(
                                new Transferred(
                                        MOTHER,
                                        placementOf(MOTHER),
                                        new UUID(3, 3),
                                        "big",
                                        "other",
                                        null,
                                        null));
        moved.when(check(2, NOON.plusSeconds(600), MOTHER), OFFICER).thenAccepted();
        // Who is missing elsewhere was not there.
        var elsewhere =
                later.given(adult(FATHER), facility("other", FacilityKind.CAMP, 9))
                        .given(placed(FATHER, "other", Basis.VOLUNTARY_SHELTER));
        elsewhere
                .given(
                        elsewhere
                                .when(
                                        new ReportMissing(
                                                OP,
                                                placementOf(FATHER),
                                                FATHER,
                                                NOON.plusSeconds(7200),
                                                WHY),
                                        OFFICER)
                                .events())
                .when(check(2, NOON.plusSeconds(600), FATHER), OFFICER)
                .thenConflict();
    }

    @Test
    void P15_a_child_is_asked_about_when_the_second_of_its_parents_goes_away_for_long() {
        var family =
                open().given(mother(), child(), father(), facility("big", FacilityKind.CAMP, 9))
                        .given(placed(MOTHER, "big", Basis.VOLUNTARY_SHELTER))
                        .given(placed(FATHER, "big", Basis.VOLUNTARY_SHELTER))
                        .given(placed(CHILD, "big", Basis.VOLUNTARY_SHELTER));
        var one = family.when(goes(MOTHER), OFFICER).thenAccepted();
        assertThat(one.events()).noneMatch(PlacementQuestioned.class::isInstance);
        var alone = family.given(one.events());
        assertThat(alone.when(goes(FATHER), OFFICER).event(PlacementQuestioned.class).rules())
                .containsExactly("P15");
        assertThat(
                        alone.when(Given.release(placementOf(FATHER), FATHER), OFFICER)
                                .event(PlacementQuestioned.class)
                                .rules())
                .contains("P6", "P15");
    }

    private static StartAbsence goes(UUID who) {
        return new StartAbsence(OP, placementOf(who), who, AbsenceReason.HOSPITAL, null, null);
    }

    /** A tablet's list is as old as its last news; what the register knows since counts. */
    @Test
    void P17_a_late_check_counts_for_everybody_else_whatever_became_of_one() {
        var later =
                camp.at(NOON.plusSeconds(7200))
                        .given(adult(FATHER))
                        .given(facility("other", FacilityKind.CAMP, 9))
                        .given(facility("third", FacilityKind.CAMP, 9));
        var twice = later.given(moved(MOTHER, "big", "other"), moved(MOTHER, "other", "third"));
        var thenFree = later.given(moved(MOTHER, "big", "other"));
        thenFree =
                thenFree.given(
                        thenFree.when(Given.release(placementOf(MOTHER), MOTHER), OFFICER)
                                .events());
        var backAgain = later.given(moved(MOTHER, "big", "other"), moved(MOTHER, "other", "big"));
        for (var since : List.of(twice, thenFree, backAgain)) {
            isMissingAlone(since, MOTHER);
        }
        twice.when(check(1, null, PERSON, MOTHER), OFFICER).thenConflict();
        // Came after the count.
        isMissingAlone(later.given(placed(FATHER, "big", Basis.VOLUNTARY_SHELTER)), FATHER);
        // Left before the count, which is told after it.
        var early =
                new ReleasePeople(
                        OP,
                        List.of(new Party.Named(placementOf(MOTHER), MOTHER)),
                        WHY,
                        null,
                        DepartureKind.WITH_FAMILY,
                        NOON.plusSeconds(300));
        isMissingAlone(later.given(later.when(early, OFFICER).events()), MOTHER);
        // Went away before it for a time, which is told after it.
        var gone =
                new StartAbsence(
                        OP,
                        placementOf(MOTHER),
                        MOTHER,
                        AbsenceReason.HOSPITAL,
                        null,
                        NOON.plusSeconds(300));
        isMissingAlone(later.given(later.when(gone, OFFICER).events()), MOTHER);
    }

    private static Transferred moved(UUID who, String from, String to) {
        return new Transferred(who, placementOf(who), new UUID(3, 3), from, to, null, null);
    }

    /** The check names both; the other one is known to be elsewhere. */
    private static void isMissingAlone(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now, UUID other) {
        var late = now.when(check(1, NOON.plusSeconds(600), PERSON, other), OFFICER);
        assertThat(
                        late.thenAccepted().events().stream()
                                .filter(PersonMissing.class::isInstance)
                                .map(event -> ((PersonMissing) event).personId()))
                .containsExactly(PERSON);
        RollChecked roll = late.event(RollChecked.class);
        assertThat(roll.expected() - roll.missing()).isLessThanOrEqualTo(2);
    }

    @Test
    void P17_a_check_of_before_somebody_came_does_not_name_them() {
        var before =
                camp.at(NOON.plusSeconds(3600))
                        .when(check(2, NOON.minusSeconds(1800), PERSON), OFFICER)
                        .thenAccepted();
        assertThat(before.events()).hasSize(1);
        assertThat(before.event(RollChecked.class).missing()).isZero();
        var checked = camp.given(camp.when(check(3, null), OFFICER).events());
        var late = checked.at(NOON.plusSeconds(3600));
        var now = late.given(late.when(check(9, NOON.minusSeconds(1800)), OFFICER).events());
        assertThat(now.own().operation(OP).facility("big").orElseThrow().rolls().values())
                .as("the last is the latest, whenever it is uploaded")
                .extracting(RollCheck::counted)
                .containsExactly(3);
    }

    @Test
    void a_count_that_does_not_fit_is_recorded_as_it_is() {
        assertThat(camp.when(check(5, null), OFFICER).event(RollChecked.class).counted())
                .isEqualTo(5);
    }

    @Test
    void S6_a_machine_checks_no_roll_and_nobody_is_missing_twice() {
        camp.when(check(3, null), ROBOT).thenRefused("S6");
        camp.when(check(2, null, PERSON, PERSON), OFFICER).thenConflict();
        camp.when(new CheckRoll(OP, "big", "nowhere", 0, List.of(), WHY, null), OFFICER)
                .thenNotFound();
    }
}
