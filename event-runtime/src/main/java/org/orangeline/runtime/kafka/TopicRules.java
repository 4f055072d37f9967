package org.orangeline.runtime.kafka;

import java.util.Map;

/** Topic settings without which the log loses the truth; Kafka's own defaults would. */
final class TopicRules {

    /**
     * For every topic. The broker's append time: a tablet's or a service's clock orders nothing.
     */
    static final Map<String, String> REQUIRED =
            Map.of(
                    "retention.ms", "-1",
                    "retention.bytes", "-1",
                    "message.timestamp.type", "LogAppendTime",
                    "unclean.leader.election.enable", "false");

    /** For the order, which only announces: an hour's segments, a day in all. */
    static final Map<String, String> ORDER =
            Map.of(
                    "cleanup.policy", "delete",
                    "retention.ms", "86400000",
                    "segment.ms", "3600000",
                    "flush.messages", Long.toString(Long.MAX_VALUE),
                    "message.timestamp.type", "LogAppendTime");

    /**
     * How long a compacted topic may keep a record that a later one replaced: within it a key that
     * an erasure destroyed leaves the disk, once its segment is closed ({@link KeyRoll}).
     */
    static final String COMPACTION_LAG = "max.compaction.lag.ms";

    /** How long the topic of keys keeps a segment open: an hour, in milliseconds. */
    static final long KEYS_SEGMENT = 3_600_000;

    /** A day, in milliseconds. */
    static final long MOST_COMPACTION_LAG = 86_400_000;

    private TopicRules() {}
}
