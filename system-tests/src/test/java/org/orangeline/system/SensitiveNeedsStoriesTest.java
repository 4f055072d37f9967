package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;

/**
 * What somebody survived is read by those who protect people, and stands on no list and no disk.
 */
@OnTheSharedSystem
class SensitiveNeedsStoriesTest extends PlacementStory {

    private static final String SURVIVED = "SURVIVOR";

    private final RunningSystem system;

    SensitiveNeedsStoriesTest(RunningSystem system) {
        super(system, "sensitive");
        this.system = system;
    }

    @Test
    void only_those_who_protect_are_shown_that_there_is_anything() {
        ObjectNode form = People.woman("IRQ");
        form.putArray("needs").add("WOUNDED").add(SURVIVED);
        UUID woman = emergency.arrived(form);
        emergency.awaitPlaceable(woman);
        UUID unknown = UUID.randomUUID();
        Uploads tablet = new Uploads(emergency, Service.INTAKE, "tablet-needs", officers.intake());
        UUID kept =
                tablet.keep(
                        "POST",
                        "persons/" + unknown + "/sensitive-needs",
                        Answer.parse(
                                "{\"added\":[\"SURVIVOR\"],\"reason\":\"told in confidence\"}"));
        assertThat(tablet.send()).containsExactly("held");
        assertThat(called("GET", "held/" + kept, officers.intake()).expect(200).body())
                .as("who uploaded it")
                .contains("sensitive-needs");
        Answer another = called("GET", "held/" + kept, officers.coordinator()).expect(200);
        assertThat(another.json().has("path")).isFalse();

        String read = "persons/" + woman + "/sensitive-needs";
        assertThat(called("GET", read, officers.protection()).expect(200).json().path("needs"))
                .hasToString("[\"SURVIVOR\"]");
        for (Role role : Role.values()) {
            if (Set.of(Role.PROTECTION_OFFICER, Role.AGENCY, Role.VERIFIER).contains(role)) {
                continue;
            }
            String other = officers.officer("Reader with one role", role);
            called("GET", read, other).expect(403);
            for (String path :
                    List.of(
                            "persons/" + woman,
                            "persons/" + woman + "/history",
                            "persons/" + woman + "/history?format=csv",
                            "conflicts",
                            "held",
                            "held/" + kept)) {
                assertThat(called("GET", path, other).body())
                        .as(role + " " + path)
                        .doesNotContain(SURVIVED)
                        .doesNotContain("SensitiveNeeds")
                        .doesNotContain("sensitive-needs");
            }
            for (String path : List.of("lines/IRAQI_WOMEN/persons", "queue", "persons/" + woman)) {
                assertThat(
                                emergency
                                        .screening()
                                        .settle(emergency.call("GET", path).token(other))
                                        .body())
                        .as(role + " " + path)
                        .doesNotContain(SURVIVED);
            }
        }
        emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", "persons/search")
                                .token(officers.intake())
                                .json("{\"need\":\"SURVIVOR\"}"))
                .expectProblem(400);
        for (Path file : CanaryTest.files(system.stack().settings().data())) {
            assertThat(CanaryTest.holds(file, SURVIVED)).as(file.toString()).isFalse();
        }
    }

    @Test
    void no_table_has_them() {
        UUID woman = UUID.randomUUID();
        arrival(woman, true).expect(201);
        emergency.awaitPlaceable(woman);
        assertThat(placed(woman, "camp", Orders.SHELTER)).isNotEmpty();
        CsvTest.LISTS.forEach(
                (service, lists) -> lists.forEach(list -> noTableHasThem(service, list, woman)));
        List.of(
                        "placements",
                        "facilities",
                        "duties",
                        "questions",
                        "proposals",
                        "counts",
                        "flow",
                        "facility-changes",
                        "receivers",
                        "receiver-requests",
                        "persons/{id}/history")
                .forEach(list -> noTableHasThem(Service.PLACEMENT, list, woman));
        Call search =
                emergency
                        .call("POST", "persons/search")
                        .token(officers.intake())
                        .header("Accept", "text/csv")
                        .json("{\"sex\":\"FEMALE\"}");
        assertThat(emergency.intake().settle(search).expect(200).body())
                .contains(woman.toString(), "WOUNDED")
                .doesNotContain(SURVIVED);
    }

    private void noTableHasThem(Service service, String list, UUID woman) {
        String path = list.replace("{id}", woman.toString());
        Call table = emergency.call("GET", path + (path.contains("?") ? "&" : "?") + "format=csv");
        String shown =
                emergency
                        .system()
                        .api(service)
                        .settle(table.token(officers.auditor()))
                        .expect(200)
                        .body();
        assertThat(shown)
                .as(service + " " + path)
                .startsWith("\uFEFF")
                .doesNotContain(SURVIVED)
                .doesNotContain("SensitiveNeeds");
    }

    @Test
    void whoever_sends_an_arrival_again_learns_nothing_and_loses_nothing() {
        for (boolean survivor : new boolean[] {false, true}) {
            UUID woman = UUID.randomUUID();
            String number = arrival(woman, survivor).expect(201).text("registrationNumber");
            String version = tag(woman);
            for (boolean again : new boolean[] {false, true, false}) {
                assertThat(arrival(woman, again).expect(200).text("registrationNumber"))
                        .isEqualTo(number);
            }
            Uploads tablet =
                    new Uploads(emergency, Service.INTAKE, "tablet-" + survivor, officers.intake());
            UUID first = tablet.keep("PUT", "arrivals/" + woman, form(true));
            UUID second = tablet.keep("PUT", "arrivals/" + woman, form(false));
            assertThat(tablet.send())
                    .as(first + " " + second)
                    .containsExactly("durable", "durable");
            ObjectNode other = form(survivor);
            other.put("sex", "MALE");
            emergency.intake().settle(emergency.arrival(woman, other)).expectProblem(409);
            assertThat(
                            called(
                                            "GET",
                                            "persons/" + woman + "/sensitive-needs",
                                            officers.protection())
                                    .expect(200)
                                    .json()
                                    .path("needs"))
                    .hasToString("[\"SURVIVOR\"]");
            assertThat(tag(woman)).isEqualTo(version);
            assertThat(emergency.corrected(woman, "{\"needs\":[],\"reason\":\"healed\"}").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void S6_a_machine_tells_no_sensitive_need() {
        UUID woman = UUID.randomUUID();
        arrival(woman, false).expect(201);
        for (UUID person : List.of(woman, UUID.randomUUID())) {
            emergency
                    .intake()
                    .settle(
                            emergency
                                    .call("PUT", "arrivals/" + person)
                                    .token(officers.machine(Role.INTAKE_OFFICER))
                                    .json(form(true).toString()))
                    .expectRule(422, "S6");
        }
        emergency
                .intake()
                .settle(
                        emergency
                                .call("PUT", "arrivals/" + UUID.randomUUID())
                                .token(officers.machine(Role.INTAKE_OFFICER))
                                .json(form(false).toString()))
                .expect(201);
    }

    private Answer arrival(UUID person, boolean survivor) {
        return emergency.intake().settle(emergency.arrival(person, form(survivor)));
    }

    private static ObjectNode form(boolean survivor) {
        ObjectNode form = People.woman("IRQ");
        var needs = form.putArray("needs").add("WOUNDED");
        if (survivor) {
            needs.add(SURVIVED);
        }
        return form;
    }

    private String tag(UUID person) {
        return called("GET", "persons/" + person, officers.intake()).expect(200).header("ETag");
    }

    private Answer called(String method, String path, String token) {
        return emergency.intake().settle(emergency.call(method, path).token(token));
    }
}
