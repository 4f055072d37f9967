package org.orangeline.runtime.kafka;

import java.nio.file.Path;
import org.orangeline.localkafka.BrokerSettings;
import org.orangeline.localkafka.Durability;
import org.orangeline.localkafka.LocalBroker;

/** A broker for one test that spoils the log, or the broker. */
final class OwnBroker {

    private OwnBroker() {}

    static LocalBroker start(Path folder) {
        // Nothing here outlives the machine, so nothing has to reach the disk.
        return new LocalBroker(BrokerSettings.in(folder).durability(Durability.REPLICATED)).start();
    }
}
