package org.orangeline.runtime.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.orangeline.events.Service;
import org.orangeline.runtime.Model;
import org.orangeline.runtime.log.LogClients;

/**
 * Looks whether the topics still are what the log needs: partition count, retention, time stamps,
 * and that nothing was cut off at the start. A finding means not ready, with the reason.
 */
final class TopicAudit {

    private final LogClients clients;
    private final RuntimeSettings settings;
    private final Service service;
    private final Set<Service> upstream;
    private final List<String> upstreamEvents;

    TopicAudit(LogClients clients, RuntimeSettings settings, Model<?, ?, ?, ?> model) {
        this.clients = clients;
        this.settings = settings;
        this.service = model.service();
        this.upstream = new TreeSet<>(model.upstream());
        this.upstreamEvents =
                upstream.stream()
                        .flatMap(upstream -> ServiceTopics.events(upstream).stream())
                        .toList();
    }

    /**
     * @return what is wrong, in words; empty when all is well
     * @throws KafkaException when the broker does not answer in time
     */
    List<String> findings() {
        List<String> own = ServiceTopics.appended(service);
        List<String> compacted = ServiceTopics.compacted(service);
        List<String> findings = new ArrayList<>();
        try (Admin admin = clients.admin()) {
            List<String> uncut = Stream.concat(own.stream(), upstreamEvents.stream()).toList();
            Map<String, TopicDescription> there =
                    describe(admin, Stream.concat(uncut.stream(), compacted.stream()).toList());
            for (String topic : Stream.concat(own.stream(), compacted.stream()).toList()) {
                if (!there.containsKey(topic)) {
                    findings.add("topic " + topic + " is gone");
                }
            }
            upstream.forEach(other -> waiting(other, there.keySet(), findings));
            partitions(there, findings);
            rules(admin, there, compacted, findings);
            starts(admin, uncut.stream().filter(there::containsKey).toList(), findings);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new org.apache.kafka.common.errors.InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("topics cannot be audited", e.getCause());
        }
        return findings;
    }

    private static void waiting(Service other, Set<String> there, List<String> findings) {
        List<String> missing =
                ServiceTopics.events(other).stream()
                        .filter(topic -> !there.contains(topic))
                        .toList();
        if (missing.size() == ServiceTopics.events(other).size()) {
            findings.add("waiting for " + other.id() + ": its topics are not there yet");
        } else {
            missing.forEach(topic -> findings.add("topic " + topic + " is not there yet"));
        }
    }

    private static Map<String, TopicDescription> describe(Admin admin, List<String> topics)
            throws InterruptedException, ExecutionException {
        Map<String, TopicDescription> there = new HashMap<>();
        for (var asked : admin.describeTopics(topics).topicNameValues().entrySet()) {
            try {
                there.put(asked.getKey(), asked.getValue().get());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        return there;
    }

    private void partitions(Map<String, TopicDescription> there, List<String> findings) {
        there.forEach((topic, description) -> {
            int count = description.partitions().size();
            if (count != settings.partitions()) {
                findings.add(
                        "topic "
                                + topic
                                + " has "
                                + count
                                + " partitions, the deployment was created with "
                                + settings.partitions());
            }
        });
    }

    private void rules(
            Admin admin,
            Map<String, TopicDescription> there,
            List<String> compacted,
            List<String> findings)
            throws InterruptedException, ExecutionException {
        List<ConfigResource> resources =
                there.keySet().stream()
                        .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                        .toList();
        for (var described : admin.describeConfigs(resources).all().get().entrySet()) {
            String topic = described.getKey().name();
            Map<String, String> required = new HashMap<>(TopicRules.REQUIRED);
            required.put("cleanup.policy", compacted.contains(topic) ? "compact" : "delete");
            required.forEach((name, value) -> {
                String found = value(described.getValue(), name);
                if (!value.equals(found)) {
                    findings.add(
                            "topic "
                                    + topic
                                    + " has "
                                    + name
                                    + "="
                                    + found
                                    + " instead of "
                                    + value);
                }
            });
            inSync(topic, value(described.getValue(), "min.insync.replicas"), findings);
            if (compacted.contains(topic)) {
                compaction(topic, value(described.getValue(), TopicRules.COMPACTION_LAG), findings);
            }
        }
    }

    // More is as good; with less, what was acknowledged can be lost with one disk.
    private void inSync(String topic, String found, List<String> findings) {
        if (found.isEmpty() || Integer.parseInt(found) < settings.minInsync()) {
            findings.add(
                    "topic "
                            + topic
                            + " has min.insync.replicas="
                            + found
                            + " instead of "
                            + settings.minInsync());
        }
    }

    // Less is as good. The broker's own default counts: services may not change topics.
    private static void compaction(String topic, String found, List<String> findings) {
        if (found.isEmpty() || Long.parseLong(found) > TopicRules.MOST_COMPACTION_LAG) {
            findings.add(
                    "topic "
                            + topic
                            + " has "
                            + TopicRules.COMPACTION_LAG
                            + "="
                            + found
                            + " instead of at most "
                            + TopicRules.MOST_COMPACTION_LAG);
        }
    }

    private static String value(Config config, String name) {
        ConfigEntry entry = config.get(name);
        return entry == null || entry.value() == null ? "" : entry.value();
    }

    private void starts(Admin admin, List<String> topics, List<String> findings)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (String topic : topics) {
            for (int partition = 0; partition < settings.partitions(); partition++) {
                asked.put(new TopicPartition(topic, partition), OffsetSpec.earliest());
            }
        }
        admin.listOffsets(asked)
                .all()
                .get()
                .forEach((tp, start) -> {
                    if (start.offset() > 0) {
                        findings.add(
                                "records of " + tp + " are gone: it starts at " + start.offset());
                    }
                });
    }
}
