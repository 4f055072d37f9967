package org.orangeline.intake.wiring;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Configuration of receipts, prefix {@code orangeline.receipts}. */
@ConfigMapping(prefix = "orangeline.receipts")
public interface ReceiptConfig {

    /**
     * File with the key pair that receipts are signed with, as PEM. When it is left out: {@code
     * receipt.pem} in the key folder, or beside the deployment key when there is none.
     */
    Optional<Path> keyFile();
}
