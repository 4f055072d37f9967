package org.orangeline.gateway.stream;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/** Names partitions of topics. */
final class Topics {

    private Topics() {}

    static List<TopicPartition> places(List<String> topics, int partitions) {
        return topics.stream()
                .flatMap(topic ->
                        IntStream.range(0, partitions)
                                .mapToObj(partition -> new TopicPartition(topic, partition)))
                .toList();
    }
}
