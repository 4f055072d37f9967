package org.orangeline.localkafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes what a broker reads at its start: its properties and its logging configuration. */
final class BrokerFiles {
    /**
     * What every broker of this project has in common, the containers included: nothing appears by
     * itself, nothing expires, and transactions on one broker do not wait for what a cluster needs.
     */
    static final Map<String, String> COMMON =
            Map.ofEntries(
                    Map.entry("auto.create.topics.enable", "false"),
                    Map.entry("default.replication.factor", "1"),
                    Map.entry("min.insync.replicas", "1"),
                    Map.entry("unclean.leader.election.enable", "false"),
                    Map.entry("log.retention.ms", "-1"),
                    Map.entry("log.retention.bytes", "-1"),
                    Map.entry("offsets.topic.replication.factor", "1"),
                    Map.entry("offsets.topic.num.partitions", "8"),
                    // Topics of earlier versions have no bound of their own (TopicRules).
                    Map.entry("log.cleaner.max.compaction.lag.ms", "86400000"),
                    Map.entry("transaction.state.log.replication.factor", "1"),
                    Map.entry("transaction.state.log.min.isr", "1"),
                    Map.entry("transaction.state.log.num.partitions", "8"),
                    Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                    Map.entry("share.coordinator.state.topic.min.isr", "1"),
                    // The default of 20 ms is paid by a transaction that follows hard on another.
                    Map.entry("add.partitions.to.txn.retry.backoff.ms", "1"),
                    // One instance of a service is the rule, so nobody else is worth waiting for.
                    Map.entry("group.initial.rebalance.delay.ms", "0"),
                    // Only allows short sessions; each client chooses its own.
                    Map.entry("group.min.session.timeout.ms", "1000"));

    private BrokerFiles() {}

    static Path properties(BrokerSettings settings) {
        return settings.data().resolve("broker.properties");
    }

    static Path logging(BrokerSettings settings) {
        return settings.data().resolve("broker-log4j2.properties");
    }

    static void write(BrokerSettings settings) throws IOException {
        Files.createDirectories(settings.logDir());
        writeForOwner(
                properties(settings),
                brokerProperties(settings).entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + escaped(entry.getValue()) + "\n")
                        .collect(Collectors.joining()));
        Files.writeString(logging(settings), loggingProperties(settings));
    }

    // A secured broker's properties hold passwords and its private key.
    private static void writeForOwner(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] rights =
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        Files.createFile(file, rights);
        Files.writeString(file, content);
    }

    private static Map<String, String> brokerProperties(BrokerSettings settings) {
        String broker = "BROKER://127.0.0.1:" + settings.port();
        String controller = "127.0.0.1:" + settings.controllerPort();
        Map<String, String> all = new TreeMap<>(COMMON);
        all.put("process.roles", "broker,controller");
        all.put("node.id", "1");
        all.put("controller.quorum.voters", "1@" + controller);
        all.put("listeners", broker + ",CONTROLLER://" + controller);
        all.put("advertised.listeners", broker);
        all.put("inter.broker.listener.name", "BROKER");
        all.put("controller.listener.names", "CONTROLLER");
        all.put("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        all.put("log.dirs", settings.logDir().toAbsolutePath().toString());
        // After a SIGKILL the broker may not register again before its old session is over.
        all.put("broker.session.timeout.ms", "3000");
        all.put("broker.heartbeat.interval.ms", "500");
        if (settings.durability() == Durability.FSYNC) {
            all.put("log.flush.interval.messages", "1");
        }
        BrokerSecurity security = settings.security();
        if (security != null) {
            all.put("listener.security.protocol.map", "BROKER:SASL_SSL,CONTROLLER:SASL_SSL");
            all.putAll(security.server());
        }
        return all;
    }

    private static String loggingProperties(BrokerSettings settings) {
        String file = escaped(settings.logFile().toAbsolutePath().toString());
        return """
        status = error
        appender.file.type = RollingFile
        appender.file.name = file
        appender.file.fileName = %1$s
        appender.file.filePattern = %1$s.%%i
        appender.file.layout.type = PatternLayout
        appender.file.layout.pattern = %%d{yyyy-MM-dd HH:mm:ss.SSS} %%-5p %%c{1.} - %%m%%n
        appender.file.policies.type = Policies
        appender.file.policies.size.type = SizeBasedTriggeringPolicy
        appender.file.policies.size.size = 10MB
        appender.file.strategy.type = DefaultRolloverStrategy
        appender.file.strategy.max = 5
        rootLogger.level = info
        rootLogger.appenderRef.file.ref = file
        # The effective configuration is in broker.properties; hundreds of lines here hide the rest.
        logger.config.name = org.apache.kafka.common.config.AbstractConfig
        logger.config.level = warn
        logger.kafkaconfig.name = kafka.server.KafkaConfig
        logger.kafkaconfig.level = warn
        # Ten lines for each topic that is made.
        logger.replicas.name = org.apache.kafka.controller.ReplicationControlManager
        logger.replicas.level = warn
        logger.settings.name = org.apache.kafka.controller.ConfigurationControlManager
        logger.settings.level = warn
        logger.state.name = state.change.logger
        logger.state.level = warn
        logger.partition.name = kafka.cluster.Partition
        logger.partition.level = warn
        logger.logs.name = kafka.log.LogManager
        logger.logs.level = warn
        logger.topics.name = kafka.server.metadata.DynamicConfigPublisher
        logger.topics.level = warn
        logger.internal.name = kafka.server.DefaultAutoTopicCreationManager
        logger.internal.level = error
        logger.segments.name = org.apache.kafka.storage.internals.log
        logger.segments.level = warn
        logger.request.name = kafka.request.logger
        logger.request.level = warn
        """
                .formatted(file);
    }

    // Both files are Java properties, where a backslash escapes.
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
