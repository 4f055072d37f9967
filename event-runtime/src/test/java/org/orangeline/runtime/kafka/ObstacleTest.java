package org.orangeline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.localkafka.TestBroker;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.keys.KeyService;
import org.orangeline.runtime.keys.TestKeys;
import org.orangeline.runtime.toy.Toy;
import org.orangeline.runtime.toy.ToyCommand;
import org.orangeline.runtime.toy.ToyCommand.Assign;
import org.orangeline.runtime.toy.ToyCommand.Move;
import org.orangeline.runtime.toy.ToyEvents;

/** What an instance does when something around it is wrong: a clock, a key service, a channel. */
class ObstacleTest {

    private final String bootstrap = TestBroker.shared();
    private final UUID people = UUID.randomUUID();
    private final UUID first = person(1);
    private final String operation = Node.operationIn(0, "obstacles-" + people);

    @Test
    void an_instance_whose_clock_is_wrong_does_not_lead_and_one_that_jumps_stops_leading() {
        RuntimeSettings settings = Node.settings(bootstrap, "one");
        Jumping clock = new Jumping(Duration.ofDays(400));
        try (Node node = Node.start(Toy.alone(), settings, TestKeys.shared(), clock)) {
            Eventually.until(
                    "it says what is wrong",
                    () ->
                            node.engine().problems().stream()
                                    .anyMatch(problem -> problem.contains("clock differs")));
            assertThat(node.leadsAll()).isFalse();
            clock.ahead = Duration.ZERO;
            Instant before = recorded(node.done(new Assign(operation, first, "A"), "1"));

            clock.ahead = Duration.ofDays(400);
            CompletableFuture<Outcome> asked = node.ask(new Assign(operation, person(2), "A"), "2");
            Eventually.until("it leads no more", () -> node.role(0) != Role.LEADING);
            clock.ahead = Duration.ZERO;
            assertThat(Node.outcome(asked)).isNotNull();
            Instant second = recorded(node.done(new Assign(operation, person(2), "A"), "2"));
            assertThat(Duration.between(before, second)).isLessThan(Duration.ofDays(1));
        }
    }

    // The tests share a log, and the toy knows a person by the id alone.
    private UUID person(int number) {
        return new UUID(people.getMostSignificantBits(), 0x8000000000000000L | number);
    }

    private static Instant recorded(Outcome.Done done) {
        return done.events().getFirst().envelope().time();
    }

    @Test
    void a_key_service_that_never_answers_holds_up_only_who_needs_it() {
        CountDownLatch never = new CountDownLatch(1);
        KeyService silent = new Silent(never);
        try (Node node =
                Node.start(Toy.alone(), Node.settings(bootstrap, "one"), silent, Clock.systemUTC())
                        .awaitLeadsAll()) {
            Outcome.Done unused = node.done(new Assign(operation, first, "A"), "first");
            // Each of these needs a key; they come together with some that do not.
            for (int i = 0; i < 200; i++) {
                CompletableFuture<Outcome> waiting =
                        node.ask(new Move(operation, first, "B", "why " + i), "m" + i);
                assertThat(waiting).isNotNull();
                unused = node.done(new Assign(operation, person(100 + i), "A"), "a" + i);
            }
            assertThat(node.submit(new Move(operation, first, "B", "why"), "last"))
                    .isInstanceOfSatisfying(
                            Outcome.Unavailable.class,
                            unavailable ->
                                    assertThat(unavailable.reason()).contains("key service"));
            never.countDown();
            unused = node.done(new Move(operation, first, "B", "why"), "last");
        }
    }

    @Test
    void what_others_may_forbid_is_not_decided_when_nothing_is_heard_of_them() {
        RuntimeSettings settings = Node.settings(bootstrap, "one");
        try (RawLog log = new RawLog(settings).provision(Service.INTAKE);
                Node node = Node.start(Toy.afterIntake(), settings).awaitLeadsAll()) {
            log.append(operation, ToyEvents.arrived(first));
            Eventually.until(
                    "it has a group",
                    () -> node.engine().view(operation).own().groups().containsKey(first));
            Outcome.Done unused = node.done(new Move(operation, first, "B", "heard"), "1");

            node.feed().close();

            ToyCommand move = new Move(operation, first, "C", "not heard");
            Eventually.until(
                    "it does not decide any more",
                    () ->
                            node.submit(move, "2") instanceof Outcome.Unavailable unavailable
                                    && unavailable.reason().contains("other services"));
            assertThat(node.engine().problems())
                    .anyMatch(problem -> problem.contains("nothing is heard of intake-service"));
            log.append(operation, ToyEvents.arrived(person(9)));
            assertThat(node.submit(new Assign(operation, person(9), "A"), "3"))
                    .as("what needs no others is decided on what is known")
                    .isInstanceOf(Outcome.Refused.class);
        }
    }

    /** A machine's clock that somebody sets. */
    private static final class Jumping extends Clock {

        private volatile Duration ahead;

        Jumping(Duration ahead) {
            this.ahead = ahead;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }

    /** Takes every question, and answers none until it is told to. */
    private record Silent(CountDownLatch never) implements KeyService {

        private KeyService afterwards() {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return TestKeys.shared();
        }

        @Override
        public void check(String name) {
            afterwards().check(name);
        }

        @Override
        public int current(String name) {
            return afterwards().current(name);
        }

        @Override
        public byte[] wrap(String name, int version, byte[] key) {
            return afterwards().wrap(name, version, key);
        }

        @Override
        public Optional<byte[]> unwrap(String name, int version, byte[] wrapped) {
            return afterwards().unwrap(name, version, wrapped);
        }

        @Override
        public int rotate(String name) {
            return afterwards().rotate(name);
        }

        @Override
        public void destroyBefore(String name, int version) {
            afterwards().destroyBefore(name, version);
        }
    }
}
