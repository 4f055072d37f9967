package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.FamilyTest.CHILD;
import static org.orangeline.intake.FamilyTest.FATHER;
import static org.orangeline.intake.FamilyTest.MOTHER;
import static org.orangeline.intake.FamilyTest.only;
import static org.orangeline.intake.Given.NOON;
import static org.orangeline.intake.Given.OFFICER;
import static org.orangeline.intake.Given.OP;
import static org.orangeline.intake.Given.after;
import static org.orangeline.intake.Given.member;
import static org.orangeline.intake.Given.tie;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.CarerVerified;
import org.orangeline.events.intake.ChildFoundAlone;
import org.orangeline.events.intake.ChildReunited;
import org.orangeline.events.intake.FieldConflictSettled.Took;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.model.AbsenceReason;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.Loneliness;
import org.orangeline.events.placement.AbsenceEnded;
import org.orangeline.events.placement.AbsenceOverdue;
import org.orangeline.events.placement.AbsenceStarted;
import org.orangeline.events.placement.DiedInCustody;
import org.orangeline.events.placement.Escaped;
import org.orangeline.events.placement.FactWithdrawn;
import org.orangeline.events.placement.HandedOver;
import org.orangeline.events.placement.PersonFound;
import org.orangeline.events.placement.PersonMissing;
import org.orangeline.events.placement.PlacedInDetention;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.ReleasedFromDetention;
import org.orangeline.intake.ConflictCommand.SettleConflict;
import org.orangeline.intake.FamilyCommand.LinkFamily;
import org.orangeline.intake.FamilyCommand.UnlinkFamily;
import org.orangeline.intake.IntakeCommand.CorrectDetails;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.families.FamilyCircle;
import org.orangeline.intake.families.WhenChildIsAloneThenRaise;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.Scenario;

/** What the places tell of a carer counts for the child, wherever it is. */
class CarersInCustodyTest {

    private static final Confidential<String> REASON = Confidential.of("as recorded there");
    private static final Instant LATER = NOON.plus(Duration.ofHours(1));
    private static final UUID PLACEMENT = new UUID(0x7000, 90);
    private static final UUID ELSEWHERE = new UUID(0x7000, 91);

    private final Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> inside =
            after(
                            member(CHILD, 9, tie("f-1", FamilyRole.CHILD)),
                            member(MOTHER, 35, tie("f-1", FamilyRole.PARENT)))
                    .at(LATER)
                    .given(placed(CHILD), placed(MOTHER));

    private final Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> verified =
            inside.given(new CarerVerified(CHILD, MOTHER, "second", REASON, null));

    @Test
    void a_child_whose_only_carer_died_escaped_or_was_handed_over_is_alone_after_the_grace() {
        for (PlacementEvent gone : List.of(died(MOTHER), escaped(MOTHER), handedOver(MOTHER))) {
            var told = inside.given(gone);
            assertThat(told.reactions(MOTHER.toString())).isEmpty();
            var then = told.at(LATER.plus(WhenChildIsAloneThenRaise.FAMILY_COMES_TOGETHER));
            then.when(only(then.reactions(MOTHER.toString())).command(), OFFICER)
                    .then(new ChildFoundAlone(CHILD, Loneliness.UNACCOMPANIED));
        }
    }

    @Test
    void P6_P17_a_child_whose_only_carer_is_missing_is_alone_until_they_are_found() {
        var missing =
                verified.given(new PersonMissing(MOTHER, PLACEMENT, "al-hol", LATER, REASON))
                        .at(LATER.plus(Duration.ofHours(1)));
        var alone = new ChildFoundAlone(CHILD, Loneliness.UNACCOMPANIED);
        missing.when(only(missing.reactions(MOTHER.toString())).command(), OFFICER).then(alone);
        var found =
                missing.given(alone)
                        .given(new PersonFound(MOTHER, PLACEMENT, "al-hol", LATER, REASON));
        found.when(only(found.reactions(MOTHER.toString())).command(), OFFICER)
                .then(new ChildReunited(CHILD, MOTHER));
    }

    @Test
    void P15_a_child_whose_only_carer_is_away_for_long_is_alone_unless_it_went_along() {
        var alone = new ChildFoundAlone(CHILD, Loneliness.UNACCOMPANIED);
        var away = verified.given(away(MOTHER)).at(LATER.plus(Duration.ofHours(1)));
        away.when(only(away.reactions(MOTHER.toString())).command(), OFFICER).then(alone);
        var back =
                away.given(alone)
                        .given(new AbsenceEnded(MOTHER, PLACEMENT, new UUID(1, 1), "al-hol", null));
        back.when(only(back.reactions(MOTHER.toString())).command(), OFFICER)
                .then(new ChildReunited(CHILD, MOTHER));
        // What is withdrawn leaves everything as it was: away, missing, or there; one by one.
        var escapedSince = verified.given(away(MOTHER), ended(), escaped(MOTHER));
        assertThat(isAway(escapedSince.given(notSo("Escaped")))).isFalse();
        assertThat(isAway(escapedSince.given(notSo("Escaped"), notSo("AbsenceEnded")))).isTrue();
        // Who is said to have died in another place is where they were told to be since.
        var dead = new PersonMissing(MOTHER, PLACEMENT, "al-hol", LATER, REASON);
        var lives = verified.given(dead, died(MOTHER), placed(MOTHER, ELSEWHERE));
        assertThat(isMissing(lives.given(outside("DiedInCustody")))).isFalse();
        var awayElsewhere = away(MOTHER, ELSEWHERE);
        assertThat(isAway(lives.given(awayElsewhere, outside("DiedInCustody")))).isTrue();
        var ended = ended();
        var returned = verified.given(away(MOTHER), ended, notSo("AbsenceEnded"));
        assertThat(isAway(returned)).isTrue();
        assertThat(isAway(verified.given(away(MOTHER), escaped(MOTHER), notSo("Escaped"))))
                .isTrue();
        assertThat(isAway(verified.given(away(MOTHER), notSo("AbsenceStarted")))).isFalse();
        var overdue = new AbsenceOverdue(MOTHER, PLACEMENT, new UUID(1, 1), "al-hol", LATER);
        var alarm = verified.given(away(MOTHER), overdue);
        assertThat(isMissing(alarm)).isTrue();
        assertThat(isMissing(alarm.given(notSo("AbsenceStarted")))).isFalse();
        assertThat(isMissing(alarm.given(ended))).isFalse();
        assertThat(isMissing(alarm.given(ended, notSo("AbsenceEnded")))).isTrue();
        var both = verified.given(away(MOTHER), away(CHILD)).at(LATER.plus(Duration.ofHours(1)));
        assertThat(both.reactions(MOTHER.toString())).isEmpty();
        assertThat(both.reactions(CHILD.toString())).isEmpty();
    }

    private static AbsenceEnded ended() {
        return new AbsenceEnded(MOTHER, PLACEMENT, new UUID(1, 1), "al-hol", null);
    }

    private static FactWithdrawn notSo(String fact) {
        return notSo(fact, FactWithdrawn.Standing.INSIDE, Basis.VOLUNTARY_SHELTER);
    }

    private static FactWithdrawn outside(String fact) {
        return notSo(fact, FactWithdrawn.Standing.OUTSIDE, null);
    }

    private static FactWithdrawn notSo(
            String fact, FactWithdrawn.Standing standing, @Nullable Basis basis) {
        return new FactWithdrawn(
                MOTHER, PLACEMENT, "al-hol", new UUID(2, 2), "1", fact, standing, basis, "human:a");
    }

    private static boolean isAway(Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> now) {
        return now.known().staysOf(OP).isAway(List.of(MOTHER.toString()));
    }

    private static boolean isMissing(
            Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> now) {
        return now.known().staysOf(OP).isMissing(List.of(MOTHER.toString()));
    }

    private static AbsenceStarted away(UUID who) {
        return away(who, PLACEMENT);
    }

    private static AbsenceStarted away(UUID who, UUID placement) {
        return new AbsenceStarted(
                who, placement, new UUID(1, 1), "al-hol", AbsenceReason.HOSPITAL, null, null);
    }

    @Test
    void a_carer_who_is_released_without_the_child_leaves_it_alone() {
        var left = inside.given(released(MOTHER)).at(LATER.plus(Duration.ofHours(1)));
        left.when(only(left.reactions(MOTHER.toString())).command(), OFFICER)
                .then(new ChildFoundAlone(CHILD, Loneliness.UNACCOMPANIED));
    }

    @Test
    void who_is_released_together_within_the_grace_leaves_nobody_alone() {
        var both =
                inside.given(released(MOTHER), released(CHILD)).at(LATER.plus(Duration.ofHours(1)));
        assertThat(both.reactions(MOTHER.toString())).isEmpty();
        assertThat(both.reactions(CHILD.toString())).isEmpty();
    }

    @Test
    void the_child_that_follows_its_mother_is_reunited_with_her() {
        var alone =
                verified.given(released(MOTHER))
                        .given(new ChildFoundAlone(CHILD, Loneliness.UNACCOMPANIED));
        assertThat(alone.reactions(CHILD.toString())).isEmpty();
        var followed = alone.given(released(CHILD));
        followed.when(only(followed.reactions(CHILD.toString())).command(), OFFICER)
                .then(new ChildReunited(CHILD, MOTHER));
    }

    @Test
    void P6_a_family_of_whom_somebody_is_placed_is_left_by_two_humans_only() {
        var child = inside.own().person(OP, CHILD).orElseThrow();
        var alone =
                new CorrectDetails(
                        OP,
                        CHILD,
                        child.version(),
                        null,
                        null,
                        null,
                        null,
                        tie("f-2", FamilyRole.CHILD),
                        null,
                        "not hers");
        var decided = inside.when(alone, Actor.machine("robot"));
        assertThat(decided.events())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("FieldConflictFound");
        var claimed = inside.by(OFFICER).given(inside.when(alone, OFFICER).events());
        assertThat(claimed.own().person(OP, CHILD).orElseThrow().family())
                .isEqualTo(tie("f-1", FamilyRole.CHILD));
        var take =
                new SettleConflict(
                        OP,
                        CHILD,
                        claimed.own()
                                .require(OP)
                                .conflicts()
                                .of(CHILD.toString())
                                .getFirst()
                                .conflictId(),
                        Took.OTHER,
                        null,
                        "asked both");
        claimed.when(take, OFFICER).thenRefused("S6");
        claimed.when(take, Actor.human("second")).thenAccepted();
    }

    @Test
    void P6_a_link_of_somebody_placed_is_removed_by_two_humans_only() {
        var stated =
                after(
                                member(CHILD, 9, null),
                                member(FATHER, 40, null),
                                new LinkFamily(OP, CHILD, FATHER, FamilyRole.PARENT, REASON))
                        .by(OFFICER);
        var remove = new UnlinkFamily(OP, FATHER, CHILD, REASON);
        stated.when(remove, Actor.machine("robot")).thenRefused("S6");
        stated.when(remove, OFFICER).thenAccepted();
        var held = stated.given(placed(FATHER)).by(OFFICER);
        held.when(remove, Actor.machine("robot")).thenRefused("S6");
        var asked = held.given(held.when(remove, OFFICER).events());
        assertThat(asked.own().require(OP).families().link(CHILD, FATHER)).isPresent();
        asked.when(remove, OFFICER).thenRefused("S6");
        var removed = asked.given(asked.when(remove, Actor.human("second")).events());
        assertThat(removed.own().require(OP).families().link(CHILD, FATHER)).isEmpty();
    }

    @Test
    void another_carer_is_found_and_a_dead_person_is_not_offered() {
        var linked =
                after(
                                inside.given(died(MOTHER)),
                                member(FATHER, 40, null),
                                new LinkFamily(OP, CHILD, FATHER, FamilyRole.PARENT, REASON))
                        .given(new CarerVerified(CHILD, FATHER, "second", REASON, null))
                        .at(LATER.plus(Duration.ofHours(1)));
        assertThat(carer(linked)).as("he waits at the reception point").isEmpty();
        var fatherIsThere = linked.given(placed(FATHER)).at(LATER.plus(Duration.ofHours(2)));
        assertThat(fatherIsThere.reactions(MOTHER.toString())).isEmpty();
        assertThat(carer(fatherIsThere)).contains(FATHER.toString());
        assertThat(carer(verified.given(died(MOTHER)))).isEmpty();
        assertThat(carer(verified)).contains(MOTHER.toString());
        assertThat(carer(inside)).as("stated, and not verified").isEmpty();
    }

    @Test
    void a_child_that_is_dead_or_gone_itself_is_not_raised() {
        for (PlacementEvent gone : List.of(died(CHILD), escaped(CHILD), handedOver(CHILD))) {
            var told = inside.given(gone, died(MOTHER)).at(LATER.plus(Duration.ofHours(1)));
            assertThat(told.reactions(MOTHER.toString())).isEmpty();
        }
    }

    @Test
    void who_was_taken_back_cares_again() {
        var back =
                verified.given(escaped(MOTHER))
                        .given(new ChildFoundAlone(CHILD, Loneliness.UNACCOMPANIED))
                        .given(placed(MOTHER));
        back.when(only(back.reactions(MOTHER.toString())).command(), OFFICER)
                .then(new ChildReunited(CHILD, MOTHER));
    }

    private static java.util.Optional<String> carer(
            Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> scenario) {
        return FamilyCircle.around(
                        scenario.own().require(OP), scenario.known().staysOf(OP), CHILD.toString())
                .carer(CHILD.toString());
    }

    private static PlacedInDetention placed(UUID person) {
        return placed(person, PLACEMENT);
    }

    private static PlacedInDetention placed(UUID person, UUID placement) {
        return new PlacedInDetention(person, placement, "al-hol", Basis.INTERNMENT, null);
    }

    private static ReleasedFromDetention released(UUID person) {
        return new ReleasedFromDetention(
                person, PLACEMENT, "al-hol", Basis.INTERNMENT, REASON, null, null);
    }

    private static DiedInCustody died(UUID person) {
        return new DiedInCustody(person, PLACEMENT, "al-hol", NOON, REASON);
    }

    private static Escaped escaped(UUID person) {
        return new Escaped(person, PLACEMENT, "al-hol", NOON, REASON);
    }

    private static HandedOver handedOver(UUID person) {
        return new HandedOver(person, PLACEMENT, "al-hol", "IRQ", PLACEMENT, REASON, null);
    }
}
