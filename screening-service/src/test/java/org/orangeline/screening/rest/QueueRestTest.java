package org.orangeline.screening.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.orangeline.kit.rest.Role.APPROVER;
import static org.orangeline.kit.rest.Role.LINE_OFFICER;
import static org.orangeline.kit.rest.Role.SCREENING_OFFICER;
import static org.orangeline.screening.Given.ageCorrected;
import static org.orangeline.screening.Given.nationalityCorrected;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.Sex;
import org.orangeline.kit.testing.LocalDeployment;
import org.orangeline.screening.Given;

/** Queues, suggestions, head counts and counts over HTTP. */
@QuarkusTest
@QuarkusTestResource(LocalDeployment.class)
class QueueRestTest extends OverHttp {

    @Test
    void the_screening_queue_shows_the_vulnerable_first_and_a_family_together() {
        String op = operation();
        UUID man = arrives(op, Sex.MALE, 30, 40);
        UUID wounded = next();
        intake.records(op, syrian(wounded, Sex.MALE, 30, 40, Needs.WOUNDED));
        awaitLine(op, wounded);
        UUID child = arrives(op, Sex.MALE, 5, 6);
        intake.records(op, Given.linked(child, man, FamilyRole.PARENT));
        await(() ->
                get(op, "screening-queue").extract().<List<?>>path("items[1].family").size() == 1);
        get(op, "screening-queue")
                .body(
                        "items.personId",
                        contains(wounded.toString(), child.toString(), man.toString()))
                .body("items[1].family[0].personId", equalTo(man.toString()))
                .body("items[1].family[0].group", equalTo("SYRIAN_MEN"))
                .body("items[2].family[0].status", equalTo("NONE"))
                .body("items[0].turn", equalTo("VULNERABLE"));
        String anna = human("anna", op, SCREENING_OFFICER);
        post(op, man, "recommendation", "{\"finding\":\"UNDETERMINED\"}", anna).statusCode(201);
        get(op, "screening-queue").body("items", hasSize(2));
        post(
                        op,
                        man,
                        "conclusion",
                        "{\"approve\":true,\"reason\":\"no more is known\"}",
                        human("berta", op, APPROVER))
                .statusCode(201);
        get(op, "screening-queue")
                .body("items", hasSize(3))
                .body(
                        "items.findAll { it.screenAgainBy != null }.personId",
                        contains(man.toString()));
        String csv =
                given().auth()
                        .oauth2(anna)
                        .get("/operations/" + op + "/screening-queue?format=csv")
                        .then()
                        .statusCode(200)
                        .contentType("text/csv")
                        .extract()
                        .asString();
        assertThat(csv.lines()).hasSize(4);
    }

    @Test
    void S3_what_waits_for_an_approver_is_listed_vulnerable_people_first_and_what_was_sent_back() {
        String op = operation();
        UUID man = arrives(op, Sex.MALE, 30, 40);
        UUID wounded = next();
        intake.records(op, syrian(wounded, Sex.MALE, 30, 40, Needs.WOUNDED));
        awaitLine(op, wounded);
        String anna = human("anna", op, SCREENING_OFFICER);
        for (UUID person : List.of(man, wounded)) {
            post(op, person, "recommendation", "{\"finding\":\"UNDETERMINED\"}", anna)
                    .statusCode(201);
        }
        get(op, "approvals", anna)
                .body("items.personId", contains(wounded.toString(), man.toString()))
                .body("items.vulnerable", contains(true, false))
                .body("items.recommendedBy", contains("anna", "anna"))
                .body("items[0].finding", equalTo("UNDETERMINED"));
        get(op, "approvals?status=returned", anna).body("items", empty());
        String berta = human("berta", op, APPROVER);
        post(op, man, "conclusion", "{\"approve\":false,\"reason\":\"ask again\"}", berta)
                .statusCode(201);
        get(op, "approvals", anna).body("items.personId", contains(wounded.toString()));
        get(op, "approvals?status=returned", anna)
                .body("items.personId", contains(man.toString()))
                .body("items[0].returnedBy", equalTo("berta"));
        post(op, man, "recommendation", "{\"finding\":\"UNDETERMINED\"}", anna).statusCode(201);
        get(op, "approvals?status=returned", anna).body("items", empty());
        get(op, "approvals?status=somehow", anna, 400);
        get(op, "approvals", human("lina", op, LINE_OFFICER), 403);
    }

    @Test
    void a_suggestion_stays_open_until_the_line_officer_decides() {
        String op = operation();
        UUID moves = arrives(op, Sex.MALE, 30, 40);
        UUID stays = arrives(op, Sex.MALE, 30, 40);
        intake.records(op, nationalityCorrected(moves, "IRQ"), ageCorrected(stays, age(14, 15)));
        await(() -> get(op, "lines/suggestions").extract().path("total").equals(2));
        get(op, "lines/suggestions")
                .body(
                        "items.find { it.personId == '" + moves + "' }.suggested",
                        equalTo("IRAQI_MEN"))
                .body("items.find { it.personId == '" + stays + "' }.because", equalTo("L2"));
        get(op, "persons/" + stays)
                .body("group", equalTo("SYRIAN_MEN"))
                .body("suggestion.suggested", equalTo("IS_WOMEN"));
        String lina = human("lina", op, LINE_OFFICER);
        post(op, moves, "group", moveTo("IRAQI_MEN"), lina).statusCode(201);
        get(op, "lines/suggestions").body("items.personId", contains(stays.toString()));
        post(op, stays, "group", moveTo("SYRIAN_MEN"), lina)
                .statusCode(422)
                .body("rule", equalTo("L2"));
        intake.records(op, ageCorrected(stays, age(19, 25)));
        await(() -> get(op, "persons/" + stays).extract().path("child").equals(false));
        post(op, stays, "group", moveTo("SYRIAN_MEN"), lina)
                .statusCode(201)
                .body("from", equalTo("SYRIAN_MEN"));
        get(op, "lines/suggestions").body("items", empty());
        get(op, "persons/" + stays).body("moves", equalTo(0)).body("suggestion", nullValue());
    }

    @Test
    void heads_are_counted_against_the_register() {
        String op = operation();
        UUID unused = arrives(op, Sex.MALE, 30, 40);
        String lina = human("lina", op, LINE_OFFICER);
        postTo(op, "lines/SYRIAN_MEN/head-counts", "{\"counted\":3}", lina)
                .statusCode(201)
                .body("registered", equalTo(1))
                .body("mismatch", equalTo(2));
        postTo(op, "lines/SYRIAN_MEN/head-counts", "{\"counted\":0}", lina)
                .statusCode(201)
                .body("mismatch", equalTo(-1));
        get(op, "lines/SYRIAN_MEN/head-counts")
                .body("items.mismatch", contains(-1, 2))
                .body("items[0].countedBy", equalTo("human:lina"));
        postTo(op, "lines/SYRIAN_MEN/head-counts", "{\"counted\":-1}", lina).statusCode(400);
        postTo(op, "lines/NOWHERE/head-counts", "{\"counted\":1}", lina).statusCode(404);
        postTo(
                        op,
                        "lines/SYRIAN_MEN/head-counts",
                        "{\"counted\":1}",
                        human("anna", op, SCREENING_OFFICER))
                .statusCode(403);
        get(op, "lines/NOWHERE/head-counts", lina, 404);
    }

    @Test
    void counts_and_flow_come_from_one_moment() {
        String op = operation();
        UUID kept = arrives(op, Sex.MALE, 30, 40);
        UUID gone = next();
        intake.records(op, syrian(gone, Sex.MALE, 30, 40, Needs.WOUNDED));
        awaitLine(op, gone);
        get(op, "counts")
                .body("registered", equalTo(2))
                .body("needs.WOUNDED", equalTo(1))
                .body("screenings.NONE", equalTo(2))
                .body("findings.FIGHTER", equalTo(0))
                .body("lines.find { it.group == 'SYRIAN_MEN' }.waiting", equalTo(2));
        intake.records(op, Given.merged(kept, gone));
        await(() -> get(op, "counts").extract().path("registered").equals(1));
        get(op, "counts")
                .body("needs.WOUNDED", nullValue())
                .body("lines.find { it.group == 'SYRIAN_MEN' }.waiting", equalTo(1));
        get(op, "flow?per=hour")
                .body("assigned.sum()", equalTo(2))
                .body("concluded.sum()", equalTo(0));
        get(op, "flow?per=day", human("lina", op, LINE_OFFICER), 400);
        get(
                op,
                "flow?from=2019-01-01T00:00:00Z&to=2020-01-01T00:00:00Z",
                human("lina", op, LINE_OFFICER),
                400);
        get(op, "flow?from=yesterday", human("lina", op, LINE_OFFICER), 400);
    }
}
