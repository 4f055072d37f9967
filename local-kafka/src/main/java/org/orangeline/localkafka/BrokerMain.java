package org.orangeline.localkafka;

import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The broker's process: formats the storage when it is new, then runs Kafka's own main class. */
final class BrokerMain {
    private BrokerMain() {}

    /**
     * @param args the properties file, and the folder that it names as {@code log.dirs}
     */
    public static void main(String[] args) {
        String config = args[0];
        // Kafka writes this file last, so a format that was cut off is done again.
        if (!Files.exists(Path.of(args[1], "meta.properties"))) {
            String cluster = Uuid.randomUuid().toString();
            int code =
                    StorageTool.execute(
                            new String[] {"format", "--cluster-id", cluster, "--config", config},
                            System.out);
            if (code != 0) {
                System.exit(code);
            }
        }
        Kafka.main(new String[] {config});
    }
}
