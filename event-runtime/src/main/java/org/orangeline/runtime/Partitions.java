package org.orangeline.runtime;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Which partition an operation lives in, in every topic of every service. */
public final class Partitions {

    private Partitions() {}

    /**
     * Murmur2 as in Kafka's default partitioner, over the operation instead of the record's key.
     *
     * @param count partitions of every topic, pinned when the deployment was created
     */
    public static int of(String operation, int count) {
        return Utils.toPositive(Utils.murmur2(operation.getBytes(StandardCharsets.UTF_8))) % count;
    }
}
