package org.orangeline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.events.Service;
import org.orangeline.localkafka.LocalBroker;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.Submission;
import org.orangeline.runtime.log.LogRecord;
import org.orangeline.runtime.toy.Toy;
import org.orangeline.runtime.toy.ToyCommand.AssignAndMove;

/** The broker dies under load and comes back. */
class BrokerKilledTest {

    private static final int CALLERS = 12;
    private static final int KILLS = 3;

    @TempDir private Path folder;

    private final Map<String, Outcome> answers = new ConcurrentHashMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean goOn = new AtomicBoolean(true);
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger unavailable = new AtomicInteger();

    @Test
    void no_answer_is_false_and_work_goes_on_by_itself() {
        try (LocalBroker broker = OwnBroker.start(folder);
                Node node = start(broker).awaitLeadsAll()) {
            try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
                IntStream.range(0, CALLERS)
                        .forEach(caller -> callers.execute(() -> keepAsking(node, caller)));
                Eventually.until("a good deal is done", () -> done.get() > 500);
                // A kill that falls between a commit's decision and its markers is the hard one.
                for (int kill = 0; kill < KILLS; kill++) {
                    killUnderLoad(broker);
                }
                goOn.set(false);
            }
            Eventually.until("it leads all again", node::leadsAll);
            try (RawLog log = new RawLog(node.engine().settings())) {
                List<LogRecord> all = log.walk(Service.SCREENING);
                Set<String> recorded = new HashSet<>();
                all.forEach(record -> recorded.add(record.envelope().commandId()));
                answers.forEach((id, outcome) -> {
                    if (outcome instanceof Outcome.Done) {
                        assertThat(recorded).contains(id);
                    }
                });
                assertThat(asked).containsAll(recorded);
                assertThat(all).hasSize(2 * recorded.size());
            }
            broker.kill();
        }
    }

    // Callers who do not wait long are told to come back while the broker is away.
    private static Node start(LocalBroker broker) {
        return Node.start(
                Toy.alone(),
                Node.patience(Node.settings(broker.bootstrap(), "a"), Duration.ofSeconds(3)));
    }

    private void killUnderLoad(LocalBroker broker) {
        broker.kill();
        int before = unavailable.get();
        Eventually.until(
                "callers are told to come back", () -> unavailable.get() > before + CALLERS);
        broker.start();
        int after = done.get();
        Eventually.until("work goes on", () -> done.get() > after + 500);
    }

    private void keepAsking(Node node, int caller) {
        String operation = Node.operationIn(caller % Node.PARTITIONS, "kill");
        for (int i = 0; goOn.get(); i++) {
            String key = caller + " " + i;
            String id = Submission.id(operation, "test", key);
            asked.add(id);
            Outcome outcome =
                    node.submit(new AssignAndMove(operation, new UUID(caller, i), "A", "B"), key);
            answers.put(id, outcome);
            if (outcome instanceof Outcome.Done) {
                done.incrementAndGet();
            } else {
                assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
                unavailable.incrementAndGet();
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
