package org.orangeline.kit.wiring;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.orangeline.events.Service;
import org.orangeline.runtime.kafka.ServiceTopics;
import org.orangeline.runtime.kafka.UpstreamLog;

/**
 * The settings of a channel follow from the service that it carries: all topics of that service,
 * every partition, from the beginning, committed records only, in batches. No offset is taken from
 * a group, since the view is rebuilt from the log at every start.
 */
public final class ChannelConfig implements ConfigSourceFactory {

    private static final String UPSTREAM = "orangeline.upstream";
    private static final String PARTITIONS = "orangeline.partitions";

    /** Below application.properties, so that a deployment can override any of it. */
    private static final int ORDINAL = 90;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Map<String, String> channels = new HashMap<>();
        int partitions = number(context.getValue(PARTITIONS), 4);
        ConfigValue upstream = context.getValue(UPSTREAM);
        if (upstream != null && upstream.getValue() != null) {
            for (String id : upstream.getValue().split(",")) {
                channels.putAll(channel(Service.of(id.strip()), partitions));
            }
        }
        return List.of(new PropertiesConfigSource(channels, "orangeline channels", ORDINAL));
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ORDINAL);
    }

    private static Map<String, String> channel(Service service, int partitions) {
        String prefix = "mp.messaging.incoming." + service.id() + ".";
        String from =
                UpstreamLog.assignment(service, partitions).stream()
                        .map(tp -> tp.topic() + ":" + tp.partition() + ":0")
                        .collect(Collectors.joining(","));
        Map<String, String> config = new HashMap<>();
        config.put(prefix + "connector", "smallrye-kafka");
        config.put(prefix + "topics", String.join(",", ServiceTopics.events(service)));
        config.put(prefix + "assign-seek", from);
        config.put(prefix + "batch", "true");
        config.put(prefix + "commit-strategy", "ignore");
        config.put(prefix + "failure-strategy", "fail");
        config.put(prefix + "enable.auto.commit", "false");
        config.put(prefix + "isolation.level", "read_committed");
        config.put(prefix + "auto.offset.reset", "earliest");
        config.put(prefix + "allow.auto.create.topics", "false");
        config.put(prefix + "max.poll.records", "2000");
        config.put(prefix + "poll-timeout", "500");
        config.put(prefix + "reconnect.backoff.max.ms", "1000");
        // A record is answered at once; this is only how often an idle channel asks again.
        config.put(prefix + "fetch.max.wait.ms", "500");
        config.put(
                prefix + "key.deserializer",
                "org.apache.kafka.common.serialization.StringDeserializer");
        config.put(
                prefix + "value.deserializer",
                "org.apache.kafka.common.serialization.ByteArrayDeserializer");
        return config;
    }

    private static int number(ConfigValue value, int otherwise) {
        return value == null || value.getValue() == null
                ? otherwise
                : Integer.parseInt(value.getValue());
    }
}
