package org.orangeline.kit.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.orangeline.kit.wiring.KitConfig;
import org.orangeline.runtime.keys.DeploymentKey;

/** Signs tokens of tablets in intake-service, and reads them in every service. */
@ApplicationScoped
public class DeviceTokens {

    /** Long enough for an upload on a bad link, short enough for one that was copied. */
    public static final Duration GOOD_FOR = Duration.ofMinutes(15);

    private static final String PURPOSE = "orangeline device token v1";

    private final Stamp<DeviceToken> stamp;
    private final Clock clock;

    @Inject
    DeviceTokens(KitConfig config, ObjectMapper mapper, Clock clock) {
        this(DeploymentKey.read(config.deploymentKeyFile()), mapper, clock);
    }

    DeviceTokens(DeploymentKey deployment, ObjectMapper mapper, Clock clock) {
        this.stamp = new Stamp<>(deployment, PURPOSE, mapper, DeviceToken.class);
        this.clock = clock;
    }

    /** The header's value, good from now on. */
    public String issue(String operation, String deviceId, String receptionPoint, boolean revoked) {
        return stamp.sign(
                new DeviceToken(
                        operation,
                        deviceId,
                        receptionPoint,
                        revoked,
                        clock.instant().plus(GOOD_FOR)));
    }

    /** The token, when it was signed here for this operation and has not run out. */
    Optional<DeviceToken> read(String header, String operation) {
        return stamp.read(header)
                .filter(token ->
                        token.operation().equals(operation)
                                && clock.instant().isBefore(token.until()));
    }
}
