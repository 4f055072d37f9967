package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.FATHER;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.ordered;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.shelter;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.model.Basis;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.placement.QuestionCommand.QuestionMerge;

/** Two records of one person, as an overlay. */
class MergeTest {

    private static final UUID MERGE = new UUID(0x7000, 800);

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

    private static String questions(
            org.orangeline.runtime.scenario.Scenario<
                            PlacementCommand,
                            PlacementState,
                            org.orangeline.placement.knowledge.Knowledge,
                            org.orangeline.events.placement.PlacementEvent>
                    scenario,
            UUID person) {
        return scenario.own()
                .operation(OP)
                .openPlacement(person)
                .orElseThrow()
                .questioned(scenario.known().operation(OP).merges()::stands)
                .toString();
    }
}
