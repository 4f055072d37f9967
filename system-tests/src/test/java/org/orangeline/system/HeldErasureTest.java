package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orangeline.events.Service;

/** What is held about somebody goes with the identity; what became of it stays. */
@ExtendWith(Shared.class)
class HeldErasureTest {

    private final RunningSystem system;

    HeldErasureTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void what_is_held_stands_nowhere_in_plain_and_is_gone_with_who_is_erased() {
        Emergency emergency = Emergency.opened(system, "held-erased");
        HeldList held = HeldList.inIntake(emergency);
        Officers officers = emergency.officers();
        String canary = "Goldammerich";
        UUID known = emergency.arrived(People.woman("SYR"));
        UUID unknown = UUID.randomUUID();
        Uploads tablet = new Uploads(emergency, Service.INTAKE, "tablet-x", officers.intake());
        UUID link =
                tablet.keep(
                        "PUT",
                        "persons/" + unknown + "/family/" + known,
                        Answer.parse("{\"relation\":\"PARENT\",\"reason\":\"" + canary + "\"}"));
        ObjectNode form = Answer.MAPPER.createObjectNode().put("reason", "misheard");
        form.set("identity", People.named(People.man("SYR"), canary).path("identity"));
        UUID named = tablet.keep("PATCH", "persons/" + unknown, form, 0L);
        assertThat(tablet.send()).containsExactly("held", "held");
        assertThat(held.content(named, officers.intake())).contains(canary);
        assertThat(held.content(named, officers.line())).doesNotContain(canary);
        emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", "keys/rotation")
                                .token(officers.coordinator())
                                .Answer
                                .parse("{\"why\":\"SCHEDULE\"}"))
                .expect(200);
        assertThat(held.content(named, officers.intake())).contains(canary);
        for (Path file : CanaryTest.files(system.stack().settings().data())) {
            assertThat(CanaryTest.holds(file, canary)).as("%s holds it", file).isFalse();
        }

        emergency.erased(known);

        held.awaitGone(link);
        emergency.intake().settle(emergency.arrival(unknown, People.man("SYR"))).expect(201);
        held.awaitGone(named);
        assertThat(emergency.history(Service.INTAKE, unknown).body())
                .containsOnlyOnce("PersonDetailsCorrected")
                .doesNotContain("FamilyLinked");
    }
}
