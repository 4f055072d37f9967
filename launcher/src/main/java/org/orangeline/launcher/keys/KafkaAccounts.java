package org.orangeline.launcher.keys;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orangeline.launcher.LaunchException;

/**
 * Who can log in at a secured broker: a file for each, readable by its owner only, with everything
 * that a Kafka client or tool needs beside the address ({@code --command-config}).
 */
public final class KafkaAccounts {
    /** The broker itself: between its listeners, and with its controller. */
    public static final String BROKER = "broker";

    /** Makes credentials and grants, and is for nothing else. */
    public static final String ADMIN = "admin";

    private static final String JAAS = "sasl.jaas.config";
    private static final Pattern PASSWORD = Pattern.compile("password=\"([^\"]+)\"");
    private static final String SCRAM =
            "org.apache.kafka.common.security.scram.ScramLoginModule required";
    private static final String PLAIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required";
    private static final int PASSWORD_BYTES = 32;

    private final Path folder;

    private KafkaAccounts(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the files that are missing, of the broker and the admin as well.
     *
     * @param authority certificate of who signed the broker's
     * @param principals everybody else who logs in
     * @throws LaunchException when the folder cannot be used
     */
    public static KafkaAccounts in(Path folder, Path authority, Collection<String> principals) {
        KafkaAccounts accounts = new KafkaAccounts(folder);
        try {
            SecretFiles.ownerOnlyFolder(folder);
            String trusted = Files.readString(authority);
            accounts.make(BROKER, PLAIN, "PLAIN", trusted);
            accounts.make(ADMIN, PLAIN, "PLAIN", trusted);
            for (String principal : principals) {
                accounts.make(principal, SCRAM, "SCRAM-SHA-512", trusted);
            }
            return accounts;
        } catch (IOException e) {
            throw new LaunchException("the accounts in " + folder + " cannot be used", e);
        }
    }

    /** The accounts that are there. */
    public static KafkaAccounts in(Path folder) {
        return new KafkaAccounts(folder);
    }

    private void make(String principal, String module, String mechanism, String trusted)
            throws IOException {
        if (Files.exists(file(principal))) {
            return;
        }
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        String text =
                """
                # Logs in as %1$s: for this account's owner only.
                security.protocol=SASL_SSL
                sasl.mechanism=%2$s
                sasl.jaas.config=%3$s username="%1$s" password="%4$s";
                ssl.truststore.type=PEM
                ssl.truststore.certificates=%5$s
                """
                        .formatted(
                                principal,
                                mechanism,
                                module,
                                password,
                                trusted.strip().replace("\n", "\\n\\\n"));
        SecretFiles.write(file(principal), text);
    }

    /** The properties file of an account. */
    public Path file(String principal) {
        return folder.resolve(principal + ".properties");
    }

    /** Whether there is such an account. */
    public boolean has(String principal) {
        return Files.exists(file(principal));
    }

    /** What a client of that account is configured with. */
    public Map<String, String> client(String principal) {
        return read(file(principal));
    }

    /** What a client is configured with by such a file. */
    public static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new LaunchException(file + " cannot be read: make it with ./orangeline keys", e);
        }
        Map<String, String> client = new HashMap<>();
        properties
                .stringPropertyNames()
                .forEach(name -> client.put(name, properties.getProperty(name)));
        return client;
    }

    /** The password of an account. */
    public String password(String principal) {
        Matcher found = PASSWORD.matcher(client(principal).getOrDefault(JAAS, ""));
        if (!found.find()) {
            throw new LaunchException(file(principal) + " holds no password");
        }
        return found.group(1);
    }

    /**
     * How the broker knows who logs in: itself and the admin by what is configured here, everybody
     * else by SCRAM credentials in its own metadata. So a log that was made without any of this can
     * be secured, and the very first credential needs no open door.
     *
     * @param clients names of the listeners for clients
     * @param controller name of the controller's listener
     */
    public Map<String, String> server(List<String> clients, String controller) {
        String self =
                "%s username=\"%s\" password=\"%s\" user_%s=\"%s\""
                        .formatted(PLAIN, BROKER, password(BROKER), BROKER, password(BROKER));
        Map<String, String> server = new HashMap<>();
        for (String client : clients) {
            String listener = listener(client);
            server.put(listener + "sasl.enabled.mechanisms", "SCRAM-SHA-512,PLAIN");
            server.put(listener + "scram-sha-512." + JAAS, SCRAM + ";");
            server.put(
                    listener + "plain." + JAAS,
                    self + " user_%s=\"%s\";".formatted(ADMIN, password(ADMIN)));
        }
        server.put(listener(controller) + "sasl.enabled.mechanisms", "PLAIN");
        server.put(listener(controller) + "plain." + JAAS, self + ";");
        return server;
    }

    private static String listener(String name) {
        return "listener.name." + name.toLowerCase(Locale.ROOT) + ".";
    }
}
