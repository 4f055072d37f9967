package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;

/** S3 and S6 on tablets that several officers share: who captured a decision, and in whose name. */
@OnTheSharedSystem
class TabletDecisionStoriesTest {

    private static final String WHY = "checked by phone";

    private final Emergency emergency;
    private final Officers officers;

    TabletDecisionStoriesTest(RunningSystem system) {
        this.emergency = Emergency.opened(system, "tablet-decisions");
        this.officers = emergency.officers();
    }

    @Test
    void S3_who_recommended_on_a_tablet_cannot_conclude_what_a_colleague_uploaded() {
        UUID person = emergency.arrived(People.man("SYR"));
        JsonNode unused = emergency.awaitLine(person);
        String author = officers.officer("Leyla Demir", Role.SCREENING_OFFICER, Role.APPROVER);
        emergency.asked(person);
        Uploads tablet = uploads(Service.SCREENING, "tablet-shared", officers.screener());
        UUID item = tablet.decide(recommendation(person), civilian(), subject(author));
        assertThat(tablet.send()).as(item.toString()).containsExactly("durable");
        assertThat(open(person).path("capturedBy").asText()).isEqualTo(subject(author));

        conclude(author, person).expectRule(422, "S3");
        conclude(officers.screener(), person).expectRule(422, "S3");
        conclude(officers.approver(), person).expect(201);
    }

    @Test
    void S6_a_decision_names_who_captured_it_and_is_decided_in_that_name() {
        UUID person = emergency.arrived(People.man("SYR"));
        JsonNode unused = emergency.awaitLine(person);
        emergency
                .screening()
                .settle(
                        emergency.recommendation(
                                officers.screener(), person, "CIVILIAN", "NO_INDICATION"))
                .expect(201);
        Uploads tablet = uploads(Service.SCREENING, "tablet-names", officers.approver());
        JsonNode approval = Answer.parse("{\"approve\":true,\"reason\":\"consistent\"}");
        String path = "persons/" + person + "/conclusion";
        UUID unnamed = tablet.keep("POST", path, approval);
        UUID others = tablet.decide(path, approval, subject(officers.screener()));
        UUID own = tablet.decide(path, approval, subject(officers.approver()));
        assertThat(tablet.send())
                .as(unnamed + ", " + others + ", " + own)
                .containsExactly("rejected", "rejected", "durable");
        List<JsonNode> again = tablet.outcomes();
        assertThat(again.get(0).at("/problem/rule").asText()).isEqualTo("S6");
        assertThat(again.get(0).at("/problem/detail").asText()).contains("capturedBy");
        assertThat(again.get(1).at("/problem/detail").asText()).contains("who captured it");
        assertThat(emergency.history(Service.SCREENING, person).body())
                .containsOnlyOnce("ScreeningConcluded");
    }

    @Test
    void S6_a_decision_about_somebody_who_is_not_known_yet_is_rejected_and_made_anew() {
        UUID person = UUID.randomUUID();
        Uploads tablet = uploads(Service.SCREENING, "tablet-early", officers.screener());
        UUID opened =
                tablet.keep(
                        "POST",
                        "persons/" + person + "/screening",
                        Answer.parse("{\"language\":\"ar-IQ\"}"));
        UUID decided =
                tablet.decide(recommendation(person), civilian(), subject(officers.screener()));
        assertThat(tablet.send()).containsExactly("held", "rejected");
        assertThat(tablet.problem(1)).endsWith(":rule 422");
        emergency.intake().settle(emergency.arrival(person, People.man("SYR"))).expect(201);
        new HeldList(emergency, Service.SCREENING).awaitGone(opened);
        assertThat(emergency.history(Service.SCREENING, person).body())
                .as("%s was not kept", decided)
                .contains("ScreeningOpened")
                .doesNotContain("FindingRecommended");
        emergency
                .screening()
                .settle(
                        emergency.recommendation(
                                officers.screener(), person, "CIVILIAN", "NO_INDICATION"))
                .expect(201);
    }

    @Test
    void S6_nothing_of_a_revoked_tablet_decides_in_somebody_elses_name() {
        UUID person = emergency.arrived(People.man("SYR"));
        JsonNode unused = emergency.awaitLine(person);
        emergency
                .screening()
                .settle(
                        emergency.recommendation(
                                officers.screener(), person, "CIVILIAN", "NO_INDICATION"))
                .expect(201);
        emergency.device("tablet-lost").revoked();
        Uploads tablet = uploads(Service.SCREENING, "tablet-lost", officers.approver());
        UUID opened =
                tablet.keep(
                        "POST",
                        "persons/" + person + "/group",
                        Answer.parse("{\"group\":\"UNDETERMINED\",\"reason\":\"to be asked\"}"));
        UUID approval =
                tablet.decide(
                        "persons/" + person + "/conclusion",
                        Answer.parse("{\"approve\":true,\"reason\":\"consistent\"}"),
                        subject(officers.approver()));
        assertThat(tablet.send()).containsExactly("held", "rejected");
        HeldList held = new HeldList(emergency, Service.SCREENING);
        assertThat(held.lines("quarantined").findValuesAsText("itemId"))
                .containsExactly(opened.toString());
        held.api()
                .send(held.word(approval, "release", WHY).token(officers.coordinator()))
                .expectProblem(404);
        assertThat(emergency.history(Service.SCREENING, person).body())
                .doesNotContain("ScreeningConcluded");
        conclude(officers.approver(), person).expect(201);
    }

    private Uploads uploads(Service service, String device, String officer) {
        return new Uploads(emergency, service, device, officer);
    }

    private Answer conclude(String token, UUID person) {
        return emergency.screening().settle(emergency.conclusion(token, person));
    }

    private JsonNode open(UUID person) {
        return emergency
                .screening()
                .settle(emergency.call("GET", "persons/" + person).token(officers.coordinator()))
                .expect(200)
                .json()
                .at("/screening/recommendation");
    }

    private static String recommendation(UUID person) {
        return "persons/" + person + "/recommendation";
    }

    private static JsonNode civilian() {
        return Answer.parse(
                "{\"finding\":\"CIVILIAN\",\"grounds\":[{\"code\":\"NO_INDICATION\","
                        + "\"statement\":\"as told\"}],\"evidence\":[\"interview/17\"]}");
    }

    /** As the token of an officer says it to the tablet. */
    private static String subject(String token) {
        String claims = token.split("\\.", -1)[1];
        return Answer.parse(
                        new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8))
                .path("sub")
                .asText();
    }
}
