package org.orangeline.runtime;

import java.nio.charset.StandardCharsets;

/** Which partition an operation lives in, in every topic of every service. */
public final class Partitions {

    private static final int SEED = 0x9747b28c;
    private static final int MIX = 0x5bd1e995;

    private Partitions() {}

    /**
     * Murmur2 as in Kafka's default partitioner, over the operation instead of the record's key.
     * Written out here, so that what decides where the truth lies depends on no client's version.
     *
     * @param count partitions of every topic, pinned when the deployment was created
     */
    public static int of(String operation, int count) {
        return (murmur2(operation.getBytes(StandardCharsets.UTF_8)) & Integer.MAX_VALUE) % count;
    }

    private static int murmur2(byte[] data) {
        int hash = SEED ^ data.length;
        int whole = data.length & ~3;
        for (int i = 0; i < whole; i += 4) {
            int word = at(data, i) | at(data, i + 1) << 8 | at(data, i + 2) << 16;
            word = (word | at(data, i + 3) << 24) * MIX;
            hash = hash * MIX ^ (word ^ word >>> 24) * MIX;
        }
        for (int i = data.length - 1; i >= whole; i--) {
            hash ^= at(data, i) << 8 * (i - whole);
        }
        if (whole < data.length) {
            hash *= MIX;
        }
        hash = (hash ^ hash >>> 13) * MIX;
        return hash ^ hash >>> 15;
    }

    private static int at(byte[] data, int index) {
        return data[index] & 0xff;
    }
}
