package org.orangeline.intake.wiring;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Configuration of receipts, prefix {@code orangeline.receipts}. */
@ConfigMapping(prefix = "orangeline.receipts")
public interface ReceiptConfig {

    /**
     * File with the key pair that receipts are signed with, as PEM. When it is left out: {@code
     * receipt.pem} in the key folder where an earlier version made it, or else the pair among the
     * keys of the process.
     */
    Optional<Path> keyFile();
}
