package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;

/**
 * Ages over REST: no single word ends a child's protection (S6), who was a child at the time of the
 * act is protected (S5), and children are not sheltered with strangers (P15, P7).
 */
@OnTheSharedSystem
class AgeStoriesTest extends PlacementStory {

    private static final String GROWN =
            "{\"age\":{\"birthDate\":\"2000-01-01\"},\"reason\":\"looks older\"}";

    AgeStoriesTest(RunningSystem system) {
        super(system, "ages");
    }

    private Answer corrected(String token, UUID person, String body) {
        String version =
                emergency
                        .intake()
                        .settle(emergency.call("GET", "persons/" + person).token(officers.intake()))
                        .expect(200)
                        .header("ETag");
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("PATCH", "persons/" + person)
                                .token(token)
                                .header("If-Match", version)
                                .key(UUID.randomUUID().toString())
                                .json(body));
    }

    private Answer recommend(UUID person, String finding, String ground) {
        emergency.asked(person);
        String body =
                "{\"finding\":\"%s\",\"grounds\":[%s],\"evidence\":[\"interview/17\"]}"
                        .formatted(finding, ground);
        return emergency
                .screening()
                .settle(
                        emergency
                                .call("POST", "persons/" + person + "/recommendation")
                                .token(officers.screener())
                                .key(UUID.randomUUID().toString())
                                .json(body));
    }

    private static String ground(String more) {
        return "{\"code\":\"DIRECT_PARTICIPATION\",\"statement\":\"as told\"%s}".formatted(more);
    }

    @Test
    void S6_a_machine_ends_no_childs_protection_and_two_humans_assess_the_age() {
        UUID boy = arrived(People.person("MALE", 15, 15, "SYR"));
        JsonNode unused = emergency.awaitLine(boy);
        Answer claimed = corrected(officers.machine(Role.INTAKE_OFFICER), boy, GROWN).expect(202);
        String claim = claimed.json().at("/conflicts/0/conflictId").asText();
        JsonNode disputed =
                emergency.awaitPerson(
                        Service.SCREENING, boy, shown -> shown.path("inDoubt").asBoolean());
        assertThat(disputed.path("child").asBoolean()).isTrue();
        recommend(boy, "FIGHTER", ground("")).expectRule(422, "S5");
        order(boy, "prison", Orders.CUSTODY).expectRule(422, "P3");
        intake(
                        officers.intake(),
                        "persons/" + boy + "/conflicts/" + claim + "/settlement",
                        "{\"take\":\"OTHER\",\"reason\":\"looks older\"}")
                .expectRule(422, "S6");

        String path = "persons/" + boy + "/age-assessments";
        String body =
                "{\"age\":{\"min\":22,\"max\":24},\"method\":\"MEDICAL\",\"marginYears\":2,"
                        + "\"reason\":\"wrist and teeth\"}";
        intake(officers.machine(Role.INTAKE_OFFICER), path, body).expectRule(422, "S6");
        intake(officers.intake(), path, body.replace(":2,", ":1,")).expectProblem(400);
        String assessment = intake(officers.intake(), path, body).expect(201).text("assessmentId");
        String confirm = path + "/" + assessment + "/confirmation";
        intake(officers.intake(), confirm, "").expectRule(422, "S6");
        recommend(boy, "FIGHTER", ground("")).expectRule(422, "S5");
        intake(officers.coordinator(), confirm, "").expect(201);
        JsonNode assessed =
                emergency.awaitPerson(Service.INTAKE, boy, shown -> !shown.has("conflicts"));
        assertThat(assessed.at("/age/min").asInt()).isEqualTo(20);
        JsonNode grown =
                emergency.awaitPerson(
                        Service.SCREENING, boy, shown -> !shown.path("child").asBoolean());
        assertThat(grown.path("inDoubt").asBoolean()).isFalse();
        recommend(boy, "FIGHTER", ground("")).expect(201);
        assertThat(emergency.history(Service.INTAKE, boy).json().findValuesAsText("event"))
                .contains("FieldConflictFound", "AgeAssessmentRequested", "AgeAssessed");
    }

    @Test
    void S6_a_birth_date_that_ends_the_protection_tomorrow_is_a_claim() {
        String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).minusYears(18).toString();
        String told = "{\"age\":{\"birthDate\":\"" + tomorrow + "\"},\"reason\":\"a paper\"}";
        for (String token : List.of(officers.machine(Role.INTAKE_OFFICER), officers.intakeToo())) {
            UUID boy = arrived(People.person("MALE", 15, 15, "SYR"));
            String claim =
                    corrected(token, boy, told)
                            .expect(202)
                            .json()
                            .at("/conflicts/0/conflictId")
                            .asText();
            assertThat(
                            emergency
                                    .intake()
                                    .settle(
                                            emergency
                                                    .call("GET", "persons/" + boy)
                                                    .token(officers.intake()))
                                    .expect(200)
                                    .json()
                                    .at("/age/min")
                                    .asInt())
                    .isEqualTo(15);
            intake(
                            officers.intake(),
                            "persons/" + boy + "/conflicts/" + claim + "/settlement",
                            "{\"take\":\"OTHER\",\"reason\":\"seen\"}")
                    .expectRule(422, "S6");
        }
    }

    @Test
    void S6_a_lower_age_counts_at_once() {
        UUID man = arrived(People.man("SYR"));
        JsonNode unused = emergency.awaitLine(man);
        corrected(
                        officers.machine(Role.INTAKE_OFFICER),
                        man,
                        "{\"age\":{\"min\":15,\"max\":16},\"reason\":\"school papers\"}")
                .expect(200);
        JsonNode child =
                emergency.awaitPerson(
                        Service.SCREENING, man, shown -> shown.path("child").asBoolean());
        assertThat(child.path("inDoubt").asBoolean()).isFalse();
        recommend(man, "FIGHTER", ground("")).expectRule(422, "S5");
    }

    @Test
    void P3_S5_a_year_of_birth_counts_as_its_last_day_and_a_first_of_january_as_its_year() {
        LocalDate birthday = LocalDate.now(ZoneOffset.UTC).plusDays(1).minusYears(18);
        int year = birthday.getYear();
        String month = birthday.toString().substring(0, 7);
        for (String told : List.of(Integer.toString(year), year + "-01-01", month)) {
            ObjectNode form = People.man("SYR");
            form.putObject("age").put("birthDate", told).put("basis", "DOCUMENT");
            UUID young = arrived(form);
            JsonNode shown =
                    emergency.awaitPerson(
                            Service.SCREENING, young, person -> person.path("child").asBoolean());
            assertThat(shown.path("group").asText()).as(told).isNotEqualTo("SYRIAN_MEN");
            recommend(young, "FIGHTER", ground("")).expectRule(422, "S5");
            order(young, "prison", Orders.CUSTODY).expectRule(422, "P3");
            JsonNode kept = emergency.awaitPerson(Service.INTAKE, young, person -> true);
            assertThat(kept.at("/age/precision").asText())
                    .isEqualTo(told.equals(month) ? "MONTH" : "YEAR");
            assertThat(kept.at("/age/basis").asText()).isEqualTo("DOCUMENT");
        }
        ObjectNode wrong = People.man("SYR");
        wrong.putObject("age").put("birthDate", "2004-13");
        emergency.intake().settle(emergency.arrival(UUID.randomUUID(), wrong)).expectProblem(400);
        ObjectNode grown = People.man("SYR");
        grown.putObject("age").put("birthDate", (year - 1) + "-01-01").put("basis", "VERIFIED");
        UUID man = arrived(grown);
        assertThat(emergency.awaitLine(man).path("group").asText()).isEqualTo("SYRIAN_MEN");
    }

    @Test
    void S5_who_was_thirteen_at_the_act_and_is_nineteen_is_found_associated() {
        ObjectNode form = People.man("SYR");
        form.putObject("age")
                .put("birthDate", LocalDate.now(ZoneOffset.UTC).minusYears(19).toString());
        UUID man = arrived(form);
        JsonNode unused = emergency.awaitLine(man);
        recommend(man, "FIGHTER", ground(",\"ageAtAct\":13")).expectRule(422, "S5");
        String then = LocalDate.now(ZoneOffset.UTC).minusYears(6).toString().substring(0, 7);
        recommend(man, "FIGHTER", ground(",\"actOn\":\"" + then + "\"")).expectRule(422, "S5");
        recommend(man, "CHILD_ASSOCIATED", ground("")).expectRule(422, "S5");
        recommend(man, "CHILD_ASSOCIATED", ground(",\"actOn\":\"" + then + "\"")).expect(201);
        emergency.screening().settle(emergency.conclusion(officers.approver(), man)).expect(201);
        JsonNode proposal = emergency.awaitProposal(man);
        assertThat(proposal.path("basis").asText()).isEqualTo("VOLUNTARY_SHELTER");
        order(man, "camp", Orders.INTERNMENT).expectRule(422, "P3");
        order(man, "camp", Orders.SHELTER).expect(201);
    }

    @Test
    void S5_a_merge_with_a_childs_record_protects_and_so_does_L2() {
        UUID man = arrived(People.man("SYR"));
        UUID boy = arrived(People.person("MALE", 15, 15, "SYR"));
        assertThat(emergency.awaitLine(man).path("group").asText()).isEqualTo("SYRIAN_MEN");
        merging(man, boy).expect(201);
        JsonNode merged =
                emergency.awaitPerson(
                        Service.SCREENING, man, shown -> shown.path("child").asBoolean());
        assertThat(merged.path("inDoubt").asBoolean()).isTrue();
        recommend(man, "FIGHTER", ground("")).expectRule(422, "S5");
        emergency
                .screening()
                .settle(
                        emergency
                                .call("POST", "persons/" + man + "/group")
                                .token(officers.line())
                                .key(UUID.randomUUID().toString())
                                .json("{\"group\":\"FOREIGN_MEN\",\"reason\":\"room\"}"))
                .expectRule(422, "L2");
        JsonNode suggested =
                emergency.awaitPerson(Service.SCREENING, man, shown -> shown.has("suggestion"));
        assertThat(suggested.at("/suggestion/because").asText()).isEqualTo("L2");
    }

    @Test
    void S5_a_fighter_who_turns_out_to_be_a_child_is_on_a_list_until_the_screening_is_reopened() {
        UUID man = arrived(People.man("SYR"));
        JsonNode unused = emergency.concluded(man, "FIGHTER", "DIRECT_PARTICIPATION");
        String doubt = man + " FIGHTER [\"S5\"]";
        assertThat(inDoubt()).doesNotContain(doubt);
        merging(man, arrived(People.person("MALE", 15, 15, "SYR"))).expect(201);
        Eventually.holds("the finding is listed", () -> inDoubt().contains(doubt));
        reopened(man);
        Eventually.holds("it is not any more", () -> !inDoubt().contains(doubt));
    }

    private List<String> inDoubt() {
        List<String> listed = new ArrayList<>();
        emergency
                .screening()
                .settle(emergency.call("GET", "findings-in-doubt").token(officers.approver()))
                .expect(200)
                .json()
                .path("items")
                .forEach(one ->
                        listed.add(
                                one.path("personId").asText()
                                        + ' '
                                        + one.path("finding").asText()
                                        + ' '
                                        + one.path("rules")));
        return listed;
    }

    @Test
    void P15_children_alone_go_to_no_strangers_and_P7_no_man_among_women() {
        emergency.facility("centre", "CHILD_CENTRE", 10);
        facility(
                "mixed",
                section("men", "MALE", "ADULT\",\"CHILD"),
                section("young", "MALE", "CHILD"));
        facility("women", section("a", "FEMALE", "ADULT\",\"CHILD"));
        UUID boy = arrived(People.person("MALE", 15, 15, "SYR"));
        UUID girl = arrived(People.person("FEMALE", 7, 7, "SYR"));
        UUID man = arrived(People.man("SYR"));
        inSection(boy, "mixed", "men").expectRule(422, "P15");
        order(girl, "camp", Orders.SHELTER).expectRule(422, "P15");
        order(man, "centre", Orders.SHELTER).expectRule(422, "P15");
        order(man, "women", Orders.SHELTER).expectRule(422, "P7");
        inSection(boy, "mixed", "young").expect(201);
        order(girl, "centre", Orders.SHELTER).expect(201);
        order(man, "camp", Orders.SHELTER).expect(201);
    }

    private Answer inSection(UUID person, String facility, String section) {
        ObjectNode body = Orders.of(person, facility, Orders.SHELTER);
        return act(officers.placement(), "placements", body.put("section", section).toString());
    }

    private static String section(String id, String sex, String ages) {
        return "{\"sectionId\":\"%s\",\"name\":\"%s\",\"capacity\":9,\"admits\":{\"sexes\":[\"%s\"],\"ages\":[\"%s\"]}}"
                .formatted(id, id, sex, ages);
    }

    private void facility(String id, String... sections) {
        emergency
                .placement()
                .settle(
                        emergency
                                .call("PUT", "facilities/" + id)
                                .token(officers.placement())
                                .json(
                                        "{\"name\":\"%s\",\"kind\":\"CAMP\",\"capacity\":40,\"sections\":[%s]}"
                                                .formatted(id, String.join(",", sections))))
                .expect(201);
    }
}
