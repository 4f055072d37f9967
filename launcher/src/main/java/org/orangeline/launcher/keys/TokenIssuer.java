package org.orangeline.launcher.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Makes tokens (JWT, RS256) with a local key. A convenience of the local stack: in production
 * officers come from an OIDC provider.
 */
public final class TokenIssuer {
    /** What the services expect as issuer. */
    public static final String ISSUER = "https://orangeline.local";

    /** For whom its tokens are: the services and the gateway. */
    public static final String AUDIENCE = "orangeline";

    private static final ObjectMapper JSON = new ObjectMapper();
    private final PrivateKey key;

    /**
     * @param key an RSA key whose public half the services know
     */
    public TokenIssuer(PrivateKey key) {
        this.key = key;
    }

    /** A signed token, good from now on. */
    public String issue(TokenRequest request) {
        Instant now = Instant.now();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", ISSUER);
        claims.put("aud", AUDIENCE);
        claims.put("sub", Subjects.of(request.name()));
        claims.put("upn", Subjects.of(request.name()));
        claims.put("name", request.name());
        claims.put("groups", request.roles().stream().map(Role::spelled).sorted().toList());
        claims.put("operations", request.operations());
        claims.put("kind", request.machine() ? "machine" : "human");
        if (request.agency() != null) {
            claims.put("agency", request.agency());
        }
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(request.validFor()).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        return sign(claims);
    }

    private String sign(Map<String, Object> claims) {
        try {
            String content =
                    base64(JSON.writeValueAsBytes(Map.of("alg", "RS256", "typ", "JWT")))
                            + "."
                            + base64(JSON.writeValueAsBytes(claims));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + base64(signature.sign());
        } catch (JsonProcessingException | GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign a token", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
