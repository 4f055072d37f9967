package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/** S4, S1 and S5 where an officer, a tablet or a coordinator takes away what they rest on. */
@OnTheSharedSystem
class QuestioningStoriesTest {

    private static final String LESS = "{\"needs\":[],\"reason\":\"looks well\"}";
    private static final String CLEARANCE = "{\"clinician\":\"clinic-2\"}";
    private static final String ARABIC = "{\"language\":\"ar\"}";

    private final Emergency emergency;
    private final Officers officers;

    QuestioningStoriesTest(RunningSystem system) {
        this.emergency = Emergency.opened(system, "questioning");
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

    private Answer intake(String token, String path, String body) {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", path)
                                .token(token)
                                .key(UUID.randomUUID().toString())
                                .json(body));
    }

    private Answer begin(UUID person, String body) {
        return act(officers.screener(), "persons/" + person + "/screening", body);
    }

    private void cleared(UUID person) {
        act(officers.clinician(), "persons/" + person + "/medical-clearance", CLEARANCE)
                .expect(201);
    }

    private UUID waiting(ObjectNode form) {
        UUID person = emergency.arrived(form);
        JsonNode unused = emergency.awaitLine(person);
        return person;
    }

    private UUID urgent() {
        ObjectNode form = People.man("SYR");
        form.putArray("needs").add("MEDICAL_URGENT");
        return waiting(form);
    }

    private JsonNode awaitNeeds(UUID person, String needs) {
        return emergency.awaitPerson(
                Service.SCREENING, person, shown -> shown.path("needs").toString().equals(needs));
    }

    private void clearedBeforeQuestions(UUID person) {
        assertThat(awaitNeeds(person, "[]").path("clearanceNeeded").asBoolean()).isTrue();
        begin(person, ARABIC).expectRule(422, "S4");
        cleared(person);
        begin(person, ARABIC).expect(201);
    }

    @Test
    void S4_an_officers_correction_ends_no_need_for_a_clinician() {
        UUID man = urgent();
        Answer unused = emergency.corrected(man, LESS);
        clearedBeforeQuestions(man);
    }

    @Test
    void S4_a_need_that_is_taken_away_while_a_clearance_holds_is_over() {
        UUID man = urgent();
        cleared(man);
        Answer unused = emergency.corrected(man, LESS);
        assertThat(awaitNeeds(man, "[]").path("clearanceNeeded").asBoolean()).isFalse();
        begin(man, ARABIC).expect(201);
    }

    @Test
    void S4_an_upload_and_a_held_item_end_no_need_for_a_clinician() {
        UUID man = urgent();
        UUID later = UUID.randomUUID();
        Uploads tablet = new Uploads(emergency, Service.INTAKE, "tablet-less", officers.intake());
        UUID first = tablet.keep("PATCH", "persons/" + man, Answer.parse(LESS), 0L);
        UUID second = tablet.keep("PATCH", "persons/" + later, Answer.parse(LESS), 0L);
        assertThat(tablet.send()).as(first + " " + second).containsExactly("durable", "held");
        ObjectNode form = People.man("SYR");
        form.putArray("needs").add("MEDICAL_URGENT");
        emergency.intake().settle(emergency.arrival(later, form)).expect(201);
        clearedBeforeQuestions(man);
        clearedBeforeQuestions(later);
    }

    @Test
    void S4_a_settled_conflict_ends_no_need_for_a_clinician() {
        UUID man = waiting(People.man("SYR"));
        Answer unused = emergency.corrected(man, "{\"needs\":[\"WOUNDED\"],\"reason\":\"seen\"}");
        Uploads medic = new Uploads(emergency, Service.INTAKE, "tablet-medic", officers.intake());
        UUID item =
                medic.keep(
                        "PATCH",
                        "persons/" + man,
                        Answer.parse("{\"needs\":[\"MEDICAL_URGENT\"],\"reason\":\"fainted\"}"),
                        0L);
        assertThat(medic.send()).as(item.toString()).containsExactly("durable");
        String conflict =
                emergency
                        .awaitPerson(
                                Service.INTAKE, man, shown -> shown.path("conflicts").size() == 1)
                        .at("/conflicts/0/conflictId")
                        .asText();
        intake(
                        officers.intake(),
                        "persons/" + man + "/conflicts/" + conflict + "/settlement",
                        "{\"take\":\"STANDING\",\"reason\":\"he only slept\"}")
                .expect(201);
        JsonNode shown =
                emergency.awaitPerson(
                        Service.SCREENING, man, one -> one.path("clearanceNeeded").asBoolean());
        assertThat(shown.path("needs").toString()).doesNotContain("MEDICAL_URGENT");
        begin(man, ARABIC).expectRule(422, "S4");
        cleared(man);
        begin(man, ARABIC).expect(201);
    }

    @Test
    void S4_a_merge_ends_no_need_for_a_clinician() {
        UUID man = waiting(People.man("SYR"));
        UUID other = urgent();
        Answer unused = emergency.corrected(other, LESS);
        JsonNode known = awaitNeeds(other, "[]");
        emergency.merging(man, other).expect(201);
        JsonNode merged =
                emergency.awaitPerson(
                        Service.SCREENING, man, one -> one.path("clearanceNeeded").asBoolean());
        assertThat(merged).isNotEqualTo(known);
        begin(man, ARABIC).expectRule(422, "S4");
        cleared(man);
        begin(man, ARABIC).expect(201);
    }

    @Test
    void S4_an_interview_is_judged_by_the_clearance_of_its_moment() {
        UUID man = urgent();
        cleared(man);
        Instant then = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Answer well = emergency.corrected(man, LESS);
        JsonNode unused = awaitNeeds(man, "[]");
        Answer worse =
                emergency.corrected(
                        man, "{\"needs\":[\"MEDICAL_URGENT\"],\"reason\":\"he fainted again\"}");
        assertThat(worse.text("version")).isNotEqualTo(well.text("version"));
        JsonNode again =
                emergency.awaitPerson(
                        Service.SCREENING, man, one -> one.path("clearanceNeeded").asBoolean());
        assertThat(again.path("needs").toString()).contains("MEDICAL_URGENT");
        begin(man, ARABIC).expectRule(422, "S4");
        cleared(man);
        begin(man, "{\"language\":\"ar\",\"at\":\"" + then + "\"}").expect(201);
    }

    @Test
    void S1_another_questionnaire_asks_no_less_and_every_question_has_words() {
        String path = "questionnaires/at-the-gate/versions/1";
        publish(path, question("name", "Who are you?")).expectRule(422, "S1");
        String six =
                Stream.of("a", "b", "c", "d", "e")
                        .map(id -> question(id, "What of " + id + "?"))
                        .collect(Collectors.joining(","));
        publish(path, six + "," + question("f", " ")).expectProblem(400);
        publish(path, six + "," + question("f", "?!")).expectProblem(400);
        publish(path, six + "," + question(" ", "What of f?")).expectProblem(400);
        publish(path, six + "," + question("f", "What of a?")).expectProblem(400);
        for (String none : List.of("a", "aa", "aa aa", "\u3164\u3164 \u3164", "ＷＨＡＴ of\u00ada")) {
            publish(path, six + "," + question("f", none)).expectProblem(400);
        }
        String twice = question("f", "What of f?").replace("\"en\":", "\"EN\":\"Who?\",\"en\":");
        publish(path, six + "," + twice).expectProblem(400);
        emergency.published(
                path, "{\"questions\":[" + six + "," + question("f", "What of f?") + "]}");
        UUID man = waiting(People.man("SYR"));
        begin(man, "{\"language\":\"ar\",\"questionnaire\":\"at-the-gate\"}").expect(201);
    }

    private Answer publish(String path, String questions) {
        return emergency
                .screening()
                .settle(
                        emergency
                                .call("PUT", path)
                                .token(officers.coordinator())
                                .json("{\"questions\":[" + questions + "]}"));
    }

    private static String question(String id, String text) {
        return "{\"id\":\""
                + id
                + "\",\"text\":{\"en\":\""
                + text
                + "\"},\"kind\":\"TEXT\",\"required\":true}";
    }

    @Test
    void S5_the_time_of_an_act_is_one_that_the_person_can_have_acted_at() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        ObjectNode form = People.man("SYR");
        form.putObject("age").put("birthDate", today.minusYears(30).toString());
        UUID man = waiting(form);
        emergency.asked(man);
        fighter(man, "\"actOn\":\"" + (today.getYear() + 1) + "\"").expectRule(422, "S5");
        fighter(man, "\"ageAtAct\":31").expectRule(422, "S5");
        String then = today.minusYears(6).toString();
        fighter(man, "\"actOn\":\"" + then + "\",\"ageAtAct\":29").expectRule(422, "S5");
        fighter(man, "\"actOn\":\"" + today.minusYears(32).getYear() + "\"").expectRule(422, "S5");
        fighter(man, "\"actOn\":\"" + then + "\",\"ageAtAct\":24").expect(201);
    }

    @Test
    void S5_a_correction_makes_no_adult_of_who_was_a_child_at_the_act() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String act = "\"actOn\":\"" + today.minusYears(5) + "\"";
        String born = "{\"age\":{\"birthDate\":\"" + today.minusYears(27).minusDays(40) + "\"}";
        ObjectNode form = People.man("SYR");
        form.putObject("age").put("birthDate", today.minusYears(19).minusDays(40).toString());
        UUID man = waiting(form);
        emergency.asked(man);
        fighter(man, act).expectRule(422, "S5");
        assertThat(emergency.corrected(man, born + ",\"reason\":\"older\"}").status())
                .isEqualTo(200);
        JsonNode older =
                emergency.awaitPerson(
                        Service.SCREENING, man, one -> !one.path("child").asBoolean());
        assertThat(older.path("inDoubt").asBoolean()).isFalse();
        fighter(man, act).expectRule(422, "S5");
        String path = "persons/" + man + "/age-assessments";
        String paper = ",\"method\":\"DOCUMENT\",\"marginYears\":0,\"reason\":\"passport\"}";
        String asked =
                intake(officers.intake(), path, born + paper).expect(201).text("assessmentId");
        fighter(man, act).expectRule(422, "S5");
        intake(officers.coordinator(), path + "/" + asked + "/confirmation", "").expect(201);
        Eventually.holds("the age is assessed", () -> fighter(man, act).status() == 201);
    }

    private Answer fighter(UUID person, String when) {
        return act(
                officers.screener(),
                "persons/" + person + "/recommendation",
                "{\"finding\":\"FIGHTER\",\"grounds\":[{\"code\":\"DIRECT_PARTICIPATION\","
                        + "\"statement\":\"as told\","
                        + when
                        + "}]}");
    }

    @Test
    void L4_who_came_first_waits_longest_also_when_the_tablet_uploads_late() {
        UUID here = waiting(People.man("SYR"));
        Instant came = Instant.now().minus(Duration.ofHours(5)).truncatedTo(ChronoUnit.MILLIS);
        ObjectNode form = People.man("SYR");
        form.put("arrivedAt", came.toString());
        UUID late = waiting(form);
        JsonNode items =
                emergency
                        .screening()
                        .settle(
                                emergency
                                        .call("GET", "lines/SYRIAN_MEN/persons")
                                        .token(officers.line()))
                        .expect(200)
                        .json()
                        .path("items");
        assertThat(items.findValuesAsText("personId"))
                .containsExactly(late.toString(), here.toString());
        assertThat(Instant.parse(items.at("/0/waitingSince").asText())).isEqualTo(came);
        assertThat(items.at("/0/waitingSeconds").asLong()).isGreaterThan(4 * 3600);
    }
}
