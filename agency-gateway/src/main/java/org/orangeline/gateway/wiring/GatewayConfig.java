package org.orangeline.gateway.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** What only the gateway is told, prefix {@code orangeline.gateway}. */
@ConfigMapping(prefix = "orangeline.gateway")
public interface GatewayConfig {

    /**
     * Folder with the agreements: {@code <agency>.<version>.json}, and a {@code .sig} beside it.
     */
    Path agreements();

    /** The Ed25519 public key, as PEM, of who signs agreements. */
    Path signers();

    /** File with the keys that agencies' ids and cursors are made with; it has no others. */
    Path keys();

    /** A cursor that is older is not taken any more. */
    @WithDefault("400D")
    Duration cursorLife();

    /** So often an open stream says that it is there. */
    @WithDefault("10S")
    Duration heartbeat();

    /** Streams that one agency may hold open; more are told to come back. */
    @WithDefault("4")
    int streams();

    /** Reads of the log at the same time, of all agencies. */
    @WithDefault("4")
    int readers();
}
