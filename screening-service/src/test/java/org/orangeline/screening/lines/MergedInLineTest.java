package org.orangeline.screening.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.screening.Given.LINE_OFFICER;
import static org.orangeline.screening.Given.MACHINE;
import static org.orangeline.screening.Given.MOTHER;
import static org.orangeline.screening.Given.OP;
import static org.orangeline.screening.Given.OTHER;
import static org.orangeline.screening.Given.PERSON;
import static org.orangeline.screening.Given.ageCorrected;
import static org.orangeline.screening.Given.arrived;
import static org.orangeline.screening.Given.died;
import static org.orangeline.screening.Given.inFamily;
import static org.orangeline.screening.Given.left;
import static org.orangeline.screening.Given.linked;
import static org.orangeline.screening.Given.merged;
import static org.orangeline.screening.Given.open;
import static org.orangeline.screening.Given.unmerged;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.Sex;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.events.screening.OtherLineSuggested;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.scenario.Scenario;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.AssignGroup;
import org.orangeline.screening.ScreeningCommand.ReassignGroup;
import org.orangeline.screening.ScreeningCommand.SuggestLine;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.knowledge.KnownPerson;

/** A merge lies over two registrations and changes neither; departures end the waiting. */
class MergedInLineTest {

    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> two =
            open().given(
                            arrived(PERSON, Sex.MALE, 30, 40, "SYR"),
                            arrived(OTHER, Sex.MALE, 30, 40, "SYR"));

    @Test
    void who_went_into_another_registration_is_moved_nowhere_and_the_other_is_named() {
        var merged = two.given(inLine(PERSON), inLine(OTHER), merged(OTHER, PERSON));
        assertThat(merged.when(move(PERSON), LINE_OFFICER).thenConflict().refusal().detail())
                .contains(OTHER.toString());
        merged.when(move(OTHER), LINE_OFFICER).thenAccepted();
    }

    @Test
    void an_unmerge_restores_exactly_what_was() {
        var before = two.given(inLine(PERSON), inLine(OTHER));
        var after = before.given(merged(OTHER, PERSON), unmerged(OTHER, PERSON));
        assertThat(after.own()).isEqualTo(before.own());
        assertThat(operation(after.known()).persons())
                .isEqualTo(operation(before.known()).persons());
        assertThat(operation(after.known()).merges()).isEqualTo(operation(before.known()).merges());
        after.when(move(PERSON), LINE_OFFICER).thenAccepted();
    }

    @Test
    void L1_a_merge_before_the_line_keeps_from_it_until_it_is_taken_back() {
        var merged = two.given(merged(OTHER, PERSON));
        merged.when(new AssignGroup(OP, PERSON), MACHINE).thenConflict();
        assertThat(merged.reactions(OTHER.toString()))
                .extracting(reaction -> reaction.command())
                .containsExactly(new AssignGroup(OP, OTHER));
        assertThat(
                        merged.given(unmerged(OTHER, PERSON)).reactions(OTHER.toString()).stream()
                                .map(reaction -> reaction.command()))
                .containsExactly(new AssignGroup(OP, OTHER), new AssignGroup(OP, PERSON));
    }

    @Test
    void L2_an_age_that_changes_at_the_registration_that_was_merged_makes_a_suggestion() {
        var child =
                two.given(inLine(PERSON), inLine(OTHER), merged(OTHER, PERSON))
                        .given(ageCorrected(PERSON, 15, 15));
        var suggest = new SuggestLine(OP, OTHER);
        assertThat(child.reactions(PERSON.toString()))
                .extracting(reaction -> reaction.command())
                .containsExactly(suggest);
        child.when(suggest, MACHINE)
                .then(new OtherLineSuggested(OTHER, "SYRIAN_MEN", "UNDETERMINED", "L2"));
    }

    @Test
    void a_family_is_that_of_all_registrations_of_a_person() {
        var known =
                two.given(
                                inFamily(
                                        arrived(MOTHER, Sex.FEMALE, 25, 30, "IRQ"),
                                        FamilyRole.PARENT),
                                linked(PERSON, MOTHER, FamilyRole.SPOUSE),
                                merged(OTHER, PERSON))
                        .known();
        assertThat(family(known, OTHER)).containsExactly(MOTHER);
        assertThat(family(known, MOTHER)).containsExactly(OTHER);
    }

    @Test
    void who_left_or_died_is_moved_nowhere() {
        var waiting = two.given(inLine(PERSON));
        waiting.given(left(PERSON)).when(move(PERSON), LINE_OFFICER).thenConflict();
        waiting.given(died(PERSON)).when(move(PERSON), LINE_OFFICER).thenConflict();
        assertThat(two.given(died(PERSON)).reactions(PERSON.toString())).isEmpty();
    }

    @Test
    void who_was_born_in_custody_waits_in_no_line() {
        PersonArrived child = arrived(PERSON, Sex.FEMALE, 0, 0);
        var born =
                open().given(
                                new PersonArrived(
                                        PERSON,
                                        child.registrationNumber(),
                                        child.receptionPoint(),
                                        child.arrivedAt(),
                                        child.sex(),
                                        child.age(),
                                        List.of(),
                                        List.of(),
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        "camp-1"));
        assertThat(born.reactions(PERSON.toString())).isEmpty();
        born.when(new AssignGroup(OP, PERSON), MACHINE).thenConflict();
    }

    private static List<UUID> family(Knowledge known, UUID of) {
        KnownOperation operation = operation(known);
        return operation.familyOf(operation.person(of).orElseThrow()).stream()
                .map(KnownPerson::personId)
                .toList();
    }

    private static KnownOperation operation(Knowledge known) {
        return Objects.requireNonNull(known.operation(OP), "the operation is open");
    }

    private static GroupAssigned inLine(UUID person) {
        return new GroupAssigned(person, "SYRIAN_MEN", "orange line 1", "syrian-men");
    }

    private static ReassignGroup move(UUID person) {
        return new ReassignGroup(OP, person, "IRAQI_MEN", Confidential.of("papers"), null);
    }
}
