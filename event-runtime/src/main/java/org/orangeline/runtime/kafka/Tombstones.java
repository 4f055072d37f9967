package org.orangeline.runtime.kafka;

import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records that take keys out of a compacted topic. */
final class Tombstones {

    private Tombstones() {}

    static List<ProducerRecord<String, byte[]>> of(
            String topic, int partition, Collection<String> keys) {
        return keys.stream()
                .map(key -> new ProducerRecord<String, byte[]>(topic, partition, key, null))
                .toList();
    }
}
