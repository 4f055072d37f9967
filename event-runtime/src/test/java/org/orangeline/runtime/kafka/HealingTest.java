package org.orangeline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.localkafka.TestBroker;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.toy.Toy;
import org.orangeline.runtime.toy.ToyCommand.Assign;
import org.orangeline.runtime.toy.ToyEvents;

/** What becomes of a partition in which something went wrong that is not in the log. */
class HealingTest {

    private static final int PARTITION = 1;
    private static final String OPERATION = Node.operationIn(PARTITION, "healing");
    private static final String LEARNED = Node.operationIn(PARTITION, "learned-again");
    private static final String FAULT = "FAULT";

    private final String bootstrap = TestBroker.shared();
    private final UUID people = UUID.randomUUID();

    @Test
    void a_fault_of_the_moment_heals_and_nothing_is_lost() {
        AtomicBoolean broken = new AtomicBoolean(true);
        Toy once =
                Toy.alone()
                        .beforeDeciding(command -> {
                            if (command instanceof Assign assign
                                    && assign.group().equals(FAULT)
                                    && broken.getAndSet(false)) {
                                throw new LinkageError("a fault of the moment");
                            }
                        });
        try (Node node = Node.start(once, bootstrap, "one").awaitLeadsAll()) {
            List<Outcome.Done> before =
                    IntStream.range(0, 30)
                            .mapToObj(i -> node.done(assign(i, "A"), "before " + i))
                            .toList();
            assertThat(node.submit(assign(99, FAULT), "fault"))
                    .isInstanceOf(Outcome.Unavailable.class);

            Outcome.Done after = node.done(assign(99, FAULT), "fault");
            assertThat(after.repeated()).isFalse();
            assertThat(after.events().getFirst().envelope().sequence())
                    .isEqualTo(before.getLast().events().getLast().envelope().sequence() + 1);
            for (int i = 0; i < 30; i++) {
                assertThat(node.done(assign(i, "A"), "before " + i))
                        .isEqualTo(new Outcome.Done(before.get(i).events(), true));
            }
            node.awaitReady();
            try (RawLog log = new RawLog(Node.settings(bootstrap, "x"))) {
                log.walk(Service.SCREENING);
            }
        }
    }

    @Test
    void what_it_learned_from_others_comes_again_with_the_rest() {
        AtomicBoolean broken = new AtomicBoolean(true);
        Toy once =
                Toy.afterIntake()
                        .beforeFolding(event -> {
                            if (event.subject().equals(person(3).toString())
                                    && broken.getAndSet(false)) {
                                throw new LinkageError("a fault of the moment");
                            }
                        });
        RuntimeSettings settings = Node.settings(bootstrap, "one");
        try (RawLog log = new RawLog(settings).provision(Service.INTAKE);
                Node node = Node.start(once, settings).awaitLeadsAll()) {
            for (int i = 0; i < 6; i++) {
                log.append(LEARNED, ToyEvents.arrived(person(i)));
            }
            Eventually.until(
                    "everybody has a group, also who arrived before the fault",
                    () ->
                            IntStream.range(0, 6)
                                    .allMatch(i ->
                                            node.engine()
                                                    .view(LEARNED)
                                                    .own()
                                                    .groups()
                                                    .containsKey(person(i))));
            assertThat(broken).isFalse();
            assertThat(node.engine().view(LEARNED).known().arrivals().size())
                    .isGreaterThanOrEqualTo(6);
            node.awaitReady();
        }
    }

    @Test
    void another_instance_has_what_stopped_here_for_good() {
        AtomicBoolean broken = new AtomicBoolean();
        Toy breaking =
                Toy.alone()
                        .beforeFolding(unused -> {
                            if (broken.get()) {
                                throw new LinkageError("this process is broken");
                            }
                        });
        try (Node one = Node.start(breaking, bootstrap, "one").awaitLeadsAll();
                Node two = Node.start(Toy.alone(), bootstrap, "two").awaitReady()) {
            Eventually.until("each leads some", () -> leads(one) == 2 && leads(two) == 2);
            int partition =
                    IntStream.range(0, Node.PARTITIONS)
                            .filter(p -> one.role(p) == Role.LEADING)
                            .findFirst()
                            .orElseThrow();
            String operation = Node.operationIn(partition, "handed-on");
            Outcome.Done before = one.done(new Assign(operation, person(0), "A"), "before");
            broken.set(true);
            CompletableFuture<Outcome> during =
                    one.ask(new Assign(operation, person(1), "A"), "during");

            assertThat(Node.outcome(during)).isInstanceOf(Outcome.Unavailable.class);
            Eventually.until("the other has it", () -> two.role(partition) == Role.LEADING);
            assertThat(two.done(new Assign(operation, person(0), "A"), "before"))
                    .isEqualTo(new Outcome.Done(before.events(), true));
            assertThat(two.done(new Assign(operation, person(1), "A"), "during").repeated())
                    .isFalse();
            assertThat(one.engine().staleness(operation)).contains("this process is broken");
            assertThat(one.engine().problems())
                    .anyMatch(problem -> problem.contains("this process is broken"));

            broken.set(false);
            two.die();
            Eventually.until(
                    "with nobody left, it comes back for what is whole", () -> leads(one) == 3);
        }
    }

    private static long leads(Node node) {
        return node.engine().status().stream().filter(s -> s.role() == Role.LEADING).count();
    }

    private Assign assign(int person, String group) {
        return new Assign(OPERATION, person(person), group);
    }

    // The tests share a log, and the toy knows a person by the id alone.
    private UUID person(int number) {
        return new UUID(people.getMostSignificantBits(), 0x8000000000000000L | number);
    }
}
