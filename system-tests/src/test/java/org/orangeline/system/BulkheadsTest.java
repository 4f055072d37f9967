package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;

/** Whoever asks for too much at once waits for itself, and not others for it. */
@OnTheSharedSystem
class BulkheadsTest {

    private static final int AT_ONCE = 40;

    private final RunningSystem system;

    BulkheadsTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void others_are_answered_while_one_caller_asks_for_everything() {
        Emergency emergency = Emergency.opened(system, "greedy");
        UUID person = emergency.arrived(People.man("SYR"));
        emergency.awaitLine(person);
        String past = "persons/" + person + "?asOf=" + Instant.now();
        String history = "persons/" + person + "/history";
        String greedy = emergency.officers().officer("Azad", Role.AUDITOR);
        String other = emergency.officers().officer("Berfin", Role.AUDITOR);
        List<Call> calls =
                List.of(
                        emergency.call("GET", past),
                        emergency.call("GET", history),
                        emergency.call("GET", history + "?format=csv"),
                        emergency.call("HEAD", history + "?format=csv"));
        Api intake = system.api(Service.INTAKE);
        AtomicBoolean enough = new AtomicBoolean();
        Queue<Answer> flood = new ConcurrentLinkedQueue<>();
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < AT_ONCE; i++) {
                Call call = calls.get(i % calls.size()).token(greedy);
                var unused =
                        threads.submit(() -> {
                            while (!enough.get()) {
                                flood.add(intake.send(call));
                            }
                        });
            }
            try {
                Eventually.holds("the flood has begun", () -> flood.size() > AT_ONCE);
                for (int i = 0; i < 10; i++) {
                    calls.forEach(call -> answers.add(intake.send(call.token(other))));
                }
            } finally {
                enough.set(true);
            }
        }
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(flood)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isIn(200, 503);
                    if (answer.status() == 503) {
                        assertThat(answer.header("Retry-After")).isEqualTo("1");
                    }
                });
    }
}
