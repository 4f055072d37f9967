package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.orangeline.events.Service;
import org.orangeline.launcher.Terminal;
import org.orangeline.launcher.keys.KafkaAccounts;
import org.orangeline.launcher.stack.ServiceProcess;
import org.orangeline.launcher.stack.Stack;
import org.orangeline.launcher.stack.StackPorts;
import org.orangeline.launcher.stack.StackSettings;
import org.orangeline.launcher.verify.Target;
import org.orangeline.launcher.verify.Verify;
import org.orangeline.localkafka.Durability;
import org.orangeline.runtime.log.LogClients;

/** A broker and the services, each a process, on free ports with a folder of their own. */
final class RunningSystem implements AutoCloseable {

    private final Stack stack;
    private final AtomicInteger operations = new AtomicInteger();

    private RunningSystem(Stack stack) {
        this.stack = stack;
    }

    /** Opened, but nothing runs yet. */
    static RunningSystem prepare(Path data, int partitions) {
        return new RunningSystem(Stack.open(settings(data, partitions)));
    }

    /** As {@link #start}, and its clock can be turned. */
    static RunningSystem startTurnable(Path data, int partitions) {
        RunningSystem system =
                new RunningSystem(Stack.open(settings(data, partitions).withTurnableClock()));
        try {
            system.stack.startBroker();
            return system.startServices();
        } catch (RuntimeException | AssertionError e) {
            system.close();
            throw e;
        }
    }

    /** Opened, but nothing runs yet; its broker will let in only who it knows. */
    static RunningSystem prepareSecured(Path data, int partitions) {
        return new RunningSystem(Stack.open(settings(data, partitions).secured()));
    }

    private static StackSettings settings(Path data, int partitions) {
        return StackSettings.in(data)
                .ports(StackPorts.free())
                .durability(Durability.REPLICATED)
                .heap(System.getProperty("orangeline.heap", "512m"))
                .partitions(partitions);
    }

    /** Everything runs and is ready. */
    static RunningSystem start(Path data, int partitions) {
        RunningSystem system = prepare(data, partitions);
        try {
            system.stack.startBroker();
            return system.startServices();
        } catch (RuntimeException | AssertionError e) {
            system.close();
            throw e;
        }
    }

    RunningSystem startServices() {
        // All at once: each waits for the others' topics by itself.
        for (Service service : Service.values()) {
            ServiceProcess unused = stack.start(service);
        }
        return awaitReady();
    }

    RunningSystem awaitReady() {
        for (Service service : Service.values()) {
            ServiceProcess unused = process(service).awaitReady(Eventually.LIMIT);
        }
        return this;
    }

    /** The gateway too, which most tests do not need; waits until it has told everything. */
    RunningSystem startGateway() {
        ServiceProcess unused = stack.startGateway().awaitReady(Eventually.LIMIT);
        return this;
    }

    /** The gateway's calls. */
    Api gateway() {
        return new Api(stack.gateway().address());
    }

    Stack stack() {
        return stack;
    }

    ServiceProcess process(Service service) {
        return stack.service(service);
    }

    /** Another instance that is ready; it may decide from now on. */
    ServiceProcess another(Service service, Map<String, String> environment) {
        return stack.startAnother(service, environment).awaitReady(Eventually.LIMIT);
    }

    Api api(Service service) {
        return new Api(process(service).address());
    }

    LogClients clients() {
        return clients("verify");
    }

    /** Kafka clients that log in as somebody, where that is asked for. */
    LogClients clients(String principal) {
        Map<String, String> client = new HashMap<>();
        Path file = stack.kafkaClientFile(principal);
        if (file != null) {
            client.putAll(KafkaAccounts.read(file));
        }
        client.put("bootstrap.servers", stack.broker().bootstrap());
        return new LogClients(client);
    }

    LogReading log() {
        return new LogReading(clients());
    }

    Path logFile(String process) {
        return stack.settings().data().resolve("logs").resolve(process + ".log");
    }

    /** A name that no test of this system had before. */
    String newOperation(String name) {
        return name + "-" + operations.incrementAndGet();
    }

    /** The log is sound, and every view is the fold of the log. */
    void verify() {
        verify(stack.addresses());
    }

    void verify(Map<Service, URI> instances) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Terminal terminal = terminal(said);
        boolean sound = Verify.everything(terminal).run(target(instances), terminal);
        assertThat(sound).as(said.toString(StandardCharsets.UTF_8)).isTrue();
    }

    /** What {@code ./orangeline verify --rules} says; tests of other operations write meanwhile. */
    String rulesHeld() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Terminal terminal = terminal(said);
        boolean unused =
                Verify.everything(terminal)
                        .andRules(terminal, true)
                        .run(target(stack.addresses()), terminal);
        return said.toString(StandardCharsets.UTF_8);
    }

    private Target target(Map<Service, URI> instances) {
        return new Target(clients(), new EnumMap<>(instances), stack.tokens());
    }

    private static Terminal terminal(ByteArrayOutputStream said) {
        return new Terminal(new PrintStream(said, true, StandardCharsets.UTF_8), false);
    }

    @Override
    public void close() {
        stack.close();
    }
}
