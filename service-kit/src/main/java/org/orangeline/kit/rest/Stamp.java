package org.orangeline.kit.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.orangeline.runtime.keys.KeyPurpose;
import org.orangeline.runtime.keys.ProcessKeys;

/**
 * Signs what a service says to another one, or to itself later, with a key that is for one purpose:
 * what was signed for one purpose is good for no other.
 *
 * @param <T> what is said
 */
public final class Stamp<T> {

    private static final String ALGORITHM = "HmacSHA256";

    private final UnaryOperator<byte[]> signing;
    private final BiPredicate<byte[], byte[]> checking;
    private final ObjectMapper mapper;
    private final Class<T> type;

    /**
     * Signs with the newest key and believes the one of before, too.
     *
     * @param purpose of a key that whoever checks has, too
     */
    public Stamp(ProcessKeys keys, KeyPurpose purpose, ObjectMapper mapper, Class<T> type) {
        this(keys.accepted(purpose), mapper, type);
    }

    /**
     * @param key for this purpose and no other
     */
    public Stamp(byte[] key, ObjectMapper mapper, Class<T> type) {
        this(List.of(key), mapper, type);
    }

    private Stamp(List<byte[]> keys, ObjectMapper mapper, Class<T> type) {
        List<SecretKeySpec> specs =
                keys.stream().map(key -> new SecretKeySpec(key, ALGORITHM)).toList();
        this(
                said -> mac(specs.getFirst(), said),
                (said, signature) ->
                        specs.stream()
                                .anyMatch(key -> MessageDigest.isEqual(signature, mac(key, said))),
                mapper,
                type);
    }

    /**
     * @param signing makes a signature
     * @param checking whether what was said, first, has this signature
     */
    Stamp(
            UnaryOperator<byte[]> signing,
            BiPredicate<byte[], byte[]> checking,
            ObjectMapper mapper,
            Class<T> type) {
        this.signing = signing;
        this.checking = checking;
        this.mapper = mapper;
        this.type = type;
    }

    /** Text that fits into a header. */
    public String sign(T what) {
        try {
            byte[] said = mapper.writeValueAsBytes(what);
            return text(said) + "." + text(signing.apply(said));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is signed is plain data", e);
        }
    }

    /** What was said, when it was signed with such a key. */
    public Optional<T> read(String signed) {
        int dot = signed.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            byte[] said = Base64.getUrlDecoder().decode(signed.substring(0, dot));
            byte[] signature = Base64.getUrlDecoder().decode(signed.substring(dot + 1));
            return checking.test(said, signature)
                    ? Optional.of(mapper.readValue(said, type))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] mac(SecretKeySpec key, byte[] said) {
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
