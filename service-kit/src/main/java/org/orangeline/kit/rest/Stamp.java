package org.orangeline.kit.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.orangeline.runtime.keys.DeploymentKey;

/**
 * Signs what a service says to another one, or to itself later, with a key that follows from the
 * deployment key and a purpose: what was signed for one purpose is good for no other.
 *
 * @param <T> what is said
 */
public final class Stamp<T> {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final ObjectMapper mapper;
    private final Class<T> type;

    /**
     * @param purpose with a version, so that it can be changed
     */
    public Stamp(DeploymentKey deployment, String purpose, ObjectMapper mapper, Class<T> type) {
        this(deployment.derive(purpose), mapper, type);
    }

    /**
     * @param key for this purpose and no other
     */
    public Stamp(byte[] key, ObjectMapper mapper, Class<T> type) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.mapper = mapper;
        this.type = type;
    }

    /** Text that fits into a header. */
    public String sign(T what) {
        try {
            byte[] said = mapper.writeValueAsBytes(what);
            return text(said) + "." + text(mac(said));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is signed is plain data", e);
        }
    }

    /** What was said, when it was signed with this key. */
    public Optional<T> read(String signed) {
        int dot = signed.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            byte[] said = Base64.getUrlDecoder().decode(signed.substring(0, dot));
            byte[] signature = Base64.getUrlDecoder().decode(signed.substring(dot + 1));
            return MessageDigest.isEqual(signature, mac(said))
                    ? Optional.of(mapper.readValue(said, type))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] mac(byte[] said) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(said);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
