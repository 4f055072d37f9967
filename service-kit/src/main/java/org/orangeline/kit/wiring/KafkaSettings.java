package org.orangeline.kit.wiring;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/**
 * What every Kafka client of this service shares: all of {@code kafka.*}. The channels take the
 * same map, so that there is one way into the broker.
 */
@Singleton
public class KafkaSettings {

    private final Map<String, String> clients = new HashMap<>();

    KafkaSettings(@Identifier("default-kafka-broker") Map<String, Object> shared) {
        shared.forEach((name, value) -> clients.put(name, value.toString()));
        // Added by the framework for channels; what needs a group names its own.
        clients.remove("group.id");
    }

    /** Bootstrap servers and security. */
    public Map<String, String> clients() {
        return Map.copyOf(clients);
    }
}
