package org.orangeline.screening.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.orangeline.kit.rest.Role.LINE_OFFICER;
import static org.orangeline.screening.Given.arrived;
import static org.orangeline.screening.Given.opened;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.orangeline.events.Service;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.NationalityBasis;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.model.Sex;
import org.orangeline.events.plan.BuiltIn;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.testing.PlayedService;
import org.orangeline.kit.testing.Tokens;

/** Calls of the running service, and the services around it. */
abstract class OverHttp {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final AtomicLong NUMBERS = new AtomicLong(1);

    @SuppressWarnings("NullAway.Init")
    static PlayedService intake;

    @SuppressWarnings("NullAway.Init")
    static PlayedService placement;

    /** Once for all classes: they share the service, and the played ones go with the machine. */
    private static boolean begun;

    /**
     * The service starts first: until the others have made their topics, it says so and waits. Not
     * before all, since Quarkus tells REST Assured its address before each.
     */
    @BeforeEach
    void the_upstream_services_come_later() {
        if (begun) {
            return;
        }
        begun = true;
        String bootstrap =
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        intake = new PlayedService(Service.INTAKE, bootstrap);
        placement = new PlayedService(Service.PLACEMENT, bootstrap);
        await(() -> readiness().contains("waiting for intake-service: its topics are not there"));
        assertThat(status("unknown-yet", "lines")).isEqualTo(503);
        intake.makeTopics();
        await(() -> !readiness().contains("waiting for intake-service"));
        assertThat(readiness()).contains("waiting for placement-service");
        placement.makeTopics();
        await(() -> given().get("/q/health/ready").statusCode() == 200);
        assertThat(status("unknown-still", "lines")).isEqualTo(404);
    }

    /** Opens an operation of its own for a test; it asks what is packed with the software. */
    static String operation() {
        String op = "op-" + NUMBERS.getAndIncrement();
        intake.records(op, opened(op, BuiltIn.plan(BuiltIn.DEFAULT_PLAN).orElseThrow()));
        await(() -> status(op, "lines") == 200);
        return op;
    }

    /** What is required, none of it answered. */
    static final String DECLINED =
            Stream.of(
                            "how-you-came",
                            "has-papers",
                            "family-with-you",
                            "occupation",
                            "carried-arms",
                            "fears-return")
                    .map("{\"question\":\"%s\",\"reason\":\"DECLINED\"}"::formatted)
                    .collect(Collectors.joining(",", "{\"notAnswered\":[", "]}"));

    static UUID arrives(String op, Sex sex, int min, int max) {
        UUID person = next();
        intake.records(op, syrian(person, sex, min, max));
        awaitLine(op, person);
        return person;
    }

    static PersonArrived syrian(UUID person, Sex sex, int min, int max, String... needs) {
        return arrived(
                person,
                sex,
                age(min, max),
                List.of(new NationalityClaim("SYR", NationalityBasis.CLAIMED)),
                List.of(needs),
                null);
    }

    /** As estimated today: the service under test goes by the real clock. */
    static Age age(int min, int max) {
        return Age.between(min, max, LocalDate.now(ZoneOffset.UTC));
    }

    static void awaitLine(String op, UUID person) {
        await(() ->
                status(op, "persons/" + person) == 200
                        && get(op, "persons/" + person).extract().path("group") != null);
    }

    static Object waiting(String op) {
        return get(op, "lines").extract().path("find { it.group == 'SYRIAN_MEN' }.waiting");
    }

    static UUID next() {
        return new UUID(0x0195_0000_0000_7000L, 0x8000_0000_0000_0000L | NUMBERS.getAndIncrement());
    }

    static String moveTo(String group) {
        return "{\"group\":\"" + group + "\",\"reason\":\"papers were found\"}";
    }

    static String human(String name, String op, Role... roles) {
        return Tokens.human(name, op, roles);
    }

    static ValidatableResponse get(String op, String path) {
        return get(op, path, human("lina", op, LINE_OFFICER), 200);
    }

    static ValidatableResponse get(String op, String path, String token) {
        return get(op, path, token, 200);
    }

    static ValidatableResponse get(String op, String path, String token, int status) {
        return given().auth()
                .oauth2(token)
                .get("/operations/" + op + "/" + path)
                .then()
                .statusCode(status)
                .header("Cache-Control", equalTo("no-store"));
    }

    static int status(String op, String path) {
        return given().auth()
                .oauth2(human("lina", op, LINE_OFFICER))
                .get("/operations/" + op + "/" + path)
                .statusCode();
    }

    static ValidatableResponse post(
            String op, UUID person, String call, String body, String token) {
        if (call.equals("recommendation")) {
            asked(op, person);
        }
        return send(op, person, call, body, token);
    }

    /** An officer asks what is required (S1), of who can be asked and was not yet. */
    static void asked(String op, UUID person) {
        String officer = human("olga", op, Role.SCREENING_OFFICER);
        int opened =
                send(op, person, "screening", "{\"language\":\"ar\"}", officer)
                        .extract()
                        .statusCode();
        if (opened == 201) {
            send(op, person, "answers", DECLINED, officer).statusCode(201);
        }
    }

    private static ValidatableResponse send(
            String op, UUID person, String call, String body, String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/operations/" + op + "/persons/" + person + "/" + call)
                .then();
    }

    static ValidatableResponse postTo(String op, String path, String body, String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/operations/" + op + "/" + path)
                .then();
    }

    static ValidatableResponse put(String op, String path, String body, String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .put("/operations/" + op + "/" + path)
                .then();
    }

    static ValidatableResponse approve(String op, String path, String token) {
        return given().auth().oauth2(token).post("/operations/" + op + "/" + path).then();
    }

    static ValidatableResponse keyed(String op, UUID person, String body, String token) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", "tablet-7/42")
                .contentType("application/json")
                .body(body)
                .post("/operations/" + op + "/persons/" + person + "/recommendation")
                .then();
    }

    static String readiness() {
        return given().get("/q/health/ready").asString();
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
