package org.orangeline.kit.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransportTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "[::1]", "127.8.8.8"})
    void on_loopback_nothing_is_asked_for(String host) {
        assertThat(http(host, "enabled", false).refusal()).isEmpty();
        assertThat(kafka(host + ":9092", "PLAINTEXT").refusal()).isEmpty();
        assertThat(address("http://127.0.0.1:8081").refusal()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.1.2.3", "no-such-host.invalid", ""})
    void whoever_listens_for_others_needs_tls(String host) {
        assertThat(http(host, "enabled", false).refusal())
                .hasValueSatisfying(reason ->
                        assertThat(reason).contains("ORANGELINE_TLS_CERTIFICATE").hasLineCount(1));
        assertThat(http(host, "disabled", false).refusal()).isEmpty();
        assertThat(http(host, "redirect", false).refusal()).isEmpty();
        assertThat(http(host, "enabled", true).refusal()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3:9092, PLAINTEXT",
        "10.1.2.3:9092, SASL_PLAINTEXT",
        "'127.0.0.1:9092, 10.1.2.3:9092', SASL_PLAINTEXT",
        "PLAINTEXT://no-such-host.invalid:9092, PLAINTEXT",
        "10.1.2.3, PLAINTEXT",
    })
    void kafka_elsewhere_needs_tls(String servers, String protocol) {
        assertThat(kafka(servers, protocol).refusal())
                .hasValueSatisfying(reason ->
                        assertThat(reason).contains("KAFKA_SECURITY_PROTOCOL").hasLineCount(1));
        assertThat(kafka(servers, "SASL_SSL").refusal()).isEmpty();
        assertThat(kafka(servers, "ssl").refusal()).isEmpty();
    }

    @Test
    void a_proxy_in_front_ends_tls_for_callers_and_not_for_kafka() {
        Transport behindProxy =
                new Transport(
                        "0.0.0.0",
                        "127.0.0.1",
                        "enabled",
                        true,
                        List.of(new Transport.Brokers("10.1.2.3:9092", "PLAINTEXT")),
                        Map.of());

        assertThat(behindProxy.refusal()).isPresent();
    }

    @Test
    void health_and_metrics_leave_the_machine_with_tls_only_whatever_stands_in_front() {
        for (boolean endedBefore : new boolean[] {true, false}) {
            assertThat(management("enabled", endedBefore).refusal())
                    .hasValueSatisfying(reason ->
                            assertThat(reason)
                                    .contains("QUARKUS_MANAGEMENT_HOST=127.0.0.1")
                                    .hasLineCount(1));
        }
        assertThat(management("disabled", false).refusal()).isEmpty();
    }

    private static Transport management(String insecure, boolean endedBefore) {
        return new Transport("127.0.0.1", "10.1.2.3", insecure, endedBefore, List.of(), Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.1.2.3:8081", "HTTP://10.1.2.3", "http:x", "not an address"})
    void what_is_sent_elsewhere_goes_over_https(String address) {
        assertThat(address(address).refusal())
                .hasValueSatisfying(reason ->
                        assertThat(reason).startsWith("ORANGELINE_ADDRESS=").hasLineCount(1));
        assertThat(address("https://10.1.2.3:8081").refusal()).isEmpty();
    }

    private static Transport http(String host, String insecure, boolean endedBefore) {
        return new Transport(host, "127.0.0.1", insecure, endedBefore, List.of(), Map.of());
    }

    private static Transport kafka(String servers, String protocol) {
        return new Transport(
                "127.0.0.1",
                "127.0.0.1",
                "enabled",
                false,
                List.of(new Transport.Brokers(servers, protocol)),
                Map.of());
    }

    private static Transport address(String address) {
        return new Transport(
                "127.0.0.1",
                "127.0.0.1",
                "enabled",
                false,
                List.of(),
                Map.of("ORANGELINE_ADDRESS", address));
    }
}
