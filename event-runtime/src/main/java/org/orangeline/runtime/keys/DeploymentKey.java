package org.orangeline.runtime.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of a deployment: 32 bytes that all keys of its processes follow from ({@link
 * DerivedKeys}). The launcher needs it to make the key files; services never read it.
 */
public final class DeploymentKey {

    private static final int BYTES = 32;

    private final SecretKeySpec root;

    private DeploymentKey(byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("the deployment key must be " + BYTES + " bytes");
        }
        this.root = new SecretKeySpec(key, "HmacSHA256");
    }

    /**
     * @param file the key in base64, in its first line
     * @throws IllegalArgumentException when the file cannot be read or holds no key; the message
     *     never quotes it
     */
    public static DeploymentKey read(Path file) {
        try {
            return new DeploymentKey(Base64.getDecoder().decode(firstLine(Files.readString(file))));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the deployment key file " + file + " cannot be read");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the deployment key file " + file + " must hold " + BYTES + " bytes in base64");
        }
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("");
    }

    public static DeploymentKey of(byte[] key) {
        return new DeploymentKey(key);
    }

    /**
     * 32 bytes that follow from the key and a purpose, as they did when every service read the
     * deployment key.
     *
     * @param purpose with a version
     */
    public byte[] derive(String purpose) {
        return mac(root, purpose.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * 32 bytes by HKDF (RFC 5869) that are for one process and purpose. Whoever has them learns
     * neither the deployment key nor what is for another process. {@link #derive} stays for
     * deployments that had its keys.
     *
     * @param process whose key it is
     * @param purpose what it is for
     * @param version from 1, so that it can be changed
     */
    public byte[] named(String process, String purpose, int version) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(root)
                                    .addSalt(
                                            ("orangeline " + process)
                                                    .getBytes(StandardCharsets.UTF_8))
                                    .thenExpand(
                                            (purpose + " v" + version)
                                                    .getBytes(StandardCharsets.UTF_8),
                                            BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HKDF-SHA256", e);
        }
    }

    static byte[] mac(SecretKeySpec key, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
