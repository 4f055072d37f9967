package org.orangeline.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.LocalKeys;
import org.orangeline.runtime.keys.Boxed;
import org.orangeline.runtime.keys.KeyFolder;
import org.orangeline.runtime.keys.KeyRing;
import org.orangeline.runtime.keys.ProcessKeys;
import org.orangeline.runtime.keys.Vault;

/**
 * Somebody who got hold of every record that ever was in a service's topic of held items, and of
 * every file with a key that is there now.
 */
final class HeldThief {

    private final HeldList list;
    private final List<ConsumerRecord<String, byte[]>> copies = new ArrayList<>();

    HeldThief(HeldList list) {
        this.list = list;
    }

    /** Copies the topic as it is now. */
    void copies() {
        String operation = list.emergency().operation() + " ";
        list.emergency().system().log().records(list.service().id() + ".held").stream()
                .filter(one -> one.key().startsWith(operation) && one.value() != null)
                .forEach(copies::add);
    }

    /** Whether the operation has been looked at since it holds something. */
    boolean seesTheMark() {
        String mark = list.emergency().operation() + " erasures";
        return list.emergency().system().log().records(list.service().id() + ".held").stream()
                .anyMatch(one -> one.key().equals(mark));
    }

    /** All that can be read of it with the keys that are left. */
    String reads() {
        LocalKeys files = list.emergency().system().stack().keys();
        Service service = list.service();
        ProcessKeys keys = ProcessKeys.read(files.processKeysFile(service), service.id());
        var folder = new KeyFolder(files.operationKeys(), keys);
        Vault vault = new KeyRing(folder, service.id()).vault("held");
        StringBuilder read = new StringBuilder();
        for (ConsumerRecord<String, byte[]> copy : copies) {
            JsonNode record = LogReading.value(copy);
            open(vault, "held item " + copy.key(), record.path("content"), read);
            for (String word : List.of("settlement", "release")) {
                open(vault, "reason about " + copy.key(), record.path(word).path("reason"), read);
            }
        }
        return read.toString();
    }

    private void open(Vault vault, String context, JsonNode box, StringBuilder read) {
        if (box.isObject()) {
            vault.open(
                            list.emergency().operation(),
                            context,
                            Answer.MAPPER.convertValue(box, Boxed.class))
                    .ifPresent(bytes -> read.append(new String(bytes, StandardCharsets.UTF_8)));
        }
    }
}
