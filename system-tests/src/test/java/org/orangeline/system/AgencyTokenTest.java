package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.system.SharedFeeds.Feeds;

/** What a token has to say at the gateway, and what ends with it. */
@OnSharedFeeds
class AgencyTokenTest {

    private final RunningSystem system;

    AgencyTokenTest(Feeds feeds) {
        this.system = feeds.system();
    }

    @Test
    void a_token_for_another_audience_or_for_none_or_of_another_issuer_is_refused() {
        assertThat(answer(claims("program"))).isEqualTo(200);
        assertThat(answer(claims("program").put("aud", "wiki"))).isEqualTo(401);
        ObjectNode nobodys = claims("program");
        nobodys.remove("aud");
        assertThat(answer(nobodys)).isEqualTo(401);
        assertThat(answer(claims("program").put("iss", "https://elsewhere.example")))
                .isEqualTo(401);
        ObjectNode nameless = claims("program");
        nameless.remove("sub");
        assertThat(answer(nameless)).isEqualTo(401);
    }

    @Test
    void a_stream_ends_when_its_token_is_revoked_and_no_other_does() throws Exception {
        String subject = "dismissed-" + UUID.randomUUID();
        String token = token(claims(subject));
        try (HttpClient client =
                        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                BufferedReader revoked = stream(client, token);
                BufferedReader other = stream(client, token(claims("program")))) {
            assertThat(revoked.readLine()).startsWith(": ");
            assertThat(other.readLine()).startsWith(": ");
            Files.writeString(
                    system.stack().keys().revokedTokensFile(),
                    "sub " + subject + "\n",
                    StandardOpenOption.APPEND);
            // What comes meanwhile is read and left; a stream that goes on says so now and then.
            long deadline = System.nanoTime() + Eventually.LIMIT.toNanos();
            String line = revoked.readLine();
            while (line != null && System.nanoTime() < deadline) {
                line = revoked.readLine();
            }
            assertThat(line).as("the stream has ended").isNull();
            assertThat(system.gateway().settle(Call.get("feed").token(token)).status())
                    .isEqualTo(401);
            assertThat(other.readLine()).isNotNull();
            client.shutdownNow();
        }
    }

    private BufferedReader stream(HttpClient client, String token)
            throws IOException, InterruptedException {
        URI address = system.stack().gateway().address().resolve("/feed?from=now");
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "text/event-stream")
                        .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private int answer(ObjectNode claims) {
        return system.gateway().settle(Call.get("feed?limit=1").token(token(claims))).status();
    }

    private String token(ObjectNode claims) {
        return SignedClaims.of(system, "JWT", claims);
    }

    private static ObjectNode claims(String subject) {
        long now = Instant.now().getEpochSecond();
        ObjectNode claims =
                Answer.MAPPER
                        .createObjectNode()
                        .put("iss", "https://orangeline.local")
                        .put("aud", "orangeline")
                        .put("sub", subject)
                        .put("agency", "everybody")
                        .put("iat", now)
                        .put("exp", now + 3_600);
        claims.putArray("groups").add("agency");
        return claims;
    }
}
