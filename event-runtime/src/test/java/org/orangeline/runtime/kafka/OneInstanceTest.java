package org.orangeline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.orangeline.events.EventCodec;
import org.orangeline.events.Service;
import org.orangeline.events.screening.GroupReassigned;
import org.orangeline.localkafka.TestBroker;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.View;
import org.orangeline.runtime.log.LogRecord;
import org.orangeline.runtime.toy.Toy;
import org.orangeline.runtime.toy.ToyCommand.Assign;
import org.orangeline.runtime.toy.ToyCommand.AssignAndMove;
import org.orangeline.runtime.toy.ToyCommand.Explode;
import org.orangeline.runtime.toy.ToyCommand.Move;
import org.orangeline.runtime.toy.ToyKnown;
import org.orangeline.runtime.toy.ToyOwn;

/** One instance of the toy, and the one after it, on a real broker. */
class OneInstanceTest {

    private static final int THREADS = 8;
    private static final int EACH = 150;
    private static final int MANY = 5_000;

    private final String bootstrap = TestBroker.shared();

    @Test
    void what_many_ask_at_once_is_recorded_once_each_and_a_restart_sees_the_same() {
        Map<Integer, View<ToyOwn, ToyKnown>> before = new TreeMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        try (Node node = Node.start(Toy.alone(), bootstrap, "a").awaitLeadsAll()) {
            List<CompletableFuture<Outcome>> asked = new ArrayList<>();
            try (var threads = Executors.newFixedThreadPool(THREADS)) {
                List<CompletableFuture<List<CompletableFuture<Outcome>>>> all = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    String operation = Node.operationIn(thread % Node.PARTITIONS, "many");
                    int number = thread;
                    all.add(
                            CompletableFuture.supplyAsync(
                                    () -> ask(node, operation, number), threads));
                }
                all.forEach(one -> asked.addAll(one.join()));
            }
            asked.forEach(one -> outcomes.add(Node.outcome(one)));
            for (int partition = 0; partition < Node.PARTITIONS; partition++) {
                before.put(partition, node.engine().partitionView(partition));
            }
        }
        assertThat(outcomes).hasSize(THREADS * EACH).allMatch(OneInstanceTest::isNew);
        try (RawLog log = new RawLog(Node.settings(bootstrap, "x"))) {
            List<LogRecord> all = log.walk(Service.SCREENING);
            assertThat(all.stream().filter(r -> r.envelope().operation().startsWith("many")))
                    .hasSize(2 * THREADS * EACH);
        }
        try (Node again = Node.start(Toy.alone(), bootstrap, "a").awaitReady()) {
            before.forEach((partition, view) ->
                    assertThat(again.engine().partitionView(partition)).isEqualTo(view));
        }
    }

    private static List<CompletableFuture<Outcome>> ask(Node node, String operation, int thread) {
        List<CompletableFuture<Outcome>> asked = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            UUID person = new UUID(thread, i);
            asked.add(node.ask(new AssignAndMove(operation, person, "A", "B"), thread + " " + i));
        }
        return asked;
    }

    @Test
    void a_repeat_gets_the_first_answer_before_and_after_a_restart() {
        String operation = Node.operationIn(1, "repeat");
        UUID person = new UUID(5, 5);
        var command = new AssignAndMove(operation, person, "A", "B");
        Outcome.Done first;
        try (Node node = Node.start(Toy.alone(), bootstrap, "a").awaitLeadsAll()) {
            first = node.done(command, "r");
            assertThat(first.repeated()).isFalse();
            assertThat(node.submit(command, "r")).isEqualTo(repeated(first));
            assertThat(node.submit(new Assign(operation, person, "C"), "r"))
                    .isEqualTo(new Outcome.OtherContent());
        }
        try (Node node = Node.start(Toy.alone(), bootstrap, "a").awaitLeadsAll()) {
            assertThat(node.submit(command, "r")).isEqualTo(repeated(first));
            assertThat(node.submit(new Assign(operation, person, "C"), "r"))
                    .isEqualTo(new Outcome.OtherContent());
            var moved = first.first(GroupReassigned.class).event();
            assertThat(EventCodec.open(moved.reason(), String.class, node.engine().keys()))
                    .contains("at once");
            assertThat(node.engine().history(operation, person.toString()).join())
                    .isEqualTo(first.events());
            assertThat(node.engine().hasHistory(operation, person.toString())).isTrue();
            assertThat(node.engine().hasHistory("another", person.toString())).isFalse();
        }
    }

    @Test
    void thousands_of_repeats_at_once_are_answered_from_few_passes_over_the_log() {
        String operation = Node.operationIn(2, "thousands");
        try (Node node = Node.start(Toy.alone(), bootstrap, "a").awaitLeadsAll()) {
            List<Outcome> first = askAll(node, operation);
            assertThat(first).allMatch(OneInstanceTest::isNew);
            long began = System.nanoTime();
            List<Outcome> again = askAll(node, operation);
            System.out.printf(
                    "%d repeats in %d ms%n", MANY, (System.nanoTime() - began) / 1_000_000);
            for (int i = 0; i < MANY; i++) {
                assertThat(again.get(i)).isEqualTo(repeated((Outcome.Done) first.get(i)));
            }
        }
    }

    private static List<Outcome> askAll(Node node, String operation) {
        List<CompletableFuture<Outcome>> asked = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            asked.add(node.ask(new Assign(operation, new UUID(77, i), "A"), "m" + i));
        }
        return asked.stream().map(Node::outcome).toList();
    }

    @Test
    void a_refusal_writes_nothing_and_a_bug_fails_its_own_command_only() {
        String operation = Node.operationIn(3, "refusal");
        UUID person = new UUID(6, 6);
        try (Node node = Node.start(Toy.alone(), bootstrap, "a").awaitLeadsAll()) {
            long before = node.engine().view(operation).sequence();
            assertThat(node.submit(new Move(operation, person, "A", "why"), "1"))
                    .isInstanceOf(Outcome.Refused.class);
            assertThat(node.submit(new Explode(operation, person), "2"))
                    .isInstanceOf(Outcome.Failed.class);
            assertThat(node.engine().view(operation).sequence()).isEqualTo(before);
            assertThat(node.done(new Assign(operation, person, "A"), "3").repeated()).isFalse();
            assertThat(node.done(new Move(operation, person, "B", "why"), "1").repeated())
                    .isFalse();
        }
    }

    private static boolean isNew(Outcome outcome) {
        return outcome instanceof Outcome.Done done && !done.repeated();
    }

    private static Outcome.Done repeated(Outcome.Done first) {
        return new Outcome.Done(first.events(), true);
    }
}
