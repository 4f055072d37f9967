package org.orangeline.runtime.kafka;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.kafka.common.KafkaException;
import org.orangeline.events.Service;
import org.orangeline.runtime.Model;
import org.orangeline.runtime.log.LogClients;
import org.orangeline.runtime.log.LogEnds;
import org.orangeline.runtime.log.LogFault;

/**
 * Looks after the topics: makes them once, audits them again and again, and learns how far each
 * partition reached when the instance started, which its view has to reach before it is ready.
 */
final class LogWatch implements AutoCloseable {

    private static final Duration RETRY = Duration.ofSeconds(1);

    /** Whoever starts a stack waits for the other services' topics, which takes a moment. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    /** So often it looks again soon; then an upstream service is missing, not late. */
    private static final int SOON = 120;

    private static final Duration STOP = Duration.ofSeconds(10);

    private final Model<?, ?, ?, ?> model;
    private final RuntimeSettings settings;
    private final Provisioning provisioning;
    private final TopicAudit audit;
    private final LogEnds ends;
    private final IntFunction<String> faults;
    private final Map<Integer, Takeover.Targets> targets = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("audit").factory());
    private int looks;
    private volatile List<String> findings = List.of("the topics were not looked at yet");

    /**
     * @param faults why a partition has stopped, or an empty string: such a one reaches no end
     */
    LogWatch(
            Model<?, ?, ?, ?> model,
            RuntimeSettings settings,
            LogClients clients,
            LogEnds ends,
            IntFunction<String> faults) {
        this.model = model;
        this.settings = settings;
        this.provisioning = new Provisioning(clients, settings, model.service());
        this.audit = new TopicAudit(clients, settings, model);
        this.ends = ends;
        this.faults = faults;
    }

    /**
     * Returns at once.
     *
     * @param onSound called once, when the topics are there
     */
    void start(Runnable onSound) {
        timer.execute(() -> begin(onSound));
    }

    // Tries again while the broker does not answer, and never when the log is not what was pinned.
    private void begin(Runnable onSound) {
        try {
            provisioning.provision();
            findings = audit.findings();
            onSound.run();
            timer.execute(this::look);
            PartitionWorker.LOG.infof("%s has started", model.service().id());
        } catch (LogFault e) {
            findings = List.of(String.valueOf(e.getMessage()));
            PartitionWorker.LOG.errorf("not started: %s", e.getMessage());
        } catch (KafkaException e) {
            findings = List.of("the broker does not answer");
            PartitionWorker.LOG.warnf("the broker does not answer yet: %s", e.toString());
            timer.schedule(() -> begin(onSound), RETRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RuntimeException e) {
            findings = List.of("starting failed: " + e);
            PartitionWorker.LOG.error("starting failed", e);
        }
    }

    private void look() {
        try {
            findings = audit.findings();
            if (findings.isEmpty()) {
                IntStream.range(0, settings.partitions())
                        .filter(this::lacksATarget)
                        .forEach(this::lookForEnd);
            }
        } catch (RuntimeException e) {
            // Readiness has its own word for a broker that does not answer: a stale view.
            PartitionWorker.LOG.warnf("the topics cannot be looked at: %s", e.toString());
        }
        // Until there is a target to reach, somebody waits for this instance: an upstream service
        // may make its topics any moment.
        boolean waitedFor = IntStream.range(0, settings.partitions()).anyMatch(this::lacksATarget);
        Duration pause = settings.auditEvery();
        if (waitedFor) {
            looks++;
            pause = looks <= SOON ? LOOK_AGAIN : RETRY;
        }
        timer.schedule(this::look, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean lacksATarget(int partition) {
        return !targets.containsKey(partition) && faults.apply(partition).isEmpty();
    }

    /** Each on its own: a broken partition keeps no other from being ready. */
    private void lookForEnd(int partition) {
        Map<Service, Long> learn = new EnumMap<>(Service.class);
        for (Service other : model.upstream()) {
            learn.put(other, lastSequence(other, partition));
        }
        targets.put(
                partition,
                new Takeover.Targets(lastSequence(model.service(), partition), learn, 0));
    }

    private long lastSequence(Service of, int partition) {
        return ends.lastSequences(ServiceTopics.events(of), Set.of(partition))
                .getOrDefault(partition, 0L);
    }

    /** What is wrong with the topics, in words. */
    List<String> findings() {
        return findings;
    }

    /** What there was of a partition at the start; empty while it is not known. */
    Optional<Takeover.Targets> targets(int partition) {
        return Optional.ofNullable(targets.get(partition));
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            boolean unused = timer.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
