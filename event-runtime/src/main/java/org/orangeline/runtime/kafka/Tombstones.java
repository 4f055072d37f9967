package org.orangeline.runtime.kafka;

import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.orangeline.runtime.keys.KeyRing;

/** Takes keys out of a compacted topic. */
final class Tombstones {

    private Tombstones() {}

    static void write(
            TransactionalWriter writer,
            KeyRing ring,
            String topic,
            int partition,
            Collection<String> keys) {
        List<String> all = List.copyOf(keys);
        List<Long> offsets =
                writer.commit(
                        all.stream()
                                .map(key ->
                                        new ProducerRecord<String, byte[]>(
                                                topic, partition, key, null))
                                .toList());
        for (int i = 0; i < all.size(); i++) {
            ring.wrote(partition, all.get(i), null, offsets.get(i));
        }
    }
}
