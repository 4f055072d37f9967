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
import static org.orangeline.placement.Given.TODAY;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.arrived;
import static org.orangeline.placement.Given.child;
import static org.orangeline.placement.Given.mother;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.ordered;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.shelter;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.PersonDied;
import org.orangeline.events.intake.PersonLeft;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.DepartureKind;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.placement.QuestionCommand.QuestionMerge;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.scenario.Scenario;

/** Two records of one person, as an overlay. */
class MergeTest {

    private static final UUID MERGE = new UUID(0x7000, 800);
    private static final UUID OTHER = new UUID(0x7000, 77);

    @Test
    void P14_a_merge_of_two_who_are_placed_is_questioned_and_an_unmerge_restores_all_exactly() {
        var both =
                open().given(adult(PERSON), adult(FATHER))
                        .given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(ordered(FATHER, "camp", Basis.VOLUNTARY_SHELTER));
        var merged =
                both.given(
                        new PersonsMerged(PERSON, MERGE, FATHER, Confidential.of("same papers")));
        assertThat(merged.reactions(PERSON.toString()))
                .extracting(reaction -> reaction.command())
                .contains(new QuestionMerge(OP, PERSON, FATHER, MERGE));
        var questions = merged.when(new QuestionMerge(OP, PERSON, FATHER, MERGE), ROBOT).events();
        assertThat(questions).hasOnlyElementsOfType(PlacementQuestioned.class).hasSize(2);
        var questioned = merged.given(questions);
        assertThat(questions(questioned, PERSON)).isEqualTo("[P2]");
        assertThat(questions(questioned, FATHER)).isEqualTo("[P2]");
        questioned.when(shelter(FATHER, "camp"), OFFICER).thenConflict();
        questioned.when(shelter(PERSON, "camp"), OFFICER).thenRefused("P2");
        var unmerged =
                questioned.given(
                        new PersonsUnmerged(PERSON, MERGE, FATHER, Confidential.of("brothers")));
        assertThat(unmerged.known().operation(OP).merges().byOther())
                .isEqualTo(both.known().operation(OP).merges().byOther());
        assertThat(unmerged.known().operation(OP).facts())
                .isEqualTo(both.known().operation(OP).facts());
        assertThat(questions(unmerged, PERSON)).isEqualTo("[]");
        assertThat(questions(unmerged, FATHER)).isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void P15_a_child_whose_mother_turns_out_to_be_a_child_or_dead_is_asked_about(boolean stays) {
        var inside =
                open().given(mother(), child())
                        .given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(placed(CHILD, "camp", Basis.VOLUNTARY_SHELTER));
        var young = arrived(OTHER, Sex.FEMALE, Age.between(15, 17, TODAY), null);
        askedOfChild(inside.given(young).given(merge(stays)));
        var dead = arrived(OTHER, Sex.FEMALE, Age.between(25, 30, TODAY), null);
        askedOfChild(
                inside.given(dead, new PersonDied(OTHER, NOON, Confidential.of("wounds")))
                        .given(merge(stays)));
        var taken =
                new PersonLeft(OTHER, NOON, Confidential.of("the army"), DepartureKind.TAKEN_AWAY);
        askedOfChild(inside.given(dead, taken).given(merge(stays)));
        var honest = inside.given(dead).given(merge(stays));
        assertThat(asking(honest)).hasSize(1);
        honest.when(asking(honest).getFirst(), ROBOT).thenConflict();
    }

    private static void askedOfChild(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> merged) {
        assertThat(asking(merged)).hasSize(1);
        var asked = merged.when(asking(merged).getFirst(), ROBOT).event(PlacementQuestioned.class);
        assertThat(asked.personId()).isEqualTo(CHILD);
        assertThat(asked.rules()).contains("P15");
        assertThat(asked.mergeId()).as("gone when the merge is taken back").isEqualTo(MERGE);
    }

    private static List<PlacementCommand> asking(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> merged) {
        return Stream.of(MOTHER, OTHER)
                // Of a merge the record that stays hears.
                .filter(one -> merged.known().operation(OP).merges().counts(one).equals(one))
                .flatMap(one -> merged.reactions(one.toString()).stream())
                .map(Reaction::command)
                .filter(command ->
                        command instanceof QuestionMerge merge && merge.personId().equals(CHILD))
                .distinct()
                .toList();
    }

    private static PersonsMerged merge(boolean stays) {
        return new PersonsMerged(
                stays ? MOTHER : OTHER,
                MERGE,
                stays ? OTHER : MOTHER,
                Confidential.of("same papers"));
    }

    private static String questions(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> scenario,
            UUID person) {
        return scenario.own()
                .operation(OP)
                .openPlacement(person)
                .orElseThrow()
                .questioned(scenario.known().operation(OP).merges()::stands)
                .toString();
    }
}
