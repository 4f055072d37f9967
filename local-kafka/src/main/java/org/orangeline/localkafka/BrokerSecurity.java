package org.orangeline.localkafka;

import java.util.Map;

/**
 * A broker that lets in only who it knows, over TLS, and only to what an access list grants.
 *
 * @param server properties of the broker that are secret or say how it knows others; its two
 *     listeners are named {@value #CLIENTS} and {@value #CONTROLLER}
 * @param probe how a client connects that asks whether the broker answers
 */
public record BrokerSecurity(Map<String, String> server, Map<String, String> probe) {
    /** The listener that clients use. */
    public static final String CLIENTS = "BROKER";

    /** The listener of the KRaft controller. */
    public static final String CONTROLLER = "CONTROLLER";

    /** Keeps copies, so that nobody changes them later. */
    public BrokerSecurity {
        server = Map.copyOf(server);
        probe = Map.copyOf(probe);
    }

    /** Both hold passwords. */
    @Override
    public String toString() {
        return "BrokerSecurity";
    }
}
