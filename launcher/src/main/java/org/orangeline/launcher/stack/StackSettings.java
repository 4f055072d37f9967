package org.orangeline.launcher.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import org.orangeline.launcher.LaunchException;
import org.orangeline.localkafka.BrokerSettings;
import org.orangeline.localkafka.Durability;

/**
 * What distinguishes one stack from another.
 *
 * @param root the folder of the built project, where the services are found
 * @param data log, keys, process ids and log files
 * @param ports where everything listens
 * @param durability when a record counts as safe
 * @param heap heap of each service, as {@code -Xmx} takes it
 * @param brokerHeap heap of the broker, as {@code -Xmx} takes it
 * @param partitions partitions of every topic of a new log; an old one keeps its own
 * @param turnable whether its clock can be turned forward: for tests and demonstrations only
 * @param secure whether the broker lets in only who it knows, to what is granted
 */
public record StackSettings(
        Path root,
        Path data,
        StackPorts ports,
        Durability durability,
        String heap,
        String brokerHeap,
        int partitions,
        boolean turnable,
        boolean secure) {

    /** Names the project's folder when it is not the working directory. */
    static final String ROOT_PROPERTY = "orangeline.root";

    /** Enough for an operation of 40,000 people with room to spare. */
    public static final String DEFAULT_HEAP = "1g";

    /**
     * An operation is in one partition, and on one box one process decides for all of them: more
     * partitions only make every start and every read of the log dearer.
     */
    public static final int DEFAULT_PARTITIONS = 1;

    /** The default ports, synced to disk. */
    public static StackSettings in(Path data) {
        return new StackSettings(
                projectRoot(),
                data.toAbsolutePath().normalize(),
                StackPorts.DEFAULT,
                Durability.FSYNC,
                DEFAULT_HEAP,
                BrokerSettings.DEFAULT_HEAP,
                DEFAULT_PARTITIONS,
                false,
                false);
    }

    private static Path projectRoot() {
        Path root = Path.of(System.getProperty(ROOT_PROPERTY, "")).toAbsolutePath().normalize();
        if (!Files.isDirectory(root.resolve("intake-service"))) {
            throw new LaunchException(
                    root + " is not the project's folder; name it with -D" + ROOT_PROPERTY);
        }
        return root;
    }

    /** The same on other ports. */
    public StackSettings ports(StackPorts other) {
        return new StackSettings(
                root, data, other, durability, heap, brokerHeap, partitions, turnable, secure);
    }

    /** The same with another durability. */
    public StackSettings durability(Durability other) {
        return new StackSettings(
                root, data, ports, other, heap, brokerHeap, partitions, turnable, secure);
    }

    /** The same with another heap for each service. */
    public StackSettings heap(String other) {
        return new StackSettings(
                root, data, ports, durability, other, brokerHeap, partitions, turnable, secure);
    }

    /** The same with another count of partitions. */
    public StackSettings partitions(int other) {
        return new StackSettings(
                root, data, ports, durability, heap, brokerHeap, other, turnable, secure);
    }

    /** The same with a clock that can be turned forward. */
    public StackSettings withTurnableClock() {
        return new StackSettings(
                root, data, ports, durability, heap, brokerHeap, partitions, true, secure);
    }

    /** The same with a broker that asks who it is, and grants what is in the access list. */
    public StackSettings secured() {
        return new StackSettings(
                root, data, ports, durability, heap, brokerHeap, partitions, turnable, true);
    }

    /** How the broker of this stack runs. */
    BrokerSettings broker() {
        return BrokerSettings.in(data.resolve("kafka"))
                .ports(ports.broker(), ports.controller())
                .durability(durability)
                .heap(brokerHeap)
                .logFile(data.resolve("logs").resolve("broker.log"));
    }
}
