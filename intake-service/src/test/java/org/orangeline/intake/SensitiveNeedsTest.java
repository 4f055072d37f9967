package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.Given.NOON;
import static org.orangeline.intake.Given.OFFICER;
import static org.orangeline.intake.Given.OP;
import static org.orangeline.intake.Given.PERSON;
import static org.orangeline.intake.Given.after;
import static org.orangeline.intake.Given.nothing;
import static org.orangeline.intake.Given.open;
import static org.orangeline.intake.Given.openOperation;
import static org.orangeline.intake.Given.range;
import static org.orangeline.intake.Given.register;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Clear;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.intake.SensitiveNeedsRecorded;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.SensitiveNeeds;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.IntakeCommand.Arrival;
import org.orangeline.intake.IntakeCommand.RecordSensitiveNeeds;
import org.orangeline.intake.IntakeCommand.RegisterArrival;
import org.orangeline.intake.custody.Custody;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.View;
import org.orangeline.runtime.scenario.Scenario;

/** What somebody survived stands apart from the needs that are listed, and sealed. */
class SensitiveNeedsTest {

    private static final String WHY = "told in confidence";

    private final Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> arrived =
            after(register(PERSON)).by(OFFICER);

    private static RegisterArrival arrival(String... needs) {
        return new RegisterArrival(
                OP,
                PERSON,
                new Arrival(
                        "east",
                        NOON,
                        Sex.FEMALE,
                        range(20, 30),
                        List.of(),
                        List.of(needs),
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    private static List<String> listed(Scenario<?, IntakeState, ?, ?> scenario) {
        return scenario.own().person(OP, PERSON).orElseThrow().needs();
    }

    private static <T> T said(Confidential<T> clear) {
        return ((Clear<T>) clear).value();
    }

    private static SensitiveNeedsRecorded sensitive(List<IntakeEvent> events) {
        return events.stream()
                .filter(SensitiveNeedsRecorded.class::isInstance)
                .map(SensitiveNeedsRecorded.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_arrival_tells_them_in_an_event_of_their_own() {
        var events = open().when(arrival("WOUNDED", "SURVIVOR"), OFFICER).events();
        assertThat(((PersonArrived) events.getFirst()).needs()).containsExactly("WOUNDED");
        assertThat(said(sensitive(events).needs()))
                .isEqualTo(new SensitiveNeeds(List.of("SURVIVOR"), List.of()));
        assertThat(events).hasSize(2);
        assertThat(listed(after(arrival("WOUNDED", "SURVIVOR")))).containsExactly("WOUNDED");
        assertThat(open().when(arrival("WOUNDED"), OFFICER).events()).hasSize(1);
    }

    @Test
    void S6_humans_say_it_of_somebody_who_is_registered() {
        var said = new RecordSensitiveNeeds(OP, PERSON, List.of(), List.of(Needs.SURVIVOR), WHY);
        arrived.when(said, Actor.machine("robot")).thenRefused("S6");
        assertThat(said(sensitive(arrived.when(said, OFFICER).events()).needs()).takenBack())
                .containsExactly("SURVIVOR");
        arrived.when(
                        new RecordSensitiveNeeds(
                                OP, new UUID(0x7000, 99), List.of("SURVIVOR"), List.of(), WHY),
                        OFFICER)
                .thenNotFound();
    }

    @Test
    void S6_a_machine_tells_none_also_not_with_an_arrival() {
        var machine = Actor.machine("robot");
        open().when(arrival("WOUNDED", "SURVIVOR"), machine).thenRefused("S6");
        open().when(arrival("WOUNDED"), machine).thenAccepted();
        after(arrival("WOUNDED")).when(arrival("SURVIVOR"), machine).thenRefused("S6");
    }

    @Test
    void they_are_no_content_of_an_arrival_that_is_sent_again() {
        assertThat(arrival("WOUNDED", "SURVIVOR").content())
                .isEqualTo(arrival("WOUNDED").content());
        assertThat(arrival("SURVIVOR").content()).isEqualTo(arrival().content());
        assertThat(arrival("WOUNDED").content()).isNotEqualTo(arrival().content());
    }

    @Test
    void a_version_does_not_move_with_them_nor_leave_a_gap_for_the_next() {
        var with = after(arrival("SURVIVOR"));
        var more =
                with.given(
                        with.when(
                                        new RecordSensitiveNeeds(
                                                OP,
                                                PERSON,
                                                List.of(Needs.MENTAL_HEALTH),
                                                List.of(),
                                                WHY),
                                        OFFICER)
                                .events());
        UUID next = new UUID(0x7000, 98);
        var plain = after(arrival()).given(after(arrival()).when(register(next), OFFICER).events());
        var hidden = more.given(more.when(register(next), OFFICER).events());
        for (UUID person : List.of(PERSON, next)) {
            assertThat(version(hidden, person)).isEqualTo(version(plain, person));
        }
    }

    private static long version(Scenario<?, IntakeState, ?, ?> scenario, UUID person) {
        return scenario.own().person(OP, person).orElseThrow().version();
    }

    /** Both operations lie in one partition, whose sequence counts the events of both. */
    @Test
    void an_officer_of_two_operations_cannot_count_them_in_the_numbers_of_the_other() {
        var opened = open().when(arrival(), OFFICER).events();
        var other = nothing().when(openOperation(), OFFICER).events();
        for (var first : List.of(after(arrival()), after(arrival("SURVIVOR")))) {
            var both = first.operation("other-2019").given(other).given(opened);
            assertThat(both.own().person("other-2019", PERSON).orElseThrow().version())
                    .isEqualTo(4);
        }
    }

    @Test
    void a_position_does_not_move_with_them() {
        for (var scenario : List.of(after(arrival()), after(arrival("SURVIVOR")))) {
            long hidden = scenario.own().hidden().size();
            assertThat(
                            new View<>(0, scenario.own(), scenario.known(), 2 + hidden, Map.of())
                                    .position())
                    .isEqualTo("0@2");
        }
    }

    @Test
    void a_log_from_before_lists_none_of_them() {
        PersonArrived now = (PersonArrived) open().when(arrival(), OFFICER).events().getFirst();
        var before =
                new PersonArrived(
                        PERSON,
                        now.registrationNumber(),
                        "east",
                        NOON,
                        Sex.FEMALE,
                        now.age(),
                        List.of(),
                        List.of("SURVIVOR", "WOUNDED"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        assertThat(listed(open().given(before))).containsExactly("WOUNDED");
        var corrected =
                new PersonDetailsCorrected(
                        PERSON,
                        null,
                        null,
                        null,
                        List.of("SURVIVOR"),
                        null,
                        null,
                        Confidential.of(WHY),
                        null);
        assertThat(listed(open().given(before, corrected))).isEmpty();
    }
}
