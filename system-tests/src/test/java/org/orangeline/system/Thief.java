package org.orangeline.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.orangeline.events.EventType;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Sealed;
import org.orangeline.events.Service;
import org.orangeline.runtime.keys.DeploymentKey;
import org.orangeline.runtime.keys.KeyFolder;
import org.orangeline.runtime.keys.KeyRing;

/**
 * Somebody who got hold of everything: every record that ever was in the topics of keys, and every
 * file with a key that is there now.
 */
final class Thief {

    private final RunningSystem system;
    private final Map<Service, List<ConsumerRecord<String, byte[]>>> copies = new LinkedHashMap<>();

    Thief(RunningSystem system) {
        this.system = system;
    }

    /** Copies the topics of keys as they are now. */
    void copiesKeys() {
        for (Service service : Service.values()) {
            copies.computeIfAbsent(service, unused -> new ArrayList<>())
                    .addAll(system.log().records(service.id() + ".keys"));
        }
    }

    /** All that can be read of what is sealed about a person, with the keys that are left. */
    String reads(UUID person) {
        StringBuilder read = new StringBuilder();
        Path keys = system.stack().keys().deploymentKeyFile();
        DeploymentKey deployment = DeploymentKey.read(keys);
        for (Service service : Service.values()) {
            for (boolean last : new boolean[] {true, false}) {
                KeyRing ring =
                        new KeyRing(
                                new KeyFolder(keys.resolveSibling("operation-keys"), deployment),
                                service.id());
                Map<String, ConsumerRecord<String, byte[]>> taken = new LinkedHashMap<>();
                for (ConsumerRecord<String, byte[]> copy :
                        copies.getOrDefault(service, List.of())) {
                    String place = copy.partition() + " " + copy.key();
                    // Of several records of one key the first and, in turn, the last.
                    if (copy.value() != null && (last || !taken.containsKey(place))) {
                        taken.put(place, copy);
                    }
                }
                taken.values().forEach(one -> ring.put(one.partition(), one.key(), one.value()));
                EventTypes.of(service).forEach(type -> opened(ring, type, person, read));
                audited(ring, service, person, read);
            }
        }
        return read.toString();
    }

    private void opened(KeyRing ring, EventType type, UUID person, StringBuilder read) {
        for (ConsumerRecord<String, byte[]> event : system.log().records(type.topic())) {
            if (event.key().equals(person.toString())) {
                open(ring, type, event.key(), "", LogReading.value(event), read);
            }
        }
    }

    /** What agencies said for a reason. */
    private void audited(KeyRing ring, Service service, UUID person, StringBuilder read) {
        for (ConsumerRecord<String, byte[]> line : system.log().records(service.id() + ".reads")) {
            JsonNode audited = LogReading.value(line);
            String[] reason = audited.path("reason").asText().split(" ");
            if (reason.length == 2
                    && audited.path("persons").toString().contains(person.toString())) {
                ring.open(
                                new Sealed<>(
                                        person.toString(),
                                        "PersonsRead",
                                        "/reason",
                                        reason[0],
                                        reason[1]))
                        .ifPresent(clear -> read.append(new String(clear, StandardCharsets.UTF_8)));
            }
        }
    }

    private static void open(
            KeyRing ring,
            EventType type,
            String subject,
            String pointer,
            JsonNode node,
            StringBuilder read) {
        if (node.path("sealed").asText().equals(Sealed.ALGORITHM)) {
            ring.open(
                            new Sealed<>(
                                    subject,
                                    type.name(),
                                    pointer,
                                    node.path("iv").asText(),
                                    node.path("ciphertext").asText()))
                    .ifPresent(json -> read.append(new String(json, StandardCharsets.UTF_8)));
            return;
        }
        node.properties()
                .forEach(field ->
                        open(
                                ring,
                                type,
                                subject,
                                pointer + "/" + field.getKey(),
                                field.getValue(),
                                read));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            open(ring, type, subject, pointer + "/" + i, node.get(i), read);
        }
    }
}
