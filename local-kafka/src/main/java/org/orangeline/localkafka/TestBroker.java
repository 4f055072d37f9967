package org.orangeline.localkafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.kafka.KafkaContainer;

/**
 * The broker that tests share, one for a virtual machine: the one that configuration names, else a
 * container when a Docker engine answers, else a {@link LocalBroker} in a temporary folder. It goes
 * away with the virtual machine. Tests keep apart by the names of their topics and groups.
 */
public final class TestBroker {
    /** The system property that names a broker to use; the variable is for command lines. */
    static final String PROPERTY = "orangeline.test.bootstrap";

    static final String VARIABLE = "ORANGELINE_TEST_BOOTSTRAP";
    private static final String IMAGE = "apache/kafka:4.2.1";
    private static final Path DOCKER_SOCKET = Path.of("/var/run/docker.sock");

    private TestBroker() {}

    /** Its bootstrap servers; the first call starts it. */
    public static String shared() {
        return Holder.BOOTSTRAP;
    }

    private static final class Holder {
        static final String BOOTSTRAP = find();
    }

    private static String find() {
        String configured = System.getProperty(PROPERTY, System.getenv(VARIABLE));
        if (configured != null && !configured.isBlank()) {
            return configured;
        }
        return engineAnswers(System.getenv("DOCKER_HOST")) ? containerOrProcess() : childProcess();
    }

    // An engine that answers may still have no image and no way to get one.
    private static String containerOrProcess() {
        try {
            return container();
        } catch (ContainerFetchException | ContainerLaunchException e) {
            System.err.println(
                    "no broker in a container, so it runs as a process: " + e.getMessage());
            return childProcess();
        }
    }

    // Cheap on purpose: Testcontainers' own search for an engine takes seconds when there is none.
    private static boolean engineAnswers(@Nullable String dockerHost) {
        if (dockerHost != null && !dockerHost.isBlank() && !dockerHost.startsWith("unix:")) {
            return true;
        }
        Path socket =
                dockerHost == null || dockerHost.isBlank()
                        ? DOCKER_SOCKET
                        : Path.of(dockerHost.substring("unix://".length()));
        if (!Files.exists(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            return false;
        }
    }

    private static String container() {
        KafkaContainer kafka = new KafkaContainer(IMAGE);
        BrokerFiles.COMMON.forEach((name, value) ->
                kafka.withEnv("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        // Testcontainers' cleaner may be switched off, so the container is removed here as well.
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::stop, "test-broker"));
        kafka.start();
        return kafka.getBootstrapServers();
    }

    private static String childProcess() {
        try {
            Path folder = Files.createTempDirectory("orangeline-broker-");
            LocalBroker broker =
                    new LocalBroker(BrokerSettings.in(folder).durability(Durability.REPLICATED));
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> remove(broker, folder), "test-broker"));
            return broker.start().bootstrap();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(LocalBroker broker, Path folder) {
        if (broker.isAlive()) {
            // Nobody reads this log again, so there is no reason to wait for an orderly end.
            broker.kill();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.err.println("cannot remove " + folder + ": " + e);
        }
    }
}
