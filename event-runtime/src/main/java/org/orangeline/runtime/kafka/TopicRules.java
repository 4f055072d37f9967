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

    private TopicRules() {}
}
