package org.orangeline.system;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A key pair that a tablet made, with nothing but what every JDK has. */
final class DeviceKeys {

    private static final int KEY_BYTES = 32;

    private final KeyPair pair;

    DeviceKeys() {
        try {
            this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /** The public half as a JSON Web Key. */
    ObjectNode jwk() {
        // The encoded form ends with the key itself.
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] key = Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
        return Answer.MAPPER
                .createObjectNode()
                .put("kty", "OKP")
                .put("crv", "Ed25519")
                .put("x", text(key));
    }

    /** The claims of an assertion, still to be signed. */
    static ObjectNode claims(String audience, String deviceId, String nonce, String jti) {
        return Answer.MAPPER
                .createObjectNode()
                .put("aud", audience)
                .put("sub", deviceId)
                .put("nonce", nonce)
                .put("jti", jti);
    }

    /** A JWS in compact form. */
    String sign(ObjectNode claims) {
        return sign("EdDSA", claims.toString());
    }

    String sign(@Nullable String algorithm, String claims) {
        String header = "{\"alg\":\"%s\"}".formatted(algorithm);
        String content =
                text(header.getBytes(StandardCharsets.UTF_8))
                        + "."
                        + text(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + text(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
