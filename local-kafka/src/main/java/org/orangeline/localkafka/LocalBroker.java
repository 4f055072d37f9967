package org.orangeline.localkafka;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker (KRaft, broker and controller in one) as a child process of this one,
 * reachable from this machine only. It ends when this process ends.
 *
 * <p>It can be started again after {@link #kill()} or {@link #stop()}: same data, same ports. Calls
 * are not meant for several threads at once.
 */
public final class LocalBroker implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = AotCache.endsWithin(Duration.ofSeconds(30));
    private static final int PROBE_MILLIS = 5_000;
    private static final int POLL_MILLIS = 50;

    private final BrokerSettings settings;
    private final Path libs;
    private volatile @Nullable ChildProcess child;
    private boolean answers;

    /**
     * Prepares a broker; {@link #start()} starts it.
     *
     * @throws BrokerException when the broker's jars are not there
     */
    public LocalBroker(BrokerSettings settings) {
        this.settings = settings.withChosenPorts();
        this.libs = CodeLocation.kafkaLibs();
    }

    /**
     * Starts it and waits until it answers.
     *
     * @throws PortInUseException when somebody listens on one of its ports
     * @throws BrokerException when it ends, or does not answer in time; the end of its log is in
     *     the message
     */
    public LocalBroker start() {
        return launch().awaitAnswer();
    }

    /**
     * Starts it, and does not wait until it answers. Does nothing when it runs.
     *
     * @throws PortInUseException when somebody listens on one of its ports
     */
    public LocalBroker launch() {
        if (isAlive()) {
            return this;
        }
        Ports.requireFree(settings.port(), "the Kafka broker");
        Ports.requireFree(settings.controllerPort(), "the Kafka controller");
        try {
            BrokerFiles.write(settings);
        } catch (IOException e) {
            throw new BrokerException("cannot write to " + settings.data() + ": " + e, e);
        }
        answers = false;
        child = ChildProcess.start(command());
        return this;
    }

    /**
     * Waits until it answers.
     *
     * @throws BrokerException when it ends, or does not answer in time; the end of its log is in
     *     the message
     */
    public LocalBroker awaitAnswer() {
        ChildProcess started = started();
        if (answers && started.isAlive()) {
            return this;
        }
        try {
            awaitAnswer(started);
        } catch (RuntimeException e) {
            started.kill();
            throw e;
        }
        answers = true;
        return this;
    }

    private ChildProcess.Launch command() {
        List<String> options = new ArrayList<>();
        options.add("-Xmx" + settings.heap());
        options.add("-XX:+UseSerialGC");
        options.add("-XX:+ExitOnOutOfMemoryError");
        // Kafka unmaps its index files through it; without this, a warning.
        options.add("--sun-misc-unsafe-memory-access=allow");
        options.add("-Dlog4j2.configurationFile=" + BrokerFiles.logging(settings).toUri());
        return new ChildProcess.Launch(
                "broker",
                options,
                cache(libs),
                CodeLocation.jarsIn(libs),
                BrokerMain.class.getName(),
                List.of(
                        BrokerFiles.properties(settings).toString(),
                        settings.logDir().toAbsolutePath().toString()),
                Map.of(),
                outputFile());
    }

    /** What every broker of this project starts from. */
    public static AotCache cache() {
        return cache(CodeLocation.kafkaLibs());
    }

    private static AotCache cache(Path libs) {
        return AotCache.in(libs.resolveSibling("aot"), "broker", libs);
    }

    // What the virtual machine itself prints; the log file is rolled over, this one must not be.
    private Path outputFile() {
        return settings.logFile().resolveSibling(settings.logFile().getFileName() + ".out");
    }

    private void awaitAnswer(ChildProcess started) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        // Asking the port first keeps the client from logging a warning for every early attempt.
        while (!Ports.answers(settings.port()) || !describesItself()) {
            if (!started.isAlive()) {
                throw new BrokerException("the broker ended at its start\n" + tail());
            }
            if (System.nanoTime() > deadline) {
                throw new BrokerException(
                        "the broker does not answer after " + START_LIMIT + "\n" + tail());
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BrokerException("interrupted while the broker was starting", e);
            }
        }
    }

    private boolean describesItself() {
        BrokerSecurity security = settings.security();
        Map<String, Object> config = new HashMap<>(security == null ? Map.of() : security.probe());
        config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap());
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PROBE_MILLIS);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PROBE_MILLIS);
        try (Admin admin = Admin.create(config)) {
            return !admin.describeCluster(new DescribeClusterOptions().timeoutMs(PROBE_MILLIS))
                    .nodes()
                    .get(PROBE_MILLIS, TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerException("interrupted while the broker was starting", e);
        }
    }

    /** What clients need to find it, {@code host:port}. */
    public String bootstrap() {
        return "127.0.0.1:" + settings.port();
    }

    /** The settings with the ports that are really used. */
    public BrokerSettings settings() {
        return settings;
    }

    /** Whether its process runs. */
    public boolean isAlive() {
        return child != null && child.isAlive();
    }

    /** The process id of a broker that was started. */
    public long pid() {
        return started().pid();
    }

    /** The process of a broker that was started, to pause it for instance. */
    public ChildProcess process() {
        return started();
    }

    /** SIGKILL: what was not synced to disk is in the page cache only. */
    public void kill() {
        started().kill();
    }

    /** Shuts it down in order; SIGKILL when that takes too long. */
    public void stop() {
        if (child != null) {
            child.stop(STOP_LIMIT);
        }
    }

    @Override
    public void close() {
        stop();
    }

    private ChildProcess started() {
        if (child == null) {
            throw new IllegalStateException("the broker was never started");
        }
        return child;
    }

    private String tail() {
        return (ChildProcess.tail(settings.logFile()) + "\n" + ChildProcess.tail(outputFile()))
                .strip();
    }
}
