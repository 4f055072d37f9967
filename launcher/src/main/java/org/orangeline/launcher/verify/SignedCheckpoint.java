package org.orangeline.launcher.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.orangeline.runtime.keys.Ed25519Pair;

/**
 * A checkpoint as a JWS (RFC 7515, EdDSA), which any library for signed tokens reads. Its header
 * names the key by the SHA-256 of its X.509 encoding ({@code kid}). Nobody without the private key
 * can change it.
 */
public final class SignedCheckpoint {
    private static final String ALGORITHM = "EdDSA";
    private static final String TYPE = "orangeline-checkpoint+jws";
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private SignedCheckpoint() {}

    /** The text to keep, one line. */
    public static String text(Checkpoint checkpoint, PrivateKey key, PublicKey itsPublicKey) {
        try {
            Map<String, String> header =
                    Map.of("alg", ALGORITHM, "typ", TYPE, "kid", kid(itsPublicKey));
            String content =
                    base64(JSON.writeValueAsBytes(header))
                            + "."
                            + base64(JSON.writeValueAsBytes(checkpoint));
            return content + "." + base64(Ed25519Pair.sign(key, ascii(content))) + "\n";
        } catch (IOException e) {
            throw new IllegalStateException("a checkpoint is plain data", e);
        }
    }

    /**
     * What the text says.
     *
     * @throws IllegalArgumentException when it is no checkpoint, or was signed by another key
     */
    public static Checkpoint read(String text, PublicKey key) {
        String[] parts = text.strip().split("\\.", -1);
        try {
            if (parts.length != 3) {
                throw new IllegalArgumentException("it is no checkpoint");
            }
            requireHeader(JSON.readTree(bytes(parts[0])), key);
            if (!Ed25519Pair.isSigned(key, ascii(parts[0] + "." + parts[1]), bytes(parts[2]))) {
                throw new IllegalArgumentException("it was changed after it was signed");
            }
            return JSON.readValue(bytes(parts[1]), Checkpoint.class);
        } catch (IOException e) {
            throw new IllegalArgumentException("it is no checkpoint", e);
        }
    }

    private static void requireHeader(JsonNode header, PublicKey key) {
        if (!header.path("alg").asText().equals(ALGORITHM)
                || !header.path("typ").asText().equals(TYPE)) {
            throw new IllegalArgumentException("it is no checkpoint");
        }
        if (!header.path("kid").asText().equals(kid(key))) {
            throw new IllegalArgumentException("it was signed with another key");
        }
    }

    private static String kid(PublicKey key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
