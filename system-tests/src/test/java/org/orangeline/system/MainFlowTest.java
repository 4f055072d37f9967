package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/** The main job: somebody arrives, waits in a line, is screened, placed, and leaves free. */
@OnTheSharedSystem
class MainFlowTest {

    private final RunningSystem system;

    MainFlowTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void a_fighter_goes_from_the_line_to_a_prison_and_out_on_human_orders_only() {
        Emergency emergency = Emergency.opened(system, "main-flow");
        Officers officers = emergency.officers();
        emergency.facility("derik", "PRISON", 3);
        UUID man = emergency.arrived(People.man("SYR"));

        assertThat(emergency.awaitLine(man).path("group").asText()).isEqualTo("SYRIAN_MEN");

        emergency
                .screening()
                .settle(
                        emergency.recommendation(
                                officers.screener(), man, "FIGHTER", "NATIONALITY"))
                .expectRule(422, "S2");
        emergency
                .screening()
                .settle(
                        emergency.recommendation(
                                officers.screener(), man, "FIGHTER", "DIRECT_PARTICIPATION"))
                .expect(201);
        emergency
                .screening()
                .settle(emergency.conclusion(officers.screener(), man))
                .expectRule(422, "S3");
        emergency.screening().settle(emergency.conclusion(officers.approver(), man)).expect(201);

        JsonNode proposal = emergency.awaitProposal(man);
        assertThat(proposal.path("facilityKind").asText()).isEqualTo("PRISON");
        assertThat(proposal.path("facilityId").asText()).isEqualTo("derik");
        assertThat(emergency.facilityNow("derik").path("reserved").asInt()).isZero();

        emergency
                .placement()
                .settle(
                        emergency
                                .call("POST", "placements")
                                .token(officers.placement())
                                .json(withoutGround(man)))
                .expectRule(422, "P4");
        Answer ordered =
                emergency
                        .placement()
                        .settle(emergency.order(man, "derik", Orders.CUSTODY))
                        .expect(201);
        assertThat(ordered.text("status")).isEqualTo("ordered");
        assertThat(Instant.parse(ordered.text("reviewDue"))).isAfter(Instant.EPOCH);
        String placement = ordered.text("placementId");
        assertThat(emergency.facilityNow("derik").path("reserved").asInt()).isEqualTo(1);

        Answer admitted =
                emergency.placement().settle(emergency.admission(placement, "{}")).expect(201);
        assertThat(admitted.text("event")).isEqualTo("PlacedInDetention");
        assertThat(emergency.facilityNow("derik").path("present").asInt()).isEqualTo(1);
        emergency
                .placement()
                .settle(
                        emergency.onPlacement(
                                placement,
                                "release",
                                "{\"kind\":\"OWN_WAY\",\"reason\":\"no case was brought\"}"))
                .expect(201);
        assertThat(emergency.facilityNow("derik").path("free").asInt()).isEqualTo(3);

        historyIs(emergency, Service.INTAKE, man, "PersonArrived human:dilan-ose");
        historyIs(
                emergency,
                Service.SCREENING,
                man,
                "GroupAssigned machine:",
                "ScreeningOpened human:sven-berg",
                "AnswersRecorded human:sven-berg",
                "FindingRecommended human:sven-berg",
                "ScreeningConcluded human:marie-duval");
        historyIs(
                emergency,
                Service.PLACEMENT,
                man,
                "PlacementProposed machine:",
                "PlacementOrdered human:hevin-sido",
                "PlacedInDetention human:yusuf-karim",
                "ReleasedFromDetention human:yusuf-karim");
    }

    @Test
    void everybody_waits_in_a_line_of_the_plan_and_children_with_the_women() {
        Emergency emergency = Emergency.opened(system, "lines");
        Map<UUID, String> expected = new HashMap<>();
        expected.put(emergency.arrived(People.man("SYR")), "SYRIAN_MEN");
        expected.put(emergency.arrived(People.man("IRQ")), "IRAQI_MEN");
        expected.put(emergency.arrived(People.man("FRA")), "FOREIGN_MEN");
        expected.put(emergency.arrived(People.person("MALE", 16, 20, "SYR")), "UNDETERMINED");
        expected.put(
                emergency.arrived(People.inFamily(People.woman("IRQ"), "f-1", "PARENT")),
                "IRAQI_WOMEN");
        expected.put(emergency.arrived(People.woman("DEU")), "IS_WOMEN");
        expected.put(
                emergency.arrived(People.inFamily(People.child("IRQ"), "f-1", "CHILD")),
                "IRAQI_WOMEN");
        expected.put(emergency.arrived(People.child("SYR")), "IS_WOMEN");

        expected.forEach((person, group) ->
                assertThat(emergency.awaitLine(person).path("group").asText()).isEqualTo(group));

        JsonNode lines =
                emergency
                        .screening()
                        .settle(emergency.call("GET", "lines").token(emergency.officers().line()))
                        .expect(200)
                        .json();
        for (JsonNode line : lines) {
            String group = line.path("group").asText();
            assertThat(line.path("waiting").asLong())
                    .as(group)
                    .isEqualTo(expected.values().stream().filter(group::equals).count());
        }
        List<String> queue = new ArrayList<>();
        emergency
                .screening()
                .settle(
                        emergency
                                .call("GET", "lines/IRAQI_WOMEN/persons")
                                .token(emergency.officers().line()))
                .expect(200)
                .json()
                .path("items")
                .forEach(waiting -> queue.add(waiting.path("personId").asText()));
        assertThat(queue).hasSize(2);
    }

    @Test
    void no_finding_by_itself_detains_a_family_member_and_a_civilian_is_proposed_for_release() {
        Emergency emergency = Emergency.opened(system, "findings");
        emergency.facility("al-hol", "CAMP", 20);
        UUID tied = emergency.arrived(People.woman("SYR"));
        UUID dangerous = emergency.arrived(People.woman("SYR"));
        UUID civilian = emergency.arrived(People.man("IRQ"));

        assertThat(basis(emergency.concluded(tied, "FAMILY_MEMBER", "FAMILY_TIE")))
                .isEqualTo(Orders.SHELTER);
        assertThat(basis(emergency.concluded(dangerous, "FAMILY_MEMBER", "SPECIFIC_THREAT")))
                .isEqualTo(Orders.INTERNMENT);
        JsonNode release = emergency.concluded(civilian, "CIVILIAN", "NO_INDICATION");
        assertThat(release.path("action").asText()).isEqualTo("RELEASE");

        emergency
                .placement()
                .settle(emergency.order(tied, "al-hol", Orders.INTERNMENT))
                .expectRule(422, "P5");
        emergency
                .placement()
                .settle(emergency.order(civilian, "al-hol", Orders.INTERNMENT))
                .expectRule(422, "P13");
        String shelter = emergency.ordered(tied, "al-hol", Orders.SHELTER);
        Answer admitted =
                emergency.placement().settle(emergency.admission(shelter, "{}")).expect(201);
        assertThat(admitted.text("event")).isEqualTo("ShelterProvided");
    }

    private static String basis(JsonNode proposal) {
        return proposal.path("basis").asText();
    }

    private static Object withoutGround(UUID person) {
        return Orders.of(person, "derik", Orders.CUSTODY).without(List.of("ground"));
    }

    /** In order, each with who did it, and no time before the one before. */
    private static void historyIs(
            Emergency emergency, Service service, UUID person, String... eventsAndActors) {
        Instant before = Instant.EPOCH;
        List<JsonNode> entries = new ArrayList<>();
        emergency.history(service, person).json().forEach(entries::add);
        assertThat(entries).hasSameSizeAs(eventsAndActors);
        for (int i = 0; i < entries.size(); i++) {
            JsonNode entry = entries.get(i);
            assertThat(entry.path("event").asText() + " " + entry.path("actor").asText())
                    .startsWith(eventsAndActors[i]);
            Instant time = Instant.parse(entry.path("time").asText());
            assertThat(time).isAfterOrEqualTo(before);
            before = time;
        }
    }
}
