package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;

/**
 * One story for each rule L1 to L3 and S1 to S6: refused with its id, then satisfied and accepted.
 * L4 needs a clock that is turned, see {@link YearOfDutiesTest}.
 */
@OnTheSharedSystem
class ScreeningStoriesTest {

    private final Emergency emergency;
    private final Officers officers;

    ScreeningStoriesTest(RunningSystem system) {
        this.emergency = Emergency.opened(system, "screening");
        this.officers = emergency.officers();
    }

    private Answer act(String token, String path, String body) {
        return emergency
                .screening()
                .settle(
                        emergency
                                .call("POST", path)
                                .token(token)
                                .key(UUID.randomUUID().toString())
                                .json(body));
    }

    private Answer recommend(UUID person, String finding, String ground) {
        return emergency
                .screening()
                .settle(emergency.recommendation(officers.screener(), person, finding, ground));
    }

    private Answer conclude(String token, UUID person) {
        return emergency.screening().settle(emergency.conclusion(token, person));
    }

    private UUID waiting(ObjectNode form) {
        UUID person = emergency.arrived(form);
        JsonNode unused = emergency.awaitLine(person);
        return person;
    }

    private String group(UUID person) {
        return emergency.awaitLine(person).path("group").asText();
    }

    @Test
    void L1_the_plan_assigns_the_line_and_what_it_does_not_know_waits_for_an_officer() {
        assertThat(group(waiting(People.man("SYR")))).isEqualTo("SYRIAN_MEN");
        assertThat(group(waiting(People.man("IRQ")))).isEqualTo("IRAQI_MEN");
        assertThat(group(waiting(People.man("RUS")))).isEqualTo("FOREIGN_MEN");
        assertThat(group(waiting(People.woman("FRA")))).isEqualTo("IS_WOMEN");
        assertThat(group(waiting(People.woman("IRQ")))).isEqualTo("IRAQI_WOMEN");
        assertThat(group(waiting(People.man("UNKNOWN")))).isEqualTo("UNDETERMINED");
    }

    @Test
    void L1_a_plan_that_cannot_do_its_job_is_sent_back_mended_and_followed() {
        String groups =
                "\"groups\":[{\"code\":\"ALL\",\"line\":\"the long line\",\"kind\":\"WOMEN_AND_CHILDREN\"},"
                        + "{\"code\":\"TABLE\",\"line\":\"officer's table\",\"kind\":\"UNDETERMINED\"}]";
        String everybody = "{\"id\":\"everybody\",\"group\":\"ALL\"}";
        String women = "{\"id\":\"women\",\"group\":\"ALL\",\"sexes\":[\"FEMALE\"]}";
        String nowhere = "{\"id\":\"women\",\"group\":\"TENT\",\"sexes\":[\"FEMALE\"]}";
        assertThat(changePlan(groups, nowhere, "TABLE").expectRule(422, "L1").body())
                .contains("add the group");
        assertThat(changePlan(groups, women, "NOBODY").expectRule(422, "L1").body())
                .contains("otherwise must name");
        assertThat(
                        changePlan(groups, everybody + "," + women, "TABLE")
                                .expectRule(422, "L1")
                                .body())
                .contains("put it before that one");
        changePlan(groups.replace("WOMEN_AND_CHILDREN", "MEN"), everybody, "TABLE")
                .expectRule(422, "L2");
        changePlan(groups, women, "TABLE").expect(201);
        Eventually.holds(
                "screening goes by the new plan",
                () ->
                        emergency
                                .screening()
                                .settle(emergency.call("GET", "lines").token(officers.line()))
                                .expect(200)
                                .body()
                                .contains("the long line"));
        assertThat(group(waiting(People.woman("FRA")))).isEqualTo("ALL");
        assertThat(group(waiting(People.man("FRA")))).isEqualTo("TABLE");
    }

    private Answer changePlan(String groups, String rules, String otherwise) {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("PUT", "plan")
                                .token(officers.coordinator())
                                .key(UUID.randomUUID().toString())
                                .json(
                                        "{\"plan\":{\"id\":\"long\","
                                                + groups
                                                + ",\"rules\":["
                                                + rules
                                                + "],\"otherwise\":\""
                                                + otherwise
                                                + "\"},\"reason\":\"one tent is left\"}"));
    }

    @Test
    void L2_a_child_is_never_in_a_mens_line() {
        UUID boy = waiting(People.child("SYR"));
        assertThat(group(boy)).isEqualTo("IS_WOMEN");
        act(
                        officers.line(),
                        "persons/" + boy + "/group",
                        "{\"group\":\"SYRIAN_MEN\",\"reason\":\"says he is a man\"}")
                .expectRule(422, "L2");
        act(
                        officers.line(),
                        "persons/" + boy + "/group",
                        "{\"group\":\"IRAQI_WOMEN\",\"reason\":\"his aunt is there\"}")
                .expect(201);
    }

    @Test
    void L2_a_correction_suggests_another_line_and_moves_nobody() {
        UUID man = waiting(People.man("SYR"));
        Answer unused =
                emergency.corrected(
                        man, "{\"age\":{\"min\":14,\"max\":15},\"reason\":\"a certificate\"}");
        Eventually.holds(
                "the line officer is told",
                () ->
                        emergency
                                .screening()
                                .settle(
                                        emergency
                                                .call("GET", "lines/suggestions")
                                                .token(officers.line()))
                                .expect(200)
                                .body()
                                .contains(man.toString()));
        assertThat(group(man)).isEqualTo("SYRIAN_MEN");
    }

    @Test
    void L2_a_father_alone_waits_with_his_children() {
        String family = UUID.randomUUID().toString();
        UUID father = waiting(People.inFamily(People.man("SYR"), family, "PARENT"));
        assertThat(group(father)).isEqualTo("SYRIAN_MEN");
        UUID child = waiting(People.inFamily(People.child("SYR"), family, "CHILD"));
        assertThat(group(child)).isEqualTo("FAMILY");
        JsonNode unused =
                emergency.awaitPerson(
                        Service.SCREENING,
                        father,
                        shown -> shown.at("/suggestion/suggested").asText().equals("FAMILY"));
    }

    @Test
    void L3_a_reassignment_has_a_reason_and_keeps_its_history() {
        UUID man = waiting(People.man("SYR"));
        Answer refused =
                act(
                        officers.line(),
                        "persons/" + man + "/group",
                        "{\"group\":\"IRAQI_MEN\",\"reason\":\" \"}");
        assertThat(refused.status()).isIn(400, 422);
        act(
                        officers.line(),
                        "persons/" + man + "/group",
                        "{\"group\":\"IRAQI_MEN\",\"reason\":\"his papers say so\"}")
                .expect(201);
        assertThat(emergency.history(Service.SCREENING, man).body())
                .contains("GroupAssigned", "GroupReassigned", "his papers say so");
    }

    @Test
    void S1_nothing_is_concluded_without_a_recommendation_of_ones_own() {
        UUID man = waiting(People.man("SYR"));
        assertThat(conclude(officers.approver(), man).status()).isIn(409, 422);
        recommend(man, "CIVILIAN", "NO_INDICATION").expect(201);
        conclude(officers.approver(), man).expect(201);
    }

    @Test
    void S1_what_the_questionnaire_demands_is_asked_before_a_finding() {
        publish(
                "questionnaires/front-gate/versions/1",
                Stream.of("a", "b", "c", "d", "papers", "village")
                        .map(ScreeningStoriesTest::required)
                        .collect(Collectors.joining(",")));
        UUID man = waiting(People.man("SYR"));
        String path = "persons/" + man;
        act(
                        officers.screener(),
                        path + "/screening",
                        "{\"language\":\"ar\",\"questionnaire\":\"front-gate\"}")
                .expect(201);
        assertThat(recommend(man, "CIVILIAN", "NO_INDICATION").expectRule(422, "S1").body())
                .contains("a, b, c, d, papers, village");
        act(
                        officers.screener(),
                        path + "/answers",
                        "{\"answers\":"
                                + Stream.of("a", "b", "c", "d", "papers")
                                        .map("{\"question\":\"%s\",\"value\":\"none\"}"::formatted)
                                        .collect(Collectors.joining(",", "[", "]"))
                                + "}")
                .expect(201);
        assertThat(recommend(man, "CIVILIAN", "NO_INDICATION").expectRule(422, "S1").body())
                .contains("missing: village.");
        act(
                        officers.screener(),
                        path + "/answers",
                        "{\"notAnswered\":[{\"question\":\"village\",\"reason\":\"DECLINED\"}]}")
                .expect(201);
        recommend(man, "CIVILIAN", "NO_INDICATION").expect(201);
    }

    @Test
    void S1_no_version_of_a_questionnaire_asks_people_nothing_or_less_than_before() {
        String optional = required("anything-else").replace("true", "false");
        String version = "questionnaires/individual-screening/versions/2";
        ask(version, optional, officers.coordinator()).expectRule(422, "S1");
        ask(version, required("village"), officers.machine(Role.COORDINATOR)).expectRule(422, "S6");
        assertThat(
                        ask(version, required("village"), officers.coordinator())
                                .expectRule(422, "S1")
                                .body())
                .contains("Version 1 of individual-screening requires 6 questions");
        String six =
                Stream.of("village", "papers", "family", "work", "arms", "fear")
                        .map(ScreeningStoriesTest::required)
                        .collect(Collectors.joining(","));
        publish(version, optional + "," + six);
        String replaced = six.replace("\"fear\"", "\"fear-again\"") + "," + optional;
        String next = version.replace("/2", "/3");
        ask(next, six.replaceFirst("true", "false"), officers.coordinator()).expectRule(422, "S1");
        publish(next, replaced);
        UUID man = waiting(People.man("SYR"));
        act(officers.screener(), "persons/" + man + "/screening", "{\"language\":\"ar\"}")
                .expect(201);
        assertThat(recommend(man, "CIVILIAN", "NO_INDICATION").expectRule(422, "S1").body())
                .contains("village", "fear-again");
        act(
                        officers.screener(),
                        "persons/" + man + "/answers",
                        "{\"answers\":[{\"question\":\"village\",\"value\":\"Baghuz\"}],\"notAnswered\":["
                                + Stream.of("papers", "family", "work", "arms", "fear-again")
                                        .map(
                                                "{\"question\":\"%s\",\"reason\":\"DECLINED\"}"
                                                        ::formatted)
                                        .collect(Collectors.joining(","))
                                + "]}")
                .expect(201);
        recommend(man, "CIVILIAN", "NO_INDICATION").expect(201);
    }

    @Test
    void S1_what_a_screening_asks_is_published_by_two_humans() {
        String six =
                Stream.of("village", "papers", "family", "work", "arms", "fear")
                        .map(ScreeningStoriesTest::required)
                        .collect(Collectors.joining(","));
        String version = "questionnaires/side-gate/versions/1";
        String request = ask(version, six, officers.coordinator()).expect(202).text("requestId");
        assertThat(
                        emergency
                                .screening()
                                .settle(
                                        emergency
                                                .call("GET", "questionnaire-requests")
                                                .token(officers.reviewer()))
                                .expect(200)
                                .body())
                .contains(request, "Tell us of village.");
        UUID man = waiting(People.man("SYR"));
        String opening = "{\"language\":\"ar\",\"questionnaire\":\"side-gate\"}";
        act(officers.screener(), "persons/" + man + "/screening", opening).expect(404);
        String approval = "questionnaires/side-gate/requests/" + request + "/approval";
        act(officers.coordinator(), approval, "").expectRule(422, "S1");
        act(officers.machine(Role.COORDINATOR), approval, "").expectRule(422, "S6");
        act(officers.screener(), approval, "").expect(403);
        act(officers.reviewer(), approval, "").expect(201);
        act(officers.coordinatorToo(), approval, "").expect(404);
        act(officers.screener(), "persons/" + man + "/screening", opening).expect(201);
    }

    private void publish(String version, String questions) {
        emergency.published(version, "{\"questions\":[" + questions + "]}");
    }

    private Answer ask(String version, String questions, String token) {
        return emergency
                .screening()
                .settle(
                        emergency
                                .call("PUT", version)
                                .token(token)
                                .json("{\"questions\":[" + questions + "]}"));
    }

    private static String required(String question) {
        return "{\"id\":\""
                + question
                + "\",\"text\":{\"en\":\"Tell us of "
                + question
                + ".\"},\"kind\":\"TEXT\",\"required\":true}";
    }

    @Test
    void S2_a_nationality_is_no_ground_for_a_fighter() {
        UUID man = waiting(People.man("SYR"));
        recommend(man, "FIGHTER", "NATIONALITY").expectRule(422, "S2");
        recommend(man, "FIGHTER", "DIRECT_PARTICIPATION").expect(201);
    }

    @Test
    void S3_who_recommended_does_not_approve() {
        UUID man = waiting(People.man("SYR"));
        recommend(man, "CIVILIAN", "NO_INDICATION").expect(201);
        conclude(officers.screener(), man).expectRule(422, "S3");
        conclude(officers.approver(), man).expect(201);
    }

    @Test
    void S4_who_needs_a_doctor_is_cleared_before_being_questioned() {
        ObjectNode wounded = People.man("SYR");
        wounded.putArray("needs").add("MEDICAL_URGENT");
        UUID man = waiting(wounded);
        recommend(man, "CIVILIAN", "NO_INDICATION").expectRule(422, "S4");
        act(officers.screener(), "persons/" + man + "/screening", "{\"language\":\"ar\"}")
                .expectRule(422, "S4");
        String clearance = "persons/" + man + "/medical-clearance";
        act(officers.screener(), clearance, "{\"clinician\":\"clinic-2\"}").expect(403);
        act(officers.machine(Role.CLINICIAN), clearance, "{\"clinician\":\"clinic-2\"}")
                .expectRule(422, "S6");
        act(officers.clinician(), clearance, "{\"clinician\":\"clinic-2\"}").expect(201);
        act(officers.screener(), "persons/" + man + "/screening", "{\"language\":\"ar\"}")
                .expect(201);
        recommend(man, "CIVILIAN", "NO_INDICATION").expect(201);
    }

    @Test
    void S4_a_second_tablets_report_of_urgent_need_protects_while_it_is_in_conflict() {
        UUID man = waiting(People.man("SYR"));
        Answer unused =
                emergency.corrected(
                        man, "{\"needs\":[\"WOUNDED\"],\"reason\":\"seen at the line\"}");
        Uploads other = new Uploads(emergency, Service.INTAKE, "tablet-medic", officers.intake());
        UUID item =
                other.keep(
                        "PATCH",
                        "persons/" + man,
                        Answer.parse("{\"needs\":[\"MEDICAL_URGENT\"],\"reason\":\"he fainted\"}"),
                        0L);
        assertThat(other.send()).as(item.toString()).containsExactly("durable");
        Eventually.holds(
                "screening knows that two reports differ",
                () ->
                        emergency.awaitLine(man).path("clearanceNeeded").asBoolean()
                                && recommend(man, "CIVILIAN", "NO_INDICATION").status() == 422);
        recommend(man, "CIVILIAN", "NO_INDICATION").expectRule(422, "S4");
        act(
                        officers.clinician(),
                        "persons/" + man + "/medical-clearance",
                        "{\"clinician\":\"clinic-2\"}")
                .expect(201);
        recommend(man, "CIVILIAN", "NO_INDICATION").expect(201);
    }

    @Test
    void S5_a_child_is_never_found_a_fighter() {
        UUID boy = waiting(People.person("MALE", 15, 16, "SYR"));
        recommend(boy, "FIGHTER", "DIRECT_PARTICIPATION").expectRule(422, "S5");
        recommend(boy, "CHILD_ASSOCIATED", "PROTECTION_NEED").expect(201);
    }

    @Test
    void S6_a_program_recommends_nothing() {
        UUID man = waiting(People.man("SYR"));
        emergency
                .screening()
                .settle(
                        emergency.recommendation(
                                officers.machine(Role.SCREENING_OFFICER),
                                man,
                                "CIVILIAN",
                                "NO_INDICATION"))
                .expectRule(422, "S6");
        recommend(man, "CIVILIAN", "NO_INDICATION").expect(201);
    }

    @Test
    void a_reopened_screening_questions_who_is_held_on_it() {
        emergency.facility("camp", "CAMP", 5);
        UUID woman = waiting(People.woman("SYR"));
        JsonNode unused = emergency.concluded(woman, "FAMILY_MEMBER", "SPECIFIC_THREAT");
        String placement = emergency.ordered(woman, "camp", Orders.INTERNMENT);
        emergency.placement().settle(emergency.admission(placement, "{}")).expect(201);
        act(
                        officers.approver(),
                        "persons/" + woman + "/reopening",
                        "{\"reason\":\"a witness came\"}")
                .expect(201);
        JsonNode shown =
                emergency.awaitPerson(
                        Service.PLACEMENT,
                        woman,
                        person -> person.at("/placement/questioned").size() > 0);
        assertThat(shown.at("/placement/questioned").toString()).contains("P5");
    }
}
