package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;

/** A line officer has to call a child by name, now. */
@OnTheSharedSystem
class EmergencyAccessTest {

    private static final String ASKED =
            "{\"minutes\":30,\"reason\":\"a child at the gate is called for by name\"}";
    private static final String REVIEW = "{\"justified\":true,\"reason\":\"the child was found\"}";

    private final Emergency emergency;
    private final Officers officers;

    EmergencyAccessTest(RunningSystem system) {
        this.emergency = Emergency.opened(system, "glass");
        this.officers = emergency.officers();
    }

    @Test
    void one_person_can_be_read_for_a_while_by_one_human_and_another_one_reviews_it() {
        UUID child = emergency.arrived(People.named(People.woman("SYR"), "Noor Salih"));
        UUID other = emergency.arrived(People.named(People.woman("SYR"), "Rima Salih"));
        String line = officers.line();
        assertThat(shown(child, line)).doesNotContain("Noor");

        String path = "persons/" + child + "/emergency-access";
        Answer unused =
                post(path, officers.machine(Role.LINE_OFFICER), ASKED).expectRule(422, "S6");
        unused =
                post(path, line, "{\"minutes\":600,\"reason\":\"no emergency at all\"}")
                        .expect(400);
        unused = post(path, line, "{\"minutes\":10,\"reason\":\"\"}").expect(400);
        String access = post(path, line, ASKED).expect(201).text("accessId");

        assertThat(shown(child, line)).contains("Noor Salih");
        assertThat(shown(other, line)).doesNotContain("Rima");
        assertThat(shown(child, officers.placement())).doesNotContain("Noor");

        String review = "emergency-accesses/" + access + "/review";
        unused = post(review, line, REVIEW).expect(403);
        JsonNode open = accesses("open");
        assertThat(open.findValuesAsText("accessId")).containsExactly(access);
        assertThat(open.findValuesAsText("reason"))
                .containsExactly("a child at the gate is called for by name");
        unused = post(review, officers.auditor(), REVIEW).expect(201);
        assertThat(accesses("open").path("items")).isEmpty();
        assertThat(accesses("reviewed").findValuesAsText("justified")).containsExactly("true");
        assertThat(emergency.history(Service.INTAKE, child).json().findValuesAsText("event"))
                .contains("EmergencyAccessTaken", "EmergencyAccessReviewed");
        // Each look at the person is in the audit, as ever.
        Eventually.holds(
                "the look is written down",
                () ->
                        emergency
                                .intake()
                                .settle(
                                        emergency
                                                .call("GET", "persons/" + child + "/reads")
                                                .token(officers.auditor()))
                                .expect(200)
                                .body()
                                .contains("rojda"));
    }

    @Test
    void an_erasure_takes_the_words_of_an_access_along_and_leaves_who_took_it() {
        UUID man = emergency.arrived(People.named(People.man("SYR"), "Noor Salih"));
        String path = "persons/" + man + "/emergency-access";
        String access = post(path, officers.line(), ASKED).expect(201).text("accessId");
        Answer unused =
                post("emergency-accesses/" + access + "/review", officers.auditor(), REVIEW)
                        .expect(201);
        assertThat(isKeyThere(access)).isTrue();

        emergency.erased(man);

        Eventually.holds(
                "its words are gone",
                () -> !accesses("reviewed").toString().contains("called for"));
        assertThat(accesses("reviewed").toString())
                .contains(access, "human:", "\"justified\":true")
                .doesNotContain("was found");
        assertThat(isKeyThere(access)).as("what its words were sealed with").isFalse();
        assertThat(emergency.history(Service.INTAKE, man).body())
                .contains("EmergencyAccessErased")
                .doesNotContain("called for", "was found");
    }

    /** Whether the topic of keys still has the key of an access. */
    private boolean isKeyThere(String access) {
        return emergency.system().log().records(Service.INTAKE.id() + ".keys").stream()
                .filter(one -> one.key().equals(emergency.operation() + "/" + access))
                .reduce((_, last) -> last)
                .filter(one -> one.value() != null)
                .isPresent();
    }

    private JsonNode accesses(String status) {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("GET", "emergency-accesses?status=" + status)
                                .token(officers.auditor()))
                .expect(200)
                .json();
    }

    private Answer post(String path, String token, String body) {
        return emergency.intake().settle(emergency.call("POST", path).token(token).json(body));
    }

    private String shown(UUID person, String token) {
        return emergency
                .intake()
                .settle(emergency.call("GET", "persons/" + person).token(token))
                .expect(200)
                .body();
    }
}
