package org.orangeline.kit.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.orangeline.kit.wiring.KitConfig;
import org.orangeline.runtime.keys.DeploymentKey;

/**
 * Signs and checks tickets with a key that follows from the deployment key: no other key than the
 * one of officers' tokens, and no officer's token, makes one.
 */
@ApplicationScoped
public class HeldTickets {

    /** Longer than a call takes, and hardly longer. */
    public static final Duration GOOD_FOR = Duration.ofMinutes(1);

    private static final String PURPOSE = "orangeline held ticket v1";

    private final DeploymentKey deployment;
    private final ObjectMapper mapper;
    private final Clock clock;

    @Inject
    HeldTickets(KitConfig config, ObjectMapper mapper, Clock clock) {
        this(DeploymentKey.read(config.deploymentKeyFile()), mapper, clock);
    }

    HeldTickets(DeploymentKey deployment, ObjectMapper mapper, Clock clock) {
        this.deployment = deployment;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** What the ticket says of a body. */
    public String hash(byte[] body) {
        return deployment.contentHash(body);
    }

    /** The header's value. */
    public String sign(HeldTicket ticket) {
        try {
            byte[] said = mapper.writeValueAsBytes(ticket);
            return text(said) + "." + text(mac(said));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a ticket is plain data", e);
        }
    }

    /** The ticket, when it was signed here and has not run out. */
    Optional<HeldTicket> read(String header) {
        int dot = header.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            byte[] said = Base64.getUrlDecoder().decode(header.substring(0, dot));
            byte[] signature = Base64.getUrlDecoder().decode(header.substring(dot + 1));
            if (!MessageDigest.isEqual(signature, mac(said))) {
                return Optional.empty();
            }
            return Optional.of(mapper.readValue(said, HeldTicket.class))
                    .filter(ticket -> clock.instant().isBefore(ticket.until()));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] mac(byte[] said) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(deployment.derive(PURPOSE), "HmacSHA256"));
            return mac.doFinal(said);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** For the hash of what is text. */
    public String hash(String body) {
        return hash(body.getBytes(StandardCharsets.UTF_8));
    }
}
