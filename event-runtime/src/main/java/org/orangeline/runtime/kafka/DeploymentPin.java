package org.orangeline.runtime.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Service;
import org.orangeline.runtime.log.LogClients;
import org.orangeline.runtime.log.LogFault;

/** What a service's first instance wrote into the log: partition count and topics. */
final class DeploymentPin {

    private final LogClients clients;
    private final Service service;

    DeploymentPin(LogClients clients, Service service) {
        this.clients = clients;
        this.service = service;
    }

    Optional<Pinned> read() {
        return readFrom(ServiceTopics.deployment(service));
    }

    Optional<Pinned> readFrom(String topic) {
        AtomicReference<@Nullable Pinned> pinned = new AtomicReference<>();
        new DeploymentTopic(clients, topic)
                .read((key, value) -> {
                    if (service.id().equals(key)) {
                        pinned.set(Pinned.parse(value));
                    }
                });
        return Optional.ofNullable(pinned.get());
    }

    void write(Pinned pinned) throws InterruptedException, ExecutionException {
        new DeploymentTopic(clients, ServiceTopics.deployment(service))
                .write(service.id(), pinned.bytes());
    }

    /**
     * @param partitions of every event topic
     * @param topics every topic that was made
     */
    record Pinned(int partitions, Set<String> topics) {

        Pinned {
            topics = Set.copyOf(topics);
        }

        byte[] bytes() {
            return (partitions + " " + String.join(",", new TreeSet<>(topics)))
                    .getBytes(StandardCharsets.UTF_8);
        }

        static Pinned parse(byte[] bytes) {
            String[] parts = new String(bytes, StandardCharsets.UTF_8).split(" ", 2);
            try {
                return new Pinned(
                        Integer.parseInt(parts[0]),
                        Arrays.stream(parts[1].split(",")).collect(Collectors.toSet()));
            } catch (RuntimeException e) {
                throw new LogFault("the deployment's record is malformed", e);
            }
        }
    }
}
