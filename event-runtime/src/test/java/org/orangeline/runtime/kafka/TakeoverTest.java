package org.orangeline.runtime.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.orangeline.events.EventCodec;
import org.orangeline.events.Service;
import org.orangeline.events.screening.GroupReassigned;
import org.orangeline.localkafka.TestBroker;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.log.LogRecord;
import org.orangeline.runtime.toy.Toy;
import org.orangeline.runtime.toy.ToyCommand;
import org.orangeline.runtime.toy.ToyCommand.Assign;
import org.orangeline.runtime.toy.ToyCommand.AssignAndMove;
import org.orangeline.runtime.toy.ToyCommand.Move;
import org.orangeline.runtime.toy.ToyEvents;

/** Two instances of the toy that share, inherit and dispute partitions. */
class TakeoverTest {

    private final String bootstrap = TestBroker.shared();
    private final RuntimeSettings settings = Node.settings(bootstrap, "x");

    @Test
    void two_share_and_the_one_that_is_left_loses_nothing() {
        Map<String, Outcome.Done> done = new HashMap<>();
        Map<String, ToyCommand> asked = new HashMap<>();
        try (Node one = Node.start(Toy.alone(), bootstrap, "one").awaitLeadsAll();
                Node two = Node.start(Toy.alone(), bootstrap, "two").awaitReady()) {
            Eventually.until(
                    "each leads some, and each partition has one owner",
                    () -> leads(one) == 2 && leads(two) == 2);
            for (int partition = 0; partition < Node.PARTITIONS; partition++) {
                Node owner = one.role(partition) == Role.LEADING ? one : two;
                Node other = owner == one ? two : one;
                String operation = Node.operationIn(partition, "shared");
                String address = owner.engine().settings().address();
                for (int i = 0; i < 20; i++) {
                    var command = new AssignAndMove(operation, new UUID(partition, i), "A", "B");
                    String key = partition + " " + i;
                    asked.put(key, command);
                    done.put(key, owner.done(command, key));
                }
                Eventually.until(
                        "the other knows who decides " + operation,
                        () ->
                                other.submit(
                                                        new Assign(operation, new UUID(9, 9), "A"),
                                                        "x" + operation)
                                                instanceof Outcome.Unavailable unavailable
                                        && unavailable.owner().equals(Optional.of(address)));
                int p = partition;
                Eventually.until(
                        "both see the same",
                        () -> one.engine().partitionView(p).equals(two.engine().partitionView(p)));
            }
            one.die();
            two.awaitLeadsAll();
            done.forEach((key, first) ->
                    assertThat(two.submit(asked.getOrDefault(key, first(asked)), key))
                            .isEqualTo(new Outcome.Done(first.events(), true)));
            // Sealed by the one that died, opened and gone on with by the one that is left.
            Outcome.Done first = done.values().iterator().next();
            GroupReassigned moved = first.first(GroupReassigned.class).event();
            assertThat(EventCodec.open(moved.reason(), String.class, two.engine().keys()))
                    .contains("at once");
        }
        try (RawLog log = new RawLog(settings)) {
            log.walk(Service.SCREENING);
        }
    }

    private static ToyCommand first(Map<String, ToyCommand> asked) {
        return asked.values().iterator().next();
    }

    private static long leads(Node node) {
        return node.engine().status().stream().filter(s -> s.role() == Role.LEADING).count();
    }

    @Test
    void an_owner_that_slept_through_its_end_can_neither_write_nor_refuse_nor_repeat() {
        String writes = Node.operationIn(0, "sleeper");
        String refuses = Node.operationIn(1, "sleeper");
        String repeats = Node.operationIn(2, "sleeper");
        UUID person = new UUID(4, 4);
        CountDownLatch asleep = new CountDownLatch(2);
        CountDownLatch awake = new CountDownLatch(1);
        Toy sleepy =
                Toy.alone()
                        .beforeDeciding(command -> {
                            if (command instanceof Assign assign && assign.group().equals("SLEEP")
                                    || command instanceof Move) {
                                asleep.countDown();
                                await(awake);
                            }
                        });
        try (Node sleeper = Node.start(sleepy, bootstrap, "sleeper").awaitLeadsAll()) {
            sleeper.done(new Assign(repeats, person, "A"), "repeated");
            CompletableFuture<Outcome> write =
                    sleeper.ask(new Assign(writes, person, "SLEEP"), "late");
            // Refused: nobody was assigned there.
            CompletableFuture<Outcome> refusal =
                    sleeper.ask(new Move(refuses, person, "B", "why"), "late refusal");
            await(asleep);
            sleeper.engine().losesItsGroup();
            try (Node heir = Node.start(Toy.alone(), bootstrap, "heir").awaitLeadsAll()) {
                heir.done(new Assign(writes, person, "HEIR"), "in time");
                heir.done(new Assign(refuses, person, "HEIR"), "in time");
                assertThat(sleeper.leadsAll()).as("it does not know yet").isTrue();

                awake.countDown();

                assertThat(Node.outcome(write)).isInstanceOf(Outcome.Unavailable.class);
                assertThat(Node.outcome(refusal)).isInstanceOf(Outcome.Unavailable.class);
                assertThat(sleeper.submit(new Assign(repeats, person, "A"), "repeated"))
                        .isInstanceOf(Outcome.Unavailable.class);
                assertThat(heir.engine().view(writes).own().groups()).containsEntry(person, "HEIR");
                heir.done(new Move(writes, person, "STILL", "why"), "and after");
            }
        } finally {
            awake.countDown();
        }
        try (RawLog log = new RawLog(settings)) {
            assertThat(log.walk(Service.SCREENING))
                    .noneMatch(record -> new String(record.value(), UTF_8).contains("SLEEP"));
        }
    }

    @Test
    void one_that_fences_late_gives_up_and_the_rightful_owner_recovers_by_itself() {
        String operation = Node.operationIn(3, "late");
        UUID person = new UUID(8, 8);
        RuntimeSettings holding =
                Node.held(Node.settings(bootstrap, "late"), Duration.ofSeconds(8));
        try (Node late = Node.start(Toy.alone(), holding)) {
            Eventually.until("late is about to fence", () -> late.engine().isHolding(3));
            late.engine().losesItsGroup();
            try (Node owner = Node.start(Toy.alone(), bootstrap, "owner").awaitLeadsAll()) {
                owner.done(new Assign(operation, person, "A"), "before");
                assertThat(late.role(3)).as("still held before its fence").isEqualTo(Role.FENCING);

                Eventually.until(
                        "late has fenced and failed", () -> late.engine().failedTakeovers(3) > 0);

                assertThat(late.role(3)).isNotEqualTo(Role.LEADING);
                int failed = late.engine().failedTakeovers(3);
                owner.done(new Move(operation, person, "B", "why"), "after");
                assertThat(late.submit(new Move(operation, person, "C", "why"), "from late"))
                        .isInstanceOf(Outcome.Unavailable.class);
                Eventually.until("the owner leads all again", owner::leadsAll);
                assertThat(late.role(3)).isNotEqualTo(Role.LEADING);
                assertThat(late.engine().failedTakeovers(3))
                        .as("the group does not count on it, so it does not fence again")
                        .isEqualTo(failed);
                Eventually.until(
                        "late sees what the owner wrote",
                        () -> "B".equals(late.engine().view(operation).own().groups().get(person)));
            }
        }
        try (RawLog log = new RawLog(settings)) {
            log.walk(Service.SCREENING);
        }
    }

    @Test
    void a_successor_does_not_decide_before_it_has_learned_what_its_predecessor_knew() {
        String operation = Node.operationIn(0, "lagging");
        UUID person = UUID.randomUUID();
        UUID later = UUID.randomUUID();
        try (RawLog log = new RawLog(settings).provision(Service.INTAKE);
                Node first = Node.start(Toy.afterIntake(), bootstrap, "first").awaitLeadsAll()) {
            log.append(operation, ToyEvents.arrived(person));
            Eventually.until(
                    "the reaction has acted",
                    () -> first.engine().view(operation).own().groups().containsKey(person));
            try (Node second = Node.startDeaf(Toy.afterIntake(), bootstrap, "second")) {
                first.die();
                log.append(operation, ToyEvents.arrived(later));
                Eventually.until(
                        "the successor has the own log",
                        () ->
                                second.role(0) == Role.CATCHING_UP
                                        && second.engine()
                                                .view(operation)
                                                .own()
                                                .groups()
                                                .containsKey(person));
                Eventually.staysTrue(
                        "it does not decide",
                        () ->
                                second.role(0) == Role.CATCHING_UP
                                        && second.submit(
                                                        new Move(operation, person, "B", "why"),
                                                        "m")
                                                instanceof Outcome.Unavailable);

                second.feed().start();

                second.done(new Move(operation, person, "B", "why"), "m");
                assertThat(second.engine().view(operation).known().arrivals())
                        .containsKeys(person, later);
                assertThat(last(log, operation, person).envelope().knownThrough())
                        .isEqualTo(
                                "intake-service:"
                                        + log.lastSequence(
                                                Service.INTAKE,
                                                second.engine().partition(operation)));
            }
        }
    }

    @Test
    void a_reaction_acts_once_for_its_cause_also_after_a_restart_and_a_takeover() {
        String operation = Node.operationIn(1, "react");
        String closed = Node.operationIn(1, "closed");
        List<UUID> persons = new ArrayList<>();
        AtomicInteger refused = new AtomicInteger();
        Toy counting =
                Toy.afterIntake()
                        .beforeDeciding(command -> {
                            if (command.operation().equals(closed)) {
                                refused.incrementAndGet();
                            }
                        });
        try (RawLog log = new RawLog(settings).provision(Service.INTAKE)) {
            try (Node node = Node.start(counting, bootstrap, "one").awaitLeadsAll()) {
                for (int i = 0; i < 30; i++) {
                    persons.add(UUID.randomUUID());
                    log.append(operation, ToyEvents.arrived(persons.getLast()));
                }
                log.append(closed, ToyEvents.arrived(UUID.randomUUID()));
                Eventually.until(
                        "all are assigned",
                        () ->
                                node.engine()
                                        .view(operation)
                                        .own()
                                        .groups()
                                        .keySet()
                                        .containsAll(persons));
                Eventually.until("the closed one was asked for", () -> refused.get() == 1);
                Eventually.staysTrue(
                        "a refused reaction is not asked again", () -> refused.get() == 1);
            }
            try (Node again = Node.start(counting, bootstrap, "one").awaitLeadsAll();
                    Node heir = Node.start(Toy.afterIntake(), bootstrap, "heir").awaitReady()) {
                Eventually.until("asked once more in the new tenure", () -> refused.get() >= 2);
                again.die();
                heir.awaitLeadsAll();
                // Behind anything that reactions could have written.
                heir.done(new Move(operation, persons.getFirst(), "B", "why"), "after");
            }
            List<LogRecord> assigned =
                    log.walk(Service.SCREENING).stream()
                            .filter(record -> record.topic().equals("GroupAssigned"))
                            .filter(record -> record.envelope().operation().equals(operation))
                            .toList();
            assertThat(assigned).hasSize(persons.size());
            assertThat(assigned).extracting(LogRecord::key).doesNotHaveDuplicates();
            assertThat(assigned)
                    .allSatisfy(record -> {
                        assertThat(record.envelope().actor())
                                .isEqualTo("machine:screening-service");
                        assertThat(record.envelope().causationId())
                                .isNotEqualTo(record.envelope().commandId());
                    });
        }
    }

    private static LogRecord last(RawLog log, String operation, UUID person) {
        return log.walk(Service.SCREENING).stream()
                .filter(record -> record.envelope().operation().equals(operation))
                .filter(record -> record.key().equals(person.toString()))
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
