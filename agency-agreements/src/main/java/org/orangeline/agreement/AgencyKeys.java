package org.orangeline.agreement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.orangeline.runtime.keys.DeploymentKey;

/**
 * The keys that agencies' ids and cursors are made with. They follow from the deployment key and do
 * not lead back to it, so the gateway has these and not that one. A file holds them, a line each:
 * name, space, base64.
 */
public final class AgencyKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final String PSEUDONYMS = "pseudonyms";
    private static final String CURSORS = "cursors";

    private final byte[] pseudonyms;
    private final byte[] cursors;

    private AgencyKeys(byte[] pseudonyms, byte[] cursors) {
        this.pseudonyms = pseudonyms;
        this.cursors = cursors;
    }

    /** Those of a new deployment. */
    public static AgencyKeys of(DeploymentKey deployment) {
        return new AgencyKeys(
                deployment.named("agency-gateway", "agency pseudonyms", 2),
                deployment.named("agency-gateway", "feed cursors", 2));
    }

    /**
     * Those of a deployment that was made before they stood in a file: ids that agencies know may
     * not change. The key of pseudonyms is that of content hashes there.
     */
    public static AgencyKeys ofEarlier(DeploymentKey deployment) {
        return new AgencyKeys(
                deployment.derive("orangeline content hash v1"),
                deployment.derive("orangeline feed cursors v1"));
    }

    /**
     * @throws IllegalArgumentException when the file cannot be read or lacks a key; the message
     *     never quotes one
     */
    public static AgencyKeys read(Path file) {
        Map<String, byte[]> keys = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.strip().split(" ");
                if (words.length == 2) {
                    keys.put(words[0], Base64.getDecoder().decode(words[1]));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("the agencies' keys " + file + " cannot be read");
        }
        return new AgencyKeys(key(keys, PSEUDONYMS, file), key(keys, CURSORS, file));
    }

    private static byte[] key(Map<String, byte[]> keys, String name, Path file) {
        byte[] key = keys.get(name);
        if (key == null || key.length != BYTES) {
            throw new IllegalArgumentException(
                    "the agencies' keys " + file + " must have a line: " + name + ", base64");
        }
        return key;
    }

    /** The content of the file. */
    public String text() {
        return line(PSEUDONYMS, pseudonyms) + line(CURSORS, cursors);
    }

    private static String line(String name, byte[] key) {
        return name + " " + Base64.getEncoder().encodeToString(key) + "\n";
    }

    /** The ids of an agency: the same in every service that has these keys. */
    public Pseudonyms pseudonyms(String agency) {
        // A label that no command's content can be, since that is JSON.
        String label = "orangeline gateway agency pseudonyms v1\n" + agency;
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(pseudonyms, ALGORITHM));
            return new Pseudonyms(mac.doFinal(label.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** Signs cursors. */
    public byte[] cursors() {
        return cursors.clone();
    }
}
