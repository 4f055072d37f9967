package org.orangeline.kit.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
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
    private final Stamp<HeldTicket> stamp;
    private final Clock clock;

    @Inject
    HeldTickets(KitConfig config, ObjectMapper mapper, Clock clock) {
        this(DeploymentKey.read(config.deploymentKeyFile()), mapper, clock);
    }

    HeldTickets(DeploymentKey deployment, ObjectMapper mapper, Clock clock) {
        this.deployment = deployment;
        this.stamp = new Stamp<>(deployment, PURPOSE, mapper, HeldTicket.class);
        this.clock = clock;
    }

    /** What the ticket says of a body. */
    public String hash(byte[] body) {
        return deployment.contentHash(body);
    }

    /** For the hash of what is text. */
    public String hash(String body) {
        return hash(body.getBytes(StandardCharsets.UTF_8));
    }

    /** The header's value. */
    public String sign(HeldTicket ticket) {
        return stamp.sign(ticket);
    }

    /** The ticket, when it was signed here and has not run out. */
    Optional<HeldTicket> read(String header) {
        return stamp.read(header).filter(ticket -> clock.instant().isBefore(ticket.until()));
    }
}
