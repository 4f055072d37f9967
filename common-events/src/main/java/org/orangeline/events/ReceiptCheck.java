package org.orangeline.events;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.orangeline.events.receipt.MerkleTree;
import org.orangeline.events.receipt.ReceiptClaims;
import org.orangeline.events.receipt.SignedRoot;

/**
 * Checks receipts with nothing but the published key. A receipt is text in parts with dots between
 * them: {@code header.claims.signature} when it was signed by itself, a JWS; {@code
 * header.claims.path.signature} when it was signed together with others.
 */
public final class ReceiptCheck {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** The encoded form of an Ed25519 key is these bytes, and the key (RFC 8410). */
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int ALONE = 3;
    private static final int TOGETHER = 4;

    private final PublicKey key;

    /**
     * @param x of the JSON Web Key that the service publishes
     * @throws IllegalArgumentException when that is no key
     */
    public ReceiptCheck(String x) {
        byte[] point = Base64.getUrlDecoder().decode(x);
        byte[] encoded = new byte[ED25519.length + point.length];
        System.arraycopy(ED25519, 0, encoded, 0, ED25519.length);
        System.arraycopy(point, 0, encoded, ED25519.length, point.length);
        try {
            key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("that is no Ed25519 key", e);
        }
    }

    /**
     * What a receipt says, when the key's owner signed it. Whether the operation is the right one
     * is for the caller to look at.
     */
    public Optional<ReceiptClaims> read(String receipt) {
        String[] parts = receipt.split("\\.", -1);
        try {
            JsonNode header = MAPPER.readTree(bytes(parts[0]));
            if (!header.path("alg").asText().equals("EdDSA")
                    || !(parts.length == ALONE || parts.length == TOGETHER)) {
                return Optional.empty();
            }
            byte[] content = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
            boolean isTrue =
                    parts.length == ALONE
                            ? isSigned(content, bytes(parts[2]))
                            : isBelowSignedRoot(content, header, parts);
            return isTrue
                    ? Optional.of(MAPPER.readValue(bytes(parts[1]), ReceiptClaims.class))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isBelowSignedRoot(byte[] content, JsonNode header, String[] parts) {
        int of = header.path("of").asInt();
        Optional<byte[]> root =
                MerkleTree.root(content, header.path("at").asInt(-1), of, bytes(parts[2]));
        return root.isPresent()
                && of <= SignedRoot.MOST_LEAVES
                && isSigned(SignedRoot.bytes(of, root.get()), bytes(parts[3]));
    }

    private boolean isSigned(byte[] content, byte[] by) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(content);
            return signature.verify(by);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] bytes(String part) {
        return Base64.getUrlDecoder().decode(part);
    }
}
