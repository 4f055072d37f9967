package org.orangeline.runtime.kafka;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.orangeline.events.Service;
import org.orangeline.runtime.keys.KeyRing;

/** What a service's compacted topics say: the keys of persons, and who owns each partition. */
final class KeysAndOwners implements Bell.Also {

    private final String keys;
    private final String owners;
    private final int partitions;
    private final KeyRing ring;
    private final Map<Integer, Long> keysPositions = new ConcurrentHashMap<>();
    private final Map<Integer, String> addresses = new ConcurrentHashMap<>();

    KeysAndOwners(Service service, int partitions, KeyRing ring) {
        this.keys = ServiceTopics.keys(service);
        this.owners = ServiceTopics.owners(service);
        this.partitions = partitions;
        this.ring = ring;
    }

    List<String> topics() {
        return List.of(keys, owners);
    }

    @Override
    public void take(ConsumerRecord<String, byte[]> record) {
        if (record.topic().equals(keys)) {
            ring.put(record.partition(), record.key(), record.value(), record.offset());
        } else if (record.value() != null) {
            addresses.put(record.partition(), new String(record.value(), StandardCharsets.UTF_8));
        }
    }

    /** Notes how far the keys are read; after everything before was taken. */
    void note(Bell bell) {
        for (int partition = 0; partition < partitions; partition++) {
            keysPositions.put(partition, bell.position(new TopicPartition(keys, partition)));
        }
    }

    long keysPosition(int partition) {
        return keysPositions.getOrDefault(partition, 0L);
    }

    Optional<String> owner(int partition) {
        return Optional.ofNullable(addresses.get(partition));
    }
}
