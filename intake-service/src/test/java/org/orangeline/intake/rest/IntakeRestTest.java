package org.orangeline.intake.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.BornInCustody;
import org.orangeline.events.placement.FactWithdrawn;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.testing.LocalDeployment;
import org.orangeline.kit.testing.Tokens;

/** The service over HTTP, on a real broker; placement is played. */
@QuarkusTest
@QuarkusTestResource(LocalDeployment.class)
class IntakeRestTest extends OverHttp {

    private static final String REASON =
            """
            {"reason":"as told"}\
            """;

    @Test
    void three_scripts_of_one_name_are_found_raised_and_decided_by_a_human_only() {
        String op = operation();
        UUID arabic = arrives(op, "محمد عبد الرحمن الحسن");
        UUID latin = arrives(op, "Mohammed Abdulrahman al-Hassan");
        UUID cyrillic = arrives(op, "Мухаммад Абдуррахман аль-Хасан");
        UUID another = arrives(op, "Иван Петров");

        post(op, "persons/search", "{\"name\":\"Muhammad Abdurrahman Hasan\"}")
                .statusCode(200)
                .body(
                        "items.personId",
                        containsInAnyOrder(
                                arabic.toString(), latin.toString(), cyrillic.toString()))
                .body("items[0].because.code", hasItem("NAME"))
                .body("items[0].score", notNullValue());

        await(() -> get(op, "duplicates").extract().path("total").equals(3));
        get(op, "duplicates?status=open&limit=2")
                .body("items", hasSize(2))
                .body("next", notNullValue())
                .body("items[0].because", hasItem("NAME"))
                .body("items.personId", not(hasItem(another.toString())));

        String robot = Tokens.machine("robot", op, Role.INTAKE_OFFICER);
        String merge = "{\"otherId\":\"%s\",\"reason\":\"seen together\"}".formatted(latin);
        String path = "/operations/" + op + "/persons/" + arabic + "/merge";
        send("POST", path, merge, robot).statusCode(422).body("rule", equalTo("S6"));
        String mergeId =
                send("POST", path, merge, officer(op)).statusCode(202).extract().path("mergeId");
        get(op, "persons/" + latin).body("mergedInto", nullValue());
        get(op, "merges").body("items.mergeId", hasItem(mergeId));
        send("POST", path, merge, officer(op)).statusCode(409);
        String second = Tokens.human("leyla", op, Role.INTAKE_OFFICER);
        send("POST", path, merge, second).statusCode(201).body("mergeId", equalTo(mergeId));
        get(op, "merges?status=standing").body("items.mergeId", hasItem(mergeId));
        get(op, "persons/" + latin).body("mergedInto", equalTo(arabic.toString()));
        get(op, "duplicates?status=merged").body("total", equalTo(1));
        post(op, "persons/" + latin + "/departure", departure())
                .statusCode(409)
                .body("detail", containsString(arabic.toString()));

        String reversal = "/operations/" + op + "/merges/" + mergeId + "/reversal";
        send("POST", reversal, REASON, officer(op)).statusCode(202);
        send("POST", reversal, REASON, officer(op)).statusCode(409);
        get(op, "merges?status=reversal-requested").body("items.mergeId", hasItem(mergeId));
        send("POST", reversal, REASON, second).statusCode(201);
        send("POST", reversal, REASON, second).statusCode(409);
        get(op, "persons/" + latin).body("mergedInto", nullValue());
        get(op, "duplicates").body("total", equalTo(3));
        post(
                        op,
                        "duplicates/dismissal",
                        "{\"personId\":\"%s\",\"otherId\":\"%s\",\"reason\":\"two men\"}"
                                .formatted(latin, cyrillic))
                .statusCode(201);
        get(op, "duplicates?status=open").body("total", equalTo(2));
        get(op, "duplicates?status=dismissed").body("total", equalTo(1));
        get(op, "duplicates?status=perhaps").statusCode(400);
    }

    @Test
    void an_erased_identity_is_found_and_read_nowhere() {
        String op = operation();
        UUID person = arrives(op, "Мухаммад Абдуррахман");
        UUID other = arrives(op, "Mohammed Abdulrahman");
        post(
                        op,
                        "persons/" + person + "/departure",
                        "{\"leftAt\":\"%s\",\"kind\":\"OWN_WAY\",\"reason\":\"home\"}"
                                .formatted(Instant.now()))
                .statusCode(201);
        String rotation = "{\"why\":\"ERASURE\"}";
        String coordinator = Tokens.human("amira", op, Role.COORDINATOR);
        String second = Tokens.human("karim", op, Role.COORDINATOR);
        String erasure =
                send(
                                "POST",
                                "/operations/" + op + "/persons/" + person + "/erasure",
                                REASON,
                                coordinator)
                        .statusCode(201)
                        .body("status", equalTo("requested"))
                        .extract()
                        .path("erasureId");
        String sign = "/operations/" + op + "/erasures/" + erasure + "/signature";
        String number = get(op, "persons/" + person).extract().path("registrationNumber");
        String signature = "{\"registrationNumber\":\"%s\"}".formatted(number);
        send("POST", sign, signature, coordinator).statusCode(409);
        send("POST", sign, "{\"registrationNumber\":\"X-1\"}", second).statusCode(409);
        send("POST", sign, signature, Tokens.machine("robot", op, Role.COORDINATOR))
                .statusCode(422)
                .body("rule", equalTo("S6"));
        send("POST", sign, signature, second).statusCode(201).body("status", equalTo("erased"));
        get(op, "persons/" + person)
                .body("identity", nullValue())
                .body("identityErased", equalTo(true))
                .body("sex", equalTo("MALE"));
        get(op, "persons/" + person + "/history")
                .body("payload[0].identity.erased", equalTo(true))
                .body("event", hasItem("IdentityErased"));
        String search = "/operations/" + op + "/persons/search";
        send("POST", search, "{\"name\":\"Мухаммад Абдуррахман\"}", officer(op))
                .statusCode(200)
                .body("items.personId", contains(other.toString()));
        send("GET", "/operations/" + op + "/erasures", "", coordinator)
                .body("items[0].status", equalTo("ERASED"))
                .body("items[0].requestedBy", equalTo("human:amira"));
        send("POST", "/operations/" + op + "/keys/rotation", rotation, officer(op)).statusCode(403);
        send("POST", "/operations/" + op + "/keys/rotation", rotation, coordinator).statusCode(200);
        get(op, "persons/" + other)
                .body("identity.names[0].value", equalTo("Mohammed Abdulrahman"));
        get(op, "persons/" + person + "/history").body("payload[0].identity.erased", equalTo(true));
    }

    @Test
    void what_a_correction_replaced_stays_in_the_history() {
        String op = operation();
        UUID person = arrives(op, "Иван Петров");
        var before =
                given().auth().oauth2(officer(op)).get("/operations/" + op + "/persons/" + person);
        given().auth()
                .oauth2(officer(op))
                .contentType("application/json")
                .header("If-Match", before.header("ETag"))
                .body(
                        """
                        {"age":{"min":50,"max":60},"nationalities":[{"country":"RUS"},\
                        {"country":"SYR","basis":"DOCUMENT"}],\
                        "identity":{"names":[{"value":"Борис Годунов"}]},"reason":"papers"}\
                        """)
                .patch("/operations/" + op + "/persons/" + person)
                .then()
                .statusCode(200);
        get(op, "persons/" + person)
                .body("nationalities.country", contains("RUS", "SYR"))
                .body("age.min", equalTo(50));
        get(op, "persons/" + person + "/history")
                .body("event", contains("PersonArrived", "PersonDetailsCorrected"))
                .body("payload[0].identity.names[0].value", equalTo("Иван Петров"))
                .body("payload[0].age.min", equalTo(30))
                .body("payload[1].age.min", equalTo(50))
                .body("payload[1].reason", equalTo("papers"))
                .body("actor[1]", equalTo("human:zozan"));
    }

    @Test
    void a_family_is_linked_shown_and_taken_apart() {
        String op = operation();
        UUID mother = arrives(op, member("FEMALE", 30, "PARENT"), next());
        UUID child = arrives(op, member("MALE", 8, "CHILD"), next());
        UUID father = arrives(op, "Khaled Hassan");
        String link = "persons/" + mother + "/family/" + father;
        put(op, link, "{\"relation\":\"SPOUSE\",\"reason\":\"both say so\"}").statusCode(201);
        put(op, link, "{\"relation\":\"SPOUSE\",\"reason\":\"both say so\"}").statusCode(409);
        get(op, "persons/" + father + "/family")
                .body(
                        "persons.personId",
                        contains(father.toString(), mother.toString(), child.toString()))
                .body("persons[1].relation", equalTo("SPOUSE"))
                .body("persons[2].child", equalTo(true));
        post(op, "persons/" + father + "/family/" + mother + "/removal", REASON).statusCode(201);
        get(op, "persons/" + father + "/family").body("persons", hasSize(1));
        alone(op).body("total", equalTo(0));
        put(op, "persons/" + mother + "/family/nobody", "{}").statusCode(400);
    }

    @Test
    void a_truck_is_counted_and_its_people_are_found_again() {
        String op = operation();
        UUID truck = next();
        String count =
                """
                {"receptionPoint":"east","arrivedAt":"%s","headCount":2}\
                """
                        .formatted(Instant.now().minusSeconds(60));
        put(op, "pre-registrations/" + truck, count).statusCode(201);
        put(op, "pre-registrations/" + truck, count).statusCode(200);
        put(op, "pre-registrations/" + truck, count.replace("2}", "3}")).statusCode(409);
        UUID person =
                arrives(
                        op,
                        """
                        {"receptionPoint":"east","arrivedAt":"%s","sex":"MALE",\
                        "age":{"min":30,"max":40},"preRegistration":"%s"}\
                        """
                                .formatted(Instant.now(), truck),
                        next());
        get(op, "pre-registrations/" + truck)
                .body("registered", equalTo(1))
                .body("missing", equalTo(1))
                .body("persons.personId", contains(person.toString()));
        get(op, "persons/" + person + "/history").body("payload[0].heldSince", notNullValue());
        post(op, "pre-registrations/" + truck + "/closure", REASON).statusCode(201);
        get(op, "pre-registrations").body("items[0].closedAt", notNullValue());
        get(op, "pre-registrations/" + next()).statusCode(404);
        get(op, "pre-registrations?format=csv")
                .statusCode(200)
                .body(containsString("headCount"), containsString(truck.toString()));
    }

    @Test
    void property_is_taken_and_given_back() {
        String op = operation();
        UUID person = arrives(op, "Khaled Hassan");
        UUID receipt = next();
        String path = "persons/" + person + "/property";
        for (String never : new String[] {"2018-01-01T00:00:00Z", "2099-01-01T00:00:00Z"}) {
            put(
                            op,
                            path + "/" + receipt,
                            IntakeExamples.PROPERTY.replaceFirst(
                                    "\\{", "{\"at\":\"" + never + "\","))
                    .statusCode(422)
                    .body("rule", nullValue())
                    .body("detail", containsString("at, the receipt,"));
        }
        put(op, path + "/" + receipt, IntakeExamples.PROPERTY).statusCode(201);
        put(op, path + "/" + receipt, IntakeExamples.PROPERTY).statusCode(200);
        put(op, path + "/" + next(), money("QQQ", "1.00")).statusCode(400);
        put(op, path + "/" + next(), money("SYP", "1,00")).statusCode(400);
        post(op, path + "/" + receipt + "/return", IntakeExamples.PROPERTY_RETURN).statusCode(201);
        post(op, path + "/" + receipt + "/return", IntakeExamples.PROPERTY_RETURN).statusCode(409);
        get(op, path)
                .body("receipts[0].items.returned", contains(true, false))
                .body("receipts[0].items[0].amount", equalTo("125000.50"))
                .body("receipts[0].items[1].description", equalTo("one with a broken glass"));
    }

    @Test
    void who_leaves_and_who_dies_is_gone() {
        String op = operation();
        UUID person = arrives(op, "Khaled Hassan");
        post(op, "persons/" + person + "/departure", departure()).statusCode(201);
        post(op, "persons/" + person + "/departure", departure()).statusCode(409);
        post(op, "persons/" + person + "/death", IntakeExamples.DEATH).statusCode(201);
        get(op, "persons/" + person).body("gone.how", equalTo("DIED"));
    }

    @Test
    void a_plan_and_a_profile_are_changed_by_a_coordinator() {
        String op = operation();
        String coordinator = Tokens.human("amira", op, Role.COORDINATOR);
        String root = "/operations/" + op;
        put(op, "plan", IntakeExamples.PLAN).statusCode(403);
        send("PUT", root + "/plan", IntakeExamples.PLAN, coordinator).statusCode(201);
        send("PUT", root + "/plan", IntakeExamples.PLAN, coordinator).statusCode(409);
        get(op, "plan").body("id", equalTo("one-table"));
        String change =
                send("PUT", root + "/legal-profile", IntakeExamples.LEGAL_PROFILE, coordinator)
                        .statusCode(202)
                        .extract()
                        .path("changeId");
        get(op, "legal-profile").body("lineWaitLimit", equalTo("PT24H"));
        get(op, "legal-profile/changes").body("changeId", hasItem(change));
        String approval = root + "/legal-profile/changes/" + change + "/approval";
        send("POST", approval, IntakeExamples.REASON, coordinator).statusCode(422);
        send("POST", approval, IntakeExamples.REASON, Tokens.human("berivan", op, Role.COORDINATOR))
                .statusCode(201);
        get(op, "legal-profile").body("lineWaitLimit", equalTo("PT12H"));
        send("PUT", root + "/plan", "{\"plan\":{\"id\":\"x\"},\"reason\":\"y\"}", coordinator)
                .statusCode(400);
    }

    /** Once written they would leave {@code verify} red for ever. */
    @Test
    void plans_and_profiles_that_break_their_published_schema_are_refused_and_nothing_is_written() {
        String op = operation();
        String coordinator = Tokens.human("amira", op, Role.COORDINATOR);
        String plan =
                """
                {"plan": {"id": "%s", "groups": [{"code": "%s", "line": "%s", "kind": "UNDETERMINED"}],
                 "rules": [{"id": "r", "group": "%s", "nationalities": ["%s"]}],
                 "otherwise": "%s"}, "reason": "one table"}\
                """;
        for (String[] wrong :
                new String[][] {
                    {"", "TABLE", "table", "SYR", "plan.id"},
                    {"x", "table-1", "table", "SYR", "plan.groups.0.code"},
                    {"x", "TABLE", "", "SYR", "plan.groups.0.line"},
                    {"x", "TABLE", "table", "Syria", "plan.rules.0.nationalities.0"}
                }) {
            String body =
                    plan.formatted(wrong[0], wrong[1], wrong[2], wrong[1], wrong[3], wrong[1]);
            send("PUT", "/operations/" + op + "/plan", body, coordinator)
                    .statusCode(400)
                    .body("errors.field", hasItem(wrong[4]));
            String opening =
                    "{\"operation\":\"never-opened\",\"name\":\"A\",\"numberPrefix\":\"NVR\","
                            + body.substring(1, body.indexOf(", \"reason\""))
                            + "}";
            send(
                            "POST",
                            "/operations",
                            opening,
                            Tokens.human("amira", "never-opened", Role.COORDINATOR))
                    .statusCode(400)
                    .body("errors.field", hasItem(wrong[4]));
        }
        String profile =
                IntakeExamples.LEGAL_PROFILE.replaceFirst("\"id\": *\"[^\"]+\"", "\"id\":\"\"");
        assertThat(profile).isNotEqualTo(IntakeExamples.LEGAL_PROFILE);
        send("PUT", "/operations/" + op + "/legal-profile", profile, coordinator)
                .statusCode(400)
                .body("errors.field", hasItem("legalProfile.id"));
        get(op, "plan").body("id", equalTo("baghuz-2019"));
    }

    @Test
    void a_child_that_is_born_in_custody_is_registered_beside_its_mother() {
        String op = operation();
        UUID mother = arrives(op, member("FEMALE", 25, "PARENT"), next());
        UUID child = next();
        placement.records(
                op, new BornInCustody(mother, child, next(), "al-hol", Instant.now(), Sex.FEMALE));
        await(() -> get(op, "persons/" + child).extract().statusCode() == 200);
        get(op, "persons/" + child).body("bornIn", equalTo("al-hol"));
        get(op, "persons/" + child + "/family")
                .body("persons[1].personId", equalTo(mother.toString()))
                .body("persons[1].relation", equalTo("PARENT"));
    }

    @Test
    void P18_a_child_whose_birth_was_none_is_in_no_search_and_nothing_is_recorded_of_it() {
        String op = operation();
        UUID mother = arrives(op, member("FEMALE", 25, "PARENT"), next());
        UUID child = next();
        placement.records(
                op, new BornInCustody(mother, child, next(), "al-hol", Instant.now(), Sex.FEMALE));
        await(() -> get(op, "persons/" + child).extract().statusCode() == 200);
        placement.records(
                op,
                new FactWithdrawn(
                        child,
                        next(),
                        "al-hol",
                        next(),
                        next().toString(),
                        "BornInCustody",
                        FactWithdrawn.Standing.OUTSIDE,
                        null,
                        "human:registrar"));
        await(() -> get(op, "persons/" + child).extract().path("gone.how") != null);
        get(op, "persons/" + child).body("gone.how", equalTo("REGISTRATION_WITHDRAWN"));
        get(op, "persons/" + mother + "/family").body("persons.size()", equalTo(1));
        send(
                        "POST",
                        "/operations/" + op + "/persons/" + child + "/death",
                        "{\"diedAt\":\"%s\",\"circumstances\":\"not known\"}"
                                .formatted(Instant.now()),
                        officer(op))
                .statusCode(409);
    }

    @Test
    void a_child_alone_is_raised_by_itself() {
        String op = operation();
        UUID child =
                arrives(
                        op,
                        """
                        {"receptionPoint":"east","arrivedAt":"2019-03-05T09:12:00Z","sex":"FEMALE",\
                        "age":{"min":6,"max":8}}\
                        """,
                        next());
        alone(op).body("total", equalTo(0));
        await(() -> alone(op).extract().path("total").equals(1));
        alone(op)
                .body("items[0].personId", equalTo(child.toString()))
                .body("items[0].kind", equalTo("UNACCOMPANIED"));
        assertThat(get(op, "persons/" + child + "/history").extract().<String>path("actor[1]"))
                .isEqualTo("machine:intake-service");
    }

    @Test
    void what_somebody_survived_is_read_by_who_protects_and_shown_to_nobody_else() {
        String op = operation();
        UUID woman =
                arrives(
                        op,
                        """
                        {"receptionPoint":"east","arrivedAt":"2019-03-05T09:12:00Z","sex":"FEMALE",\
                        "age":{"min":30,"max":40},"needs":["WOUNDED","SURVIVOR"]}\
                        """,
                        next());
        String persons = "/operations/" + op + "/persons/";
        String path = persons + woman + "/sensitive-needs";
        String protection = Tokens.human("miriam", op, Role.PROTECTION_OFFICER);
        String said = "{\"added\":[\"MENTAL_HEALTH\"],\"reason\":\"told in confidence\"}";
        send("GET", path, "", protection).statusCode(200).body("needs", contains("SURVIVOR"));
        send("POST", path, said, protection).statusCode(201);
        send("POST", path, said.replace("added", "takenBack"), protection).statusCode(201);
        send("GET", path, "", protection)
                .body("needs", contains("SURVIVOR"))
                .body("said.reason[1]", equalTo("told in confidence"));
        send("POST", path, said.replace("MENTAL_HEALTH", "WOUNDED"), protection).statusCode(400);
        send("POST", path, "{\"reason\":\"nothing\"}", protection).statusCode(400);
        String robot = Tokens.machine("robot", op, Role.PROTECTION_OFFICER);
        send("POST", path, said, robot).statusCode(422).body("rule", equalTo("S6"));
        get(op, "persons/" + woman).body("needs", contains("WOUNDED"));
        String correction = "{\"needs\":[\"WOUNDED\",\"SURVIVOR\"],\"reason\":\"told\"}";
        given().auth()
                .oauth2(officer(op))
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(correction)
                .patch(persons + woman)
                .then()
                .statusCode(400);
        post(op, "persons/" + woman + "/sensitive-needs", said).statusCode(201);
        post(op, "persons/" + woman + "/sensitive-needs", said.replace("added", "takenBack"))
                .statusCode(403);
        send("POST", path, said.replace("added", "takenBack"), protection).statusCode(201);
        post(op, "persons/search", "{\"need\":\"SURVIVOR\"}").statusCode(400);
        for (Role role : Role.values()) {
            if (!Set.of(Role.PROTECTION_OFFICER, Role.AGENCY, Role.VERIFIER).contains(role)) {
                String other = Tokens.human("other-" + role.id(), op, role);
                send("GET", path, "", other).statusCode(403);
                if (role != Role.INTAKE_OFFICER) {
                    send("POST", path, said, other).statusCode(403);
                }
                send("GET", persons + woman + "/history", "", other)
                        .statusCode(200)
                        .body("event", contains("PersonArrived"));
            }
        }
        send("GET", persons + woman + "/history", "", protection)
                .body("event", hasItem("SensitiveNeedsRecorded"));
    }

    private static io.restassured.response.ValidatableResponse alone(String op) {
        return io.restassured.RestAssured.given()
                .auth()
                .oauth2(Tokens.human("miriam", op, Role.PROTECTION_OFFICER))
                .get("/operations/" + op + "/children-alone")
                .then();
    }
}
