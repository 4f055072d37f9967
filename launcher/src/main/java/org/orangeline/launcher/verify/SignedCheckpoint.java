package org.orangeline.launcher.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;

/**
 * A checkpoint as a JWS (RFC 7515, EdDSA), which any library for signed tokens reads: kept outside,
 * it says of itself who signed it, and nobody can change it.
 */
public final class SignedCheckpoint {
    private static final String ED25519 = "Ed25519";
    private static final Map<String, String> HEADER =
            Map.of("alg", "EdDSA", "typ", "orangeline-checkpoint+jws");
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private SignedCheckpoint() {}

    /** The text to keep, one line. */
    public static String text(Checkpoint checkpoint, PrivateKey key) {
        try {
            String content =
                    base64(JSON.writeValueAsBytes(HEADER))
                            + "."
                            + base64(JSON.writeValueAsBytes(checkpoint));
            Signature signature = Signature.getInstance(ED25519);
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + base64(signature.sign()) + "\n";
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the checkpoint cannot be signed", e);
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
            if (parts.length != 3 || !isOurs(parts[0])) {
                throw new IllegalArgumentException("it is no checkpoint");
            }
            Signature signature = Signature.getInstance(ED25519);
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            if (!signature.verify(Base64.getUrlDecoder().decode(parts[2]))) {
                throw new IllegalArgumentException("it was signed by another key, or changed");
            }
            return JSON.readValue(Base64.getUrlDecoder().decode(parts[1]), Checkpoint.class);
        } catch (IOException e) {
            throw new IllegalArgumentException("it is no checkpoint", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("it was signed by another key, or changed", e);
        }
    }

    private static boolean isOurs(String header) throws IOException {
        JsonNode said = JSON.readTree(Base64.getUrlDecoder().decode(header));
        return HEADER.entrySet().stream()
                .allMatch(one -> said.path(one.getKey()).asText().equals(one.getValue()));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
