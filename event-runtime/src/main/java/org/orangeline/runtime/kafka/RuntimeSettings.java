package org.orangeline.runtime.kafka;

import java.time.Duration;
import java.util.Map;

/**
 * How an instance of a service runs.
 *
 * @param kafka connection settings of every Kafka client
 * @param partitions partitions of every event topic; pinned when the deployment is created
 * @param replication copies of every topic
 * @param minInsync copies that must have a record before it counts as written
 * @param address where other instances of the service reach this one, for example {@code
 *     http://127.0.0.1:8081}
 * @param sessionTimeout after so long without a heartbeat another instance takes over
 * @param takeoverHold pause between assignment and fence; zero except in failure drills
 * @param auditEvery how often the topics' settings are looked at again
 * @param commandTimeout how long a caller waits; a command that was not decided by then never is
 * @param rollKeysEvery after an erasure, how often a record closes the open segment of keys
 */
public record RuntimeSettings(
        Map<String, String> kafka,
        int partitions,
        short replication,
        short minInsync,
        String address,
        Duration sessionTimeout,
        Duration takeoverHold,
        Duration auditEvery,
        Duration commandTimeout,
        Duration rollKeysEvery) {

    public RuntimeSettings {
        kafka = Map.copyOf(kafka);
    }
}
