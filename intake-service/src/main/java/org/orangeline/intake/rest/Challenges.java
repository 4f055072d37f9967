package org.orangeline.intake.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.orangeline.kit.rest.Stamp;
import org.orangeline.runtime.keys.KeyPurpose;
import org.orangeline.runtime.keys.ProcessKeys;

/**
 * What a tablet has to sign, so that its assertion is a fresh one by the server's clock. A
 * challenge is signed and kept nowhere. It is good at the instance that made it and as long as that
 * runs: only so does an assertion that was used stay used, without a word about it in the log.
 */
@ApplicationScoped
public class Challenges {

    /** Long enough for two calls on a bad link. */
    static final Duration GOOD_FOR = Duration.ofMinutes(2);

    private final UUID instance = UUID.randomUUID();
    private final Map<String, Instant> used = new ConcurrentHashMap<>();
    private final Stamp<Challenge> stamp;
    private final Clock clock;

    Challenges(ProcessKeys keys, ObjectMapper mapper, Clock clock) {
        this.stamp = new Stamp<>(keys, KeyPurpose.DEVICE_CHALLENGE, mapper, Challenge.class);
        this.clock = clock;
    }

    String next(String operation, String deviceId) {
        return stamp.sign(
                new Challenge(
                        operation,
                        deviceId,
                        instance,
                        UUID.randomUUID(),
                        clock.instant().plus(GOOD_FOR)));
    }

    /** Whether a tablet may use it now. */
    boolean isGood(String nonce, String operation, String deviceId) {
        return stamp.read(nonce)
                .filter(challenge ->
                        challenge.instance().equals(instance)
                                && challenge.operation().equals(operation)
                                && challenge.deviceId().equals(deviceId)
                                && clock.instant().isBefore(challenge.until()))
                .isPresent();
    }

    /**
     * Uses up an assertion that was found to be true.
     *
     * @return false when it was used before
     */
    boolean spend(String operation, String deviceId, String jti) {
        Instant now = clock.instant();
        used.values().removeIf(until -> until.isBefore(now));
        // Its challenge has run out before this is forgotten.
        Instant until = now.plus(GOOD_FOR.multipliedBy(2));
        return used.putIfAbsent(operation + ' ' + deviceId + ' ' + jti, until) == null;
    }

    /**
     * @param instance of this service, from its start to its end
     * @param id so that no two are alike
     */
    record Challenge(String operation, String deviceId, UUID instance, UUID id, Instant until) {}
}
