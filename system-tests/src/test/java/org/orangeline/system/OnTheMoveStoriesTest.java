package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;

/** People who are moved, lost on the way, left behind, set free late, or who come back. */
@OnTheSharedSystem
class OnTheMoveStoriesTest extends PlacementStory {

    OnTheMoveStoriesTest(RunningSystem system) {
        super(system, "on-the-move");
    }

    @Test
    void P14_who_left_and_was_registered_anew_is_placeable_after_an_honest_merge() {
        UUID before = arrived(People.man("SYR"));
        String left =
                "{\"leftAt\":\"%s\",\"kind\":\"WITH_FAMILY\",\"reason\":\"fetched\"}"
                        .formatted(Instant.now());
        intake("persons/" + before + "/departure", left).expect(201);
        UUID again = arrived(People.man("SYR"));
        merging(again, before).expect(201);
        emergency.awaitPerson(Service.PLACEMENT, before, person -> person.hasNonNull("mergedInto"));
        order(again, "camp", Orders.SHELTER).expect(201);
    }

    @Test
    void P17_who_is_lost_on_a_transfer_is_in_neither_place_and_is_inquired_into() {
        emergency.facility("other", "CAMP", 5);
        UUID woman = interned();
        String placement = placed(woman, "camp", Orders.INTERNMENT);
        int there = inside("camp");
        transfer(placement, "other");
        UUID convoy = convoy("other", woman);
        act(officers.registrar(), "convoys/" + convoy + "/departure", departure(woman)).expect(201);
        String arrival = "{\"missing\":[\"" + woman + "\"],\"escort\":\"e-1\"}";
        act(officers.otherRegistrar(), "convoys/" + convoy + "/arrival", arrival).expect(201);
        assertThat(status(woman)).isEqualTo("missing");
        assertThat(inside("camp")).isEqualTo(there - 1);
        assertThat(inside("other")).isZero();
        assertThat(duties(woman)).contains("INQUIRY", "BUREAU_NOTICE");
        String escaped = "{\"noticedAt\":\"%s\",\"note\":\"seen\"}".formatted(Instant.now());
        act(officers.registrar(), "placements/" + placement + "/escape", escaped).expect(201);
    }

    @Test
    void P18_a_birth_is_withdrawn_after_the_child_was_moved() {
        emergency.facility("other", "CAMP", 5);
        UUID woman = interned();
        String mother = placed(woman, "camp", Orders.INTERNMENT);
        UUID child = UUID.randomUUID();
        String placement = born(mother, child);
        emergency.awaitPerson(
                Service.PLACEMENT, child, person -> person.hasNonNull("registrationNumber"));
        Eventually.holds(
                "placement knows whose child it is",
                () -> transferred("other", mother, placement).status() == 201);
        for (String moved : List.of(mother, placement)) {
            act(
                            officers.registrar(),
                            "placements/" + moved + "/transfer/arrival",
                            "{\"insideAlready\":false}")
                    .expect(201);
        }
        assertThat(inside("other")).isEqualTo(2);
        String withdrawal = "{\"fact\":\"BornInCustody\",\"reason\":\"of another woman\"}";
        String at = "placements/" + placement + "/withdrawals";
        String id = act(officers.registrar(), at, withdrawal).expect(201).text("withdrawalId");
        act(officers.placement(), at + "/" + id + "/confirmation", "").expect(201);
        assertThat(inside("other")).isOne();
        assertThat(duties(child)).isEmpty();
        emergency.awaitPerson(
                Service.INTAKE,
                child,
                person -> person.at("/gone/how").asText().equals("REGISTRATION_WITHDRAWN"));
    }

    @Test
    void P6_a_cancellation_that_parts_a_mother_and_her_child_is_asked_about_at_once() {
        emergency.facility("other", "CAMP", 5);
        String family = UUID.randomUUID().toString();
        UUID mother = arrived(People.inFamily(People.woman("SYR"), family, "PARENT"));
        UUID child = arrived(People.inFamily(People.child("SYR"), family, "CHILD"));
        List<String> ordered = emergency.orderedTogether("camp", mother, child);
        act(officers.registrar(), "placements/" + ordered.getFirst() + "/admission", "{}")
                .expect(201);
        act(officers.placement(), "placements/" + ordered.getLast() + "/cancellation", WHY)
                .expect(201);
        assertThat(questioned(mother)).as("with the answer").contains("P6");
    }

    @Test
    void P6_P15_a_cancelled_transfer_is_asked_about_for_whoever_went_and_whoever_stays() {
        emergency.facility("other", "CAMP", 5);
        String family = UUID.randomUUID().toString();
        UUID mother = arrived(People.inFamily(People.woman("SYR"), family, "PARENT"));
        UUID child = arrived(People.inFamily(People.child("SYR"), family, "CHILD"));
        List<String> placed = placedTogether("camp", mother, child);
        transferred("other", placed.getFirst(), placed.getLast()).expect(201);
        act(
                        officers.registrar(),
                        "placements/" + placed.getFirst() + "/transfer/arrival",
                        "{\"insideAlready\":false}")
                .expect(201);
        assertThat(questioned(mother)).isEmpty();
        act(officers.placement(), "placements/" + placed.getLast() + "/transfer/cancellation", WHY)
                .expect(201);
        assertThat(questioned(child)).as("with the answer").contains("P6", "P15");
        assertThat(questioned(mother)).contains("P6");
    }

    @Test
    void P14_P15_a_carer_whom_a_childs_death_leaves_behind_in_a_centre_is_asked_about() {
        emergency.facility("centre", "CHILD_CENTRE", 5);
        String family = UUID.randomUUID().toString();
        UUID mother = arrived(People.inFamily(People.woman("SYR"), family, "PARENT"));
        UUID child = arrived(People.inFamily(People.child("SYR"), family, "CHILD"));
        assertThat(placedTogether("centre", mother, child)).hasSize(2);
        assertThat(questioned(mother)).isEmpty();
        String death = "{\"diedAt\":\"%s\",\"circumstances\":\"ill\"}".formatted(Instant.now());
        intake("persons/" + child + "/death", death).expect(201);
        awaitQuestioned(mother, "P15");
        assertThat(emergency.system().rulesHeld())
                .as("verify --rules lists the moment, which is none that nobody asked about")
                .contains("P15 questioned: person " + mother)
                .doesNotContain("WRONG: P15 person " + mother);
    }

    @Test
    void P14_P15_a_child_is_asked_about_when_its_mother_turns_out_to_be_a_child() {
        String family = UUID.randomUUID().toString();
        UUID mother = arrived(People.inFamily(People.woman("SYR"), family, "PARENT"));
        UUID child = arrived(People.inFamily(People.person("MALE", 1, 2, "SYR"), family, "CHILD"));
        assertThat(placedTogether("camp", mother, child)).hasSize(2);
        emergency
                .corrected(mother, "{\"age\":{\"min\":15,\"max\":16},\"reason\":\"her papers\"}")
                .expect(200);
        awaitQuestioned(child, "P15");
    }

    @Test
    void P19_a_finding_of_civilian_that_is_told_late_counts_from_the_approvers_decision() {
        UUID woman = interned();
        assertThat(placed(woman, "camp", Orders.INTERNMENT)).isNotEmpty();
        reopened(woman);
        emergency
                .screening()
                .settle(
                        emergency.recommendation(
                                officers.screener(), woman, "CIVILIAN", "NO_INDICATION"))
                .expect(201);
        Instant decided = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        ObjectNode told = (ObjectNode) Answer.parse("{\"approve\":true,\"reason\":\"consistent\"}");
        emergency
                .screening()
                .settle(
                        emergency
                                .conclusion(officers.approver(), woman)
                                .json(told.put("at", decided.toString())))
                .expect(201);
        awaitQuestioned(woman, "P13");
        Instant due =
                read("persons/" + woman)
                        .json()
                        .path("duties")
                        .valueStream()
                        .filter(duty -> duty.path("duty").asText().equals("RELEASE"))
                        .map(duty -> Instant.parse(duty.path("due").asText()))
                        .findFirst()
                        .orElseThrow();
        assertThat(due).isEqualTo(decided.plus(Duration.ofHours(24)));
    }

    @Test
    void P6_a_machine_that_changes_a_familys_group_parts_nobody() {
        emergency.facility("centre", "CHILD_CENTRE", 5);
        String family = UUID.randomUUID().toString();
        UUID mother = arrived(People.inFamily(People.woman("SYR"), family, "PARENT"));
        UUID child = arrived(People.inFamily(People.child("SYR"), family, "CHILD"));
        assertThat(placedTogether("camp", mother, child)).hasSize(2);
        String tag =
                emergency
                        .intake()
                        .settle(emergency.call("GET", "persons/" + child).token(officers.intake()))
                        .expect(200)
                        .header("ETag");
        int status =
                emergency
                        .intake()
                        .settle(
                                emergency
                                        .call("PATCH", "persons/" + child)
                                        .token(officers.machine(Role.INTAKE_OFFICER))
                                        .header("If-Match", tag)
                                        .json(
                                                "{\"family\":{\"groupId\":\"other\",\"role\":\"CHILD\"},"
                                                        + "\"reason\":\"by a table\"}"))
                        .status();
        assertThat(status).isEqualTo(202);
        assertThat(transferred("centre", last(child)).json().path("violations").toString())
                .contains("P6");
    }

    private String last(UUID person) {
        return read("persons/" + person).json().at("/placement/placementId").asText();
    }

    private void transfer(String placement, String to) {
        transferred(to, placement).expect(201);
    }

    private Answer transferred(String to, String... placements) {
        String ids =
                List.of(placements).stream()
                        .map(one -> "\"" + one + "\"")
                        .collect(Collectors.joining(","));
        return act(
                officers.placement(),
                "transfers",
                "{\"placementIds\":[%s],\"facilityId\":\"%s\",\"reason\":\"nearer\"}"
                        .formatted(ids, to));
    }

    private int inside(String facility) {
        return emergency.facilityNow(facility).path("present").asInt()
                - emergency.facilityNow(facility).path("absent").asInt();
    }

    private String status(UUID person) {
        return read("persons/" + person).json().at("/placement/status").asText();
    }

    private List<String> duties(UUID person) {
        return read("persons/" + person).json().path("duties").findValuesAsText("duty");
    }

    private Answer intake(String path, String body) {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", path)
                                .token(officers.intake())
                                .key(UUID.randomUUID().toString())
                                .json(body));
    }
}
