package org.orangeline.runtime.kafka;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.orangeline.events.Service;
import org.orangeline.runtime.log.LogClients;

/**
 * What was said of something when it was first heard of, kept for good beside what the service
 * pinned. The log is asked each time, so that all instances go by the same; meant for what is asked
 * rarely.
 */
public final class FirstSaid {

    private static final String PREFIX = "first said ";

    private final DeploymentTopic topic;

    public FirstSaid(LogClients clients, Service service) {
        this.topic = new DeploymentTopic(clients, ServiceTopics.deployment(service));
    }

    /**
     * Says it, unless something was said of it before.
     *
     * @param name of what it is about; a word
     * @param content a word
     * @return what was said first, by name, this one's too
     * @throws KafkaException when the log cannot be asked in time
     */
    public SequencedMap<String, String> say(String name, String content) {
        SequencedMap<String, String> said = read();
        if (said.containsKey(name)) {
            return said;
        }
        try {
            // With the content in it no compaction takes away what was said before.
            topic.write(PREFIX + name + " " + content, content.getBytes(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new org.apache.kafka.common.errors.InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("what was said first cannot be written", e.getCause());
        }
        // Another instance may have been quicker.
        return read();
    }

    private SequencedMap<String, String> read() {
        SequencedMap<String, String> said = new LinkedHashMap<>();
        topic.read((key, value) -> {
            if (key.startsWith(PREFIX)) {
                String name = key.substring(PREFIX.length(), key.lastIndexOf(' '));
                said.putIfAbsent(name, new String(value, StandardCharsets.UTF_8));
            }
        });
        return said;
    }
}
