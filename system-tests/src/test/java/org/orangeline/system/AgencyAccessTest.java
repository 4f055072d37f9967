package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.orangeline.launcher.keys.Role;
import org.orangeline.launcher.keys.TokenIssuer;
import org.orangeline.launcher.keys.TokenRequest;
import org.orangeline.system.SharedFeeds.Feeds;

/** Whom the gateway tells nothing, and how it describes itself. */
@OnSharedFeeds
class AgencyAccessTest {

    private final RunningSystem system;
    private final Emergency emergency;

    AgencyAccessTest(Feeds feeds) {
        this.system = feeds.system();
        this.emergency = feeds.small();
    }

    @Test
    void a_forged_foreign_or_expired_token_or_cursor_is_refused() throws Exception {
        Agency reader = new Agency(system, "everybody").readAll(500);
        String cursor = Objects.requireNonNull(reader.cursor());
        TokenIssuer tokens = system.stack().tokens();

        assertRefused(401, Call.get("feed"));
        assertRefused(401, Call.get("feed").token("no.token.atall"));
        assertRefused(401, Call.get("feed").token(foreign()));
        assertRefused(
                401,
                Call.get("feed")
                        .token(
                                tokens.issue(
                                        TokenRequest.agency("everybody")
                                                .validFor(Duration.ofMinutes(-5)))));
        for (Role role : Role.values()) {
            if (role != Role.AGENCY) {
                String officer =
                        tokens.issue(
                                TokenRequest.human("Amira Haddad", emergency.operation(), role));
                assertRefused(403, Call.get("feed").token(officer));
            }
        }
        assertRefused(
                404,
                Call.get("feed")
                        .token(
                                tokens.issue(
                                        TokenRequest.machine(
                                                "x", emergency.operation(), Role.AGENCY))));
        assertRefused(404, new Agency(system, "nobody").call("feed"));
        assertRefused(403, new Agency(system, "ended").call("feed"));

        assertRefused(400, reader.call("feed?cursor=AAAA"));
        // Who has lost its cursor is not told everything again without noticing it.
        assertRefused(400, reader.call("feed?cursor="));
        assertRefused(400, reader.call("feed").header("Last-Event-ID", ""));
        assertRefused(400, reader.call("feed?cursor=" + flipped(cursor)));
        assertRefused(400, new Agency(system, "children").call("feed?cursor=" + cursor));
        assertRefused(
                400, new Agency(system, "children").call("feed").header("Last-Event-ID", cursor));
        assertRefused(400, reader.call("feed?limit=0"));
        assertRefused(400, reader.call("feed?limit=1001"));
        assertRefused(400, reader.call("feed?limit=%D9%A5"));
        assertRefused(400, reader.call("feed?cursor=one&cursor=two"));
        assertRefused(400, reader.call("feed?from=yesterday"));
        assertRefused(400, reader.call("feed?form=now"));
        assertRefused(400, reader.call("feed/agreement?asOf=2019-03-01T12:00:00Z"));
        assertRefused(406, reader.call("feed").header("Accept", "text/csv"));
        assertRefused(406, reader.call("feed").header("Accept", "text/event-stream;q=0"));
        // An agency's token opens nothing in the services.
        emergency
                .intake()
                .send(
                        Call.get("operations/" + emergency.operation() + "/duplicates")
                                .token(reader.token()))
                .expectProblem(404);
    }

    @Test
    void an_agreement_that_is_refused_gives_no_feed_and_readiness_says_why() {
        assertRefused(404, new Agency(system, "identity").call("feed"));
        for (String agency : List.of("unsigned", "forged", "elsewhere", "borrowed")) {
            assertRefused(404, new Agency(system, agency).call("feed"));
        }

        String health = system.gateway().send(Call.get("q/health/ready")).expect(200).body();
        assertThat(health)
                .contains("identity.1.json: PersonArrived/identity is never told to an agency")
                .contains("unsigned.1.json: it has no signature")
                .contains("forged.1.json: its signature does not hold")
                .contains("elsewhere.1.json: its signature does not hold")
                .contains("borrowed.1.json: it is not the agreement that its name says");
    }

    @Test
    void the_gateway_describes_its_calls_and_serves_the_schemas() {
        JsonNode paths =
                system.gateway()
                        .send(Call.get("q/openapi?format=json"))
                        .expect(200)
                        .json()
                        .path("paths");
        List<String> calls = new ArrayList<>();
        paths.properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(call -> {
                                    calls.add(call.getKey() + " " + path.getKey());
                                    assertThat(call.getValue().path("x-roles").toString())
                                            .isEqualTo("[\"agency\"]");
                                    assertThat(call.getValue().path("summary").asText())
                                            .isNotBlank();
                                }));
        assertThat(calls)
                .containsExactlyInAnyOrder(
                        "get /feed",
                        "get /feed/agreement",
                        "get /feed/acknowledgements",
                        "post /feed/acknowledgements",
                        "get /schemas/{file}");

        // Programs read them: a feed with a cursor or as a stream, and 500 notices at most.
        assertThat(paths.toString()).doesNotContain("text/csv");

        Agency reader = new Agency(system, "everybody");
        for (String schema : List.of("PersonArrived.1.json", "ErasureNotice.1.json")) {
            assertThat(
                            system.gateway()
                                    .send(reader.call("schemas/" + schema))
                                    .expect(200)
                                    .text("title"))
                    .isEqualTo(schema.substring(0, schema.indexOf('.')));
        }
        assertRefused(404, reader.call("schemas/NoSuchEvent.1.json"));
        assertRefused(401, Call.get("schemas/PersonArrived.1.json"));
        assertThat(system.gateway().send(reader.call("feed/agreement")).expect(200).text("purpose"))
                .isEqualTo("a test");
        assertThat(system.gateway().send(Call.get("q/metrics")).expect(200).body())
                .contains("orangeline_feed_events{agency=\"everybody\"}");
    }

    private void assertRefused(int status, Call call) {
        system.gateway().send(call).expectProblem(status);
    }

    private static String foreign() throws NoSuchAlgorithmException {
        return new TokenIssuer(KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate())
                .issue(TokenRequest.agency("everybody"));
    }

    private static String flipped(String cursor) {
        char last = cursor.charAt(cursor.length() - 3);
        return cursor.substring(0, cursor.length() - 3)
                + (last == 'A' ? 'B' : 'A')
                + cursor.substring(cursor.length() - 2);
    }
}
