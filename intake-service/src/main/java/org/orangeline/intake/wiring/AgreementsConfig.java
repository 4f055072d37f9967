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
}
