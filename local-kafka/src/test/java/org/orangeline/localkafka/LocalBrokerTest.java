package org.orangeline.localkafka;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerTest {
    private static final String TOPIC = "Kept";

    @TempDir Path folder;

    @Test
    void what_was_committed_is_there_after_a_kill() throws Exception {
        try (LocalBroker broker = new LocalBroker(BrokerSettings.in(folder)).start()) {
            Records records = new Records(broker.bootstrap());
            records.createTopic(TOPIC);
            records.commit(TOPIC, "one");
            records.abort(TOPIC, "never");

            broker.kill();
            assertThat(broker.isAlive()).isFalse();
            broker.start();

            records.commit(TOPIC, "two");
            assertThat(records.committed(TOPIC, 2)).containsExactly("one", "two");
            assertThat(Files.readString(broker.settings().logFile())).contains("Kafka Server");
        }
    }

    @Test
    void the_broker_honours_every_setting() throws Exception {
        try (LocalBroker broker = new LocalBroker(BrokerSettings.in(folder)).start();
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.BROKER, "1");
            Config config =
                    requireNonNull(
                            admin.describeConfigs(List.of(resource)).all().get().get(resource));

            Map<String, String> expected = new HashMap<>(BrokerFiles.COMMON);
            expected.put("log.flush.interval.messages", "1");
            Map<String, String> effective = new HashMap<>();
            expected.keySet().forEach(name -> effective.put(name, config.get(name).value()));
            assertThat(effective).isEqualTo(expected);
        }
    }

    @Test
    void a_taken_port_is_one_readable_line() throws IOException {
        InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try (ServerSocket taken = new ServerSocket(0, 1, here)) {
            int port = taken.getLocalPort();
            LocalBroker broker = new LocalBroker(BrokerSettings.in(folder).ports(port, 0));

            assertThatThrownBy(broker::start)
                    .isInstanceOf(PortInUseException.class)
                    .hasMessage("port " + port + " is in use, the Kafka broker needs it");
        }
    }

    @Test
    void a_broken_log_folder_says_what_the_broker_said() throws IOException {
        Files.createDirectories(folder.resolve("log"));
        Files.writeString(folder.resolve("log/meta.properties"), "version=7\n");

        assertThatThrownBy(() -> new LocalBroker(BrokerSettings.in(folder)).start())
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining("meta.properties");
    }
}
