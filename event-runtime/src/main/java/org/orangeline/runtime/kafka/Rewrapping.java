package org.orangeline.runtime.kafka;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.orangeline.runtime.keys.KeyRing;
import org.orangeline.runtime.keys.KeyRotation;

/** Writes what a rotation of keys makes, through the partition's one writer. */
final class Rewrapping {

    private static final int KEYS_PER_TRANSACTION = 2_000;

    private final KeyRing ring;
    private final int partition;
    private final String topic;

    Rewrapping(KeyRing ring, int partition, String topic) {
        this.ring = ring;
        this.partition = partition;
        this.topic = topic;
    }

    /**
     * @return how many persons' keys were wrapped anew
     * @throws org.apache.kafka.common.KafkaException when a part could not be written; what is
     *     there can still be read, and the next rotation takes the rest along
     */
    int run(String operation, TransactionalWriter writer) {
        var rotation = new KeyRotation(ring, partition, operation);
        write(writer, rotation.operationKey());
        int persons = 0;
        for (Map<String, byte[]> part : rotation.parts(KEYS_PER_TRANSACTION)) {
            write(writer, part);
            persons += part.size();
        }
        List<String> obsolete = rotation.obsolete();
        if (!obsolete.isEmpty()) {
            Tombstones.write(writer, ring, topic, partition, obsolete);
        }
        rotation.destroyOld();
        PartitionWorker.LOG.infof(
                "partition %d: %s has a new key, %d persons' keys were wrapped anew",
                partition, operation, persons);
        return persons;
    }

    private void write(TransactionalWriter writer, Map<String, byte[]> keys) {
        List<Long> offsets =
                writer.commit(
                        keys.entrySet().stream()
                                .map(entry ->
                                        new ProducerRecord<>(
                                                topic, partition, entry.getKey(), entry.getValue()))
                                .toList());
        int next = 0;
        for (Map.Entry<String, byte[]> key : keys.entrySet()) {
            ring.wrote(partition, key.getKey(), key.getValue(), offsets.get(next++));
        }
    }
}
