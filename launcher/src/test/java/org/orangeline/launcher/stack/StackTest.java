package org.orangeline.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.events.Service;
import org.orangeline.launcher.LaunchException;
import org.orangeline.localkafka.PortInUseException;

class StackTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir Path folder;

    @Test
    void an_instance_is_killed_paused_and_started_again() {
        try (Stack stack = Stack.open(ProjectFolder.stackIn(folder))) {
            ServiceProcess intake = stack.start(Service.INTAKE).awaitReady(LIMIT);
            long first = intake.pid();

            intake.kill();
            assertThat(intake.isAlive()).isFalse();
            assertThat(intake.health().ready()).isFalse();

            intake.start().awaitReady(LIMIT);
            assertThat(intake.pid()).isNotEqualTo(first);

            intake.pause();
            assertThat(intake.isAlive()).isTrue();
            intake.resume();
            intake.awaitReady(LIMIT);
            assertThat(intake.tail()).contains("listening");
        }
    }

    @Test
    void another_instance_has_its_own_port_and_environment() {
        try (Stack stack = Stack.open(ProjectFolder.stackIn(folder))) {
            stack.start(Service.INTAKE).awaitReady(LIMIT);
            ServiceProcess second =
                    stack.startAnother(Service.INTAKE, Map.of("EXTRA", "7", "NOT_READY", "1"));

            assertThat(second.name()).isEqualTo("intake-service-2");
            assertThatThrownBy(() -> second.awaitReady(Duration.ofSeconds(3)))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("kafka " + stack.broker().bootstrap())
                    .hasMessageContaining("extra 7");
        }
    }

    @Test
    void closing_ends_everything_and_gives_the_folder_back() {
        StackSettings settings = ProjectFolder.stackIn(folder);
        Stack stack = Stack.open(settings);
        stack.startBroker();
        ServiceProcess intake = stack.start(Service.INTAKE).awaitReady(LIMIT);
        ServiceProcess screening = stack.start(Service.SCREENING);
        assertThatThrownBy(() -> Stack.open(settings))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("in use by another stack");

        stack.close();

        assertThat(intake.isAlive()).isFalse();
        assertThat(screening.isAlive()).isFalse();
        assertThat(stack.broker().isAlive()).isFalse();
        assertThatThrownBy(() -> stack.start(Service.INTAKE)).isInstanceOf(LaunchException.class);
        Stack.open(settings).close();
    }

    @Test
    void what_an_earlier_stack_left_behind_is_ended() throws Exception {
        StackSettings settings = ProjectFolder.stackIn(folder);
        Process sleeper = new ProcessBuilder("sleep", "600").start();
        PidFiles pids = new PidFiles(DataFolder.open(settings.data()).pids());
        pids.started("intake-service", sleeper.pid());
        // The same id with another start is a stranger: this very process.
        Files.writeString(
                settings.data().resolve("pids").resolve("broker.pid"),
                ProcessHandle.current().pid() + " 2020-01-01T00:00:00Z\n");

        try (Stack stack = Stack.open(settings)) {
            assertThat(sleeper.isAlive()).isFalse();
            assertThat(stack.notices())
                    .singleElement()
                    .asString()
                    .contains("intake-service", Long.toString(sleeper.pid()));
        } finally {
            sleeper.destroyForcibly();
        }
    }

    @Test
    void a_log_that_is_there_keeps_its_partitions() throws Exception {
        StackSettings settings = ProjectFolder.stackIn(folder);
        assertThat(settings.partitions()).isEqualTo(1);
        for (int partition = 0; partition < 12; partition++) {
            Path unused =
                    Files.createDirectories(
                            settings.data()
                                    .resolve("kafka/log/intake-service.owners-" + partition));
        }

        try (Stack stack = Stack.open(settings)) {
            assertThat(stack.settings().partitions()).isEqualTo(12);
        }
    }

    @Test
    void everything_is_started_side_by_side() {
        try (Stack stack = Stack.open(ProjectFolder.stackIn(folder)).startEverything()) {
            assertThat(stack.broker().isAlive()).isTrue();
            assertThat(stack.gateway().awaitReady(LIMIT).isAlive()).isTrue();
            for (Service service : Service.values()) {
                assertThat(stack.service(service).awaitReady(LIMIT).isAlive()).isTrue();
            }
        }
    }

    @Test
    void a_taken_port_names_who_needs_it() {
        StackSettings settings = ProjectFolder.stackIn(folder);
        try (Stack stack = Stack.open(settings)) {
            stack.start(Service.PLACEMENT).awaitReady(LIMIT);
            StackSettings other = ProjectFolder.stackIn(folder.resolve("other"));

            assertThatThrownBy(() -> Stack.open(other.ports(settings.ports())))
                    .isInstanceOf(PortInUseException.class)
                    .hasMessageContaining("placement-service");
        }
    }

    @Test
    void a_child_that_dies_is_started_again() throws Exception {
        BlockingQueue<String> reports = new LinkedBlockingQueue<>();
        try (Stack stack = Stack.open(ProjectFolder.stackIn(folder))) {
            stack.startBroker();
            for (Service service : Service.values()) {
                stack.start(service).awaitReady(LIMIT);
            }
            stack.startGateway().awaitReady(LIMIT);
            Thread supervisor = new Thread(new Supervisor(stack, reports::add));
            supervisor.start();

            stack.service(Service.SCREENING).kill();

            assertThat(reports.poll(60, TimeUnit.SECONDS)).startsWith("screening-service ended");
            assertThat(reports.poll(60, TimeUnit.SECONDS))
                    .isEqualTo("screening-service started again");
            stack.service(Service.SCREENING).awaitReady(LIMIT);
            supervisor.interrupt();
            supervisor.join();
        }
    }
}
