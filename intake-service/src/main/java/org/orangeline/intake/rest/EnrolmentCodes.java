package org.orangeline.intake.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.orangeline.kit.wiring.KitConfig;
import org.orangeline.runtime.keys.DeploymentKey;

/**
 * Makes codes that a tablet enrols with, and what the log keeps of them: a keyed hash, bound to the
 * operation and the tablet. Without the deployment key nobody can try codes against the log.
 */
@ApplicationScoped
public class EnrolmentCodes {

    /** Crockford's: read out over a radio, no letter is taken for another or for a digit. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** Of 5 bits each: 100 bits. */
    private static final int LETTERS = 20;

    private static final int IN_A_GROUP = 4;
    private static final String PURPOSE = "orangeline enrolment code v1";
    private static final String ALGORITHM = "HmacSHA256";

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    @Inject
    EnrolmentCodes(KitConfig config) {
        this(DeploymentKey.read(config.deploymentKeyFile()));
    }

    EnrolmentCodes(DeploymentKey deployment) {
        this.key = new SecretKeySpec(deployment.derive(PURPOSE), ALGORITHM);
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
