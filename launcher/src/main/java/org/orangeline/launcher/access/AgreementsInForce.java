package org.orangeline.launcher.access;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.orangeline.agreement.Agreement;
import org.orangeline.agreement.AgreementFolder;
import org.orangeline.agreement.AgreementRules;
import org.orangeline.agreement.Contracts;

/**
 * The agreements in a folder by which agencies may have a feed. Whether the gateway went by another
 * content of the same version before is known at the broker only: see {@link Access}.
 */
public final class AgreementsInForce {
    private AgreementsInForce() {}

    /**
     * The newest of each agency, when it is signed, to the letter, and within its time.
     *
     * @param agreements the folder of agreements
     * @param signers public key of who signs them
     */
    public static List<Agreement> of(Path agreements, Path signers, Instant at) {
        return AgreementFolder.read(agreements, signers, new AgreementRules(Contracts.load()))
                .agreements()
                .values()
                .stream()
                .filter(agreement -> agreement.isValidAt(at))
                .toList();
    }

    /** Whose they are. */
    public static List<String> agencies(Collection<Agreement> agreements) {
        return agreements.stream().map(Agreement::agency).toList();
    }
}
