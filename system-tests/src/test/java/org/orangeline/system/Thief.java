package org.orangeline.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.orangeline.events.EventType;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Sealed;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.LocalKeys;
import org.orangeline.runtime.keys.KeyFolder;
import org.orangeline.runtime.keys.KeyRing;
import org.orangeline.runtime.keys.ProcessKeys;

/**
 * Somebody who got hold of everything: every record that ever was in the topics of keys, and every
 * file with a key that is there now.
 */
final class Thief {

    private static final String READS = ".reads";

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
        LocalKeys files = system.stack().keys();
        for (Service service : Service.values()) {
            List<ConsumerRecord<String, byte[]>> log = log(service);
            ProcessKeys keys = ProcessKeys.read(files.processKeysFile(service), service.id());
            for (boolean last : new boolean[] {true, false}) {
                KeyRing ring =
                        new KeyRing(new KeyFolder(files.operationKeys(), keys), service.id());
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
                opened(ring, log, person, read);
                audited(ring, service, log, person, read);
            }
        }
        return read.toString();
    }

    private List<ConsumerRecord<String, byte[]>> log(Service service) {
        return system.log()
                .records(
                        Stream.concat(
                                        EventTypes.of(service).stream().map(EventType::topic),
                                        Stream.of(service.id() + READS))
                                .toArray(String[]::new));
    }

    private static void opened(
            KeyRing ring,
            List<ConsumerRecord<String, byte[]>> log,
            UUID person,
            StringBuilder read) {
        for (ConsumerRecord<String, byte[]> event : log) {
            if (!event.topic().endsWith(READS) && event.key().equals(person.toString())) {
                EventType type = EventTypes.named(event.topic());
                open(ring, type, event.key(), "", LogReading.value(event), read);
            }
        }
    }

    /** What agencies said for a reason. */
    private static void audited(
            KeyRing ring,
            Service service,
            List<ConsumerRecord<String, byte[]>> log,
            UUID person,
            StringBuilder read) {
        for (ConsumerRecord<String, byte[]> line : log) {
            if (!line.topic().equals(service.id() + READS)) {
                continue;
            }
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
