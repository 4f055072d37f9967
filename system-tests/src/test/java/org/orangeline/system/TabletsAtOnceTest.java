package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/**
 * A reception point's tablets come to one address, and all of them begin at once: each enrols, asks
 * for a challenge and for a token, and waits as it is told.
 */
@OnTheSharedSystem
class TabletsAtOnceTest {

    private static final Logger LOG = Logger.getLogger(TabletsAtOnceTest.class);
    private static final int TABLETS = 200;

    /** Another address of this machine, so that nobody else's calls count for it. */
    private static final String SENDER = "127.0.0.77";

    private final Emergency emergency;
    private final Api api;
    private final AtomicInteger refused = new AtomicInteger();

    TabletsAtOnceTest(RunningSystem system) {
        this.emergency = Emergency.opened(system, "at-once");
        this.api = Api.from(SENDER, system.process(Service.INTAKE).address());
    }

    @Test
    void two_hundred_tablets_behind_one_address_all_get_their_tokens() throws Exception {
        List<JsonNode> invitations = new ArrayList<>();
        for (int i = 0; i < TABLETS; i++) {
            invitations.add(
                    EnrolledDevice.invited(
                            emergency, "tablet-" + i, EnrolledDevice.RECEPTION_POINT));
        }
        long begin = System.nanoTime();
        try (ExecutorService tablets = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> tokens = new ArrayList<>();
            for (int i = 0; i < TABLETS; i++) {
                String id = "tablet-" + i;
                String code = invitations.get(i).path("code").asText();
                tokens.add(tablets.submit(() -> token(id, code)));
            }
            for (Future<String> token : tokens) {
                assertThat(token.get()).isNotBlank();
            }
        }
        LOG.infof(
                "%d tablets had their tokens after %d ms; %d calls were asked to come later",
                TABLETS, Duration.ofNanos(System.nanoTime() - begin).toMillis(), refused.get());
        assertThat(refused.get()).as("more than the rate came at once").isPositive();
    }

    private String token(String id, String code) {
        DeviceKeys keys = new DeviceKeys();
        Answer unused = settled(EnrolledDevice.enrolment(emergency, id, code, keys)).expect(201);
        JsonNode challenge =
                settled(
                                emergency
                                        .call("POST", "devices/" + id + "/challenge")
                                        .json("{\"use\":\"TOKEN\"}"))
                        .expect(200)
                        .json();
        String assertion =
                keys.sign(
                        DeviceKeys.claims(
                                challenge.path("audience").asText(),
                                id,
                                challenge.path("nonce").asText(),
                                UUID.randomUUID().toString()));
        return settled(
                        emergency
                                .call("POST", "devices/" + id + "/token")
                                .json(Answer.MAPPER.createObjectNode().put("assertion", assertion)))
                .expect(200)
                .text("token");
    }

    /** Sent again after the pause that the answer asks for, as docs/tablets.md says. */
    private Answer settled(Call call) {
        while (true) {
            Answer answer = api.send(call);
            if (answer.status() != 429 && answer.status() != 503) {
                return answer;
            }
            refused.incrementAndGet();
            String seconds = answer.headers().firstValue("Retry-After").orElseThrow();
            Eventually.pause(Duration.ofSeconds(Long.parseLong(seconds)).toMillis());
        }
    }
}
