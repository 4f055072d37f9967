package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.CHILD;
import static org.orangeline.placement.Given.FATHER;
import static org.orangeline.placement.Given.MOTHER;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.TODAY;
import static org.orangeline.placement.Given.arrived;
import static org.orangeline.placement.Given.child;
import static org.orangeline.placement.Given.father;
import static org.orangeline.placement.Given.mother;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;
import static org.orangeline.placement.Given.shelter;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.CarerVerified;
import org.orangeline.events.intake.ChildFoundAlone;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Loneliness;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.kit.testing.RandomFamilies;
import org.orangeline.placement.PlacementCommand.OrderTogether;
import org.orangeline.placement.QuestionCommand.QuestionMerge;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.runtime.scenario.Scenario;

/** Who came together with a child, as intake-service sees it as well. */
class ComingTogetherTest {

    private static final int SEEDS = Integer.getInteger("orangeline.seeds", 150);
    private static final Confidential<String> WHY = Confidential.of("as told");
    private static final OrderTogether BOTH =
            new OrderTogether(OP, List.of(shelter(CHILD, "camp-2"), shelter(FATHER, "camp-2")));

    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> came =
            open().given(Given.facility("camp-2", FacilityKind.CAMP, 9)).given(child());
    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> alone =
            came.given(new ChildFoundAlone(CHILD, Loneliness.UNACCOMPANIED));

    @Test
    void P15_who_is_registered_after_the_child_was_raised_is_no_carer_until_verified() {
        var later = alone.at(NOON.plusSeconds(40)).given(father());
        later.when(BOTH, OFFICER).thenRefused("P15");
        later.given(placed(FATHER, "camp-2", Basis.VOLUNTARY_SHELTER))
                .when(shelter(CHILD, "camp-2"), OFFICER)
                .thenRefused("P15");
        later.given(new CarerVerified(CHILD, FATHER, "second", WHY, null))
                .when(BOTH, OFFICER)
                .thenAccepted();
    }

    @Test
    void P15_a_family_that_is_registered_within_seconds_came_together() {
        var family = came.at(NOON.plusSeconds(20)).given(father());
        family.when(BOTH, OFFICER).thenAccepted();
        family.given(new ChildFoundAlone(CHILD, Loneliness.UNACCOMPANIED))
                .when(BOTH, OFFICER)
                .thenAccepted();
    }

    @Test
    void P15_nobody_comes_as_parent_of_a_child_who_is_too_close_in_age() {
        Age young = Age.between(15, 17, TODAY);
        var boy = arrived(CHILD, Sex.MALE, young, new FamilyTie("f-1", FamilyRole.CHILD));
        var man =
                arrived(
                        FATHER,
                        Sex.MALE,
                        Age.between(24, 26, TODAY),
                        new FamilyTie("f-1", FamilyRole.PARENT));
        var came = open().given(Given.facility("camp-2", FacilityKind.CAMP, 9)).given(boy);
        came.given(man).when(BOTH, OFFICER).thenRefused("P15");
        // The ages that count now: a correction may show that he cannot be the father.
        came.given(
                        father(),
                        new PersonDetailsCorrected(
                                FATHER,
                                null,
                                Age.between(19, 20, TODAY),
                                null,
                                null,
                                null,
                                null,
                                WHY))
                .when(BOTH, OFFICER)
                .thenRefused("P15");
        came.given(father()).when(BOTH, OFFICER).thenAccepted();
    }

    @Test
    void P15_what_was_verified_of_a_merged_child_ends_with_the_merge() {
        UUID other = new UUID(0x7000, 78);
        UUID merge = new UUID(0x7004, 3);
        var parted =
                came.given(father())
                        .given(arrived(other, Sex.MALE, Age.between(5, 6, TODAY), null))
                        .given(new ChildFoundAlone(other, Loneliness.UNACCOMPANIED))
                        .given(
                                new PersonsMerged(CHILD, merge, other, WHY),
                                new CarerVerified(CHILD, FATHER, "second", WHY, null),
                                new CarerVerified(other, FATHER, "second", WHY, null),
                                new PersonsUnmerged(CHILD, merge, other, WHY));
        assertThat(isCarer(parted, other)).isFalse();
        assertThat(isCarer(parted, CHILD)).isTrue();
        var linked =
                parted.given(
                        new FamilyLinked(
                                other, new UUID(0x7004, 4), FATHER, FamilyRole.PARENT, WHY));
        assertThat(isCarer(linked, other)).isFalse();
    }

    private static boolean isCarer(Scenario<?, ?, Knowledge, ?> scenario, UUID ward) {
        KnownOperation known = scenario.known().operation(OP);
        return known.isCarer(known.person(FATHER).orElseThrow(), known.person(ward).orElseThrow());
    }

    @Test
    void P15_who_comes_hours_later_did_not_come_with_the_child() {
        came.at(NOON.plus(Duration.ofHours(2)))
                .given(father())
                .when(BOTH, OFFICER)
                .thenRefused("P15");
    }

    @Test
    void P15_a_corrected_group_or_role_is_not_said_on_arrival() {
        FamilyTie uncle = new FamilyTie("f-1", FamilyRole.OTHER);
        came.given(man(uncle), corrected(new FamilyTie("f-1", FamilyRole.PARENT)))
                .when(BOTH, OFFICER)
                .thenRefused("P15");
        came.given(
                        father(),
                        corrected(new FamilyTie("f-2", FamilyRole.PARENT)),
                        corrected(new FamilyTie("f-1", FamilyRole.PARENT)))
                .when(BOTH, OFFICER)
                .thenRefused("P15");
    }

    @Test
    void P15_a_merge_with_a_child_that_was_raised_questions_where_it_is() {
        UUID other = new UUID(0x7000, 77);
        var inside =
                came.given(mother())
                        .given(placed(MOTHER, "camp-2", Basis.VOLUNTARY_SHELTER))
                        .given(placed(CHILD, "camp-2", Basis.VOLUNTARY_SHELTER));
        assertThat(inside.reactions(CHILD.toString())).isEmpty();
        var merged =
                came.given(arrived(other, Sex.MALE, Age.between(5, 6, TODAY), null))
                        .given(new ChildFoundAlone(other, Loneliness.UNACCOMPANIED))
                        .given(mother())
                        .given(placed(MOTHER, "camp-2", Basis.VOLUNTARY_SHELTER))
                        .given(placed(CHILD, "camp-2", Basis.VOLUNTARY_SHELTER))
                        .given(new PersonsMerged(CHILD, new UUID(0x7004, 1), other, WHY));
        var question = new QuestionMerge(OP, CHILD, other, new UUID(0x7004, 1));
        assertThat(merged.reactions(CHILD.toString()))
                .extracting(reaction -> reaction.command())
                .contains(question);
        assertThat(merged.when(question, OFFICER).event(PlacementQuestioned.class))
                .satisfies(asked -> {
                    assertThat(asked.placementId()).isEqualTo(placementOf(CHILD));
                    assertThat(asked.rules()).containsExactly("P15");
                });
    }

    @Test
    void P15_whatever_happens_only_the_arrivals_before_it_was_raised_make_a_carer() {
        int together = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            var life = open();
            for (RandomFamilies.Step step : RandomFamilies.of(seed)) {
                life = life.at(step.at()).given(step.event());
            }
            KnownOperation known = life.known().operation(OP);
            for (UUID one : RandomFamilies.people()) {
                for (UUID other : RandomFamilies.people()) {
                    PersonFacts ward = known.person(one).orElse(null);
                    PersonFacts adult = known.person(other).orElse(null);
                    if (ward != null
                            && adult != null
                            && RandomFamilies.isChild(one)
                            && !RandomFamilies.isChild(other)) {
                        boolean expected = RandomFamilies.cameTogether(life.log(), other, one);
                        assertThat(known.isCarer(adult, ward))
                                .as("seed %d, %s of %s\n%s", seed, other, one, life)
                                .isEqualTo(expected);
                        together += expected ? 1 : 0;
                    }
                }
            }
        }
        assertThat(together).isPositive();
    }

    private static PersonArrived man(FamilyTie tie) {
        return arrived(FATHER, Sex.MALE, Age.between(30, 35, TODAY), tie);
    }

    private static PersonDetailsCorrected corrected(FamilyTie tie) {
        return new PersonDetailsCorrected(FATHER, null, null, null, null, tie, null, WHY);
    }
}
