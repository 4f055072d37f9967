package org.orangeline.system;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Tokens of the system's own issuer that say whatever a test wants. */
final class SignedClaims {

    private SignedClaims() {}

    /**
     * @param type the header {@code typ}; null for none
     */
    static String of(RunningSystem system, @Nullable String type, ObjectNode claims) {
        ObjectNode header = Answer.MAPPER.createObjectNode().put("alg", "RS256");
        if (type != null) {
            header.put("typ", type);
        }
        String content = base64(header.toString()) + "." + base64(claims.toString());
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(system.stack().keys().issuer());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content
                    + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK signs with RSA", e);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
