package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.FamilyTest.CHILD;
import static org.orangeline.intake.FamilyTest.FATHER;
import static org.orangeline.intake.FamilyTest.MOTHER;
import static org.orangeline.intake.Given.NOON;
import static org.orangeline.intake.Given.OFFICER;
import static org.orangeline.intake.Given.OP;
import static org.orangeline.intake.Given.after;
import static org.orangeline.intake.Given.member;
import static org.orangeline.intake.Given.tie;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.CarerVerified;
import org.orangeline.events.intake.ChildFoundAlone;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.DepartureKind;
import org.orangeline.events.model.Device;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Loneliness;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.DepartureCommand.RecordDeparture;
import org.orangeline.intake.FamilyCommand.FindChildAlone;
import org.orangeline.intake.FamilyCommand.LinkFamily;
import org.orangeline.intake.FamilyCommand.VerifyCarer;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.families.Carers;
import org.orangeline.intake.families.FamilyCircle;
import org.orangeline.intake.families.WhenChildIsAloneThenRaise;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.kit.testing.RandomFamilies;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.Scenario;

/** Who came together with a child: said on arrival, and before the child was raised as alone. */
class ComingTogetherTest {

    private static final int SEEDS = Integer.getInteger("orangeline.seeds", 150);
    private static final UUID AGAIN = new UUID(0x7000, 71);
    private static final FamilyTie PARENT = tie("f-1", FamilyRole.PARENT);
    private static final FamilyTie WARD = tie("f-1", FamilyRole.CHILD);
    private static final Confidential<String> WHY = Confidential.of("as told");

    private final Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> child =
            after(member(CHILD, 9, WARD));
    private final Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> alone =
            child.at(NOON.plusSeconds(31))
                    .given(new ChildFoundAlone(CHILD, Loneliness.UNACCOMPANIED));

    @Test
    void P15_who_is_registered_after_the_child_was_raised_is_no_carer_until_verified() {
        var later = after(alone.at(NOON.plusSeconds(40)), member(FATHER, 35, PARENT));
        assertThat(loneliness(later)).contains(Loneliness.SEPARATED);
        leaveWithoutTheChild(later);
        var verified = later.given(new CarerVerified(CHILD, FATHER, "second", WHY, null));
        assertThat(loneliness(verified)).isEmpty();
        after(verified, leaves(FATHER)).when(leaves(CHILD), OFFICER).thenAccepted();
    }

    @Test
    void P15_a_mother_who_is_registered_seconds_after_her_child_came_with_it() {
        var family = after(child.at(NOON.plusSeconds(20)), member(MOTHER, 35, PARENT));
        assertThat(loneliness(family)).isEmpty();
        after(family, leaves(MOTHER)).when(leaves(CHILD), OFFICER).thenAccepted();
        // Raised since, because she was elsewhere for a while: she still came with it.
        assertThat(loneliness(family.given(new ChildFoundAlone(CHILD, Loneliness.UNACCOMPANIED))))
                .isEmpty();
    }

    @Test
    void P15_who_is_registered_last_of_a_large_family_came_with_all_its_children() {
        var family = child;
        Instant now = NOON;
        for (int sibling = 0; sibling < 8; sibling++) {
            now = now.plusSeconds(25);
            family =
                    after(
                            family.at(now),
                            member(new UUID(0x7005, sibling), 9, tie("f-1", FamilyRole.CHILD)));
        }
        assertThat(raises(family)).as("the family is still being registered").isEmpty();
        var later = family.at(now.plus(WhenChildIsAloneThenRaise.FAMILY_COMES_TOGETHER));
        assertThat(raises(later)).isNotEmpty();
        var whole = after(family.at(now.plusSeconds(20)), member(MOTHER, 35, PARENT));
        assertThat(loneliness(whole)).isEmpty();
        // No child waits for ever, however many are registered into its family.
        var large = family;
        for (int sibling = 8; sibling < 40; sibling++) {
            now = now.plusSeconds(25);
            large =
                    after(
                            large.at(now),
                            member(new UUID(0x7005, sibling), 9, tie("f-1", FamilyRole.CHILD)));
        }
        assertThat(raises(large)).isNotEmpty();
    }

    @Test
    void P15_nobody_comes_as_parent_of_a_child_who_is_too_close_in_age() {
        var young = after(child.at(NOON.plusSeconds(20)), member(FATHER, 20, PARENT));
        assertThat(loneliness(young)).contains(Loneliness.SEPARATED);
        leaveWithoutTheChild(young);
        assertThat(answersFor(young, CHILD)).isFalse();
        var guardian =
                after(
                        child.at(NOON.plusSeconds(20)),
                        member(FATHER, 20, tie("f-1", FamilyRole.GUARDIAN)));
        assertThat(loneliness(guardian)).isEmpty();
    }

    @Test
    void P15_what_was_verified_of_a_merged_child_ends_with_the_merge() {
        UUID merge = new UUID(0x7004, 3);
        var parted =
                after(member(AGAIN, 9, WARD), member(FATHER, 35, PARENT), member(CHILD, 9, null))
                        .given(
                                new ChildFoundAlone(CHILD, Loneliness.UNACCOMPANIED),
                                new PersonsMerged(AGAIN, merge, CHILD, WHY),
                                new CarerVerified(AGAIN, FATHER, "second", WHY, null),
                                new CarerVerified(CHILD, FATHER, "second", WHY, null),
                                new PersonsUnmerged(AGAIN, merge, CHILD, WHY));
        assertThat(answersFor(parted, CHILD)).isFalse();
        assertThat(answersFor(parted, AGAIN)).isTrue();
        var link = new LinkFamily(OP, CHILD, FATHER, FamilyRole.PARENT, WHY);
        assertThat(answersFor(after(parted, link), CHILD)).isFalse();
    }

    private static boolean answersFor(Scenario<?, IntakeState, ?, ?> scenario, UUID ward) {
        return Carers.answersFor(scenario.own().require(OP), ward.toString(), FATHER.toString());
    }

    @Test
    void P15_two_tablets_clocks_may_differ_by_hours() {
        Instant earlier = NOON.minus(Duration.ofHours(3));
        var arrived = Given.open().given(told(CHILD, 9, WARD, "tablet-1", NOON));
        assertThat(loneliness(arrived.given(told(FATHER, 35, PARENT, "tablet-2", earlier))))
                .isEmpty();
        assertThat(loneliness(arrived.given(told(FATHER, 35, PARENT, "tablet-1", earlier))))
                .as("one clock says that they came hours apart")
                .contains(Loneliness.SEPARATED);
    }

    private static PersonArrived told(
            UUID person, int years, FamilyTie tie, String tablet, Instant at) {
        return new PersonArrived(
                person,
                "BGZ-000001-7",
                "east",
                at,
                Sex.MALE,
                Age.between(years, years, LocalDate.parse("2019-03-01")),
                List.of(),
                List.of(),
                tie,
                null,
                new Device(tablet, null, null));
    }

    private static List<IntakeCommand> raises(
            Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> scenario) {
        return scenario.reactions(CHILD.toString()).stream()
                .map(reaction -> reaction.command())
                .filter(new FindChildAlone(OP, CHILD)::equals)
                .toList();
    }

    @Test
    void P15_who_comes_hours_later_did_not_come_with_the_child() {
        var family = after(child.at(NOON.plusSeconds(20)), member(MOTHER, 35, PARENT));
        var hours = NOON.plus(Duration.ofHours(2));
        var late = after(after(family.at(hours), member(FATHER, 35, PARENT)), leaves(MOTHER));
        assertThat(loneliness(late)).contains(Loneliness.SEPARATED);
        assertThat(loneliness(after(child.at(NOON.plusSeconds(5)), came(FATHER, hours))))
                .contains(Loneliness.SEPARATED);
    }

    @Test
    void P15_a_corrected_group_or_role_is_not_said_on_arrival() {
        var stranger = after(child.at(NOON.plusSeconds(20)), member(FATHER, 35, null));
        assertThat(loneliness(stranger.given(corrected(FATHER, PARENT))))
                .contains(Loneliness.SEPARATED);
        FamilyTie other = tie("f-1", FamilyRole.OTHER);
        var uncle = after(child.at(NOON.plusSeconds(20)), member(FATHER, 35, other));
        assertThat(loneliness(uncle.given(corrected(FATHER, PARENT))))
                .contains(Loneliness.SEPARATED);
        var moved = after(child.at(NOON.plusSeconds(20)), member(FATHER, 35, PARENT));
        assertThat(
                        loneliness(
                                moved.given(
                                        corrected(FATHER, tie("f-2", FamilyRole.PARENT)),
                                        corrected(FATHER, PARENT))))
                .contains(Loneliness.SEPARATED);
    }

    @Test
    void P15_a_link_beside_another_group_is_not_coming_together() {
        var linked =
                after(
                        after(
                                child.at(NOON.plusSeconds(20)),
                                member(FATHER, 35, tie("f-9", FamilyRole.PARENT))),
                        new LinkFamily(OP, CHILD, FATHER, FamilyRole.PARENT, WHY));
        assertThat(loneliness(linked)).contains(Loneliness.SEPARATED);
        leaveWithoutTheChild(linked);
    }

    @Test
    void P15_what_was_raised_counts_for_every_registration_until_a_merge_is_undone() {
        // The same child is registered a second time, with the stranger's group.
        var again =
                after(
                        alone.at(NOON.plusSeconds(40)),
                        member(AGAIN, 9, tie("f-2", FamilyRole.CHILD)),
                        member(FATHER, 35, tie("f-2", FamilyRole.PARENT)));
        assertThat(loneliness(again, AGAIN)).isEmpty();
        UUID merge = new UUID(0x7004, 1);
        for (List<UUID> way : List.of(List.of(AGAIN, CHILD), List.of(CHILD, AGAIN))) {
            var merged = again.given(new PersonsMerged(way.getFirst(), merge, way.getLast(), WHY));
            assertThat(loneliness(merged, way.getFirst())).contains(Loneliness.SEPARATED);
            var parted =
                    merged.given(new PersonsUnmerged(way.getFirst(), merge, way.getLast(), WHY));
            assertThat(loneliness(parted, AGAIN)).isEmpty();
        }
    }

    @Test
    void P15_a_merge_lends_a_child_that_was_raised_as_alone_no_carer() {
        // A stranger came with another child, hours before this one was raised.
        var two =
                after(
                        after(member(AGAIN, 9, tie("f-2", FamilyRole.CHILD)))
                                .at(NOON.plusSeconds(9)),
                        member(FATHER, 35, tie("f-2", FamilyRole.PARENT)),
                        member(CHILD, 9, null));
        var lone = two.given(new ChildFoundAlone(CHILD, Loneliness.UNACCOMPANIED));
        UUID merge = new UUID(0x7004, 2);
        for (List<UUID> way : List.of(List.of(AGAIN, CHILD), List.of(CHILD, AGAIN))) {
            UUID inUse = way.getFirst();
            var merged = lone.given(new PersonsMerged(inUse, merge, way.getLast(), WHY));
            assertThat(loneliness(merged, inUse)).contains(Loneliness.SEPARATED);
            var gone = after(merged, leaves(FATHER));
            gone.when(leaves(inUse), OFFICER).thenRefused("P6");
            var verified =
                    merged.when(
                            new VerifyCarer(OP, inUse, FATHER, WHY, null),
                            Actor.human("other-officer"));
            assertThat(verified.events())
                    .extracting(event -> ((CarerVerified) event).personId())
                    .contains(inUse, CHILD);
            assertThat(loneliness(merged.given(verified.events()), inUse)).isEmpty();
        }
    }

    @Test
    void P15_whatever_happens_only_the_arrivals_before_it_was_raised_make_a_carer() {
        int together = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            var life = Given.open();
            for (RandomFamilies.Step step : RandomFamilies.of(seed)) {
                life = life.at(step.at()).given(step.event());
            }
            OperationState state = life.own().require(OP);
            for (UUID one : RandomFamilies.people()) {
                for (UUID other : RandomFamilies.people()) {
                    if (isInUse(state, one, true) && isInUse(state, other, false)) {
                        boolean expected = RandomFamilies.cameTogether(life.log(), other, one);
                        assertThat(Carers.answersFor(state, one.toString(), other.toString()))
                                .as("seed %d, %s of %s\n%s", seed, other, one, life)
                                .isEqualTo(expected);
                        together += expected ? 1 : 0;
                    }
                }
            }
        }
        assertThat(together).isPositive();
    }

    private static boolean isInUse(OperationState state, UUID person, boolean child) {
        return RandomFamilies.isChild(person) == child
                && state.persons().containsKey(person.toString())
                && !state.isMergedAway(person);
    }

    private static void leaveWithoutTheChild(
            Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> with) {
        after(with, leaves(FATHER)).when(leaves(CHILD), OFFICER).thenRefused("P6");
    }

    private static RecordDeparture leaves(UUID person) {
        return new RecordDeparture(
                OP, person, NOON.plusSeconds(60), DepartureKind.WITH_FAMILY, WHY);
    }

    private static IntakeCommand came(UUID person, Instant at) {
        var told = member(person, 35, PARENT);
        var arrival = told.arrival();
        return new IntakeCommand.RegisterArrival(
                OP,
                person,
                new IntakeCommand.Arrival(
                        arrival.receptionPoint(),
                        at,
                        arrival.sex(),
                        arrival.age(),
                        List.of(),
                        List.of(),
                        PARENT,
                        null,
                        null,
                        null,
                        null));
    }

    private static PersonDetailsCorrected corrected(UUID person, FamilyTie tie) {
        return new PersonDetailsCorrected(person, null, null, null, null, tie, null, WHY);
    }

    private static java.util.Optional<Loneliness> loneliness(
            Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> scenario) {
        return loneliness(scenario, CHILD);
    }

    private static java.util.Optional<Loneliness> loneliness(
            Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> scenario, UUID child) {
        String id = child.toString();
        return FamilyCircle.around(scenario.own().require(OP), scenario.known().staysOf(OP), id)
                .loneliness(id);
    }
}
