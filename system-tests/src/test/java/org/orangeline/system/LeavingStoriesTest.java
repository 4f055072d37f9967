package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;

/** Who leaves, and to whom: hand-overs by whatever call, and families that leave together. */
@OnTheSharedSystem
class LeavingStoriesTest extends PlacementStory {

    LeavingStoriesTest(RunningSystem system) {
        super(system, "leaving");
    }

    @Test
    void P9_a_risk_holds_for_every_receiver_of_the_state_and_two_humans_hand_over() {
        receiver("irq-moj", "IRQ");
        requestReceiver("irq-moj", "SYR").expect(409);
        receiver("iraq", "IRQ");
        requestReceiver("nowhere", "XQX").expect(400);
        UUID woman = arrived(People.woman("IRQ"));
        String path = "placements/" + placed(woman, "camp", Orders.SHELTER) + "/hand-over";
        act(officers.placement(), path, over("army")).expectRule(422, "P9");
        assessed(woman, "army", "RISK", officers.reviewer()).expectRule(422, "P9");
        act(
                        officers.reviewer(),
                        "persons/" + woman + "/non-refoulement",
                        "{\"receiver\":\"iraq\",\"risk\":\"NO_SUBSTANTIAL_RISK\",\"reason\":\"unheard\"}")
                .expectRule(422, "P9");
        assessed(woman, "irq-moj", "RISK", officers.reviewer()).expect(201);
        assessed(woman, "iraq", "NO_SUBSTANTIAL_RISK", officers.reviewer()).expect(201);
        act(officers.placement(), path, over("iraq")).expectRule(422, "P9");
        String both = officers.officer("Both", Role.REVIEWER, Role.PLACEMENT_OFFICER);
        assessed(woman, "iraq", "NO_SUBSTANTIAL_RISK", both).expect(201);
        act(both, path, over("irq-moj")).expectRule(422, "P9");
        act(officers.placement(), path, over("irq-moj")).expect(201);
        assertThat(read("receivers").json().findValuesAsText("state")).contains("IRQ");
    }

    @Test
    void P9_two_humans_register_a_receiver_and_until_then_nobody_is_given_to_it() {
        UUID woman = arrived(People.woman("IRQ"));
        String path = "placements/" + placed(woman, "camp", Orders.SHELTER) + "/hand-over";
        String request = requestReceiver("irq-new", "IRQ").expect(201).text("requestId");
        assertThat(requestReceiver("IRQ-NEW", "IRQ").expect(200).text("requestId"))
                .isEqualTo(request);
        assertThat(read("receivers").body()).doesNotContain("IRQ-NEW");
        assertThat(read("receiver-requests").body()).contains(request);
        assertThat(read("receiver-requests?format=csv").body())
                .contains("requestId", request)
                .doesNotContain("{");
        String alike = requestReceiver("irq_new", "SYR").expect(201).text("requestId");
        assessed(woman, "irq-new", "NO_SUBSTANTIAL_RISK", officers.reviewer())
                .expectRule(422, "P9");
        act(officers.placement(), path, over("irq-new")).expectRule(422, "P9");
        String approve = approval("irq-new", request);
        act(officers.machine(Role.COORDINATOR), approve, "").expectRule(422, "S6");
        act(officers.coordinator(), approve, "").expectRule(422, "P9");
        act(officers.coordinatorToo(), approve, "").expect(201);
        act(officers.coordinatorToo(), approve, "").expect(409);
        act(officers.coordinatorToo(), approval("irq_new", alike), "").expect(409);
        requestReceiver("IRQ.NEW", "SYR").expect(409);
        assertThat(read("receivers?format=csv").body())
                .contains("IRQ-NEW")
                .doesNotContain("IRQ_NEW");
        assessed(woman, "irq-new", "NO_SUBSTANTIAL_RISK", officers.reviewer()).expect(201);
        act(officers.placement(), path, over("irq-new")).expect(201);
    }

    @Test
    void P9_an_assessment_that_is_too_old_opens_no_place_of_another_authority() {
        profileOfTwo("assessmentGoodFor", "PT0S");
        receiver("irq-old", "IRQ");
        facility("old", ",\"authority\":\"irq-old\"").expect(201);
        UUID woman = arrived(People.woman("IRQ"));
        assessed(woman, "irq-old", "NO_SUBSTANTIAL_RISK", officers.reviewer()).expect(201);
        // From its own instant: it is of the same day.
        order(woman, "old", Orders.SHELTER).expectRule(422, "P9");
    }

    private Answer facility(String id, String more) {
        return emergency
                .placement()
                .settle(
                        emergency
                                .call("PUT", "facilities/" + id)
                                .token(officers.placement())
                                .json(
                                        "{\"name\":\"Theirs\",\"kind\":\"CAMP\",\"capacity\":9%s}"
                                                .formatted(more)));
    }

    @Test
    void P9_whoever_another_authority_takes_over_with_a_facility_is_questioned() {
        receiver("irq-moj", "IRQ");
        facility("taken", "").expect(201);
        UUID known = arrived(People.woman("IRQ"));
        UUID unknown = arrived(People.woman("IRQ"));
        assessed(known, "irq-moj", "NO_SUBSTANTIAL_RISK", officers.reviewer()).expect(201);
        assertThat(placed(known, "taken", Orders.SHELTER)).isNotEmpty();
        String placement = placed(unknown, "taken", Orders.SHELTER);
        String changes = "facilities/taken/changes";
        String body = "{\"authority\":\"irq-moj\",\"mayLeave\":true,\"reason\":\"an agreement\"}";
        act(
                        officers.coordinator(),
                        changes,
                        "{\"authority\":\"nobody\",\"mayLeave\":true,\"reason\":\"r\"}")
                .expectRule(422, "P9");
        String change = act(officers.coordinator(), changes, body).expect(201).text("changeId");
        String approve = changes + "/" + change + "/approval";
        act(officers.coordinator(), approve, "").expectRule(422, "P9");
        assertThat(questioned(unknown)).isEmpty();
        act(officers.coordinatorToo(), approve, "").expect(201);
        assertThat(questioned(unknown)).containsExactly("P9");
        assertThat(questioned(known)).isEmpty();
        assertThat(read("facilities").body()).contains("\"authority\":\"IRQ-MOJ\"");
        settledByTwo(unknown, placement, "P9");
    }

    @Test
    void P9_P6_a_family_is_handed_over_together_by_a_report_that_comes_late() {
        receiver("syr-dir", "SYR");
        String family = UUID.randomUUID().toString();
        UUID mother = arrived(People.inFamily(People.woman("SYR"), family, "PARENT"));
        UUID child = arrived(People.inFamily(People.child("SYR"), family, "CHILD"));
        List<String> placements = placedTogether("camp", mother, child);
        for (UUID person : List.of(mother, child)) {
            assessed(person, "syr-dir", "NO_SUBSTANTIAL_RISK", officers.reviewer()).expect(201);
        }
        String early = Instant.now().minus(Duration.ofDays(1)).toString();
        String at = "\"receiver\":\"syr-dir\",\"at\":\"%s\"";
        act(officers.placement(), "hand-overs", named(placements, at.formatted(early))).expect(422);
        String told = Instant.now().toString();
        act(officers.placement(), "hand-overs", named(placements, at.formatted(told))).expect(201);
        for (UUID person : List.of(mother, child)) {
            assertThat(emergency.history(Service.PLACEMENT, person).body())
                    .contains("HandedOver", told);
        }
    }

    @Test
    void P6_P13_a_convoy_leaves_behind_who_may_not_go_and_takes_the_others() {
        UUID one = interned();
        UUID other = interned();
        emergency.facility("far", "CAMP", 9);
        assertThat(emergency.ordered(one, "far", Orders.INTERNMENT)).isNotEmpty();
        assertThat(emergency.ordered(other, "far", Orders.INTERNMENT)).isNotEmpty();
        UUID convoy = convoy("far", one, other);
        reopened(other);
        awaitQuestioned(other, "P5");
        String path = "convoys/" + convoy + "/";
        act(officers.registrar(), path + "departure", departure(one, other)).expectRule(422, "P5");
        act(officers.registrar(), path + "departure", departure(one)).expect(201);
        act(officers.otherRegistrar(), path + "arrival", "{\"missing\":[],\"escort\":\"e-1\"}")
                .expect(201);
        assertThat(read("persons/" + one).json().at("/placement/status").asText())
                .isEqualTo("placed");
        // Who stayed behind is not missing: the order stands, and can be cancelled.
        JsonNode behind = read("persons/" + other).json();
        assertThat(behind.at("/placement/status").asText()).isEqualTo("ordered");
        String placement = behind.at("/placement/placementId").asText();
        act(officers.placement(), "placements/" + placement + "/cancellation", WHY).expect(201);
    }

    @Test
    void P9_P17_whoever_is_taken_away_is_looked_for_and_not_at_liberty() {
        UUID woman = interned();
        left(woman, "TAKEN_AWAY", officers.intake()).expect(201);
        JsonNode gone =
                emergency.awaitPerson(
                        Service.PLACEMENT, woman, person -> person.hasNonNull("takenAwayAt"));
        assertThat(gone.hasNonNull("heldInLineSince")).isTrue();
        assertThat(duties(woman)).contains("INQUIRY", "BUREAU_NOTICE", "REVIEW");
        assertThat(read("duties").body()).contains("INQUIRY");
        order(woman, "camp", Orders.INTERNMENT).expectRule(422, "P14");
        String custody = "persons/" + woman + "/custody/";
        act(officers.machine(Role.REGISTRAR), custody + "inquiry", "{\"inquiryNumber\":\"I-1\"}")
                .expectRule(422, "S6");
        act(officers.registrar(), custody + "inquiry", "{\"inquiryNumber\":\"I-1\"}").expect(201);
        act(officers.registrar(), custody + "inquiry", "{\"inquiryNumber\":\"I-2\"}").expect(409);
        act(officers.registrar(), custody + "bureau-notice", "{\"noticeNumber\":\"N-1\"}")
                .expect(201);
        assertThat(duties(woman)).doesNotContain("INQUIRY", "BUREAU_NOTICE").contains("REVIEW");
        intake(
                        "persons/" + woman + "/return",
                        "{\"returnedAt\":\"%s\",\"receptionPoint\":\"east\",\"reason\":\"brought back\"}"
                                .formatted(Instant.now()))
                .expect(201);
        JsonNode back =
                emergency.awaitPerson(
                        Service.PLACEMENT, woman, person -> !person.hasNonNull("takenAwayAt"));
        assertThat(back.path("heldInLineSince")).isEqualTo(gone.path("heldInLineSince"));
        assertThat(duties(woman)).contains("BUREAU_NOTICE");
        order(woman, "camp", Orders.INTERNMENT).expect(201);
    }

    @Test
    void P18_a_taking_away_that_was_none_is_withdrawn_by_two_humans() {
        UUID woman = arrived(People.woman("SYR"));
        left(woman, "TAKEN_AWAY", officers.intake()).expect(201);
        emergency.awaitPerson(Service.PLACEMENT, woman, person -> person.hasNonNull("takenAwayAt"));
        String path = "persons/" + woman + "/withdrawals";
        String id =
                intake(path, "{\"fact\":\"DEPARTURE\",\"reason\":\"somebody else\"}")
                        .expect(201)
                        .text("withdrawalId");
        intake(path + "/" + id + "/confirmation", "").expectRule(422, "P18");
        emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", path + "/" + id + "/confirmation")
                                .token(officers.coordinator())
                                .key(UUID.randomUUID().toString())
                                .json(""))
                .expect(201);
        emergency.awaitPerson(
                Service.PLACEMENT, woman, person -> !person.hasNonNull("takenAwayAt"));
        assertThat(duties(woman)).doesNotContain("INQUIRY").contains("REVIEW");
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

    private List<String> duties(UUID person) {
        return read("persons/" + person).json().path("duties").findValuesAsText("duty");
    }

    @Test
    void P9_a_place_of_another_authority_is_reached_by_a_hand_over_only() {
        receiver("irq-moj", "IRQ");
        emergency
                .placement()
                .settle(
                        emergency
                                .call("PUT", "facilities/theirs")
                                .token(officers.placement())
                                .json(
                                        "{\"name\":\"Theirs\",\"kind\":\"CAMP\",\"capacity\":9,\"authority\":\"irq-moj\"}"))
                .expect(201);
        UUID woman = arrived(People.woman("IRQ"));
        order(woman, "theirs", Orders.SHELTER).expectRule(422, "P9");
        String placement = placed(woman, "camp", Orders.SHELTER);
        String transfer =
                "{\"placementIds\":[\"%s\"],\"facilityId\":\"theirs\",\"reason\":\"nearer\"}"
                        .formatted(placement);
        act(officers.placement(), "transfers", transfer).expectRule(422, "P9");
        assessed(woman, "irq-moj", "NO_SUBSTANTIAL_RISK", officers.reviewer()).expect(201);
        act(officers.placement(), "transfers", transfer).expect(201);
        act(
                        officers.registrar(),
                        "placements/" + placement + "/transfer/arrival",
                        "{\"insideAlready\":false}")
                .expect(201);
        assessed(woman, "irq-moj", "RISK", officers.reviewer()).expect(201);
        assertThat(questioned(woman)).containsExactly("P9");
    }

    @Test
    void P9_no_release_and_no_departure_gives_anybody_to_an_authority() {
        UUID woman = arrived(People.woman("SYR"));
        left(woman, "HANDED_OVER", officers.intake()).expectRule(422, "P9");
        String release = "placements/" + placed(woman, "camp", Orders.SHELTER) + "/release";
        act(officers.registrar(), release, WHY).expect(400);
        for (String kind : List.of("HANDED_OVER", "TAKEN_AWAY")) {
            act(officers.registrar(), release, "{\"kind\":\"%s\",\"reason\":\"r\"}".formatted(kind))
                    .expectRule(422, "P9");
        }
        act(officers.registrar(), release, FREE).expect(201);
        UUID taken = arrived(People.woman("SYR"));
        left(taken, "TAKEN_AWAY", officers.machine(Role.INTAKE_OFFICER)).expectRule(422, "S6");
        left(taken, "TAKEN_AWAY", officers.intake()).expect(201);
    }

    @Test
    void P6_a_mother_and_her_children_go_home_by_one_call() {
        receiver("syr-dir", "SYR");
        String family = UUID.randomUUID().toString();
        UUID mother = arrived(People.inFamily(People.woman("SYR"), family, "PARENT"));
        UUID child = arrived(People.inFamily(People.child("SYR"), family, "CHILD"));
        UUID other = arrived(People.inFamily(People.child("SYR"), family, "CHILD"));
        List<String> placements = placedTogether("camp", mother, child, other);
        for (UUID person : List.of(mother, child, other)) {
            assessed(person, "syr-dir", "NO_SUBSTANTIAL_RISK", officers.reviewer()).expect(201);
        }
        act(
                        officers.placement(),
                        "placements/" + placements.getFirst() + "/hand-over",
                        over("syr-dir"))
                .expectRule(422, "P6");
        String two = named(placements.subList(0, 2), "\"receiver\":\"syr-dir\"");
        act(officers.placement(), "hand-overs", two).expectRule(422, "P6");
        String together = named(placements, "\"receiver\":\"syr-dir\"");
        assertThat(act(officers.placement(), "hand-overs", together).expect(201).json()).hasSize(3);
        assertThat(read("persons/" + child).json().has("placement")).isFalse();
    }

    @Test
    void P6_a_child_is_released_together_with_its_mother() {
        String family = UUID.randomUUID().toString();
        UUID mother = arrived(People.inFamily(People.woman("SYR"), family, "PARENT"));
        UUID child = arrived(People.inFamily(People.child("SYR"), family, "CHILD"));
        List<String> placements = placedTogether("camp", mother, child);
        String free = "\"kind\":\"OWN_WAY\"";
        act(officers.registrar(), "releases", named(placements.subList(1, 2), free))
                .expectRule(422, "P6");
        assertThat(
                        act(officers.registrar(), "releases", named(placements, free))
                                .expect(201)
                                .json())
                .hasSize(2);
        assertThat(read("questions").body()).doesNotContain(placements.getLast());
    }

    @Test
    void P8_who_is_only_about_to_leave_is_still_there() {
        UUID one = arrived(People.woman("SYR"));
        UUID other = arrived(People.woman("SYR"));
        emergency.facility("near", "CAMP", 9);
        emergency.facility("next", "CAMP", 9);
        String placement = placed(one, "near", Orders.SHELTER);
        act(officers.placement(), "persons/" + one + "/kept-apart/" + other, WHY).expect(201);
        String move =
                "{\"placementIds\":[\"%s\"],\"facilityId\":\"next\",\"reason\":\"nearer\"}"
                        .formatted(placement);
        act(officers.placement(), "transfers", move).expect(201);
        order(other, "near", Orders.SHELTER).expectRule(422, "P8");
        order(other, "next", Orders.SHELTER).expectRule(422, "P8");
        act(
                        officers.registrar(),
                        "placements/" + placement + "/transfer/arrival",
                        "{\"insideAlready\":false}")
                .expect(201);
        order(other, "near", Orders.SHELTER).expect(201);
    }

    @Test
    void P8_people_who_are_kept_apart_do_not_travel_together() {
        UUID one = arrived(People.woman("SYR"));
        UUID other = arrived(People.woman("SYR"));
        String unused = emergency.ordered(one, "camp", Orders.SHELTER);
        emergency.facility("far", "CAMP", 9);
        String second = emergency.ordered(other, "camp", Orders.SHELTER);
        assertThat(unused).isNotEqualTo(second);
        UUID convoy = convoy("camp", one, other);
        act(officers.placement(), "persons/" + one + "/kept-apart/" + other, WHY).expect(201);
        act(officers.registrar(), "convoys/" + convoy + "/departure", departure(one, other))
                .expectRule(422, "P8");
        act(officers.registrar(), "convoys/" + convoy + "/departure", departure(one)).expect(201);
    }

    @Test
    void P4_a_criminal_ground_of_the_order_alone_opens_no_prison() {
        UUID man = arrived(People.man("SYR"));
        assertThat(emergency.concluded(man, "FIGHTER", "SPECIFIC_THREAT").isObject()).isTrue();
        order(man, "prison", Orders.CUSTODY).expectRule(422, "P4");
    }

    private Answer left(UUID person, String kind, String by) {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", "persons/" + person + "/departure")
                                .token(by)
                                .key(UUID.randomUUID().toString())
                                .json(
                                        "{\"leftAt\":\"%s\",\"kind\":\"%s\",\"reason\":\"to the army\"}"
                                                .formatted(Instant.now(), kind)));
    }

    private static String over(String receiver) {
        return "{\"receiver\":\"%s\",\"reason\":\"asked for\"}".formatted(receiver);
    }

    private static String named(List<String> placements, String more) {
        return "{\"placementIds\":[%s],%s,\"reason\":\"they go home\"}"
                .formatted("\"" + String.join("\",\"", placements) + "\"", more);
    }
}
