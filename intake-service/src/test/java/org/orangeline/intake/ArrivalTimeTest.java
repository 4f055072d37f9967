package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.Given.NOON;
import static org.orangeline.intake.Given.OFFICER;
import static org.orangeline.intake.Given.OP;
import static org.orangeline.intake.Given.OTHER;
import static org.orangeline.intake.Given.PERSON;
import static org.orangeline.intake.Given.after;
import static org.orangeline.intake.Given.range;
import static org.orangeline.intake.Given.register;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.ArrivalTimeCorrected;
import org.orangeline.events.intake.ArrivalTimeCorrectionRequested;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.PersonDied;
import org.orangeline.events.intake.PersonLeft;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.model.DepartureKind;
import org.orangeline.intake.DepartureCommand.RecordDeparture;
import org.orangeline.intake.IntakeCommand.CorrectArrivalTime;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.custody.Custody;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.Scenario;

/** A wrong time of an arrival: one human says that clocks began sooner, two that they did later. */
class ArrivalTimeTest {

    private static final Actor COLLEAGUE = Actor.human("colleague");
    private static final Instant EARLIER = NOON.minus(Duration.ofHours(9));
    private static final Instant LATER = NOON.minus(Duration.ofMinutes(10));

    private final Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> arrived =
            after(register(PERSON, NOON.minus(Duration.ofHours(3)), range(20, 30)));

    @Test
    void L4_P10_an_earlier_time_protects_sooner_and_counts_at_once() {
        var corrected = arrived.when(to(EARLIER), OFFICER);
        assertThat(corrected.event(ArrivalTimeCorrected.class).requestedBy()).isNull();
        assertThat(person(arrived.given(corrected.events())).arrivedAt()).isEqualTo(EARLIER);
    }

    @Test
    void S6_a_later_time_counts_once_a_second_human_says_the_same() {
        var asked = arrived.when(to(LATER), OFFICER);
        asked.event(ArrivalTimeCorrectionRequested.class);
        var waiting = arrived.by(OFFICER).given(asked.events());
        assertThat(person(waiting).arrivedAt()).isNotEqualTo(LATER);
        assertThat(person(waiting).arrivedElse()).isNotNull();
        waiting.when(to(LATER), OFFICER).thenRefused("S6");
        var second = waiting.when(to(LATER), COLLEAGUE);
        assertThat(second.event(ArrivalTimeCorrected.class).requestedBy())
                .isEqualTo(OFFICER.text());
        var corrected = waiting.given(second.events());
        assertThat(person(corrected).arrivedAt()).isEqualTo(LATER);
        assertThat(person(corrected).arrivedElse()).isNull();
        // Another later time is asked for anew.
        waiting.when(to(LATER.minusSeconds(60)), COLLEAGUE)
                .event(ArrivalTimeCorrectionRequested.class);
    }

    @Test
    void L4_P10_whoever_came_again_came_after_they_had_left() {
        var left =
                after(register(OTHER, NOON.minus(Duration.ofHours(9)), range(20, 30)))
                        .given(
                                new PersonLeft(
                                        OTHER,
                                        NOON.minus(Duration.ofHours(6)),
                                        Confidential.of("home"),
                                        DepartureKind.OWN_WAY));
        var again =
                after(left, register(PERSON, NOON.minus(Duration.ofHours(3)), range(20, 30)))
                        .given(
                                new PersonsMerged(
                                        PERSON,
                                        new UUID(0x7000, 77),
                                        OTHER,
                                        Confidential.of("one")));
        again.when(to(NOON.minus(Duration.ofHours(7))), OFFICER).thenRefused("L4");
        again.when(to(NOON.minus(Duration.ofHours(5))), OFFICER).thenAccepted();
    }

    @Test
    void S6_who_was_brought_dead_came_later_than_they_died() {
        var dead = arrived.given(new PersonDied(PERSON, EARLIER, Confidential.of("cold"), true));
        dead.when(to(LATER), OFFICER).event(ArrivalTimeCorrectionRequested.class);
        var here =
                arrived.given(
                        new PersonDied(
                                PERSON,
                                NOON.minus(Duration.ofHours(1)),
                                Confidential.of("wounds")));
        assertThat(here.when(to(LATER), OFFICER).refusal().detail())
                .contains("after the person had gone");
    }

    @Test
    void S6_a_machine_corrects_no_time() {
        arrived.when(to(EARLIER), Actor.machine("robot")).thenRefused("S6");
        arrived.when(to(LATER), Actor.machine("robot")).thenRefused("S6");
    }

    @Test
    void a_time_is_as_plausible_as_a_tablets() {
        assertThat(arrived.when(to(NOON.plusSeconds(1)), OFFICER).refusal().detail())
                .contains("arrivedAt");
        assertThat(arrived.when(to(NOON.minus(Duration.ofDays(31))), OFFICER).refusal().detail())
                .contains("arrivedAt");
        arrived.when(to(NOON.minus(Duration.ofHours(3))), OFFICER).thenConflict();
        arrived.when(new CorrectArrivalTime(OP, OTHER, EARLIER, Confidential.of("x1")), OFFICER)
                .thenNotFound();
        var gone =
                after(
                        arrived,
                        new RecordDeparture(
                                OP,
                                PERSON,
                                NOON.minus(Duration.ofHours(1)),
                                DepartureKind.OWN_WAY,
                                Confidential.of("left")));
        assertThat(gone.when(to(LATER), OFFICER).refusal().detail()).contains("gone");
    }

    @Test
    void the_time_of_a_clock_that_was_wrong_is_corrected_from_the_recording() {
        var odd = after(register(PERSON, Instant.parse("1970-01-01T00:00:00Z"), range(20, 30)));
        assertThat(odd.when(to(EARLIER), OFFICER).event(ArrivalTimeCorrected.class).arrivedAt())
                .isEqualTo(EARLIER);
    }

    private static CorrectArrivalTime to(Instant at) {
        return new CorrectArrivalTime(OP, PERSON, at, Confidential.of("the convoy list"));
    }

    private static Person person(
            Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> scenario) {
        return scenario.own().require(OP).require(PERSON);
    }
}
