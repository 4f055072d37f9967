package org.orangeline.screening.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.orangeline.kit.rest.Role.APPROVER;
import static org.orangeline.kit.rest.Role.CLINICIAN;
import static org.orangeline.kit.rest.Role.COORDINATOR;
import static org.orangeline.kit.rest.Role.LINE_OFFICER;
import static org.orangeline.kit.rest.Role.PLACEMENT_OFFICER;
import static org.orangeline.kit.rest.Role.REVIEWER;
import static org.orangeline.kit.rest.Role.SCREENING_OFFICER;
import static org.orangeline.screening.Given.needsCorrected;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.Sex;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.testing.LocalDeployment;
import org.orangeline.kit.testing.Tokens;
import org.orangeline.screening.Given;

/** Clearance, questions and answers, and reopening over HTTP. */
@QuarkusTest
@QuarkusTestResource(LocalDeployment.class)
class InterviewRestTest extends OverHttp {

    private static final String ARABIC = "{\"language\":\"ar\",\"interpreter\":\"int-4\"}";
    private static final String SECRET = "I walked from the river with my brother";

    @Test
    void S4_urgent_care_comes_before_questions() {
        String op = operation();
        UUID person = next();
        intake.records(op, syrian(person, Sex.MALE, 30, 40, Needs.MEDICAL_URGENT));
        awaitLine(op, person);
        String anna = human("anna", op, SCREENING_OFFICER);
        get(op, "persons/" + person).body("clearanceNeeded", equalTo(true));
        for (String call : new String[] {"screening", "recommendation"}) {
            post(op, person, call, bodyOf(call), anna)
                    .statusCode(422)
                    .contentType(Problem.MEDIA_TYPE)
                    .body("rule", equalTo("S4"))
                    .body("violations[0].detail", containsString("medical clearance"));
        }
        String clearance = "{\"clinician\":\"dr-17\",\"note\":\"short of breath\"}";
        post(op, person, "medical-clearance", clearance, anna).statusCode(403);
        post(op, person, "medical-clearance", clearance, human("lina", op, LINE_OFFICER))
                .statusCode(403);
        String clinician = human("ada", op, CLINICIAN);
        post(op, person, "medical-clearance", clearance, clinician)
                .statusCode(201)
                .body("clinician", equalTo("dr-17"))
                .body("note", nullValue());
        // A clearance while another one holds renews it.
        post(op, person, "medical-clearance", clearance, clinician).statusCode(201);
        post(op, person, "screening", ARABIC, anna).statusCode(201);
        get(op, "persons/" + person).body("clearanceNeeded", equalTo(false));
        get(op, "persons/" + person + "/history", anna)
                .body("payload.note", hasItem("short of breath"));
        get(op, "persons/" + person + "/history", human("pia", op, PLACEMENT_OFFICER))
                .body("payload.note", not(hasItem("short of breath")));
        intake.records(op, needsCorrected(person), needsCorrected(person, Needs.MEDICAL_URGENT));
        await(() -> get(op, "persons/" + person).extract().path("clearanceNeeded").equals(true));
        post(op, person, "answers", answer("has-papers", "NO"), anna)
                .statusCode(422)
                .body("rule", equalTo("S4"));
    }

    @Test
    void answers_are_checked_kept_with_their_version_and_read_by_those_entitled() {
        String op = operation();
        UUID person = arrives(op, Sex.MALE, 30, 40);
        String anna = human("anna", op, SCREENING_OFFICER);
        post(op, person, "answers", answer("has-papers", "NO"), anna).statusCode(409);
        post(op, person, "screening", ARABIC, anna)
                .statusCode(201)
                .body("questionnaire", equalTo("individual-screening"))
                .body("version", equalTo(1))
                .body("language", equalTo("ar"));
        post(op, person, "screening", ARABIC, anna).statusCode(409);
        wrong(op, person, answer("no-such-question", "YES"), "answers[0].question");
        wrong(op, person, answer("has-papers", "perhaps"), "answers[0].value");
        wrong(op, person, answer("occupation", "ASTRONAUT"), "answers[0].value");
        wrong(op, person, "{\"answers\":[]}", "answers");
        post(op, person, "answers", answer("how-you-came", SECRET), anna)
                .statusCode(201)
                .body("version", equalTo(1))
                .body(not(containsString(SECRET)));
        get(op, "persons/" + person)
                .body("screening.status", equalTo("OPENED"))
                .body("screening.opening.answered", equalTo(1))
                .body(not(containsString(SECRET)));
        get(op, "persons/" + person + "/answers", human("rita", op, REVIEWER))
                .body("given[0].answers[0].value", equalTo(SECRET))
                .body("given[0].recordedBy", equalTo("human:anna"))
                .body("missing", hasItems("has-papers", "occupation"));
        get(op, "persons/" + person + "/answers", human("pia", op, PLACEMENT_OFFICER), 403);
        get(op, "persons/" + person + "/history", human("pia", op, PLACEMENT_OFFICER))
                .body(not(containsString(SECRET)));
        get(op, "persons/" + person + "/history", human("berta", op, APPROVER))
                .body(containsString(SECRET));
        get(op, "persons/" + next() + "/answers", anna, 404);
    }

    @Test
    void a_questionnaire_is_published_in_versions_that_never_change() {
        String op = operation();
        String cora = human("cora", op, COORDINATOR);
        String path = "questionnaires/individual-screening/versions/";
        String village =
                """
                {"questions":[{"id":"village","text":{"en":"Which village?","ar":"أي قرية؟"},\
                "kind":"CHOICE","choices":["BAGHUZ","OTHER"],"required":true},\
                {"id":"story","text":{"en":"How did you come?"},"kind":"TEXT","required":true},\
                {"id":"a","text":{"en":"Were you in A?"},"kind":"YES_NO","required":true},\
                {"id":"b","text":{"en":"Were you in B?"},"kind":"YES_NO","required":true},\
                {"id":"c","text":{"en":"Were you in C?"},"kind":"YES_NO","required":true},\
                {"id":"d","text":{"en":"Were you in D?"},"kind":"YES_NO","required":true}]}\
                """;
        put(op, path + 1, village, cora).statusCode(409);
        put(op, path + 3, village, cora).statusCode(409);
        put(
                        op,
                        path + 2,
                        village.replace(
                                "\"TEXT\",\"required\":true", "\"TEXT\",\"required\":false"),
                        cora)
                .statusCode(422)
                .body("rule", equalTo("S1"));
        put(op, path + 2, village.replace("\"id\":\"d\",", "\"id\":\"c\","), cora).statusCode(400);
        put(
                        op,
                        path + 2,
                        village.replace(
                                "\"Were you in D?\"},\"kind\":\"YES_NO\",\"required\":true",
                                "\"Were you in D?\"},\"kind\":\"YES_NO\",\"required\":false"),
                        cora)
                .statusCode(422)
                .body("rule", equalTo("S1"))
                .body("detail", containsString("requires 6 questions"));
        put(op, path + 2, village.replace("\"Were you in D?\"", "\" \""), cora)
                .statusCode(400)
                .body("errors.field", contains(startsWith("questions[5].text")));
        put(op, path + 2, village.replace("\"Were you in D?\"", "\"...\""), cora)
                .statusCode(400)
                .body("errors.field", contains(startsWith("questions[5].text")));
        put(op, path + 2, village.replace("\"Were you in D?\"", "\"aa\""), cora)
                .statusCode(400)
                .body("errors.field", contains("questions"));
        put(op, path + 2, village.replace("\"Were you in D?\"", "\"Were you in C?\""), cora)
                .statusCode(400);
        put(op, path + 2, village.replace("\"id\":\"d\"", "\"id\":\" \""), cora).statusCode(400);
        put(
                        op,
                        "questionnaires/front-gate/versions/1",
                        "{\"questions\":[{\"id\":\"a\",\"text\":{\"en\":\"Were you in A?\"},\"kind\":\"TEXT\",\"required\":true}]}",
                        cora)
                .statusCode(422)
                .body("rule", equalTo("S1"));
        String request =
                put(op, path + 2, village, cora)
                        .statusCode(202)
                        .body("status", equalTo("waits for a second human"))
                        .extract()
                        .path("requestId");
        put(op, path + 2, village, cora).statusCode(409);
        get(op, path + 2, cora, 404);
        get(op, "questionnaire-requests")
                .body("requestId", contains(request))
                .body("[0].requestedBy", equalTo("human:cora"))
                .body("[0].questions[0].text.ar", equalTo("أي قرية؟"));
        String approval = "questionnaires/individual-screening/requests/" + request + "/approval";
        approve(op, approval, cora).statusCode(422).body("rule", equalTo("S1"));
        approve(op, approval, Tokens.machine("robot", op, COORDINATOR))
                .statusCode(422)
                .body("rule", equalTo("S6"));
        approve(op, approval, human("anna", op, SCREENING_OFFICER)).statusCode(403);
        approve(op, approval.replace(request, next().toString()), cora).statusCode(404);
        approve(op, approval, human("rita", op, REVIEWER))
                .statusCode(201)
                .body("version", equalTo(2));
        get(op, "questionnaire-requests").body("requestId", empty());
        put(op, path + 2, village.replace("OTHER", "ELSEWHERE"), cora).statusCode(409);
        put(op, path + 3, village.replace("CHOICE", "TEXT"), cora)
                .statusCode(400)
                .body("errors.field", contains("questions"));
        put(op, path + 3, village, human("anna", op, SCREENING_OFFICER)).statusCode(403);
        get(op, path + 1).body("questions.id", hasItems("how-you-came", "fears-return"));
        get(op, path + 2).body("questions[0].text.ar", equalTo("أي قرية؟"));
        get(op, path + 9, cora, 404);
        get(op, "questionnaires").body("version", contains(1, 2));
        UUID person = arrives(op, Sex.MALE, 30, 40);
        String anna = human("anna", op, SCREENING_OFFICER);
        post(op, person, "screening", ARABIC, anna).statusCode(201).body("version", equalTo(2));
        post(op, person, "answers", answer("village", "BAGHUZ"), anna).statusCode(201);
        wrong(op, person, answer("has-papers", "NO"), "answers[0].question");
    }

    @Test
    void what_is_concluded_can_be_reopened_and_concluded_anew() {
        String op = operation();
        UUID person = arrives(op, Sex.MALE, 30, 40);
        String anna = human("anna", op, SCREENING_OFFICER);
        String berta = human("berta", op, APPROVER);
        String why = "{\"reason\":\"a witness was found\"}";
        post(op, person, "reopening", why, berta).statusCode(409);
        concluded(op, person, anna, berta);
        post(op, person, "reopening", why, Tokens.machine("robot", op, APPROVER))
                .statusCode(422)
                .body("rule", equalTo("S6"));
        post(op, person, "reopening", why, anna).statusCode(403);
        post(op, person, "reopening", why, human("rita", op, REVIEWER)).statusCode(201);
        get(op, "persons/" + person)
                .body("screening.status", equalTo("REOPENED"))
                .body("screening.conclusion.finding", equalTo("CIVILIAN"))
                .body("finding", nullValue());
        concluded(op, person, anna, berta);
        get(op, "persons/" + person).body("finding", equalTo("CIVILIAN"));
    }

    @Test
    void a_merged_registration_is_refused_and_the_other_is_named() {
        String op = operation();
        UUID person = arrives(op, Sex.MALE, 30, 40);
        UUID other = arrives(op, Sex.MALE, 30, 40);
        intake.records(op, Given.merged(other, person));
        await(() -> get(op, "persons/" + person).extract().path("mergedInto") != null);
        String anna = human("anna", op, SCREENING_OFFICER);
        for (String call : new String[] {"screening", "recommendation", "answers"}) {
            post(op, person, call, bodyOf(call), anna)
                    .statusCode(409)
                    .body("detail", containsString(other.toString()));
        }
        intake.records(op, Given.unmerged(other, person));
        await(() -> get(op, "persons/" + person).extract().path("mergedInto") == null);
        post(op, person, "screening", ARABIC, anna).statusCode(201);
    }

    @Test
    void evidence_is_a_reference_and_no_words() {
        String op = operation();
        UUID person = arrives(op, Sex.MALE, 30, 40);
        String anna = human("anna", op, SCREENING_OFFICER);
        for (String words :
                new String[] {
                    "his-brother-told-us", "two words 2", "Ahmad", "a/b/c/", "1".repeat(201)
                }) {
            post(op, person, "recommendation", withEvidence(words), anna)
                    .statusCode(400)
                    .body("errors.field", hasItem("evidence[0]"))
                    .body(not(containsString(words)));
        }
        post(op, person, "recommendation", withEvidence("urn:interview:2019-03/17#4"), anna)
                .statusCode(201);
    }

    @Test
    void the_document_describes_every_call_with_an_example() {
        String document = given().get("/q/openapi?format=json").asString();
        assertThat(document)
                .contains(
                        "medical-clearance",
                        "head-counts",
                        "screening-queue",
                        "reopening",
                        "dr-17",
                        "interpreter-4");
    }

    private static void concluded(String op, UUID person, String anna, String berta) {
        post(op, person, "recommendation", bodyOf("recommendation"), anna).statusCode(201);
        post(op, person, "conclusion", "{\"approve\":true,\"reason\":\"consistent\"}", berta)
                .statusCode(201);
    }

    private static String bodyOf(String call) {
        return switch (call) {
            case "screening" -> ARABIC;
            case "answers" -> answer("has-papers", "NO");
            default ->
                    """
                    {"finding":"CIVILIAN",\
                    "grounds":[{"code":"NO_INDICATION","statement":"a baker"}]}\
                    """;
        };
    }

    private static String withEvidence(String reference) {
        return "{\"finding\":\"UNDETERMINED\",\"evidence\":[\"" + reference + "\"]}";
    }

    private static String answer(String question, String value) {
        return "{\"answers\":[{\"question\":\"" + question + "\",\"value\":\"" + value + "\"}]}";
    }

    private static void wrong(String op, UUID person, String body, String field) {
        post(op, person, "answers", body, human("anna", op, SCREENING_OFFICER))
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("errors.field", contains(field));
    }
}
