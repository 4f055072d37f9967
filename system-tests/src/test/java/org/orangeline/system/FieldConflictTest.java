package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;

/** Two tablets that did not see each other correct the same person. */
@OnTheSharedSystem
class FieldConflictTest {

    private final Emergency emergency;
    private final Officers officers;

    FieldConflictTest(RunningSystem system) {
        this.emergency = Emergency.opened(system, "dispute");
        this.officers = emergency.officers();
    }

    @Test
    void different_fields_both_count_and_the_same_field_is_settled_by_a_human() {
        emergency.facility("derik", "PRISON", 5);
        UUID person = emergency.arrived(People.person("MALE", 20, 25, "SYR"));
        JsonNode unused = emergency.concluded(person, "FIGHTER", "DIRECT_PARTICIPATION");
        String placement = emergency.ordered(person, "derik", Orders.CUSTODY);
        Answer admitted =
                emergency.placement().settle(emergency.admission(placement, "{}")).expect(201);
        assertThat(admitted.text("event")).isEqualTo("PlacedInDetention");

        JsonNode east =
                corrected(
                        person,
                        "tablet-east",
                        "{\"age\":{\"min\":22,\"max\":26},\"reason\":\"looked\"}");
        JsonNode west =
                corrected(
                        person,
                        "tablet-west",
                        "{\"age\":{\"min\":14,\"max\":16},\"needs\":[\"WOUNDED\"],"
                                + "\"reason\":\"asked his aunt\"}");

        assertThat(east.path("answer").has("conflicts")).isFalse();
        JsonNode kept = west.path("answer").path("conflicts");
        assertThat(kept.findValuesAsText("field")).containsExactly("AGE");
        JsonNode shown =
                emergency.awaitPerson(
                        Service.INTAKE, person, now -> now.path("conflicts").size() == 1);
        assertThat(shown.path("needs").toString()).contains("WOUNDED");
        assertThat(shown.path("age").path("min").asInt()).isEqualTo(22);
        JsonNode conflict = shown.path("conflicts").get(0);
        assertThat(conflict.path("standing").path("age").path("min").asInt()).isEqualTo(22);
        assertThat(conflict.path("standing").path("by").path("deviceId").asText())
                .isEqualTo("tablet-east");
        assertThat(conflict.path("other").path("age").path("min").asInt()).isEqualTo(14);
        assertThat(conflict.path("other").path("by").path("deviceId").asText())
                .isEqualTo("tablet-west");
        assertThat(conflict.path("other").path("by").path("actor").asText()).startsWith("human:");

        // Somebody says that a prisoner is a child: that is looked at before it is settled.
        JsonNode questioned =
                emergency.awaitPerson(
                        Service.PLACEMENT,
                        person,
                        now -> now.path("placement").path("questioned").toString().contains("P3"));
        assertThat(questioned.path("placement").path("status").asText()).isEqualTo("placed");

        String path =
                "persons/"
                        + person
                        + "/conflicts/"
                        + kept.get(0).path("conflictId").asText()
                        + "/settlement";
        String other = "{\"take\":\"OTHER\",\"reason\":\"certificate seen\"}";
        emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", path)
                                .token(officers.machine(Role.INTAKE_OFFICER))
                                .json(other))
                .expectRule(422, "S6");
        emergency
                .intake()
                .settle(emergency.call("POST", path).token(officers.intake()).json(other))
                .expect(201);
        emergency
                .intake()
                .settle(emergency.call("POST", path).token(officers.intake()).json(other))
                .expect(200);
        JsonNode settled =
                emergency.awaitPerson(Service.INTAKE, person, now -> !now.has("conflicts"));
        assertThat(settled.path("age").path("min").asInt()).isEqualTo(14);
        JsonNode open =
                emergency
                        .intake()
                        .settle(emergency.call("GET", "conflicts").token(officers.intake()))
                        .expect(200)
                        .json();
        assertThat(open.path("items")).isEmpty();
        assertThat(emergency.history(Service.INTAKE, person).json().findValuesAsText("event"))
                .contains("FieldConflictFound", "FieldConflictSettled");
    }

    @Test
    void two_names_are_both_kept_and_shown_to_those_entitled_only() {
        UUID person = emergency.arrived(People.named(People.woman("IRQ"), "Amina"));
        for (String name : List.of("Amina Yusuf", "Amina Salih")) {
            JsonNode unused =
                    corrected(
                            person,
                            "tablet-" + name.charAt(6),
                            "{\"identity\":{\"names\":[{\"value\":\"%s\"}]},\"reason\":\"spelled\"}"
                                    .formatted(name));
        }
        String entitled = shown(person, officers.intake());
        assertThat(entitled).contains("Amina Yusuf", "Amina Salih");
        assertThat(shown(person, officers.line())).contains("IDENTITY").doesNotContain("Amina");
        String listed =
                emergency
                        .intake()
                        .settle(emergency.call("GET", "conflicts").token(officers.line()))
                        .expect(200)
                        .body();
        assertThat(listed).contains(person.toString()).doesNotContain("Amina");
    }

    private String shown(UUID person, String token) {
        return emergency
                .intake()
                .settle(emergency.call("GET", "persons/" + person).token(token))
                .expect(200)
                .body();
    }

    private JsonNode corrected(UUID person, String tablet, String body) {
        ObjectNode item =
                Answer.MAPPER
                        .createObjectNode()
                        .put("itemId", UUID.randomUUID().toString())
                        .put("deviceId", tablet)
                        .put("deviceSequence", 1)
                        .put("method", "PATCH")
                        .put("path", "persons/" + person)
                        .put("basedOn", 0);
        item.set("body", Answer.parse(body));
        JsonNode outcome =
                emergency
                        .intake()
                        .send(
                                emergency
                                        .device(tablet)
                                        .batch(officers.intake())
                                        .content(Call.NDJSON, item.toString()))
                        .expect(200)
                        .lines()
                        .getFirst();
        assertThat(outcome.path("outcome").asText()).as(outcome.toString()).isEqualTo("durable");
        return outcome;
    }
}
