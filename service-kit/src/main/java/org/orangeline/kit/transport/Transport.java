package org.orangeline.kit.transport;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a service is reached and reaches others, as configured.
 *
 * @param host where it listens
 * @param managementHost where it answers for health and metrics
 * @param insecureRequests whether it answers without TLS: {@code enabled}, {@code disabled} or
 *     {@code redirect}
 * @param endedBefore whether somebody says that TLS is ended by a proxy in front of it
 * @param brokers lists of Kafka servers, with the security protocol that is used for them
 * @param addresses where it sends tokens or commands, or is told keys from, by setting
 */
public record Transport(
        String host,
        String managementHost,
        String insecureRequests,
        boolean endedBefore,
        List<Brokers> brokers,
        Map<String, String> addresses) {

    private static final Set<String> OVER_TLS = Set.of("SSL", "SASL_SSL");

    public Transport {
        brokers = List.copyOf(brokers);
        addresses = Map.copyOf(addresses);
    }

    /**
     * @param servers {@code host:port}, separated by commas
     * @param protocol Kafka's security protocol
     */
    public record Brokers(String servers, String protocol) {

        private Optional<String> open() {
            return OVER_TLS.contains(protocol.toUpperCase(Locale.ROOT))
                    ? Optional.empty()
                    : Arrays.stream(servers.split(","))
                            .map(String::strip)
                            .filter(server -> !Loopback.is(hostOf(server)))
                            .findFirst();
        }

        // Kafka also takes PROTOCOL://host:port.
        private static String hostOf(String server) {
            String bare =
                    server.substring(server.indexOf("://") < 0 ? 0 : server.indexOf("://") + 3);
            int port = bare.lastIndexOf(':');
            return port < 0 ? bare : bare.substring(0, port);
        }
    }

    /** What would go over the network in the clear, and what to set; empty when nothing would. */
    public Optional<String> refusal() {
        return http().or(this::management).or(this::kafka).or(this::address);
    }

    private Optional<String> http() {
        if (endedBefore || Loopback.is(host) || !insecureRequests.equalsIgnoreCase("enabled")) {
            return Optional.empty();
        }
        return Optional.of(
                "it would listen on "
                        + host
                        + " without TLS: set ORANGELINE_TLS_CERTIFICATE and ORANGELINE_TLS_KEY, or"
                        + " QUARKUS_HTTP_HOST=127.0.0.1; only where a proxy in front ends"
                        + " TLS, set ORANGELINE_TLS_ENDED_BEFORE=true");
    }

    private Optional<String> management() {
        if (Loopback.is(managementHost) || !insecureRequests.equalsIgnoreCase("enabled")) {
            return Optional.empty();
        }
        return Optional.of(
                "it would answer for health and metrics on "
                        + managementHost
                        + " without TLS: set ORANGELINE_TLS_CERTIFICATE and ORANGELINE_TLS_KEY, or"
                        + " QUARKUS_MANAGEMENT_HOST=127.0.0.1");
    }

    private Optional<String> kafka() {
        return brokers.stream()
                .flatMap(one -> one.open().stream())
                .findFirst()
                .map(server ->
                        "it would speak to Kafka at "
                                + server
                                + " without TLS: set ORANGELINE_KAFKA_CLIENT_FILE, or"
                                + " KAFKA_SECURITY_PROTOCOL to SASL_SSL or SSL");
    }

    private Optional<String> address() {
        return addresses.entrySet().stream()
                .filter(one -> Loopback.isOpen(one.getValue()))
                .map(one -> one.getKey() + "=" + one.getValue() + " is not https")
                .sorted()
                .findFirst();
    }
}
