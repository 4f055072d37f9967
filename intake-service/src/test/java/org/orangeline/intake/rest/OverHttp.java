package org.orangeline.intake.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.orangeline.events.Service;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.testing.PlayedService;
import org.orangeline.kit.testing.Tokens;

/** Calls of the running service; placement, from which it learns of births, is played. */
abstract class OverHttp {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final AtomicLong NUMBERS = new AtomicLong(1);

    @SuppressWarnings("NullAway.Init")
    static PlayedService placement;

    /** Once for all classes: they share the service, and the played one goes with the machine. */
    private static boolean begun;

    /** Not before all, since Quarkus tells REST Assured its address before each. */
    @BeforeEach
    void placement_has_its_topics() {
        if (begun) {
            return;
        }
        begun = true;
        placement =
                new PlayedService(
                        Service.PLACEMENT,
                        ConfigProvider.getConfig()
                                .getValue("kafka.bootstrap.servers", String.class));
        placement.makeTopics();
        await(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    /** Opens an operation of its own for a test. */
    static String operation() {
        String op = "op-" + NUMBERS.getAndIncrement();
        String body =
                "{\"operation\":\"%s\",\"name\":\"A test\",\"numberPrefix\":\"BGZ\"}".formatted(op);
        String token = Tokens.human("amira", op, Role.COORDINATOR);
        // Ready is who can answer reads; who does not lead yet says 503, and the same call comes
        // again.
        await(() -> {
            int status = send("POST", "/operations", body, token).extract().statusCode();
            assertThat(status).isIn(201, 503);
            return status == 201;
        });
        await(() -> get(op, "children-alone/counts").extract().statusCode() == 200);
        return op;
    }

    /** Lets a tablet in. */
    static void enrolled(String op, String device) {
        String devices = "/operations/" + op + "/devices";
        String invitation =
                "{\"deviceId\":\"%s\",\"receptionPoint\":\"east\",\"hours\":24}".formatted(device);
        String code =
                send("POST", devices, invitation, Tokens.human("amira", op, Role.COORDINATOR))
                        .statusCode(201)
                        .extract()
                        .path("code");
        String key = "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + "x".repeat(42) + "w\"}";
        given().contentType("application/json")
                .body("{\"code\":\"%s\",\"publicKey\":%s}".formatted(code, key))
                .post(devices + "/" + device + "/enrolment")
                .then()
                .statusCode(201);
    }

    static UUID next() {
        return new UUID(0x0195_0000_0000_7000L, 0x8000_0000_0000_0000L | NUMBERS.getAndIncrement());
    }

    /** Registers a man of thirty-odd with a name. */
    static UUID arrives(String op, String name) {
        return arrives(
                op,
                """
                {"receptionPoint":"east","arrivedAt":"2019-03-05T09:12:00Z","sex":"MALE",\
                "age":{"min":30,"max":40},"identity":{"names":[{"value":"%s"}]}}\
                """
                        .formatted(name),
                next());
    }

    static UUID arrives(String op, String body, UUID person) {
        put(op, "arrivals/" + person, body).statusCode(201);
        await(() -> get(op, "persons/" + person).extract().statusCode() == 200);
        return person;
    }

    static ValidatableResponse put(String op, String path, String body) {
        return send("PUT", "/operations/" + op + "/" + path, body, officer(op));
    }

    static ValidatableResponse post(String op, String path, String body) {
        return send("POST", "/operations/" + op + "/" + path, body, officer(op));
    }

    static ValidatableResponse send(String method, String path, String body, String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .request(method, path)
                .then();
    }

    static ValidatableResponse get(String op, String path) {
        return given().auth().oauth2(officer(op)).get("/operations/" + op + "/" + path).then();
    }

    static String officer(String op) {
        return Tokens.human("zozan", op, Role.INTAKE_OFFICER);
    }

    static String member(String sex, int age, String role) {
        return """
        {"receptionPoint":"east","arrivedAt":"2019-03-05T09:12:00Z","sex":"%s",\
        "age":{"min":%d,"max":%d},"family":{"groupId":"f-1","role":"%s"}}\
        """
                .formatted(sex, age, age, role);
    }

    static String money(String currency, String amount) {
        return """
        {"items":[{"code":"MONEY","currency":"%s","amount":"%s"}],"storedAt":"store-1"}\
        """
                .formatted(currency, amount);
    }

    static String departure() {
        return """
        {"leftAt":"2019-03-06T10:00:00Z","kind":"WITH_FAMILY","reason":"fetched by relatives"}\
        """;
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
