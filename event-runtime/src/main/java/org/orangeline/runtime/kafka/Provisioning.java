package org.orangeline.runtime.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.orangeline.events.Service;
import org.orangeline.runtime.log.LogClients;
import org.orangeline.runtime.log.LogFault;

/**
 * Makes a service's topics, once. What it made is pinned in the log: a topic that is pinned and
 * gone is a loss to report, never one to make anew.
 */
final class Provisioning {

    private final LogClients clients;
    private final RuntimeSettings settings;
    private final Service service;
    private final DeploymentPin pin;
    private final String place;

    Provisioning(LogClients clients, RuntimeSettings settings, Service service) {
        this.clients = clients;
        this.settings = settings;
        this.service = service;
        this.pin = new DeploymentPin(clients, service);
        this.place = ServiceTopics.deployment(service);
    }

    /**
     * @throws LogFault when the log is not what was pinned
     * @throws KafkaException when the broker does not answer in time
     */
    void provision() {
        try (Admin admin = clients.admin()) {
            Set<String> existing = admin.listTopics().names().get();
            DeploymentPin.Pinned pinned =
                    pinned(admin, existing)
                            .orElse(new DeploymentPin.Pinned(settings.partitions(), Set.of()));
            if (pinned.partitions() != settings.partitions()) {
                throw new LogFault(
                        "the deployment was created with "
                                + pinned.partitions()
                                + " partitions, this instance is configured for "
                                + settings.partitions());
            }
            Set<String> lost = new HashSet<>(pinned.topics());
            lost.removeAll(existing);
            if (!lost.isEmpty()) {
                throw new LogFault("topics are gone: " + lost);
            }
            List<NewTopic> missing =
                    wanted().stream().filter(topic -> !existing.contains(topic.name())).toList();
            create(admin, missing);
            Set<String> made = new HashSet<>(pinned.topics());
            wanted().forEach(topic -> made.add(topic.name()));
            if (!made.equals(pinned.topics())) {
                pin.write(new DeploymentPin.Pinned(settings.partitions(), made));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new org.apache.kafka.common.errors.InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("topics cannot be provisioned", e.getCause());
        }
    }

    private Optional<DeploymentPin.Pinned> pinned(Admin admin, Set<String> existing)
            throws InterruptedException, ExecutionException {
        Optional<DeploymentPin.Pinned> pinned =
                existing.contains(place) ? pin.read() : Optional.empty();
        if (pinned.isPresent()) {
            return pinned;
        }
        if (existing.contains(ServiceTopics.OLD_DEPLOYMENT)) {
            pinned = pin.readFrom(ServiceTopics.OLD_DEPLOYMENT);
        }
        if (!existing.contains(place)) {
            // It is made before anything else, so it cannot be missing where a log is.
            if (pinned.isEmpty()
                    && wanted().stream().anyMatch(topic -> existing.contains(topic.name()))) {
                throw new LogFault("topic " + place + " is gone");
            }
            create(admin, List.of(topic(place, 1, "compact")));
        }
        if (pinned.isPresent()) {
            pin.write(pinned.get());
        }
        return pinned;
    }

    private List<NewTopic> wanted() {
        List<NewTopic> topics = new ArrayList<>();
        ServiceTopics.appended(service)
                .forEach(name -> topics.add(topic(name, settings.partitions(), "delete")));
        topics.add(order());
        ServiceTopics.compacted(service)
                .forEach(name -> topics.add(topic(name, settings.partitions(), "compact")));
        return topics;
    }

    // Nothing is lost with it, so it is neither kept for long nor synced to disk.
    private NewTopic order() {
        Map<String, String> config = new HashMap<>(TopicRules.ORDER);
        config.put("min.insync.replicas", Short.toString(settings.minInsync()));
        return new NewTopic(
                        ServiceTopics.order(service), settings.partitions(), settings.replication())
                .configs(config);
    }

    private NewTopic topic(String name, int partitions, String cleanup) {
        Map<String, String> config = new HashMap<>(TopicRules.REQUIRED);
        config.put("cleanup.policy", cleanup);
        if (cleanup.equals("compact")) {
            config.put(TopicRules.COMPACTION_LAG, Long.toString(TopicRules.MOST_COMPACTION_LAG));
        }
        if (name.equals(ServiceTopics.keys(service))) {
            config.put("segment.ms", Long.toString(TopicRules.KEYS_SEGMENT));
        }
        config.put("min.insync.replicas", Short.toString(settings.minInsync()));
        return new NewTopic(name, partitions, settings.replication()).configs(config);
    }

    // Two instances may start at once: the other one's topic is as good as ours.
    private static void create(Admin admin, List<NewTopic> topics)
            throws InterruptedException, ExecutionException {
        for (var created : admin.createTopics(topics).values().values()) {
            try {
                created.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }
}
