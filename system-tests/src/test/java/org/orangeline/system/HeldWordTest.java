package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;

/** What a human says about an item that waits. */
@OnTheSharedSystem
class HeldWordTest {

    private final RunningSystem system;

    HeldWordTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void what_can_never_be_decided_is_discarded_by_a_human_and_what_is_behind_it_goes_on() {
        Emergency emergency = Emergency.opened(system, "held-wrong");
        HeldList held = HeldList.inIntake(emergency);
        Officers officers = emergency.officers();
        UUID person = UUID.randomUUID();
        UUID nobody = UUID.randomUUID();
        Uploads tablet = new Uploads(emergency, Service.INTAKE, "tablet-w", officers.intake());
        UUID wrong =
                tablet.keep(
                        "PUT",
                        "persons/" + person + "/family/" + nobody,
                        Answer.parse("{\"relation\":\"PARENT\",\"reason\":\"both said so\"}"));
        UUID behind = tablet.keep("POST", "persons/" + person + "/departure", Uploads.DEPARTURE);
        assertThat(tablet.send()).containsExactly("held", "held");
        emergency.intake().settle(emergency.arrival(person, People.man("SYR"))).expect(201);
        assertThat(held.waitingFor(behind)).as("only in its turn").isEmpty();
        Call discarding = held.word(wrong, "discarding", "there is no such person");

        held.api().send(discarding.token(officers.intake())).expectProblem(403);
        held.api().settle(discarding.token(officers.coordinator())).expect(200);
        // Sent again, for want of an answer; somebody else comes too late.
        held.api().send(discarding.token(officers.coordinator())).expect(200);
        String other = officers.officer("Karim Saleh", Role.COORDINATOR);
        held.api().send(discarding.token(other)).expectProblem(409);

        held.awaitGone(behind);
        assertThat(tablet.send()).containsExactly("rejected", "durable");
        assertThat(emergency.history(Service.INTAKE, person).body())
                .containsOnlyOnce("PersonLeft")
                .doesNotContain("FamilyLinked");
    }
}
