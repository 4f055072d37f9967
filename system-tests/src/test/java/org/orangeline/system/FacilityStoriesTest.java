package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.launcher.keys.Role;

/** Facilities as they really are: rebuilt, closed, counted, and left for a while. */
@OnTheSharedSystem
class FacilityStoriesTest extends PlacementStory {

    private static final String PARTS =
            "{\"name\":\"Wing\",\"kind\":\"CAMP\",\"capacity\":20,\"sections\":["
                    + "{\"sectionId\":\"north\",\"name\":\"North\",\"capacity\":9},"
                    + "{\"sectionId\":\"south\",\"name\":\"South\",\"capacity\":9}]}";

    FacilityStoriesTest(RunningSystem system) {
        super(system, "facilities");
    }

    private void wing(String id) {
        emergency
                .placement()
                .settle(
                        emergency
                                .call("PUT", "facilities/" + id)
                                .token(officers.placement())
                                .json(PARTS))
                .expect(201);
    }

    private Answer ask(String facility, String layout) {
        return act(
                officers.coordinator(),
                "facilities/" + facility + "/changes",
                "{\"layout\":%s,\"reason\":\"rebuilt\"}".formatted(layout));
    }

    private Answer approve(String facility, String change) {
        String path = "facilities/" + facility + "/changes/" + change + "/approval";
        act(officers.coordinator(), path, "").expectRule(422, "P7");
        return act(officers.coordinatorToo(), path, "");
    }

    private void changed(String facility, String layout) {
        approve(facility, ask(facility, layout).expect(201).text("changeId")).expect(201);
    }

    private JsonNode facility(String id) {
        for (JsonNode one : read("facilities").json()) {
            if (one.path("facilityId").asText().equals(id)) {
                return one;
            }
        }
        throw new AssertionError("no facility " + id);
    }

    @Test
    void P7_two_humans_rebuild_a_facility_and_whoever_is_in_the_wrong_place_is_questioned() {
        wing("rebuilt");
        UUID woman = arrived(People.woman("SYR"));
        String placement = placed(woman, "rebuilt", Orders.SHELTER);
        String men = "{\"sexes\":[\"MALE\"]}";
        changed(
                "rebuilt",
                "{\"name\":\"Wing West\",\"sections\":[{\"sectionId\":\"tents\",\"name\":\"Tents\","
                        + "\"capacity\":5,\"family\":true}]}");
        assertThat(facility("rebuilt").path("name").asText()).isEqualTo("Wing West");
        assertThat(facility("rebuilt").path("sections")).hasSize(3);
        assertThat(questioned(woman)).isEmpty();
        changed("rebuilt", "{\"admits\":" + men + "}");
        assertThat(questioned(woman)).containsExactly("P7");
        settledByTwo(woman, placement, "P7");
    }

    @Test
    void P1_nothing_closes_while_somebody_is_there_and_what_is_closed_takes_nobody() {
        wing("closing");
        UUID woman = arrived(People.woman("SYR"));
        String placement = placed(woman, "closing", Orders.SHELTER);
        String section = section(woman);
        ask("closing", "{\"closedSections\":[\"" + section + "\"]}").expect(409);
        ask("closing", "{\"closed\":true}").expect(409);
        act(officers.registrar(), "placements/" + placement + "/release", FREE).expect(201);
        changed("closing", "{\"closed\":true}");
        assertThat(facility("closing").path("closed").asBoolean()).isTrue();
        assertThat(facility("closing").path("free").asInt()).isZero();
        UUID other = arrived(People.woman("SYR"));
        order(other, "closing", Orders.SHELTER).expectRule(409, "P1");
        changed("closing", "{\"closed\":false}");
        order(other, "closing", Orders.SHELTER).expect(201);
    }

    private String section(UUID person) {
        return read("persons/" + person).json().at("/placement/section").asText();
    }

    @Test
    void a_layout_that_says_nothing_or_two_things_is_refused() {
        wing("said");
        ask("said", "{}").expect(409);
        ask("said", "{\"closedSections\":[\"nowhere\"]}").expect(404);
        ask(
                        "said",
                        "{\"closedSections\":[\"north\"],\"sections\":[{\"sectionId\":\"north\","
                                + "\"name\":\"N\",\"capacity\":9}]}")
                .expect(400);
        act(
                        officers.coordinator(),
                        "facilities/said/changes",
                        "{\"layout\":{\"closed\":true},\"mayLeave\":true,\"reason\":\"both\"}")
                .expect(400);
        act(officers.coordinator(), "facilities/said/changes", "{\"reason\":\"nothing\"}")
                .expect(400);
    }

    @Test
    void P17_a_roll_check_names_who_is_missing_and_says_how_many_should_be_there() {
        wing("rolled");
        UUID here = arrived(People.woman("SYR"));
        UUID gone = arrived(People.woman("SYR"));
        assertThat(placed(here, "rolled", Orders.SHELTER)).isNotEmpty();
        String placement = placed(gone, "rolled", Orders.SHELTER);
        String roll =
                "{\"counted\":1,\"missing\":[\"%s\"],\"note\":\"not in her tent\"}"
                        .formatted(placement);
        String path = "facilities/rolled/roll-checks";
        act(officers.machine(Role.REGISTRAR), path, roll).expectRule(422, "S6");
        JsonNode checked = act(officers.registrar(), path, roll).expect(201).json();
        assertThat(checked.path("expected").asInt()).isEqualTo(2);
        assertThat(checked.path("missing").asInt()).isEqualTo(1);
        assertThat(read("placements?facility=rolled").body()).contains("\"missing\"");
        assertThat(read("duties?facility=rolled").body()).contains("INQUIRY");
        act(officers.registrar(), path, roll).expect(409);
        act(officers.registrar(), path, "{\"counted\":1,\"section\":\"nowhere\"}").expect(404);
        assertThat(read("roll-checks?format=csv").body()).contains("rolled");
        assertThat(read("placements?facility=rolled&section=" + section(here)).body())
                .contains(here.toString());
    }

    @Test
    void counts_of_a_place_are_a_table_with_hashtags_and_few_are_left_out_of_what_is_published() {
        wing("counted");
        UUID woman = arrived(People.woman("SYR"));
        assertThat(placed(woman, "counted", Orders.SHELTER)).isNotEmpty();
        String table = read("population?format=csv&hxl=true").body();
        assertThat(table.lines().skip(1).findFirst().orElseThrow())
                .startsWith("\"#loc+facility+code\",\"#loc+section+code\",\"#meta+sex\"");
        assertThat(table).contains("counted,", "FEMALE,18-59,,1");
        assertThat(read("population?format=csv&suppress=true").body())
                .contains("FEMALE,18-59,,\r\n");
        emergency
                .placement()
                .settle(emergency.call("GET", "population?hxl=true").token(officers.line()))
                .expect(400);
    }

    @Test
    void P15_P17_an_absence_says_until_when_and_is_no_transfer() {
        UUID woman = arrived(People.woman("SYR"));
        String absence = "placements/" + placed(woman, "camp", Orders.SHELTER) + "/absence";
        for (String back : new String[] {"1990-01-01T00:00:00Z", "2199-12-31T00:00:00Z"}) {
            act(
                            officers.registrar(),
                            absence,
                            "{\"why\":\"HOSPITAL\",\"expectedBack\":\"" + back + "\"}")
                    .expect(409);
        }
        act(
                        officers.registrar(),
                        absence,
                        "{\"why\":\"HOSPITAL\",\"expectedBack\":\"9999-12-31T00:00:00Z\"}")
                .expect(400);
        String soon = Instant.now().plus(Duration.ofHours(3)).toString();
        act(officers.registrar(), absence, "{\"why\":\"COURT\",\"expectedBack\":\"" + soon + "\"}")
                .expect(201);
    }
}
