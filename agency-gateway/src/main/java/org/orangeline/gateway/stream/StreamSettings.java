package org.orangeline.gateway.stream;

import java.util.Map;

/**
 * How the gateway reaches the log.
 *
 * @param kafka connection settings of every Kafka client
 * @param partitions partitions of every topic, as the deployment was created with
 * @param replication copies of every topic
 * @param minInsync copies that must have a record before it counts as written
 */
public record StreamSettings(
        Map<String, String> kafka, int partitions, short replication, short minInsync) {

    public StreamSettings {
        kafka = Map.copyOf(kafka);
    }
}
