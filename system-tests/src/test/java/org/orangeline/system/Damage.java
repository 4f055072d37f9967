package org.orangeline.system;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** What an administrator can do to a log by mistake. */
final class Damage {

    private final RunningSystem system;

    Damage(RunningSystem system) {
        this.system = system;
    }

    void retention(String topic, String millis) {
        var operation =
                new AlterConfigOp(
                        new ConfigEntry("retention.ms", millis), AlterConfigOp.OpType.SET);
        try (Admin admin = system.clients().admin()) {
            done(
                    admin.incrementalAlterConfigs(
                                    Map.of(
                                            new ConfigResource(ConfigResource.Type.TOPIC, topic),
                                            List.of(operation)))
                            .all());
        }
    }

    void partitions(String topic, int count) {
        try (Admin admin = system.clients().admin()) {
            done(admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(count))).all());
        }
    }

    void cutOff(String topic, int partition) {
        try (Admin admin = system.clients().admin()) {
            done(
                    admin.deleteRecords(
                                    Map.of(
                                            new TopicPartition(topic, partition),
                                            RecordsToDelete.beforeOffset(1)))
                            .all());
        }
    }

    private static void done(KafkaFuture<Void> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
