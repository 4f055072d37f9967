package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;

/** What officers do with people who are placed, as the stories of the rules tell it. */
abstract class PlacementStory {

    /** A release. */
    static final String FREE = "{\"kind\":\"WITH_FAMILY\",\"reason\":\"for a reason\"}";

    static final String WHY = "{\"reason\":\"for a reason\"}";

    final Emergency emergency;
    final Officers officers;

    PlacementStory(RunningSystem system, String operation) {
        this.emergency = Emergency.opened(system, operation);
        this.officers = emergency.officers();
    }

    @BeforeEach
    void facilities() {
        emergency.facility("camp", "CAMP", 50);
        emergency.facility("prison", "PRISON", 50);
    }

    UUID arrived(ObjectNode form) {
        UUID person = emergency.arrived(form);
        emergency.awaitPlaceable(person);
        return person;
    }

    UUID fighter(ObjectNode form) {
        UUID person = arrived(form);
        JsonNode unused = emergency.concluded(person, "FIGHTER", "DIRECT_PARTICIPATION");
        return person;
    }

    Answer order(UUID person, String facility, String basis) {
        return emergency.placement().settle(emergency.order(person, facility, basis));
    }

    String placed(UUID person, String facility, String basis) {
        String placement = emergency.ordered(person, facility, basis);
        act(officers.registrar(), "placements/" + placement + "/admission", "{}").expect(201);
        return placement;
    }

    /** As {@link #placed}, once placement-service has learned what permits it. */
    String placedSoon(UUID person, String facility, String basis) {
        String placement =
                Eventually.some(
                        "the order is permitted",
                        () ->
                                Optional.of(order(person, facility, basis))
                                        .filter(answer -> answer.status() == 201)
                                        .map(answer -> answer.text("placementId")));
        act(officers.registrar(), "placements/" + placement + "/admission", "{}").expect(201);
        return placement;
    }

    /** Placements of people who are ordered together and admitted, in their order. */
    List<String> placedTogether(String facility, UUID... people) {
        List<String> placements = emergency.orderedTogether(facility, people);
        for (String placement : placements) {
            act(officers.registrar(), "placements/" + placement + "/admission", "{}").expect(201);
        }
        return placements;
    }

    Answer act(String token, String path, String body) {
        return emergency
                .placement()
                .settle(
                        emergency
                                .call("POST", path)
                                .token(token)
                                .key(UUID.randomUUID().toString())
                                .json(body));
    }

    Answer intake(String token, String path, String body) {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", path)
                                .token(token)
                                .key(UUID.randomUUID().toString())
                                .json(body));
    }

    /** Two registrations are of one person, as two officers say. */
    Answer merging(UUID stays, UUID other) {
        return emergency.merging(stays, other);
    }

    void unmerged(String merge) {
        emergency.unmerged(merge);
    }

    Answer read(String path) {
        return emergency
                .placement()
                .settle(emergency.call("GET", path).token(officers.coordinator()))
                .expect(200);
    }

    /** A child is born to whoever is placed there; the child's placement. */
    String born(String mother, UUID child) {
        return emergency
                .placement()
                .settle(
                        emergency
                                .call("PUT", "placements/" + mother + "/births/" + child)
                                .token(officers.registrar())
                                .json(
                                        "{\"bornAt\":\"%s\",\"sex\":\"FEMALE\"}"
                                                .formatted(Instant.now())))
                .expect(201)
                .text("placementId");
    }

    /** Two people sign; the id of what they signed. */
    String sign(UUID person, String facility, String rule) {
        String body =
                "{\"facilityId\":\"%s\",\"rule\":\"%s\",\"reason\":\"court\"}"
                        .formatted(facility, rule);
        String id =
                act(officers.placement(), "persons/" + person + "/overrides", body)
                        .expect(201)
                        .text("overrideId");
        String sign = "persons/" + person + "/overrides/" + id + "/signature";
        act(officers.placement(), sign, "").expectRule(422, rule);
        act(officers.reviewer(), sign, "").expect(201);
        return id;
    }

    UUID interned() {
        UUID woman = arrived(People.woman("SYR"));
        JsonNode unused = emergency.concluded(woman, "FAMILY_MEMBER", "SPECIFIC_THREAT");
        return woman;
    }

    /** The rules that are questioned about the person's placement. */
    List<String> questioned(UUID person) {
        List<String> rules = new ArrayList<>();
        read("persons/" + person)
                .json()
                .at("/placement/questioned")
                .forEach(rule -> rules.add(rule.asText()));
        return rules;
    }

    /** Registers an authority of a state, by two humans. */
    void receiver(String code, String state) {
        String request = requestReceiver(code, state).expect(201).text("requestId");
        act(officers.coordinatorToo(), approval(code, request), "").expect(201);
    }

    static String approval(String receiver, String request) {
        return "receivers/" + receiver + "/requests/" + request + "/approval";
    }

    /** A first human asks for an authority of a state. */
    Answer requestReceiver(String code, String state) {
        return emergency
                .placement()
                .settle(
                        emergency
                                .call("PUT", "receivers/" + code)
                                .token(officers.coordinator())
                                .json(
                                        "{\"name\":\"An authority\",\"state\":\"%s\"}"
                                                .formatted(state)));
    }

    /** What a person said and what was found for a receiver. */
    Answer assessed(UUID person, String receiver, String risk, String by) {
        return act(
                by,
                "persons/" + person + "/non-refoulement",
                "{\"receiver\":\"%s\",\"risk\":\"%s\",\"heardAt\":\"%s\",\"reason\":\"file 7\"}"
                        .formatted(receiver, risk, Instant.now()));
    }

    /** Until a reaction has questioned the placement for that rule. */
    void awaitQuestioned(UUID person, String rule) {
        Eventually.holds(
                rule + " is questioned for " + person, () -> questioned(person).contains(rule));
    }

    /** Until a reaction has closed the question. */
    void awaitKept(UUID person, String rule) {
        Eventually.holds(
                rule + " is kept again for " + person, () -> !questioned(person).contains(rule));
    }

    /** It is listed until two humans who did not order it settle it, and is in the history. */
    void settledByTwo(UUID person, String placement, String rule) {
        String body = "{\"rules\":[\"%s\"],\"reason\":\"it is seen to\"}".formatted(rule);
        String settlement = "placements/" + placement + "/settlement";
        assertThat(read("questions").body()).contains(placement);
        act(officers.machine(Role.REVIEWER), settlement, body).expectRule(422, "S6");
        act(officers.placement(), settlement, body).expectRule(422, "P14");
        Answer first = act(officers.reviewer(), settlement, body).expect(202);
        assertThat(first.text("status")).isEqualTo("waits for a second human");
        assertThat(questioned(person)).contains(rule);
        act(officers.reviewer(), settlement, body).expectRule(422, "P14");
        act(officers.placementToo(), settlement, body).expect(201);
        assertThat(questioned(person)).doesNotContain(rule);
        assertThat(emergency.history(Service.PLACEMENT, person).body())
                .contains("PlacementQuestioned", "SettlementRequested", "QuestionSettled", rule);
    }

    /** The finding no longer stands. */
    void reopened(UUID person) {
        emergency
                .screening()
                .settle(
                        emergency
                                .call("POST", "persons/" + person + "/reopening")
                                .token(officers.approver())
                                .key(UUID.randomUUID().toString())
                                .json("{\"reason\":\"a witness came\"}"))
                .expect(201);
    }

    /** Another finding, of somebody who is placed already. */
    void concludedAgain(UUID person, String finding, String ground) {
        emergency
                .screening()
                .settle(emergency.recommendation(officers.screener(), person, finding, ground))
                .expect(201);
        emergency.screening().settle(emergency.conclusion(officers.approver(), person)).expect(201);
    }

    /** A planned convoy with these people. */
    UUID convoy(String facility, UUID... people) {
        UUID convoy = UUID.randomUUID();
        emergency
                .placement()
                .settle(
                        emergency
                                .call("PUT", "convoys/" + convoy)
                                .token(officers.placement())
                                .json(
                                        "{\"facilityId\":\"%s\",\"personIds\":%s}"
                                                .formatted(facility, ids(people))))
                .expect(201);
        return convoy;
    }

    static String departure(UUID... aboard) {
        return "{\"personIds\":%s,\"escort\":\"e-1\",\"departedAt\":\"%s\"}"
                .formatted(ids(aboard), Instant.now());
    }

    private static String ids(UUID... people) {
        return Stream.of(people)
                .map(person -> "\"" + person + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** The legal profile with another value, by two humans. */
    void profileOfTwo(String limit, String value) {
        String change = profile(limit, value).expect(202).text("changeId");
        emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", "legal-profile/changes/" + change + "/approval")
                                .token(officers.reviewer())
                                .key(UUID.randomUUID().toString())
                                .json("{\"reason\":\"the court agrees\"}"))
                .expect(201);
    }

    /** A first human asks for the legal profile with another value. */
    Answer profile(String limit, String value) {
        ObjectNode now =
                (ObjectNode)
                        emergency
                                .intake()
                                .settle(
                                        emergency
                                                .call("GET", "legal-profile")
                                                .token(officers.coordinator()))
                                .expect(200)
                                .json();
        ObjectNode body = Answer.MAPPER.createObjectNode().put("reason", "decided by the court");
        body.set("legalProfile", now.put("id", "own").put(limit, value));
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("PUT", "legal-profile")
                                .token(officers.coordinator())
                                .key(UUID.randomUUID().toString())
                                .json(body));
    }
}
