package org.orangeline.kit.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.orangeline.runtime.keys.KeyPurpose;
import org.orangeline.runtime.keys.ProcessKeys;

/**
 * Says of a call that another instance of the service passed on, from whom that instance had it.
 * Only an instance can say so: the mark is signed with a key that only this service has.
 */
@ApplicationScoped
public class PassedOn {

    /** Longer than a hop takes. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(1);

    private final Stamp<Mark> stamp;
    private final Clock clock;

    PassedOn(ProcessKeys keys, ObjectMapper mapper, Clock clock) {
        this.stamp = new Stamp<>(keys, KeyPurpose.PASSED_ON, mapper, Mark.class);
        this.clock = clock;
    }

    /**
     * The value of the header.
     *
     * @param target path and query
     */
    String mark(String sender, String target) {
        return stamp.sign(new Mark(sender, target, clock.instant().plus(GOOD_FOR)));
    }

    /** Who sent it in the first place; empty when no instance says so. */
    Optional<String> sender(String header, String target) {
        return stamp.read(header)
                .filter(mark -> mark.target().equals(target))
                .filter(mark -> clock.instant().isBefore(mark.until()))
                .map(Mark::sender);
    }

    /**
     * @param target of the one call that it counts for
     */
    record Mark(String sender, String target, Instant until) {}
}
