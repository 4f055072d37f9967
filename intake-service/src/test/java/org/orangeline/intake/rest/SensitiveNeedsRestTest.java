package org.orangeline.intake.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.testing.LocalDeployment;
import org.orangeline.kit.testing.Tokens;

/** That somebody has sensitive needs is told by no answer and no number (ADR 34). */
@QuarkusTest
@QuarkusTestResource(LocalDeployment.class)
class SensitiveNeedsRestTest extends OverHttp {

    private static String woman(String needs) {
        return """
        {"receptionPoint":"east","arrivedAt":"2019-03-05T09:12:00Z","sex":"FEMALE",\
        "age":{"min":20,"max":30},"needs":[%s]}\
        """
                .formatted(needs);
    }

    private static String path(String op, UUID person, String what) {
        return "/operations/" + op + "/persons/" + person + "/" + what;
    }

    private static String protection(String op) {
        return Tokens.human("paul", op, Role.PROTECTION_OFFICER);
    }

    private static ValidatableResponse needs(String op, UUID person) {
        return send("GET", path(op, person, "sensitive-needs"), "", protection(op));
    }

    @Test
    void an_arrival_that_is_sent_again_tells_nothing_and_loses_nothing() {
        String op = operation();
        for (String first : List.of("\"WOUNDED\"", "\"WOUNDED\",\"SURVIVOR\"")) {
            UUID person = next();
            String receipt =
                    put(op, "arrivals/" + person, woman(first))
                            .statusCode(201)
                            .extract()
                            .path("registrationNumber");
            for (String again : List.of("\"WOUNDED\"", "\"SURVIVOR\",\"WOUNDED\"", "\"WOUNDED\"")) {
                put(op, "arrivals/" + person, woman(again))
                        .statusCode(200)
                        .body("registrationNumber", equalTo(receipt))
                        .body(not(containsString("SURVIVOR")));
            }
            put(op, "arrivals/" + person, woman("")).statusCode(409);
            put(op, "arrivals/" + person, woman("\"SURVIVOR\"")).statusCode(409);
            needs(op, person).statusCode(200).body("needs", contains("SURVIVOR"));
            String back = "{\"takenBack\":[\"SURVIVOR\"],\"reason\":\"a slip\"}";
            send("POST", path(op, person, "sensitive-needs"), back, protection(op)).statusCode(201);
            put(op, "arrivals/" + person, woman("\"WOUNDED\",\"SURVIVOR\"")).statusCode(200);
            needs(op, person).statusCode(200).body("needs", empty());
            // One that is told anew brings none back that a protection officer took.
            put(op, "arrivals/" + person, woman("\"WOUNDED\",\"SURVIVOR\",\"MENTAL_HEALTH\""))
                    .statusCode(200);
            needs(op, person).statusCode(200).body("needs", contains("MENTAL_HEALTH"));
        }
    }

    @Test
    void what_a_merged_arrival_tells_anew_is_of_the_record_in_use() {
        String op = operation();
        UUID merged = next();
        UUID inUse = next();
        put(op, "arrivals/" + merged, woman("")).statusCode(201);
        put(op, "arrivals/" + inUse, woman("")).statusCode(201);
        await(() -> get(op, "persons/" + inUse).extract().statusCode() == 200);
        String merge = "{\"otherId\":\"" + merged + "\",\"reason\":\"same papers\"}";
        post(op, "persons/" + inUse + "/merge", merge).statusCode(202);
        send(
                        "POST",
                        "/operations/" + op + "/persons/" + inUse + "/merge",
                        merge,
                        Tokens.human("leyla", op, Role.INTAKE_OFFICER))
                .statusCode(201);
        put(op, "arrivals/" + merged, woman("\"SURVIVOR\"")).statusCode(200);
        needs(op, inUse).statusCode(200).body("needs", contains("SURVIVOR"));
    }

    @Test
    void S6_a_machine_tells_none_whoever_it_is_about() {
        String op = operation();
        String robot = Tokens.machine("robot", op, Role.INTAKE_OFFICER);
        UUID plain = next();
        put(op, "arrivals/" + plain, woman("")).statusCode(201);
        UUID survivor = next();
        put(op, "arrivals/" + survivor, woman("\"SURVIVOR\"")).statusCode(201);
        for (UUID person : List.of(plain, survivor, next())) {
            String arrival = "/operations/" + op + "/arrivals/" + person;
            send("PUT", arrival, woman("\"SURVIVOR\""), robot)
                    .statusCode(422)
                    .body("rule", equalTo("S6"));
            String line =
                    woman("\"SURVIVOR\"").replaceFirst("\\{", "{\"personId\":\"" + person + "\",");
            assertThat(batch(op, line, robot)).contains("\"rejected\"", "\"S6\"");
            assertThat(batch(op, line.replace("\"SURVIVOR\"", ""), robot)).contains("\"durable\"");
        }
        needs(op, plain).body("needs", empty());
    }

    private static String batch(String op, String line, String token) {
        return io.restassured.RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType(ArrivalResource.NDJSON + ";charset=UTF-8")
                .body(line.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/operations/" + op + "/arrivals")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void no_version_and_no_number_shows_that_there_are_any() {
        String op = operation();
        UUID first = next();
        UUID second = next();
        int one =
                put(op, "arrivals/" + first, woman("\"SURVIVOR\""))
                        .statusCode(201)
                        .extract()
                        .path("sequence");
        await(() -> get(op, "persons/" + first).extract().statusCode() == 200);
        String tag = get(op, "persons/" + first).extract().header("ETag");
        post(
                        op,
                        "persons/" + first + "/sensitive-needs",
                        "{\"added\":[\"MENTAL_HEALTH\"],\"reason\":\"told\"}")
                .statusCode(201);
        assertThat(get(op, "persons/" + first).extract().header("ETag")).isEqualTo(tag);
        int two =
                put(op, "arrivals/" + second, woman("")).statusCode(201).extract().path("sequence");
        assertThat(two).isEqualTo(one + 1);
        await(() -> get(op, "persons/" + second).extract().statusCode() == 200);
        get(op, "persons/" + second).body("version", equalTo(two));
        get(op, "persons/" + first + "/history").body("sequence", contains(one));
        get(op, "persons/" + second + "/history").body("sequence", contains(two));
        send("GET", path(op, first, "history"), "", protection(op))
                .body(
                        "event",
                        contains(
                                "PersonArrived",
                                "SensitiveNeedsRecorded",
                                "SensitiveNeedsRecorded"))
                .body("sequence", contains(one, one, one));
        String correction = "{\"needs\":[\"WOUNDED\"],\"reason\":\"seen\"}";
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(officer(op))
                .contentType("application/json")
                .header("If-Match", tag)
                .body(correction)
                .patch("/operations/" + op + "/persons/" + first)
                .then()
                .statusCode(200)
                .body("version", equalTo(two + 1));
        get(op, "persons/" + first).body("version", equalTo(two + 1));
    }
}
