package org.orangeline.launcher.verify;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.orangeline.events.Service;
import org.orangeline.runtime.kafka.ServiceTopics;
import org.orangeline.runtime.log.LogClients;
import org.orangeline.runtime.log.LogRecord;
import org.orangeline.runtime.log.SequenceMerger;

/** Reads one service's partition in its order, up to a sequence that is known to be there. */
final class SequencedLog {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int HELD_BACK = 5_000;

    private final LogClients clients;

    SequencedLog(LogClients clients) {
        this.clients = clients;
    }

    void read(Service service, int partition, long through, Consumer<LogRecord> next) {
        List<String> topics = ServiceTopics.events(service);
        List<TopicPartition> places =
                topics.stream().map(topic -> new TopicPartition(topic, partition)).toList();
        SequenceMerger merger = new SequenceMerger(service.id(), topics, HELD_BACK);
        try (KafkaConsumer<String, byte[]> reader = clients.reader(Map.of())) {
            reader.assign(places);
            reader.seekToBeginning(places);
            while (merger.last() < through) {
                for (ConsumerRecord<String, byte[]> consumed : reader.poll(POLL)) {
                    for (LogRecord event : merger.offer(LogRecord.of(consumed))) {
                        if (event.sequence() <= through) {
                            next.accept(event);
                        }
                    }
                }
                reader.resume(reader.paused());
                reader.pause(
                        places.stream().filter(at -> merger.ahead().contains(at.topic())).toList());
            }
        }
    }
}
