package org.orangeline.intake.wiring;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/**
 * By what an agency may ask who somebody is: the same settings as agency-gateway's, prefix {@code
 * orangeline.gateway}. Without them no agency may.
 */
@ConfigMapping(prefix = "orangeline.gateway")
public interface AgreementsConfig {

    /** Folder with the agreements, each with its signature beside it. */
    Optional<Path> agreements();

    /** The Ed25519 public key, as PEM, of who signs agreements. */
    Optional<Path> signers();

    /** File with the keys that agencies' ids are made with. */
    Optional<Path> keys();

    /**
     * What is to be said at the start when agreements are in use and the keys of agencies' ids are
     * not set: no agency's id means anybody here.
     */
    default Optional<String> warning() {
        return agreements().isPresent() && keys().isEmpty()
                ? Optional.of(
                        "No agency is answered who somebody is: agreements are configured, and"
                                + " ORANGELINE_GATEWAY_KEYS is not. Set it to the file that"
                                + " agency-gateway reads.")
                : Optional.empty();
    }
}
