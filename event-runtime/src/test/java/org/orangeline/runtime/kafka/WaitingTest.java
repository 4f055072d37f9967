package org.orangeline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.localkafka.TestBroker;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.toy.Toy;
import org.orangeline.runtime.toy.ToyCommand.Assign;
import org.orangeline.runtime.toy.ToyEvents;

/** Commands that come while it is not settled yet who decides. */
class WaitingTest {

    private final String bootstrap = TestBroker.shared();
    private final UUID person = UUID.randomUUID();
    private final String operation = Node.operationIn(2, "waiting-" + person);

    @Test
    void a_command_that_comes_early_waits_and_a_ready_instance_takes_commands() {
        RuntimeSettings settings =
                Node.patience(Node.settings(bootstrap, "one"), Duration.ofSeconds(80));
        try (Node node = Node.start(Toy.alone(), settings)) {
            assertThat(node.submit(new Assign(operation, person, "A"), "early"))
                    .isInstanceOf(Outcome.Done.class);
            node.awaitReady();
            assertThat(node.leadsAll()).isTrue();
        }
    }

    @Test
    void a_command_whose_caller_has_left_is_not_decided() {
        RuntimeSettings settings =
                Node.patience(Node.settings(bootstrap, "one"), Duration.ofMillis(500));
        try (RawLog log = new RawLog(settings).provision(Service.INTAKE)) {
            log.append(operation, ToyEvents.arrived(person));
            try (Node node = Node.startDeaf(Toy.afterIntake(), settings)) {
                assertThat(node.submit(new Assign(operation, person, "A"), "late"))
                        .isInstanceOfSatisfying(
                                Outcome.Unavailable.class,
                                unavailable ->
                                        assertThat(unavailable.reason()).contains("in time"));
                node.feed().start();
                Eventually.until(
                        "the reaction has acted",
                        () -> node.engine().view(operation).own().groups().containsKey(person));
                assertThat(node.engine().view(operation).own().groups())
                        .containsEntry(person, Toy.ARRIVED);
            }
        }
    }
}
