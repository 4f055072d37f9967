package org.orangeline.screening.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.orangeline.kit.rest.Role.AGENCY;
import static org.orangeline.kit.rest.Role.APPROVER;
import static org.orangeline.kit.rest.Role.LINE_OFFICER;
import static org.orangeline.kit.rest.Role.SCREENING_OFFICER;
import static org.orangeline.screening.Given.ageCorrected;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.PlacedInDetention;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.testing.LocalDeployment;
import org.orangeline.kit.testing.Tokens;

/** The service over HTTP, on a real broker; intake and placement are played. */
@QuarkusTest
@QuarkusTestResource(LocalDeployment.class)
class ScreeningRestTest extends OverHttp {

    private static final String FIGHTER =
            """
            {"finding":"FIGHTER","grounds":[{"code":"COMMAND_ROLE","statement":"led forty men"}],\
            "evidence":["interview/17"]}\
            """;
    private static final String CIVILIAN =
            """
            {"finding":"CIVILIAN","grounds":[{"code":"NO_INDICATION","statement":"a baker"}]}\
            """;
    private static final String APPROVED =
            """
            {"approve":true,"reason":"consistent"}\
            """;

    @Test
    void L1_who_arrives_gets_a_line_and_leaves_it_when_admitted() {
        String op = operation();
        UUID first = arrives(op, Sex.MALE, 30, 40);
        UUID second = next();
        intake.records(op, syrian(second, Sex.MALE, 50, 60, Needs.MEDICAL_URGENT));
        awaitLine(op, second);

        get(op, "lines")
                .body("group", hasItems("SYRIAN_MEN", "UNDETERMINED"))
                .body("find { it.group == 'SYRIAN_MEN' }.line", equalTo("orange line 1"))
                .body("find { it.group == 'SYRIAN_MEN' }.waiting", equalTo(2))
                .body(
                        "find { it.group == 'SYRIAN_MEN' }.longestWaitSeconds",
                        greaterThanOrEqualTo(0))
                .body("find { it.group == 'IRAQI_MEN' }.waiting", equalTo(0));
        get(op, "lines/SYRIAN_MEN/persons")
                .body("items.personId", contains(second.toString(), first.toString()))
                .body("items[0].needs", contains("MEDICAL_URGENT"))
                .body("items[0].screening", equalTo("NONE"))
                .body("total", equalTo(2))
                .body("next", nullValue());
        String next =
                get(op, "lines/SYRIAN_MEN/persons?limit=1")
                        .body("items.personId", contains(second.toString()))
                        .extract()
                        .path("next");
        get(op, "lines/SYRIAN_MEN/persons?limit=1&cursor=" + next)
                .body("items.personId", contains(first.toString()));

        placement.records(
                op, new PlacedInDetention(first, next(), "camp-1", Basis.INTERNMENT, null));
        await(() -> waiting(op).equals(1));
        get(op, "persons/" + first).body("left", equalTo("DETAINED"));
    }

    @Test
    void a_screening_goes_from_one_officer_to_another() {
        String op = operation();
        UUID person = arrives(op, Sex.MALE, 30, 40);
        post(op, person, "recommendation", FIGHTER, human("anna", op, SCREENING_OFFICER))
                .statusCode(201)
                .body("finding", equalTo("FIGHTER"));
        get(op, "persons/" + person)
                .body("screening.status", equalTo("RECOMMENDED"))
                .body("screening.recommendation.recommendedBy", equalTo("anna"))
                .body("screening.recommendation.grounds[0].code", equalTo("COMMAND_ROLE"))
                .body("screening.recommendation.grounds[0].statement", nullValue());
        get(op, "persons/" + person, human("rita", op, Role.REVIEWER))
                .body("screening.recommendation.grounds[0].statement", equalTo("led forty men"));
        post(op, person, "conclusion", APPROVED, human("anna", op, APPROVER))
                .statusCode(422)
                .contentType(Problem.MEDIA_TYPE)
                .body("rule", equalTo("S3"))
                .body("rules", contains("S3"));
        post(op, person, "conclusion", APPROVED, human("berta", op, APPROVER))
                .statusCode(201)
                .body("status", equalTo("concluded"))
                .body("finding", equalTo("FIGHTER"));
        get(op, "persons/" + person)
                .body("finding", equalTo("FIGHTER"))
                .body("screening.status", equalTo("CONCLUDED"))
                .body("screening.conclusion.concludedBy", equalTo("berta"));
        get(op, "persons/" + person + "/history")
                .body(
                        "event",
                        contains(
                                "GroupAssigned",
                                "ScreeningOpened",
                                "AnswersRecorded",
                                "FindingRecommended",
                                "ScreeningConcluded"))
                .body("actor", hasItem("human:berta"));
        post(op, person, "recommendation", CIVILIAN, human("anna", op, SCREENING_OFFICER))
                .statusCode(409);
    }

    @Test
    void a_repeat_gives_the_first_answer_and_other_content_is_a_conflict() {
        String op = operation();
        UUID person = arrives(op, Sex.MALE, 30, 40);
        String token = human("anna", op, SCREENING_OFFICER);
        asked(op, person);
        String first = keyed(op, person, CIVILIAN, token).statusCode(201).extract().asString();
        String again = keyed(op, person, CIVILIAN, token).statusCode(201).extract().asString();
        assertThat(again).isEqualTo(first);
        keyed(op, person, FIGHTER, token).statusCode(409).body("type", containsString("content"));
        get(op, "persons/" + person + "/history")
                .body(
                        "event",
                        contains(
                                "GroupAssigned",
                                "ScreeningOpened",
                                "AnswersRecorded",
                                "FindingRecommended"));
    }

    @Test
    void S5_counts_by_a_correction_that_came_before_the_approval() {
        String op = operation();
        UUID person = arrives(op, Sex.MALE, 30, 40);
        post(op, person, "recommendation", FIGHTER, human("anna", op, SCREENING_OFFICER))
                .statusCode(201);
        intake.records(op, ageCorrected(person, age(14, 15)));
        await(() -> get(op, "persons/" + person).extract().path("child").equals(true));
        post(op, person, "conclusion", APPROVED, human("berta", op, APPROVER))
                .statusCode(422)
                .body("rule", equalTo("S5"));
    }

    @Test
    void S6_a_machines_token_decides_nothing() {
        String op = operation();
        UUID person = arrives(op, Sex.MALE, 30, 40);
        String robot = Tokens.machine("robot", op, LINE_OFFICER, SCREENING_OFFICER, APPROVER);
        for (UUID id : new UUID[] {person, next()}) {
            post(op, id, "recommendation", CIVILIAN, robot)
                    .statusCode(422)
                    .body("rule", equalTo("S6"));
            post(op, id, "conclusion", APPROVED, robot).statusCode(422).body("rule", equalTo("S6"));
            post(op, id, "group", moveTo("IRAQI_MEN"), robot)
                    .statusCode(422)
                    .body("rule", equalTo("S6"));
        }
    }

    @Test
    void L3_an_officer_moves_a_person() {
        String op = operation();
        UUID person = arrives(op, Sex.MALE, 30, 40);
        String officer = human("lina", op, LINE_OFFICER);
        post(op, person, "group", moveTo("IRAQI_MEN"), officer)
                .statusCode(201)
                .body("from", equalTo("SYRIAN_MEN"))
                .body("line", equalTo("orange line 2"));
        get(op, "persons/" + person).body("group", equalTo("IRAQI_MEN")).body("moves", equalTo(1));
        post(op, person, "group", moveTo("IRAQI_MEN"), officer).statusCode(409);
        post(op, person, "group", moveTo("NOWHERE"), officer)
                .statusCode(400)
                .body("errors.field", contains("group"));
        post(op, person, "group", "{\"group\":\"FOREIGN_MEN\",\"reason\":\" \"}", officer)
                .statusCode(400)
                .body("errors.field", contains("reason"));
    }

    @Test
    void L2_a_child_is_not_moved_to_the_men() {
        String op = operation();
        UUID child = arrives(op, Sex.MALE, 8, 10);
        post(op, child, "group", moveTo("SYRIAN_MEN"), human("lina", op, LINE_OFFICER))
                .statusCode(422)
                .body("rule", equalTo("L2"))
                .body("violations[0].detail", containsString("women and children"));
    }

    @Test
    void what_cannot_be_decided_is_refused_as_a_problem() {
        String op = operation();
        UUID person = arrives(op, Sex.MALE, 30, 40);
        String anna = human("anna", op, SCREENING_OFFICER);
        given().get("/operations/" + op + "/lines")
                .then()
                .statusCode(401)
                .contentType(Problem.MEDIA_TYPE);
        get(op, "lines", human("anna", "another", SCREENING_OFFICER), 404);
        get(op, "lines", human("anna", op, AGENCY), 403);
        get(op, "lines/NOWHERE/persons", anna, 404);
        get(op, "lines/SYRIAN_MEN/persons?limit=many", anna, 400);
        get(op, "persons/" + next(), anna, 404);
        get(op, "persons/anna", anna, 400);
        post(op, next(), "recommendation", CIVILIAN, anna).statusCode(404);
        post(op, person, "conclusion", APPROVED, anna).statusCode(403);
        post(op, person, "conclusion", APPROVED, human("berta", op, APPROVER))
                .statusCode(422)
                .body("rule", equalTo("S1"));
        refused(op, person, "{\"finding\":\"GUILTY\"}", "finding");
        refused(op, person, "{\"finding\":\"CIVILIAN\",\"grounds\":[]}", "grounds");
        refused(
                op,
                person,
                "{\"finding\":\"UNDETERMINED\",\"evidence\":[\"a name, perhaps\"]}",
                "evidence[0]");
        refused(
                op,
                person,
                "{\"finding\":\"CIVILIAN\",\"grounds\":[{\"code\":\"NO_INDICATION\"}]}",
                "grounds[0].statement");
    }

    @Test
    void a_record_that_cannot_be_read_holds_up_its_own_person_only() {
        String op = operation();
        UUID broken = arrives(op, Sex.MALE, 30, 40);
        UUID never = next();
        intake.recordsUnreadable(op, PersonDetailsCorrected.class, broken.toString());
        intake.recordsUnreadable(op, PersonArrived.class, never.toString());
        UUID whole = arrives(op, Sex.MALE, 30, 40);
        String anna = human("anna", op, SCREENING_OFFICER);
        for (UUID heldUp : new UUID[] {broken, never}) {
            post(op, heldUp, "recommendation", CIVILIAN, anna)
                    .statusCode(503)
                    .header("Retry-After", equalTo("1"))
                    .body("detail", containsString("quarantine"));
            get(op, "persons/" + heldUp, anna, 503);
        }
        post(op, whole, "recommendation", CIVILIAN, anna).statusCode(201);
        get(op, "persons/" + whole, anna, 200);
        assertThat(readiness()).contains("subjects in quarantine");
        given().get("/q/health/ready").then().statusCode(200);
    }

    private static void refused(String op, UUID person, String body, String field) {
        post(op, person, "recommendation", body, human("anna", op, SCREENING_OFFICER))
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("errors.field", contains(field));
    }
}
