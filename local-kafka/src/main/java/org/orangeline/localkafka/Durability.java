package org.orangeline.localkafka;

import java.util.Locale;

/** What makes an acknowledged record survive: the disk of this machine, or the other replicas. */
public enum Durability {
    /**
     * Every append is synced to disk before it is acknowledged. The only choice that survives a
     * power cut when there is one broker, because Kafka by itself never syncs.
     */
    FSYNC,
    /** No forced sync: for a cluster whose replicas do not lose power together, and for tests. */
    REPLICATED;

    /** The name as the command line and the configuration spell it. */
    public String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }
}
