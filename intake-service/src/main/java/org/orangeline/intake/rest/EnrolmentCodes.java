package org.orangeline.intake.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.orangeline.runtime.keys.KeyPurpose;
import org.orangeline.runtime.keys.ProcessKeys;

/**
 * Makes codes that a tablet enrols with, and what the log keeps of them: a keyed hash, bound to the
 * operation and the tablet. Without intake-service's keys nobody can try codes against the log.
 */
@ApplicationScoped
public class EnrolmentCodes {

    /** Crockford's: read out over a radio, no letter is taken for another or for a digit. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** Of 5 bits each: 100 bits. */
    private static final int LETTERS = 20;

    private static final int IN_A_GROUP = 4;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecureRandom random = new SecureRandom();
    private final List<SecretKeySpec> newestFirst;

    EnrolmentCodes(ProcessKeys keys) {
        this.newestFirst =
                keys.all(KeyPurpose.ENROLMENT_CODE).stream()
                        .map(key -> new SecretKeySpec(key, ALGORITHM))
                        .toList();
    }

    /** A code that nobody had before, in groups of four. */
    String next() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            if (i > 0 && i % IN_A_GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** What the log keeps; the same however somebody writes down what was read out. */
    String hash(String operation, String deviceId, String code) {
        return hash(newestFirst.getFirst(), operation, deviceId, code);
    }

    /**
     * What the log may have kept of the code: one with each version of the key, the newest first. A
     * renewal of the keys makes no code void.
     */
    List<String> hashes(String operation, String deviceId, String code) {
        return newestFirst.stream().map(key -> hash(key, operation, deviceId, code)).toList();
    }

    private static String hash(SecretKeySpec key, String operation, String deviceId, String code) {
        String meant =
                code.toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s-]", "")
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            String bound = operation + '\n' + deviceId + '\n' + meant;
            return HexFormat.of().formatHex(mac.doFinal(bound.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
