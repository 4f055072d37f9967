package org.orangeline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.orangeline.localkafka.TestBroker;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.View;
import org.orangeline.runtime.toy.Toy;
import org.orangeline.runtime.toy.ToyCommand.Assign;
import org.orangeline.runtime.toy.ToyKnown;
import org.orangeline.runtime.toy.ToyOwn;

/** A look back shows what was the present then. */
class PastTest {

    private static final int ROUNDS = 12;
    private static final int EACH = 400;

    private final String bootstrap = TestBroker.shared();

    @Test
    void as_of_an_instant_is_the_fold_up_to_it_before_and_after_a_restart() throws Exception {
        String operation = Node.operationIn(3, "past");
        Map<Instant, View<ToyOwn, ToyKnown>> moments = new LinkedHashMap<>();
        try (Node node = Node.start(Toy.alone(), bootstrap, "a").awaitLeadsAll()) {
            for (int round = 0; round < ROUNDS; round++) {
                List<CompletableFuture<Outcome>> asked = new ArrayList<>();
                for (int i = 0; i < EACH; i++) {
                    UUID person = new UUID(1_000 + round, i);
                    asked.add(node.ask(new Assign(operation, person, "A"), round + " " + i));
                }
                asked.forEach(Node::outcome);
                moments.put(Instant.now(), node.engine().view(operation));
                Thread.sleep(5); // the next event's millisecond is another one
            }
            // Checkpoints bound what is read.
            assertSame(node, operation, moments);
        }
        try (Node again = Node.start(Toy.alone(), bootstrap, "a").awaitReady()) {
            assertSame(again, operation, moments);
            assertThat(again.engine().viewAsOf(operation, Instant.EPOCH).own())
                    .isEqualTo(Toy.alone().emptyOwn());
        }
    }

    private static void assertSame(
            Node node, String operation, Map<Instant, View<ToyOwn, ToyKnown>> moments) {
        List<Instant> asked = new ArrayList<>(moments.keySet());
        java.util.Collections.shuffle(asked, new Random(4));
        for (Instant at : asked) {
            assertThat(node.engine().viewAsOf(operation, at)).isEqualTo(moments.get(at));
        }
    }
}
