package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.launcher.keys.Role;

/** Who leaves, and to whom: hand-overs by whatever call, and families that leave together. */
@OnTheSharedSystem
class LeavingStoriesTest extends PlacementStory {

    LeavingStoriesTest(RunningSystem system) {
        super(system, "leaving");
    }

    @Test
    void P9_a_risk_holds_for_every_receiver_of_the_state_and_two_humans_hand_over() {
        receiver("irq-moj", "IRQ").expect(201);
        receiver("IRQ-MOJ", "IRQ").expect(200);
        receiver("irq-moj", "SYR").expect(409);
        receiver("iraq", "IRQ").expect(201);
        receiver("nowhere", "XQX").expect(400);
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
