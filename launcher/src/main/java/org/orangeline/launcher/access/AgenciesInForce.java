package org.orangeline.launcher.access;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.orangeline.agreement.Agreement;
import org.orangeline.agreement.AgreementFolder;
import org.orangeline.agreement.AgreementRules;
import org.orangeline.agreement.Contracts;

/** The agencies that have a feed, as the gateway itself sees it. */
public final class AgenciesInForce {
    private AgenciesInForce() {}

    /**
     * Those whose newest agreement is signed, to the letter, and within its time.
     *
     * @param agreements the folder of agreements
     * @param signers public key of who signs them
     */
    public static List<String> of(Path agreements, Path signers, Instant at) {
        return AgreementFolder.read(agreements, signers, new AgreementRules(Contracts.load()))
                .agreements()
                .values()
                .stream()
                .filter(agreement -> agreement.isValidAt(at))
                .map(Agreement::agency)
                .toList();
    }
}
