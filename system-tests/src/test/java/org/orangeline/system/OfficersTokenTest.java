package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/** What an officer's token has to say besides being signed, and how one is taken back. */
@OnTheSharedSystem
class OfficersTokenTest {

    private final RunningSystem system;
    private final Emergency emergency;

    OfficersTokenTest(RunningSystem system) {
        this.system = system;
        this.emergency = Emergency.opened(system, "tokens");
    }

    @Test
    void a_token_for_another_audience_of_another_type_or_from_the_future_is_refused() {
        for (Service service : Service.values()) {
            assertThat(answer(service, signed("JWT", claims()))).isEqualTo(200);
            assertThat(answer(service, signed("at+jwt", claims()))).isEqualTo(200);
            ObjectNode nobodys = claims();
            nobodys.remove("aud");
            assertThat(answer(service, signed("JWT", nobodys))).isEqualTo(401);
            assertThat(answer(service, signed("JWT", claims().put("aud", "wiki")))).isEqualTo(401);
            assertThat(answer(service, signed("logout+jwt", claims()))).isEqualTo(401);
            assertThat(answer(service, signed(null, claims()))).isEqualTo(401);
            long soon = Instant.now().plusSeconds(600).getEpochSecond();
            assertThat(answer(service, signed("JWT", claims().put("iat", soon)))).isEqualTo(401);
            assertThat(answer(service, signed("JWT", claims().put("nbf", soon)))).isEqualTo(401);
        }
    }

    @Test
    void a_revoked_officer_is_kept_out_within_seconds_and_nobody_else() throws IOException {
        String subject = "dismissed-" + UUID.randomUUID();
        String token = signed("JWT", claims().put("sub", subject));
        String other = signed("JWT", claims());
        for (Service service : Service.values()) {
            assertThat(answer(service, token)).isEqualTo(200);
        }
        Files.writeString(
                system.stack().keys().revokedTokensFile(),
                "sub " + subject + "\n",
                StandardOpenOption.APPEND);
        for (Service service : Service.values()) {
            Eventually.holds(service + " refuses", () -> answer(service, token) == 401);
            assertThat(answer(service, other)).isEqualTo(200);
        }
    }

    @Test
    void a_page_of_another_origin_reads_nothing() {
        Answer answer =
                system.api(Service.INTAKE)
                        .settle(
                                emergency
                                        .call("GET", "plan")
                                        .token(emergency.officers().auditor())
                                        .header("Origin", "https://elsewhere.example"))
                        .expect(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        Answer asked =
                system.api(Service.INTAKE)
                        .settle(
                                Call.of("OPTIONS", "operations/" + emergency.operation() + "/plan")
                                        .header("Origin", "https://elsewhere.example")
                                        .header("Access-Control-Request-Method", "GET"));
        assertThat(asked.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-c"));
    }

    private int answer(Service service, String token) {
        return system.api(service).settle(emergency.call("GET", "exports").token(token)).status();
    }

    private ObjectNode claims() {
        long now = Instant.now().getEpochSecond();
        ObjectNode claims =
                Answer.MAPPER
                        .createObjectNode()
                        .put("iss", "https://orangeline.local")
                        .put("aud", "orangeline")
                        .put("sub", "auditor-1")
                        .put("kind", "human")
                        .put("iat", now)
                        .put("exp", now + 3_600);
        claims.putArray("groups").add("auditor");
        claims.putArray("operations").add(emergency.operation());
        return claims;
    }

    private String signed(@org.jspecify.annotations.Nullable String type, ObjectNode claims) {
        return SignedClaims.of(system, type, claims);
    }
}
