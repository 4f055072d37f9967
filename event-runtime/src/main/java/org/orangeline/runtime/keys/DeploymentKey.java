package org.orangeline.runtime.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of a deployment: 32 bytes that stay outside the log. It wraps the keys of persons and
 * keys the content hashes, so that the log alone betrays neither.
 */
public final class DeploymentKey {

    private static final int BYTES = 32;

    private final SecretKeySpec root;
    private final SecretKeySpec hashing;
    private final SecretKeySpec wrapping;

    private DeploymentKey(byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("the deployment key must be " + BYTES + " bytes");
        }
        this.root = new SecretKeySpec(key, "HmacSHA256");
        this.hashing =
                new SecretKeySpec(
                        mac(root, "orangeline content hash v1".getBytes(StandardCharsets.UTF_8)),
                        "HmacSHA256");
        this.wrapping =
                new SecretKeySpec(
                        mac(root, "orangeline key wrap v1".getBytes(StandardCharsets.UTF_8)),
                        "AES");
    }

    /**
     * @param file the key in base64
     * @throws IllegalArgumentException when the file cannot be read or holds no key; the message
     *     never quotes it
     */
    public static DeploymentKey read(Path file) {
        try {
            return new DeploymentKey(Base64.getDecoder().decode(Files.readString(file).strip()));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the deployment key file " + file + " cannot be read");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the deployment key file " + file + " must hold " + BYTES + " bytes in base64");
        }
    }

    public static DeploymentKey of(byte[] key) {
        return new DeploymentKey(key);
    }

    /** HMAC-SHA-256 of a command's content, as 64 hex digits. */
    public String contentHash(byte[] content) {
        return HexFormat.of().formatHex(mac(hashing, content));
    }

    /**
     * 32 bytes that follow from the key and a purpose, the same on every instance.
     *
     * @param purpose with a version, so that it can be changed
     */
    public byte[] derive(String purpose) {
        return mac(root, purpose.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * 32 bytes by HKDF (RFC 5869) that are for one process and purpose. Whoever has them learns
     * neither the deployment key nor what is for another process. For every new purpose; {@link
     * #derive} stays for those that exist.
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

    SecretKeySpec wrapping() {
        return wrapping;
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
