package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.Given.NOON;
import static org.orangeline.intake.Given.OFFICER;
import static org.orangeline.intake.Given.OP;
import static org.orangeline.intake.Given.PERSON;
import static org.orangeline.intake.Given.after;
import static org.orangeline.intake.Given.range;
import static org.orangeline.intake.Given.register;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.AgeAssessmentRequested;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.model.AgeMethod;
import org.orangeline.events.model.PropertyItem;
import org.orangeline.events.model.PropertyKind;
import org.orangeline.intake.AgeCommand.RequestAgeAssessment;
import org.orangeline.intake.PropertyCommand.ReceiveProperty;
import org.orangeline.intake.PropertyCommand.ReturnProperty;
import org.orangeline.intake.custody.Custody;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.scenario.Scenario;

/** What a tablet tells hours later happened when it says, if that can be. */
class ToldLateTest {

    private static final UUID RECEIPT = new UUID(0x7000, 200);
    private static final Confidential<String> WHY = Confidential.of("as told");
    private static final Instant CAME = NOON.minus(Duration.ofHours(10));
    private static final Instant THEN = NOON.minus(Duration.ofHours(4));

    private final Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> man =
            after(register(PERSON, CAME, range(30, 40)));

    private static ReceiveProperty receive(@Nullable Instant at) {
        return new ReceiveProperty(
                OP,
                PERSON,
                RECEIPT,
                List.of(new PropertyItem(PropertyKind.PHONE, 1, null, null, null)),
                "store-1",
                null,
                at);
    }

    private static ReturnProperty giveBack(@Nullable Instant at) {
        return new ReturnProperty(OP, PERSON, RECEIPT, List.of(0), null, WHY, at);
    }

    private static RequestAgeAssessment assess(@Nullable Instant at) {
        return new RequestAgeAssessment(OP, PERSON, range(22, 24), AgeMethod.MEDICAL, 2, WHY, at);
    }

    private static void implausible(
            Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> scenario,
            IntakeCommand command) {
        Refusal refusal = scenario.when(command, OFFICER).refusal();
        assertThat(refusal.kind()).as(command.toString()).isEqualTo(Refusal.Kind.RULE);
        assertThat(refusal.violations()).isEmpty();
        assertThat(refusal.detail()).startsWith("at, ");
    }

    @Test
    void nothing_happens_to_a_person_before_the_arrival_or_later_than_now() {
        for (Instant never :
                List.of(CAME.minus(Duration.ofHours(1)), NOON.plus(Duration.ofDays(1)))) {
            implausible(man, receive(never));
            implausible(man, assess(never));
        }
        man.when(receive(CAME), OFFICER).thenAccepted();
    }

    @Test
    void property_is_given_back_after_it_was_taken() {
        var taken = man.given(man.when(receive(THEN), OFFICER).events());
        assertThat(taken.own().require(OP).receipt(RECEIPT).orElseThrow().receivedAt())
                .isEqualTo(THEN);
        implausible(taken, giveBack(THEN.minus(Duration.ofHours(1))));
        taken.when(giveBack(THEN.plus(Duration.ofHours(1))), OFFICER).thenAccepted();
    }

    @Test
    void an_assessed_range_refers_to_the_day_of_the_assessment() {
        var days = after(register(PERSON, NOON.minus(Duration.ofDays(3)), range(15, 15)));
        var asked = days.when(assess(NOON.minus(Duration.ofDays(2))), OFFICER);
        assertThat(asked.events())
                .first()
                .isInstanceOfSatisfying(
                        AgeAssessmentRequested.class,
                        event -> {
                            assertThat(event.at()).isEqualTo(NOON.minus(Duration.ofDays(2)));
                            assertThat(event.age().estimatedOn())
                                    .isEqualTo(
                                            NOON.minus(Duration.ofDays(2))
                                                    .atOffset(java.time.ZoneOffset.UTC)
                                                    .toLocalDate());
                        });
    }
}
