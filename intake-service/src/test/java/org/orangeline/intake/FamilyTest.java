package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.Given.NOON;
import static org.orangeline.intake.Given.OFFICER;
import static org.orangeline.intake.Given.OP;
import static org.orangeline.intake.Given.after;
import static org.orangeline.intake.Given.member;
import static org.orangeline.intake.Given.tie;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.ChildFoundAlone;
import org.orangeline.events.intake.ChildReunited;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.FamilyUnlinked;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.model.DepartureKind;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.Loneliness;
import org.orangeline.intake.ConflictCommand.CorrectFromStore;
import org.orangeline.intake.ConflictCommand.Correction;
import org.orangeline.intake.DepartureCommand.RecordDeparture;
import org.orangeline.intake.FamilyCommand.LinkFamily;
import org.orangeline.intake.FamilyCommand.UnlinkFamily;
import org.orangeline.intake.FamilyCommand.VerifyCarer;
import org.orangeline.intake.arrival.StatedAge;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.families.FamilyCircle;
import org.orangeline.intake.families.WhenChildIsAloneThenRaise;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.scenario.Scenario;

class FamilyTest {

    static final UUID FATHER = new UUID(0x7000, 11);
    static final UUID MOTHER = new UUID(0x7000, 12);
    static final UUID CHILD = new UUID(0x7000, 13);
    static final UUID BABY = new UUID(0x7000, 14);

    private static final Confidential<String> REASON = Confidential.of("both say so");

    private static final Actor SECOND = Actor.human("second");
    private static final VerifyCarer VERIFY = new VerifyCarer(OP, CHILD, MOTHER, REASON, null);

    @Test
    void a_family_is_found_from_any_member_over_groups_and_links() {
        var scenario =
                after(
                        member(FATHER, 40, null),
                        member(MOTHER, 35, tie("f-1", FamilyRole.PARENT)),
                        member(CHILD, 9, tie("f-1", FamilyRole.CHILD)),
                        member(BABY, 1, tie("f-1", FamilyRole.CHILD)),
                        new LinkFamily(OP, MOTHER, FATHER, FamilyRole.SPOUSE, REASON));
        for (UUID member : List.of(FATHER, MOTHER, CHILD, BABY)) {
            assertThat(circle(scenario, member).members())
                    .containsExactlyInAnyOrder(
                            FATHER.toString(),
                            MOTHER.toString(),
                            CHILD.toString(),
                            BABY.toString());
        }
    }

    @Test
    void what_one_is_to_the_other_is_understood_from_both_sides() {
        var scenario =
                after(
                        member(MOTHER, 35, null),
                        member(CHILD, 9, tie("f-1", FamilyRole.CHILD)),
                        member(BABY, 1, tie("f-1", FamilyRole.CHILD)),
                        new LinkFamily(OP, CHILD, MOTHER, FamilyRole.PARENT, REASON));
        FamilyCircle circle = circle(scenario, CHILD);
        assertThat(circle.relation(CHILD.toString(), MOTHER.toString()))
                .contains(FamilyRole.PARENT);
        assertThat(circle.relation(MOTHER.toString(), CHILD.toString())).contains(FamilyRole.CHILD);
        assertThat(circle.relation(BABY.toString(), CHILD.toString())).contains(FamilyRole.SIBLING);
        assertThat(circle.relation(BABY.toString(), MOTHER.toString())).isEmpty();
    }

    @Test
    void a_link_is_made_once_between_two_persons_who_are_there() {
        var scenario = after(member(MOTHER, 35, null), member(CHILD, 9, null));
        link(scenario, CHILD, CHILD).thenConflict();
        link(scenario, CHILD, BABY).thenNotFound();
        var linked = link(scenario, CHILD, MOTHER);
        FamilyLinked event = linked.event(FamilyLinked.class);
        var after = scenario.given(linked.events());
        link(after, CHILD, MOTHER).thenConflict();
        link(after, MOTHER, CHILD).thenConflict();
        after.when(new UnlinkFamily(OP, MOTHER, CHILD, REASON), OFFICER)
                .then(new FamilyUnlinked(CHILD, event.linkId(), MOTHER, REASON));
    }

    @Test
    void a_link_that_was_removed_binds_nobody_and_can_be_made_again() {
        var scenario =
                after(
                        member(MOTHER, 35, null),
                        member(CHILD, 9, null),
                        new LinkFamily(OP, CHILD, MOTHER, FamilyRole.PARENT, REASON),
                        new UnlinkFamily(OP, CHILD, MOTHER, REASON));
        assertThat(circle(scenario, CHILD).members()).containsExactly(CHILD.toString());
        scenario.when(new UnlinkFamily(OP, CHILD, MOTHER, REASON), OFFICER).thenNotFound();
        link(scenario, CHILD, MOTHER).thenAccepted();
    }

    @Test
    void a_child_alone_is_raised_when_its_family_had_time_to_come() {
        var arrived = after(member(CHILD, 9, null));
        assertThat(arrived.reactions(CHILD.toString())).isEmpty();
        var later = arrived.at(NOON.plus(WhenChildIsAloneThenRaise.FAMILY_COMES_TOGETHER));
        later.when(only(later.reactions(CHILD.toString())).command(), OFFICER)
                .then(new ChildFoundAlone(CHILD, Loneliness.UNACCOMPANIED));
    }

    @Test
    void a_family_that_is_registered_together_raises_nobody() {
        var family =
                after(
                                member(CHILD, 9, tie("f-1", FamilyRole.CHILD)),
                                member(BABY, 1, tie("f-1", FamilyRole.CHILD)),
                                member(MOTHER, 35, tie("f-1", FamilyRole.PARENT)))
                        .at(NOON.plus(Duration.ofHours(1)));
        assertThat(family.reactions(CHILD.toString())).isEmpty();
        assertThat(family.reactions(MOTHER.toString())).isEmpty();
    }

    @Test
    void P15_brothers_without_an_adult_are_unaccompanied_together() {
        var brothers =
                after(
                                member(CHILD, 9, tie("f-1", FamilyRole.CHILD)),
                                member(BABY, 1, tie("f-1", FamilyRole.CHILD)))
                        .at(NOON.plus(Duration.ofHours(1)));
        assertThat(brothers.reactions(CHILD.toString())).hasSize(2);
        brothers.when(brothers.reactions(CHILD.toString()).getFirst().command(), OFFICER)
                .then(new ChildFoundAlone(CHILD, Loneliness.UNACCOMPANIED));
    }

    @Test
    void who_may_be_a_child_counts_as_one_and_an_adult_does_not() {
        var both =
                after(member(CHILD, Given.range(16, 20), null), member(MOTHER, 35, null))
                        .at(NOON.plus(Duration.ofHours(1)));
        assertThat(both.reactions(CHILD.toString())).hasSize(1);
        assertThat(both.reactions(MOTHER.toString())).isEmpty();
    }

    @Test
    void a_parent_who_is_linked_reunites_whoever_is_named_first() {
        for (var link :
                List.of(
                        new LinkFamily(OP, CHILD, MOTHER, FamilyRole.PARENT, REASON),
                        new LinkFamily(OP, MOTHER, CHILD, FamilyRole.CHILD, REASON))) {
            var alone = raised(after(member(MOTHER, 35, null), member(CHILD, 9, null))).by(OFFICER);
            var linked = after(alone, link);
            // A word is not enough: the child counts as separated until a second human says so.
            linked.when(only(linked.reactions(link.personId().toString())).command(), OFFICER)
                    .then(new ChildFoundAlone(CHILD, Loneliness.SEPARATED));
            linked.when(VERIFY, OFFICER).thenRefused("S6");
            linked.when(VERIFY, Actor.machine("robot")).thenRefused("S6");
            var verified = linked.given(linked.when(VERIFY, SECOND).thenAccepted().events());
            verified.when(only(verified.reactions(CHILD.toString())).command(), OFFICER)
                    .then(new ChildReunited(CHILD, MOTHER));
        }
    }

    @Test
    void when_the_parent_leaves_or_the_link_is_cut_the_child_is_alone_again() {
        var stated =
                after(
                                member(MOTHER, 35, null),
                                member(CHILD, 9, null),
                                new LinkFamily(OP, MOTHER, CHILD, FamilyRole.CHILD, REASON))
                        .at(NOON.plus(Duration.ofHours(1)));
        var linked = stated.given(stated.when(VERIFY, SECOND).events());
        var left =
                after(
                        linked,
                        new RecordDeparture(OP, MOTHER, NOON, DepartureKind.WITH_FAMILY, REASON));
        left.when(only(left.reactions(MOTHER.toString())).command(), OFFICER)
                .then(new ChildFoundAlone(CHILD, Loneliness.UNACCOMPANIED));
        // The cut is the mother's event: the child is no longer in her family, and still looked at.
        var cut = after(linked, new UnlinkFamily(OP, MOTHER, CHILD, REASON));
        cut.when(only(cut.reactions(MOTHER.toString())).command(), OFFICER)
                .then(new ChildFoundAlone(CHILD, Loneliness.UNACCOMPANIED));
    }

    @Test
    void P15_a_carer_is_an_adult_and_plausible_by_age() {
        var people =
                after(
                        member(MOTHER, 35, null),
                        member(FATHER, 40, null),
                        member(CHILD, 11, null),
                        member(BABY, 7, null));
        people.when(new LinkFamily(OP, BABY, CHILD, FamilyRole.GUARDIAN, REASON), OFFICER)
                .thenRefused("P15");
        people.when(new LinkFamily(OP, FATHER, BABY, FamilyRole.PARENT, REASON), OFFICER)
                .thenRefused("P15");
        people.when(new LinkFamily(OP, MOTHER, FATHER, FamilyRole.CHILD, REASON), OFFICER)
                .thenRefused("P15");
        people.when(new LinkFamily(OP, BABY, FATHER, FamilyRole.GUARDIAN, REASON), OFFICER)
                .thenAccepted();
        // A guardian of eleven whom a tablet told is on record, and no carer.
        var group =
                after(
                                member(CHILD, 11, tie("f-1", FamilyRole.GUARDIAN)),
                                member(BABY, 7, tie("f-1", FamilyRole.CHILD)))
                        .at(NOON.plus(Duration.ofHours(1)));
        assertThat(group.reactions(BABY.toString())).hasSize(2);
        group.when(new VerifyCarer(OP, BABY, CHILD, REASON, null), SECOND).thenRefused("P15");
    }

    @Test
    void P6_a_child_leaves_with_who_cares_for_it_and_by_a_humans_word() {
        var here =
                after(
                        member(CHILD, 9, tie("f-1", FamilyRole.CHILD)),
                        member(MOTHER, 35, tie("f-1", FamilyRole.PARENT)));
        var leaves = new RecordDeparture(OP, CHILD, NOON, DepartureKind.WITH_FAMILY, REASON);
        here.when(leaves, Actor.machine("robot")).thenRefused("S6");
        here.when(leaves, OFFICER).thenRefused("P6");
        var motherLeft =
                after(
                        here,
                        new RecordDeparture(OP, MOTHER, NOON, DepartureKind.WITH_FAMILY, REASON));
        motherLeft.when(leaves, Actor.machine("robot")).thenRefused("S6");
        motherLeft.when(leaves, OFFICER).thenAccepted();
    }

    @Test
    void P15_three_are_not_one_anothers_parents() {
        StatedAge any = Given.range(10, 60);
        var circle =
                after(
                        member(MOTHER, any, null),
                        member(FATHER, any, null),
                        member(CHILD, any, null),
                        new LinkFamily(OP, CHILD, MOTHER, FamilyRole.PARENT, REASON),
                        new LinkFamily(OP, MOTHER, FATHER, FamilyRole.PARENT, REASON));
        circle.when(new LinkFamily(OP, FATHER, CHILD, FamilyRole.PARENT, REASON), OFFICER)
                .thenRefused("P15");
        circle.when(new LinkFamily(OP, CHILD, FATHER, FamilyRole.CHILD, REASON), OFFICER)
                .thenRefused("P15");
    }

    @Test
    void P15_a_disputed_age_counts_as_a_childs_among_the_children_alone() {
        var man = after(member(CHILD, 30, null)).at(NOON.plus(Duration.ofHours(1)));
        assertThat(man.reactions(CHILD.toString())).isEmpty();
        var disputed = after(man, fromStore("east", 31), fromStore("west", 15));
        assertThat(disputed.reactions(CHILD.toString())).hasSize(1);
    }

    private static CorrectFromStore fromStore(String tablet, int years) {
        return new CorrectFromStore(
                OP,
                CHILD,
                0,
                tablet,
                new Correction(
                        null, Given.range(years, years), null, null, null, null, "asked again"));
    }

    private static Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> raised(
            Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> scenario) {
        return scenario.given(new ChildFoundAlone(CHILD, Loneliness.UNACCOMPANIED));
    }

    private static org.orangeline.runtime.scenario.Decided<
                    IntakeCommand, IntakeState, Custody, IntakeEvent>
            link(
                    Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> scenario,
                    UUID person,
                    UUID relative) {
        return scenario.when(
                new LinkFamily(OP, person, relative, FamilyRole.PARENT, REASON), OFFICER);
    }

    private static FamilyCircle circle(
            Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> scenario, UUID person) {
        return FamilyCircle.around(
                scenario.own().require(OP), scenario.known().staysOf(OP), person.toString());
    }

    static Reaction<IntakeCommand> only(List<Reaction<IntakeCommand>> reactions) {
        assertThat(reactions).hasSize(1);
        return reactions.getFirst();
    }
}
