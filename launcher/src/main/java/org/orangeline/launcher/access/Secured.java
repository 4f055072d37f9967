package org.orangeline.launcher.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.orangeline.launcher.LaunchException;
import org.orangeline.launcher.keys.Certificates;
import org.orangeline.launcher.keys.KafkaAccounts;
import org.orangeline.launcher.keys.SecretFiles;
import org.orangeline.localkafka.BrokerSecurity;

/**
 * Certificates and accounts of a secured deployment.
 *
 * @param folder where they are: {@code tls} and {@code kafka} in it
 * @param certificates of the servers
 * @param accounts of everybody who logs in at the broker
 */
public record Secured(Path folder, Certificates certificates, KafkaAccounts accounts) {
    /** The broker's name, by which services in containers reach it. */
    private static final String KAFKA = "kafka";

    /**
     * Makes what is missing.
     *
     * @param agencies who may read a feed in Kafka
     * @param hosts more names and addresses that the servers are reached by
     */
    public static Secured in(Path folder, Collection<String> agencies, List<String> hosts) {
        List<String> servers = Principals.services();
        servers.add(KAFKA);
        Certificates certificates = Certificates.in(folder.resolve("tls"), servers, hosts);
        KafkaAccounts accounts =
                KafkaAccounts.in(
                        folder.resolve("kafka"),
                        certificates.authority(),
                        Principals.all(agencies));
        return new Secured(folder, certificates, accounts);
    }

    /** For a broker on this machine. */
    public BrokerSecurity broker() {
        return new BrokerSecurity(
                server(List.of(BrokerSecurity.CLIENTS), BrokerSecurity.CONTROLLER),
                accounts.client(KafkaAccounts.ADMIN));
    }

    /**
     * For the broker in the compose file: what is secret, as its image takes it from the
     * environment.
     *
     * @return the file
     */
    public Path writeBrokerEnvironment(List<String> clients, String controller) {
        String text =
                server(clients, controller).entrySet().stream()
                        .map(entry ->
                                variable(entry.getKey())
                                        + "="
                                        + entry.getValue().strip().replace("\n", " ")
                                        + "\n")
                        .collect(Collectors.joining());
        Path file = folder.resolve("broker.env");
        try {
            // Earlier versions wrote it beside the accounts, where who hands out accounts reads it.
            Files.deleteIfExists(folder.resolve(KAFKA).resolve("broker.env"));
            if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                SecretFiles.write(file, text);
            }
        } catch (IOException e) {
            throw new LaunchException(file + " cannot be written", e);
        }
        return file;
    }

    private static String variable(String property) {
        return "KAFKA_"
                + property.toUpperCase(Locale.ROOT)
                        .replace("_", "__")
                        .replace("-", "___")
                        .replace('.', '_');
    }

    private Map<String, String> server(List<String> clients, String controller) {
        Map<String, String> server = new TreeMap<>(accounts.server(clients, controller));
        server.put(
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        server.put("allow.everyone.if.no.acl.found", "false");
        server.put("super.users", "User:" + KafkaAccounts.BROKER + ";User:" + KafkaAccounts.ADMIN);
        server.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        server.put("sasl.mechanism.controller.protocol", "PLAIN");
        server.put("ssl.keystore.type", "PEM");
        server.put("ssl.keystore.certificate.chain", read(certificates.certificate(KAFKA)));
        server.put("ssl.keystore.key", read(certificates.key(KAFKA)));
        server.put("ssl.truststore.type", "PEM");
        server.put("ssl.truststore.certificates", read(certificates.authority()));
        return server;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new LaunchException(file + " cannot be read", e);
        }
    }
}
