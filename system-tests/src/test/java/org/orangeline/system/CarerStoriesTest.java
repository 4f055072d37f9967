package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;

/** P15: who cares for a child is an adult, plausible by age, and verified by a second human. */
@OnTheSharedSystem
class CarerStoriesTest extends PlacementStory {

    CarerStoriesTest(RunningSystem system) {
        super(system, "carers");
    }

    private Answer link(String token, UUID person, UUID relative, String relation) {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("PUT", "persons/" + person + "/family/" + relative)
                                .token(token)
                                .key(UUID.randomUUID().toString())
                                .json(
                                        "{\"relation\":\"%s\",\"reason\":\"they say so\"}"
                                                .formatted(relation)));
    }

    private Answer verify(String token, UUID child, UUID carer) {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call(
                                        "POST",
                                        "persons/" + child + "/carers/" + carer + "/verification")
                                .token(token)
                                .key(UUID.randomUUID().toString())
                                .json("{\"reason\":\"asked each by itself\"}"));
    }

    private String list(String name) {
        return emergency
                .intake()
                .settle(emergency.call("GET", name + "?limit=500").token(officers.coordinator()))
                .expect(200)
                .body();
    }

    private void awaitAlone(UUID child, String kind) {
        Eventually.holds(
                child + " is " + kind,
                () ->
                        Answer.parse(list("children-alone"))
                                .path("items")
                                .valueStream()
                                .anyMatch(one ->
                                        one.path("personId").asText().equals(child.toString())
                                                && one.path("kind").asText().equals(kind)));
    }

    @Test
    void P15_no_child_and_nobody_too_young_cares_for_somebody() {
        UUID eleven = arrived(People.person("MALE", 11, 11, "SYR"));
        UUID seven = arrived(People.person("MALE", 7, 7, "SYR"));
        UUID five = arrived(People.person("FEMALE", 5, 5, "SYR"));
        UUID forty = arrived(People.person("MALE", 40, 40, "SYR"));
        UUID vague = arrived(People.person("MALE", 10, 60, "SYR"));
        UUID vaguer = arrived(People.person("MALE", 10, 60, "SYR"));
        link(officers.intake(), seven, eleven, "GUARDIAN").expectRule(422, "P15");
        link(officers.intake(), forty, five, "PARENT").expectRule(422, "P15");
        link(officers.intake(), vague, vaguer, "PARENT").expect(201);
        link(officers.intake(), vaguer, forty, "PARENT").expect(201);
        link(officers.intake(), vague, forty, "CHILD").expectRule(422, "P15");
        link(officers.intake(), seven, forty, "GUARDIAN").expect(201);
    }

    @Test
    void P15_a_child_alone_is_reunited_by_a_carer_whom_a_second_human_verified() {
        UUID nine = arrived(People.inFamily(People.person("MALE", 9, 9, "SYR"), "b-1", "CHILD"));
        UUID one = arrived(People.inFamily(People.person("MALE", 1, 1, "SYR"), "b-1", "CHILD"));
        UUID father = arrived(People.man("SYR"));
        awaitAlone(nine, "UNACCOMPANIED");
        awaitAlone(one, "UNACCOMPANIED");
        link(officers.machine(Role.INTAKE_OFFICER), nine, father, "PARENT").expect(201);
        awaitAlone(nine, "SEPARATED");
        assertThat(list("carers-to-verify")).contains(nine.toString(), father.toString());
        verify(officers.machine(Role.INTAKE_OFFICER), nine, father).expectRule(422, "S6");

        // In a prison he cares for nobody outside, verified or not.
        String placement = fighterPlaced(father);
        verify(officers.intake(), nine, father).expect(201);
        assertThat(list("children-alone")).contains(nine.toString());
        assertThat(placement).isNotEmpty();
        UUID mother = arrived(People.woman("SYR"));
        link(officers.intake(), nine, mother, "PARENT").expect(201);
        verify(officers.intake(), nine, mother).expectRule(422, "S6");
        verify(officers.coordinator(), nine, mother).expect(201);
        Eventually.holds(
                "the child is reunited", () -> !list("children-alone").contains(nine.toString()));
        assertThat(emergency.history(Service.INTAKE, nine).json().findValuesAsText("event"))
                .contains("ChildFoundAlone", "CarerVerified", "ChildReunited");
    }

    @Test
    void P6_no_child_leaves_alone_is_left_in_the_line_or_is_released_to_nobody() {
        String family = UUID.randomUUID().toString();
        UUID mother = arrived(People.inFamily(People.woman("SYR"), family, "PARENT"));
        UUID child = arrived(People.inFamily(People.child("SYR"), family, "CHILD"));
        left(officers.machine(Role.INTAKE_OFFICER), child).expectRule(422, "S6");
        left(officers.intake(), child).expectRule(422, "P6");
        order(mother, "camp", Orders.SHELTER).expectRule(422, "P6");
        List<String> placements = placedTogether("camp", mother, child);
        String release = "{\"kind\":\"WITH_FAMILY\",\"reason\":\"they go home\"}";
        String ofChild = "placements/" + placements.getLast() + "/release";
        act(officers.registrar(), ofChild, release).expectRule(422, "P6");
        act(officers.registrar(), "placements/" + placements.getFirst() + "/release", release)
                .expect(201);
        act(officers.registrar(), ofChild, release).expect(201);
        left(officers.intake(), mother).expect(201);
        left(officers.intake(), child).expect(201);
    }

    @Test
    void P6_a_mother_is_not_admitted_while_her_child_that_came_later_waits_in_the_line() {
        String family = UUID.randomUUID().toString();
        UUID mother = arrived(People.inFamily(People.woman("SYR"), family, "PARENT"));
        String ofMother = emergency.ordered(mother, "camp", Orders.SHELTER);
        UUID child = arrived(People.inFamily(People.child("SYR"), family, "CHILD"));
        String admission = "placements/" + ofMother + "/admission";
        act(officers.registrar(), admission, "{}").expectRule(422, "P6");
        assertThat(status(mother)).isEqualTo("ordered");
        assertThat(emergency.facilityNow("camp").path("present").asInt()).isZero();
        // The child goes with her, and both are let in.
        String ofChild = emergency.ordered(child, "camp", Orders.SHELTER);
        act(officers.registrar(), admission, "{}").expect(201);
        act(officers.registrar(), "placements/" + ofChild + "/admission", "{}").expect(201);
        assertThat(status(mother)).isEqualTo("placed");
        assertThat(status(child)).isEqualTo("placed");
        assertThat(questioned(mother)).isEmpty();
        assertThat(questioned(child)).isEmpty();
    }

    private String status(UUID person) {
        return read("persons/" + person).json().at("/placement/status").asText();
    }

    @Test
    void P6_a_tie_is_taken_away_by_two_humans_while_somebody_of_the_family_is_placed() {
        String family = UUID.randomUUID().toString();
        UUID mother = arrived(People.inFamily(People.woman("SYR"), family, "PARENT"));
        UUID child = arrived(People.inFamily(People.child("SYR"), family, "CHILD"));
        UUID aunt = arrived(People.woman("SYR"));
        link(officers.intake(), child, aunt, "OTHER").expect(201);
        List<String> placements = placedTogether("camp", mother, child);
        assertThat(placements).hasSize(2);
        JsonNode unused =
                emergency.awaitPerson(
                        Service.PLACEMENT,
                        child,
                        shown -> shown.at("/placement/status").asText().equals("placed"));

        String removal = "persons/" + child + "/family/" + aunt + "/removal";
        // Intake hears of the placement a moment later.
        Eventually.holds(
                "a machine removes no tie",
                () -> removed(officers.machine(Role.INTAKE_OFFICER), removal).status() == 422);
        removed(officers.intake(), removal).expect(202);
        removed(officers.intake(), removal).expectRule(422, "S6");
        removed(officers.officer("Leyla Demir", Role.INTAKE_OFFICER), removal).expect(201);

        Answer claimed =
                emergency.corrected(
                        child,
                        "{\"family\":{\"groupId\":\"other\",\"role\":\"CHILD\"},\"reason\":\"not hers\"}");
        assertThat(claimed.status()).isEqualTo(202);
        String move =
                "{\"placementIds\":[\"%s\"],\"facilityId\":\"centre\",\"reason\":\"school\"}"
                        .formatted(placements.getLast());
        emergency.facility("centre", "CHILD_CENTRE", 10);
        act(officers.placement(), "transfers", move).expectRule(422, "P6");
    }

    @Test
    void P6_no_program_takes_a_tie_away_though_everybody_still_waits() {
        UUID mother = arrived(People.woman("SYR"));
        UUID child = arrived(People.child("SYR"));
        link(officers.intake(), child, mother, "PARENT").expect(201);
        String removal = "persons/" + child + "/family/" + mother + "/removal";
        removed(officers.machine(Role.INTAKE_OFFICER), removal).expectRule(422, "S6");
        removed(officers.intake(), removal).expect(201);
    }

    @Test
    void P15_who_is_too_young_to_be_the_parent_did_not_come_as_one() {
        String family = UUID.randomUUID().toString();
        UUID girl =
                arrived(People.inFamily(People.person("FEMALE", 12, 12, "SYR"), family, "CHILD"));
        UUID man = arrived(People.inFamily(People.person("MALE", 20, 20, "SYR"), family, "PARENT"));
        awaitAlone(girl, "SEPARATED");
        assertThat(emergency.orderTogether("camp", man, girl).body()).contains("P15");
        left(officers.intake(), man).expect(201);
        left(officers.intake(), girl).expectRule(422, "P6");
    }

    private Answer removed(String token, String path) {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", path)
                                .token(token)
                                .key(UUID.randomUUID().toString())
                                .json("{\"reason\":\"a mistake\"}"));
    }

    private Answer left(String token, UUID person) {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", "persons/" + person + "/departure")
                                .token(token)
                                .key(UUID.randomUUID().toString())
                                .json(
                                        "{\"leftAt\":\"%s\",\"kind\":\"WITH_FAMILY\",\"reason\":\"fetched\"}"
                                                .formatted(Instant.now())));
    }

    private String fighterPlaced(UUID father) {
        JsonNode unused = emergency.concluded(father, "FIGHTER", "DIRECT_PARTICIPATION");
        sign(father, "prison", "P6");
        return placed(father, "prison", Orders.CUSTODY);
    }
}
