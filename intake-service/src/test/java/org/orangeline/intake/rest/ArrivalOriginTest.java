package org.orangeline.intake.rest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.kit.rest.DeviceToken;
import org.orangeline.kit.rest.DeviceTokens;
import org.orangeline.kit.testing.LocalDeployment;

/** Who says that a tablet kept an arrival shows that tablet, at its own reception point. */
@QuarkusTest
@QuarkusTestResource(LocalDeployment.class)
class ArrivalOriginTest extends OverHttp {

    private static final String TABLET = "tablet-3";

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeviceTokens devices;

    @Test
    void an_arrival_that_names_a_tablet_comes_from_it() {
        String op = operation();
        UUID person = next();
        put(op, "arrivals/" + person, naming(TABLET))
                .statusCode(403)
                .body("type", endsWith(":other-device"));
        put(op, person, naming(TABLET), "tablet-4")
                .statusCode(403)
                .body("type", endsWith(":other-device"));
        alone(op)
                .header(DeviceToken.DEVICE_ID, TABLET)
                .body(naming(TABLET))
                .put(arrivals(op) + "/" + person)
                .then()
                .statusCode(401);
        put(op, person, naming(TABLET), TABLET).statusCode(201);
        put(op, next(), arrival(""), TABLET).statusCode(201);
        put(op, "arrivals/" + next(), arrival("")).statusCode(201);
    }

    @Test
    void and_from_the_tablets_own_reception_point() {
        String op = operation();
        put(op, next(), naming(TABLET).replace("\"east\"", "\"west\""), TABLET)
                .statusCode(403)
                .body("type", endsWith(":other-reception-point"));
        put(op, next(), arrival("").replace("\"east\"", "\"west\""), TABLET)
                .statusCode(403)
                .body("type", endsWith(":other-reception-point"));
    }

    @Test
    void who_is_registered_gets_the_receipt_without_the_tablet() {
        String op = operation();
        UUID person = next();
        String receipt =
                put(op, person, naming(TABLET), TABLET).statusCode(201).extract().asString();
        put(op, "arrivals/" + person, naming(TABLET)).statusCode(200).body(equalTo(receipt));
        put(op, "arrivals/" + person, naming(TABLET).replace("MALE", "FEMALE")).statusCode(409);
    }

    @Test
    void each_line_of_many_is_looked_at() {
        String op = operation();
        UUID person = next();
        String line = naming(TABLET).replaceFirst("\\{", "{\"personId\":\"" + person + "\",");
        lines(op, alone(op), line).body(containsString(":other-device"));
        lines(op, with(op, TABLET), line.replace("\"east\"", "\"west\""))
                .body(containsString(":other-reception-point"));
        lines(op, with(op, TABLET), line).body(not(containsString("problem")));
        lines(op, alone(op), line).body(not(containsString("problem")));
    }

    private static ValidatableResponse lines(String op, RequestSpecification by, String lines) {
        return by.contentType(ArrivalResource.NDJSON + ";charset=UTF-8")
                .body(lines.getBytes(UTF_8))
                .post(arrivals(op))
                .then()
                .statusCode(200);
    }

    private static String naming(String device) {
        return arrival(",\"device\":{\"deviceId\":\"%s\"}".formatted(device));
    }

    private static String arrival(String more) {
        return """
        {"receptionPoint":"east","arrivedAt":"2019-03-05T09:12:00Z","sex":"MALE",\
        "age":{"min":30,"max":40}%s}\
        """
                .formatted(more);
    }

    private static String arrivals(String op) {
        return "/operations/" + op + "/arrivals";
    }

    private ValidatableResponse put(String op, UUID person, String body, String device) {
        return with(op, device).body(body).put(arrivals(op) + "/" + person).then();
    }

    private RequestSpecification with(String op, String device) {
        return alone(op)
                .header(DeviceToken.DEVICE_ID, device)
                .header(DeviceToken.HEADER, devices.issue(op, device, "east", false));
    }

    private static RequestSpecification alone(String op) {
        return given().auth().oauth2(officer(op)).contentType("application/json");
    }
}
