package org.orangeline.launcher.stack;

import java.util.List;
import java.util.stream.Stream;
import org.orangeline.events.Service;
import org.orangeline.localkafka.Ports;

/**
 * The ports of one stack, all on 127.0.0.1.
 *
 * @param broker Kafka, for clients
 * @param controller Kafka's controller
 * @param intake intake-service
 * @param screening screening-service
 * @param placement placement-service
 * @param gateway agency-gateway
 */
public record StackPorts(
        int broker, int controller, int intake, int screening, int placement, int gateway) {
    private static final int HIGHEST = 65_535;

    /** Health, metrics and the description of a service's calls lie so far above the calls. */
    private static final int MANAGEMENT = 1_000;

    /** What the documentation and the compose file use. */
    public static final StackPorts DEFAULT = new StackPorts(9092, 9093, 8081, 8082, 8083, 8084);

    /**
     * Another set, so that several stacks can stand side by side.
     *
     * @param base services at base+1 to base+3, the gateway at base+4, the broker at base+12 and
     *     base+13, management at base+1001 to base+1004
     * @throws IllegalArgumentException when they would not all be ports
     */
    public static StackPorts from(int base) {
        if (base < 1 || base + 4 + MANAGEMENT > HIGHEST) {
            throw new IllegalArgumentException(
                    "the port base must lie between 1 and " + (HIGHEST - 4 - MANAGEMENT));
        }
        return new StackPorts(base + 12, base + 13, base + 1, base + 2, base + 3, base + 4);
    }

    /** Ports that nobody uses now, for tests. */
    public static StackPorts free() {
        List<Integer> broker = Ports.free(2);
        List<Integer> services =
                Stream.generate(StackPorts::freeForService).distinct().limit(4).toList();
        return new StackPorts(
                broker.get(0),
                broker.get(1),
                services.get(0),
                services.get(1),
                services.get(2),
                services.get(3));
    }

    /** A port that nobody uses now, nor the one for management that goes with it. */
    static int freeForService() {
        return Stream.generate(Ports::free)
                .filter(port -> port + MANAGEMENT <= HIGHEST && !Ports.answers(management(port)))
                .findFirst()
                .orElseThrow();
    }

    /** Where the service that takes calls at a port answers for health and metrics. */
    public static int management(int port) {
        return port + MANAGEMENT;
    }

    static void requireFree(int port, String name) {
        Ports.requireFree(port, name);
        Ports.requireFree(management(port), name + "'s management");
    }

    /** The port of a service. */
    public int of(Service service) {
        return switch (service) {
            case INTAKE -> intake;
            case SCREENING -> screening;
            case PLACEMENT -> placement;
        };
    }

    /**
     * Fails on the first one that is taken.
     *
     * @throws org.orangeline.localkafka.PortInUseException names the port and who needs it
     */
    void requireFree() {
        Ports.requireFree(broker, "the Kafka broker");
        Ports.requireFree(controller, "the Kafka controller");
        for (Service service : Service.values()) {
            requireFree(of(service), service.id());
        }
        requireFree(gateway, "agency-gateway");
    }
}
