package org.orangeline.gateway.stream;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.orangeline.agreement.Agreement;
import org.orangeline.agreement.Begun;
import org.orangeline.agreement.Contracts;
import org.orangeline.events.EventType;
import org.orangeline.events.EventTypes;
import org.orangeline.runtime.log.LogClients;

/** The gateway's own topics. It writes no other ones. */
public final class FeedTopics {

    /** Where each batch ended, in order: with it the order over the services is known for good. */
    public static final String JOURNAL = "agency-gateway.order";

    /** How far each feed was written; compacted. */
    public static final String POSITIONS = Begun.TOPIC;

    /** What agencies have acknowledged; compacted. */
    public static final String ACKNOWLEDGEMENTS = "agency-gateway.acknowledgements";

    /** Begins the name of every topic of an agency. */
    public static final String AGENCY = "agency.";

    private FeedTopics() {}

    /** The topic of one kind of event of one agency. */
    public static String of(String agency, String event) {
        return AGENCY + agency + "." + event;
    }

    /** Every topic of an agreement's feed, in a fixed order. */
    public static List<String> of(Agreement agreement) {
        Set<String> events = new TreeSet<>(agreement.events().keySet());
        events.addAll(Contracts.NOTICES);
        return events.stream().map(event -> of(agreement.agency(), event)).toList();
    }

    /** The names of all topics that there are. */
    static Set<String> there(LogClients clients) {
        try (Admin admin = clients.admin()) {
            return admin.listTopics().names().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new org.apache.kafka.common.errors.InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("topics cannot be listed", e.getCause());
        }
    }

    /** Topics of the domain that are not there yet. */
    static List<String> missing(Set<String> there) {
        return EventTypes.all().stream()
                .map(EventType::topic)
                .filter(topic -> !there.contains(topic))
                .toList();
    }

    /** Makes the gateway's own topics, as far as they are missing. */
    static void provision(LogClients clients, StreamSettings settings, Set<String> there) {
        List<NewTopic> wanted = new ArrayList<>();
        wanted.add(topic(JOURNAL, settings, "delete", "LogAppendTime"));
        wanted.add(topic(POSITIONS, settings, "compact", "LogAppendTime"));
        wanted.add(topic(ACKNOWLEDGEMENTS, settings, "compact", "LogAppendTime"));
        wanted.removeIf(topic -> there.contains(topic.name()));
        create(clients, wanted);
    }

    /** Makes the topics of feeds, as far as they are missing. */
    static void provision(
            LogClients clients, StreamSettings settings, Collection<Agreement> agreements) {
        // The records carry the time that the agency may know: the broker's would be exact.
        create(
                clients,
                agreements.stream()
                        .flatMap(agreement -> of(agreement).stream())
                        .distinct()
                        .map(name -> topic(name, settings, "delete", "CreateTime"))
                        .toList());
    }

    private static void create(LogClients clients, List<NewTopic> topics) {
        if (topics.isEmpty()) {
            return;
        }
        try (Admin admin = clients.admin()) {
            for (var created : admin.createTopics(topics).values().values()) {
                try {
                    created.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new org.apache.kafka.common.errors.InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("topics cannot be provisioned", e.getCause());
        }
    }

    private static NewTopic topic(
            String name, StreamSettings settings, String cleanup, String timestamps) {
        Map<String, String> config = new HashMap<>();
        config.put("retention.ms", "-1");
        config.put("retention.bytes", "-1");
        config.put("unclean.leader.election.enable", "false");
        config.put("message.timestamp.type", timestamps);
        // The services' clock tells the time, and a demonstration turns it; no record is refused.
        config.put("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
        config.put("cleanup.policy", cleanup);
        config.put("min.insync.replicas", Short.toString(settings.minInsync()));
        return new NewTopic(name, settings.partitions(), settings.replication()).configs(config);
    }
}
