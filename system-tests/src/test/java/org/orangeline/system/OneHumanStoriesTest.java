package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.launcher.keys.Role;

/** What one human, or a program, does not bring about alone. */
@OnTheSharedSystem
class OneHumanStoriesTest extends PlacementStory {

    OneHumanStoriesTest(RunningSystem system) {
        super(system, "one-human");
    }

    @Test
    void P5_nobody_is_held_beside_a_relative_on_a_programs_words() {
        UUID sister = interned();
        String unused = placed(sister, "camp", Orders.INTERNMENT);
        UUID first = tied(sister);
        UUID second = tied(sister);
        Eventually.holds(
                "the later tie is known", () -> joins(second, sister, true).status() == 201);
        joins(first, sister, false).expectRule(422, "P5");
        joins(first, sister, true).expect(201);
        String placement = read("persons/" + first).json().at("/placement/placementId").asText();
        act(
                        officers.placement(),
                        "placements/" + placement + "/consent-withdrawal",
                        "{\"note\":\"wants to go home\"}")
                .expect(201);
        assertThat(questioned(first)).contains("P5");
        assertThat(duties(first)).contains("RELEASE");
    }

    private UUID tied(UUID sister) {
        UUID woman = arrived(People.woman("SYR"));
        emergency
                .intake()
                .settle(
                        emergency
                                .call("PUT", "persons/" + woman + "/family/" + sister)
                                .token(officers.machine(Role.INTAKE_OFFICER))
                                .key(UUID.randomUUID().toString())
                                .json("{\"relation\":\"OTHER\",\"reason\":\"a list\"}"))
                .expect(201);
        emergency
                .intake()
                .settle(
                        emergency
                                .call("PATCH", "persons/" + woman)
                                .header("If-Match", version(woman))
                                .token(officers.machine(Role.INTAKE_OFFICER))
                                .key(UUID.randomUUID().toString())
                                .json("{\"needs\":[\"DISABILITY\"],\"reason\":\"a list\"}"))
                .expect(200);
        return woman;
    }

    private String version(UUID person) {
        return emergency
                .intake()
                .settle(emergency.call("GET", "persons/" + person).token(officers.intake()))
                .expect(200)
                .header("ETag");
    }

    private Answer joins(UUID person, UUID relative, boolean consents) {
        ObjectNode body = Orders.of(person, "camp", Orders.SHELTER);
        body.put("basis", "ACCOMPANYING_FAMILY").put("accompanies", relative.toString());
        if (!consents) {
            body.remove("consent");
        }
        return act(officers.placement(), "placements", body.toString());
    }

    @Test
    void P8_who_lifts_a_separation_does_not_place_the_two_together() {
        UUID one = arrived(People.man("SYR"));
        UUID other = arrived(People.man("SYR"));
        String unused = placed(one, "camp", Orders.SHELTER);
        String apart = "persons/" + one + "/kept-apart/" + other;
        act(officers.placementToo(), apart, WHY).expect(201);
        act(officers.placement(), apart + "/lifting", WHY).expect(201);
        order(other, "camp", Orders.SHELTER).expectRule(422, "P8");
        act(
                        officers.placementToo(),
                        "placements",
                        Orders.of(other, "camp", Orders.SHELTER).toString())
                .expect(201);
    }

    @Test
    void P15_a_mother_is_not_moved_to_another_section_while_her_child_stays() {
        String family = UUID.randomUUID().toString();
        UUID mother = arrived(People.inFamily(People.woman("SYR"), family, "PARENT"));
        UUID child = arrived(People.inFamily(People.child("SYR"), family, "CHILD"));
        emergency
                .placement()
                .settle(
                        emergency
                                .call("PUT", "facilities/sections")
                                .token(officers.placement())
                                .json(
                                        """
                                        {"name":"Two sections","kind":"CAMP","capacity":18,"sections":[
                                        {"sectionId":"a","name":"A","capacity":9},
                                        {"sectionId":"b","name":"B","capacity":9}]}\
                                        """))
                .expect(201);
        List<String> placements = placedTogether("sections", mother, child);
        String now = read("persons/" + mother).json().at("/placement/section").asText();
        String other = now.equals("a") ? "b" : "a";
        moved(other, placements.getFirst()).expectRule(422, "P15");
        act(
                        officers.placement(),
                        "transfers",
                        transfer(other, "\"" + String.join("\",\"", placements) + "\""))
                .expect(201);
    }

    private Answer moved(String section, String placement) {
        return act(officers.placement(), "transfers", transfer(section, "\"" + placement + "\""));
    }

    private static String transfer(String section, String placements) {
        return "{\"placementIds\":[%s],\"facilityId\":\"sections\",\"section\":\"%s\",\"reason\":\"room\"}"
                .formatted(placements, section);
    }

    @Test
    void P19_whom_a_review_set_free_is_to_be_free_when_found_inside() {
        UUID woman = interned();
        String placement = placed(woman, "camp", Orders.INTERNMENT);
        act(
                        officers.reviewer(),
                        "placements/" + placement + "/review",
                        "{\"outcome\":\"RELEASE\",\"members\":[\"r-1\"],\"reason\":\"looked at\"}")
                .expect(201);
        act(officers.registrar(), "placements/" + placement + "/release", FREE).expect(201);
        order(woman, "camp", Orders.INTERNMENT).expectRule(422, "P19");
        String found = "{\"personId\":\"%s\",\"reason\":\"roll check\"}".formatted(woman);
        act(officers.registrar(), "facilities/camp/found-inside", found).expect(201);
        assertThat(duties(woman)).contains("RELEASE");
    }

    private List<String> duties(UUID person) {
        return read("persons/" + person).json().path("duties").findValuesAsText("duty");
    }
}
