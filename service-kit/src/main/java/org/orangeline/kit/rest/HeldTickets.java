package org.orangeline.kit.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.orangeline.runtime.keys.KeyPurpose;
import org.orangeline.runtime.keys.ProcessKeys;

/**
 * Signs and checks tickets with a key that only this service has: no officer's token and no other
 * service makes one.
 */
@ApplicationScoped
public class HeldTickets {

    /** Longer than a call takes, and hardly longer. */
    public static final Duration GOOD_FOR = Duration.ofMinutes(1);

    private final ProcessKeys keys;
    private final Stamp<HeldTicket> stamp;
    private final Clock clock;

    HeldTickets(ProcessKeys keys, ObjectMapper mapper, Clock clock) {
        this.keys = keys;
        this.stamp = new Stamp<>(keys, KeyPurpose.HELD_TICKET, mapper, HeldTicket.class);
        this.clock = clock;
    }

    /** What the ticket says of a body. */
    public String hash(byte[] body) {
        return keys.contentHash(body);
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
