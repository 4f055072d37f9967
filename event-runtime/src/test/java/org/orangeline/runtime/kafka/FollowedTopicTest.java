package org.orangeline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.localkafka.LocalBroker;
import org.orangeline.runtime.log.LogClients;
import org.orangeline.runtime.log.TopicFollower;
import org.orangeline.runtime.log.WholeTopics;

/** Topics that are read as a whole: once, and on and on. */
class FollowedTopicTest {

    private static final String TOPIC = "toy.table";
    private static final List<TopicPartition> PLACES =
            List.of(new TopicPartition(TOPIC, 0), new TopicPartition(TOPIC, 1));

    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());

    @TempDir private Path folder;

    @Test
    void a_topic_that_comes_later_is_followed_and_read_again_after_a_fault() throws Exception {
        try (LocalBroker broker = OwnBroker.start(folder)) {
            var clients = new LogClients(Map.of("bootstrap.servers", broker.bootstrap()));
            var broken = new AtomicBoolean(true);
            var follower =
                    new TopicFollower(
                            clients,
                            TOPIC,
                            PLACES,
                            record -> {
                                if (record.key().equals("b") && broken.getAndSet(false)) {
                                    throw new IllegalStateException("once");
                                }
                                taken.add(record.key());
                            });
            follower.start();
            assertThat(follower.isCaughtUp()).isFalse();
            try (Admin admin = clients.admin()) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 2, (short) 1))).all().get();
            }
            // Only the second partition holds anything, and ends with a marker.
            write(clients, "a", "b", "c");
            Eventually.until(
                    "all is taken after the fault",
                    () -> List.copyOf(taken).equals(List.of("a", "a", "b", "c")));
            Eventually.until("it has caught up", follower::isCaughtUp);
            write(clients, "d");
            assertThat(follower.catchUp(Duration.ofSeconds(60))).isTrue();
            assertThat(taken).endsWith("d");

            List<String> whole = new ArrayList<>();
            WholeTopics.read(clients, PLACES, record -> whole.add(record.key()));
            assertThat(whole).containsExactly("a", "b", "c", "d");

            follower.stop();
            Eventually.until("its thread ends", () -> isGone(TOPIC));
        }
    }

    private static void write(LogClients clients, String... keys) {
        try (KafkaProducer<String, byte[]> producer = clients.writer("toy")) {
            producer.beginTransaction();
            for (String key : keys) {
                producer.send(new ProducerRecord<>(TOPIC, 1, key, new byte[1]));
            }
            producer.commitTransaction();
        }
    }

    private static boolean isGone(String thread) {
        return Thread.getAllStackTraces().keySet().stream()
                .noneMatch(each -> each.getName().equals(thread));
    }
}
