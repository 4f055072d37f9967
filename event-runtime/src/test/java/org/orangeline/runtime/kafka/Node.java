package org.orangeline.runtime.kafka;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.orangeline.events.Service;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.Partitions;
import org.orangeline.runtime.Submission;
import org.orangeline.runtime.keys.KeyService;
import org.orangeline.runtime.keys.TestKeys;
import org.orangeline.runtime.toy.Toy;
import org.orangeline.runtime.toy.ToyCommand;
import org.orangeline.runtime.toy.ToyKnown;
import org.orangeline.runtime.toy.ToyOwn;

/** An instance of the toy on a real broker, with its channel when it listens to intake. */
final class Node implements AutoCloseable {

    static final int PARTITIONS = 4;
    private static final Duration SESSION = Duration.ofMillis(1_500);
    private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(15);

    private static final Duration ROLL = Duration.ofSeconds(1);

    private final Engine<ToyCommand, ToyOwn, ToyKnown, ScreeningEvent> engine;
    private final Feed feed;
    private final Queue<String> quarantined = new ConcurrentLinkedQueue<>();
    private boolean ended;

    private Node(Toy toy, RuntimeSettings settings, KeyService keys, Clock clock) {
        engine =
                new Engine<>(
                        toy,
                        settings,
                        TestKeys.process(),
                        keys,
                        clock,
                        clock,
                        new RuntimeMetrics(new SimpleMeterRegistry(), toy.service()),
                        (record, reason) -> quarantined.add(record.key() + " " + reason));
        feed =
                toy.upstream().isEmpty()
                        ? Feed.none()
                        : Feed.of(engine.upstream(Service.INTAKE), settings);
    }

    static Node start(Toy toy, String bootstrap, String name) {
        return start(toy, settings(bootstrap, name));
    }

    static Node start(Toy toy, RuntimeSettings settings) {
        return start(toy, settings, TestKeys.shared(), Clock.systemUTC());
    }

    static Node start(Toy toy, RuntimeSettings settings, KeyService keys, Clock clock) {
        Node node = new Node(toy, settings, keys, clock);
        node.engine.start();
        node.feed.start();
        return node;
    }

    /** As {@link #start}, but hears nothing of intake until {@link #feed} is told to. */
    static Node startDeaf(Toy toy, String bootstrap, String name) {
        return startDeaf(toy, settings(bootstrap, name));
    }

    static Node startDeaf(Toy toy, RuntimeSettings settings) {
        Node node = new Node(toy, settings, TestKeys.shared(), Clock.systemUTC());
        node.engine.start();
        return node;
    }

    static RuntimeSettings settings(String bootstrap, String name) {
        return new RuntimeSettings(
                Map.of("bootstrap.servers", bootstrap),
                PARTITIONS,
                (short) 1,
                (short) 1,
                "http://" + name,
                SESSION,
                Duration.ZERO,
                Duration.ofSeconds(1),
                COMMAND_TIMEOUT,
                ROLL);
    }

    static RuntimeSettings patience(RuntimeSettings s, Duration commandTimeout) {
        return new RuntimeSettings(
                s.kafka(),
                s.partitions(),
                s.replication(),
                s.minInsync(),
                s.address(),
                s.sessionTimeout(),
                s.takeoverHold(),
                s.auditEvery(),
                commandTimeout,
                s.rollKeysEvery());
    }

    static RuntimeSettings held(RuntimeSettings s, Duration hold) {
        return new RuntimeSettings(
                s.kafka(),
                s.partitions(),
                s.replication(),
                s.minInsync(),
                s.address(),
                s.sessionTimeout(),
                hold,
                s.auditEvery(),
                s.commandTimeout(),
                s.rollKeysEvery());
    }

    static RuntimeSettings partitions(RuntimeSettings s, int partitions) {
        return new RuntimeSettings(
                s.kafka(),
                partitions,
                s.replication(),
                s.minInsync(),
                s.address(),
                s.sessionTimeout(),
                s.takeoverHold(),
                s.auditEvery(),
                s.commandTimeout(),
                s.rollKeysEvery());
    }

    Engine<ToyCommand, ToyOwn, ToyKnown, ScreeningEvent> engine() {
        return engine;
    }

    Feed feed() {
        return feed;
    }

    List<String> quarantined() {
        return List.copyOf(quarantined);
    }

    /** Asks and does not wait. The content is the command itself. */
    CompletableFuture<Outcome> ask(ToyCommand command, String key) {
        String id = Submission.id(command.operation(), "test", key);
        return engine.submit(
                new Submission<>(
                        command,
                        id,
                        Actor.human("officer"),
                        id,
                        () -> command.toString().getBytes(StandardCharsets.UTF_8)));
    }

    Outcome submit(ToyCommand command, String key) {
        return outcome(ask(command, key));
    }

    /** Tries again while the answer is to come back later, as a caller would. */
    Outcome.Done done(ToyCommand command, String key) {
        var last = new Outcome[1];
        Eventually.until(
                command + " is done",
                () -> {
                    last[0] = submit(command, key);
                    return !(last[0] instanceof Outcome.Unavailable);
                });
        if (last[0] instanceof Outcome.Done done) {
            return done;
        }
        throw new AssertionError(command + ": " + last[0]);
    }

    static Outcome outcome(CompletableFuture<Outcome> asked) {
        try {
            return asked.get(90, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("no answer", e);
        }
    }

    Role role(int partition) {
        return engine.status().get(partition).role();
    }

    boolean leadsAll() {
        return engine.status().stream().allMatch(status -> status.role() == Role.LEADING);
    }

    Node awaitReady() {
        Eventually.until(
                "ready: " + engine.settings().address(), () -> engine.problems().isEmpty());
        return this;
    }

    Node awaitLeadsAll() {
        awaitReady();
        Eventually.until("leads all: " + engine.settings().address(), this::leadsAll);
        return this;
    }

    /** An operation that lives in a partition. */
    static String operationIn(int partition, String prefix) {
        return operationIn(partition, prefix, PARTITIONS);
    }

    static String operationIn(int partition, String prefix, int partitions) {
        return IntStream.range(0, 1_000)
                .mapToObj(i -> prefix + "-" + i)
                .filter(op -> Partitions.of(op, partitions) == partition)
                .findFirst()
                .orElseThrow();
    }

    /** Goes down as a process that was killed. */
    void die() {
        ended = true;
        feed.close();
        engine.die();
    }

    @Override
    public void close() {
        if (!ended) {
            ended = true;
            feed.close();
            engine.close();
        }
    }
}
