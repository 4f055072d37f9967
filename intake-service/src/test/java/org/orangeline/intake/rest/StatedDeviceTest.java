package org.orangeline.intake.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.kit.rest.DeviceToken;
import org.orangeline.kit.rest.DeviceTokens;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.testing.LocalDeployment;
import org.orangeline.kit.testing.Tokens;

/** Which tablet kept a call is believed with that tablet's token only. */
@QuarkusTest
@QuarkusTestResource(LocalDeployment.class)
class StatedDeviceTest extends OverHttp {

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeviceTokens devices;

    @Test
    void a_tablet_is_stated_with_its_token() {
        String op = operation();
        String token = devices.issue(op, "tablet-1", "east", false);

        assertThat(patched(op, null, null)).as("no tablet at all").isEqualTo(200);
        assertThat(patched(op, "tablet-1", token)).isEqualTo(200);
        assertThat(patched(op, "tablet-1", null)).as("no proof").isEqualTo(401);
        assertThat(patched(op, "tablet-2", token)).as("another one").isEqualTo(401);
        assertThat(patched(op, "tablet-1", token + "x")).as("forged").isEqualTo(401);
        String elsewhere = devices.issue("other", "tablet-1", "east", false);
        assertThat(patched(op, "tablet-1", elsewhere)).as("foreign").isEqualTo(401);
        String revoked = devices.issue(op, "tablet-1", "east", true);
        assertThat(patched(op, "tablet-1", revoked)).as("revoked").isEqualTo(403);
    }

    private static int patched(String op, @Nullable String device, @Nullable String token) {
        UUID person = arrives(op, "Dilan");
        RequestSpecification call =
                given().header(
                                "Authorization",
                                "Bearer " + Tokens.human("dilan", op, Role.INTAKE_OFFICER))
                        .header("Based-On", "0")
                        .contentType("application/json");
        if (device != null) {
            call = call.header(DeviceToken.DEVICE_ID, device);
        }
        if (token != null) {
            call = call.header(DeviceToken.HEADER, token);
        }
        return call.body("{\"needs\":[\"WOUNDED\"],\"reason\":\"said so\"}")
                .patch("/operations/" + op + "/persons/" + person)
                .statusCode();
    }
}
