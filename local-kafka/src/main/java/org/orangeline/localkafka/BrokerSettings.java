package org.orangeline.localkafka;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to run a local broker.
 *
 * @param data the folder that keeps the log; made when it is missing, used as it is otherwise
 * @param logFile the file that the broker writes its own messages to
 * @param port the port for clients; 0 picks a free one
 * @param controllerPort the port of the KRaft controller; 0 picks a free one
 * @param durability when a record counts as safe
 * @param heap the broker's heap, as {@code -Xmx} takes it
 * @param security whom it lets in to what; null for everybody on this machine
 */
public record BrokerSettings(
        Path data,
        Path logFile,
        int port,
        int controllerPort,
        Durability durability,
        String heap,
        @Nullable BrokerSecurity security) {

    /** Enough for a million people's events on one box: Kafka works in the page cache. */
    public static final String DEFAULT_HEAP = "512m";

    /** Free ports, synced to disk, its messages beside the data. */
    public static BrokerSettings in(Path data) {
        return new BrokerSettings(
                data, data.resolve("broker.log"), 0, 0, Durability.FSYNC, DEFAULT_HEAP, null);
    }

    /** The same with these ports; 0 picks a free one. */
    public BrokerSettings ports(int broker, int controller) {
        return new BrokerSettings(data, logFile, broker, controller, durability, heap, security);
    }

    /** The same with another durability. */
    public BrokerSettings durability(Durability other) {
        return new BrokerSettings(data, logFile, port, controllerPort, other, heap, security);
    }

    /** The same with its messages in another file. */
    public BrokerSettings logFile(Path other) {
        return new BrokerSettings(data, other, port, controllerPort, durability, heap, security);
    }

    /** The same with another heap. */
    public BrokerSettings heap(String other) {
        return new BrokerSettings(data, logFile, port, controllerPort, durability, other, security);
    }

    /** The same, and only who is known gets in. */
    public BrokerSettings secured(BrokerSecurity how) {
        return new BrokerSettings(data, logFile, port, controllerPort, durability, heap, how);
    }

    /** The same with ports in place of zeros, so that a restart finds them again. */
    BrokerSettings withChosenPorts() {
        List<Integer> free = Ports.free(2);
        return ports(
                port == 0 ? free.get(0) : port, controllerPort == 0 ? free.get(1) : controllerPort);
    }

    /** Kafka's {@code log.dirs}. */
    Path logDir() {
        return data.resolve("log");
    }
}
