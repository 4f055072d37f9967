package org.orangeline.intake.rest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.kit.rest.DeviceToken;
import org.orangeline.kit.rest.DeviceTokens;
import org.orangeline.kit.testing.LocalDeployment;

/** A tablet gives numbers of its block and nobody else does; receipts are signed. */
@QuarkusTest
@QuarkusTestResource(LocalDeployment.class)
class NumbersOfATabletTest extends OverHttp {

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeviceTokens devices;

    @Test
    void a_tablet_gives_numbers_of_its_own_and_its_receipts_are_signed() {
        String op = operation();
        arrives(op, "Khaled Hassan");
        List<String> numbers = leased(op);
        UUID person = next();
        String first = arrival(numbers.get(1), "tablet-3");
        String signed =
                put(op, person, first, "tablet-3")
                        .statusCode(201)
                        .body("registrationNumber", equalTo(numbers.get(1)))
                        .extract()
                        .path("signed");
        put(op, person, first, "tablet-3").statusCode(200).body("signed", equalTo(signed));
        put(op, next(), first, "tablet-3").statusCode(409);
        put(op, next(), arrival("BGZ-000002-1", "tablet-3"), "tablet-3")
                .statusCode(400)
                .body("detail", containsString("check digit"));
        get(op, "number-blocks")
                .body("items[0].deviceId", equalTo("tablet-3"))
                .body("items[0].used", equalTo(1));
        get(op, "receipt-key").body("crv", equalTo("Ed25519")).body("d", nullValue());
    }

    @Test
    void nobody_else_gives_them() {
        String op = operation();
        String number = leased(op).getFirst();
        String named = arrival(number, "tablet-3");
        UUID person = next();

        put(op, "arrivals/" + person, named)
                .statusCode(403)
                .body("type", endsWith(":other-device"));
        put(op, person, named, "tablet-4").statusCode(403).body("type", endsWith(":other-device"));
        put(op, person, arrival(number, "tablet-4"), "tablet-4").statusCode(409);
        String line = named.replaceFirst("\\{", "{\"personId\":\"" + person + "\",");
        given().auth()
                .oauth2(officer(op))
                .contentType(ArrivalResource.NDJSON + ";charset=UTF-8")
                .body(line.getBytes(UTF_8))
                .post("/operations/" + op + "/arrivals")
                .then()
                .statusCode(200)
                .body(containsString(":other-device"));

        put(op, person, named, "tablet-3").statusCode(201);
    }

    private static List<String> leased(String op) {
        enrolled(op, "tablet-3");
        return post(op, "number-blocks", "{\"deviceId\":\"tablet-3\",\"size\":2}")
                .statusCode(201)
                .extract()
                .path("numbers");
    }

    private static String arrival(String number, String device) {
        return """
        {"receptionPoint":"east","arrivedAt":"2019-03-05T09:12:00Z","sex":"MALE",\
        "age":{"min":30,"max":40},"registrationNumber":"%s","device":{"deviceId":"%s"}}\
        """
                .formatted(number, device);
    }

    private ValidatableResponse put(String op, UUID person, String body, String device) {
        return given().auth()
                .oauth2(officer(op))
                .header(DeviceToken.DEVICE_ID, device)
                .header(DeviceToken.HEADER, devices.issue(op, device, "east", false))
                .contentType("application/json")
                .body(body)
                .put("/operations/" + op + "/arrivals/" + person)
                .then();
    }
}
