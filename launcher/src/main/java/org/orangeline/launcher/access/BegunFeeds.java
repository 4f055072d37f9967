package org.orangeline.launcher.access;

import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.orangeline.agreement.Begun;
import org.orangeline.agreement.Versions;
import org.orangeline.runtime.log.LogClients;
import org.orangeline.runtime.log.WholeTopics;

/** By which agreements the gateway has begun its feeds, as it wrote that down at the broker. */
final class BegunFeeds {
    private BegunFeeds() {}

    /** None, where no gateway ever ran. */
    static Versions versions(Admin admin, LogClients clients)
            throws ExecutionException, InterruptedException {
        Begun begun = new Begun();
        if (admin.listTopics().names().get().contains(Begun.TOPIC)) {
            WholeTopics.read(
                    clients,
                    Set.of(new TopicPartition(Begun.TOPIC, 0)),
                    record -> {
                        if (Begun.isKey(record.key())) {
                            begun.put(record.key(), record.value());
                        }
                    });
        }
        return begun.versions();
    }
}
