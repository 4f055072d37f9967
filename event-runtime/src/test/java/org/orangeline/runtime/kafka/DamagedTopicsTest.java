package org.orangeline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.events.Service;
import org.orangeline.localkafka.LocalBroker;
import org.orangeline.runtime.log.LogClients;
import org.orangeline.runtime.toy.Toy;
import org.orangeline.runtime.toy.ToyCommand.AssignAndMove;

/** What an administrator can do to the topics: found while running, and at the next start. */
class DamagedTopicsTest {

    private static final String NO_BOUND = Long.toString(Long.MAX_VALUE);

    /** The defaults of all brokers. */
    private static final ConfigResource BROKERS =
            new ConfigResource(ConfigResource.Type.BROKER, "");

    @TempDir private Path folder;

    @Test
    void every_damage_is_named_and_nothing_is_made_anew() throws Exception {
        try (LocalBroker broker = OwnBroker.start(folder)) {
            RuntimeSettings settings = Node.settings(broker.bootstrap(), "a");
            String operation = Node.operationIn(2, "damage");
            try (Admin admin = new LogClients(settings.kafka()).admin()) {
                try (Node node = Node.start(Toy.alone(), settings).awaitLeadsAll()) {
                    node.done(new AssignAndMove(operation, new UUID(1, 1), "A", "B"), "1");
                    set(admin, "FindingRecommended", "retention.ms", "1000");
                    String keys = ServiceTopics.compacted(Service.SCREENING).getFirst();
                    set(admin, keys, TopicRules.COMPACTION_LAG, "86400001");
                    isNamed(
                            node,
                            keys
                                    + " has max.compaction.lag.ms=86400001 instead of at most"
                                    + " 86400000");
                    // Without the setting the broker's own default counts, and Kafka's is no bound.
                    change(
                            admin,
                            BROKERS,
                            new ConfigEntry("log.cleaner.max.compaction.lag.ms", NO_BOUND),
                            AlterConfigOp.OpType.SET);
                    change(
                            admin,
                            topic(keys),
                            new ConfigEntry(TopicRules.COMPACTION_LAG, ""),
                            AlterConfigOp.OpType.DELETE);
                    isNamed(
                            node,
                            keys
                                    + " has max.compaction.lag.ms="
                                    + NO_BOUND
                                    + " instead of at most 86400000");
                    set(admin, keys, TopicRules.COMPACTION_LAG, "3600000");
                    isNamedNoMore(node, "max.compaction.lag.ms");
                    addPartitions(admin, "ScreeningConcluded");
                    cutOff(admin, new TopicPartition("GroupReassigned", 2));
                    isNamed(node, "FindingRecommended has retention.ms=1000 instead of -1");
                    isNamed(node, "ScreeningConcluded has 5 partitions");
                    isNamed(node, "records of GroupReassigned-2 are gone");
                }
                refusesAnotherPartitionCount(settings);
                try (Node node = Node.start(Toy.alone(), settings)) {
                    isNamed(node, "records of GroupReassigned-2 are gone");
                    isNamed(node, "partition 2 has stopped");
                    assertThat(node.engine().staleness(operation)).isNotEmpty();
                    Eventually.until("the others are led", () -> node.role(0) == Role.LEADING);
                    admin.deleteTopics(List.of("RecommendationReturned")).all().get();
                    isNamed(node, "RecommendationReturned is gone");
                }
                try (Node node = Node.start(Toy.alone(), settings)) {
                    isNamed(node, "topics are gone: [RecommendationReturned]");
                    assertThat(admin.listTopics().names().get())
                            .doesNotContain("RecommendationReturned");
                }
                String pin = ServiceTopics.deployment(Service.SCREENING);
                admin.deleteTopics(List.of(pin)).all().get();
                try (Node node = Node.start(Toy.alone(), settings)) {
                    isNamed(node, pin + " is gone");
                }
                pinAsAnOlderRelease(admin, settings);
                try (Node node = Node.start(Toy.alone(), settings)) {
                    isNamed(node, "topics are gone: [RecommendationReturned]");
                }
                assertThat(admin.listTopics().names().get()).contains(pin);
            }
            broker.kill();
        }
    }

    private static void pinAsAnOlderRelease(Admin admin, RuntimeSettings settings)
            throws Exception {
        String topics = String.join(",", ServiceTopics.events(Service.SCREENING));
        admin.createTopics(List.of(new NewTopic(ServiceTopics.OLD_DEPLOYMENT, 1, (short) 1)))
                .all()
                .get();
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>copyOf(settings.kafka()),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    ServiceTopics.OLD_DEPLOYMENT,
                                    0,
                                    Service.SCREENING.id(),
                                    settings.partitions() + " " + topics))
                    .get();
        }
    }

    private static void refusesAnotherPartitionCount(RuntimeSettings settings) {
        try (Node node = Node.start(Toy.alone(), Node.partitions(settings, 3))) {
            isNamed(node, "created with 4 partitions, this instance is configured for 3");
        }
    }

    private static void isNamed(Node node, String problem) {
        Eventually.until(
                problem,
                () -> node.engine().problems().stream().anyMatch(named -> named.contains(problem)));
    }

    private static void isNamedNoMore(Node node, String problem) {
        Eventually.until(
                problem + " is well",
                () ->
                        node.engine().problems().stream()
                                .noneMatch(named -> named.contains(problem)));
    }

    private static void set(Admin admin, String topic, String name, String value) throws Exception {
        change(admin, topic(topic), new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }

    private static ConfigResource topic(String name) {
        return new ConfigResource(ConfigResource.Type.TOPIC, name);
    }

    private static void change(
            Admin admin, ConfigResource what, ConfigEntry entry, AlterConfigOp.OpType type)
            throws Exception {
        var op = new AlterConfigOp(entry, type);
        admin.incrementalAlterConfigs(Map.of(what, List.of(op))).all().get();
    }

    private static void addPartitions(Admin admin, String topic) throws Exception {
        admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(5))).all().get();
    }

    private static void cutOff(Admin admin, TopicPartition tp) throws Exception {
        admin.deleteRecords(Map.of(tp, RecordsToDelete.beforeOffset(1))).all().get();
    }
}
