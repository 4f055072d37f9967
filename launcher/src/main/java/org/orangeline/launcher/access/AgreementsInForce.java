package org.orangeline.launcher.access;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.orangeline.agreement.Agreement;
import org.orangeline.agreement.AgreementFolder;
import org.orangeline.agreement.AgreementRules;
import org.orangeline.agreement.Contracts;

/**
 * The agreements in a folder by which agencies may have a feed: of each agency the newest, when it
 * is signed, to the letter, and within its time. Whether the gateway went by another content of the
 * same version before is known at the broker only: see {@link Access}.
 *
 * @param agreements those in force
 * @param later agencies whose agreement is signed and begins later: they have accounts that are
 *     granted nothing yet
 */
public record AgreementsInForce(List<Agreement> agreements, List<String> later) {
    /** No agreement at all. */
    public static final AgreementsInForce NONE = new AgreementsInForce(List.of(), List.of());

    public AgreementsInForce {
        agreements = List.copyOf(agreements);
        later = List.copyOf(later);
    }

    /**
     * Reads a folder.
     *
     * @param agreements the folder of agreements
     * @param signers public key of who signs them
     */
    public static AgreementsInForce of(Path agreements, Path signers, Instant at) {
        Collection<Agreement> newest =
                AgreementFolder.read(agreements, signers, new AgreementRules(Contracts.load()))
                        .agreements()
                        .values();
        return new AgreementsInForce(
                newest.stream().filter(agreement -> agreement.isValidAt(at)).toList(),
                newest.stream()
                        .filter(agreement -> at.isBefore(agreement.validFrom()))
                        .map(Agreement::agency)
                        .toList());
    }

    /** Whose agreements are in force. */
    public List<String> agencies() {
        return agreements.stream().map(Agreement::agency).toList();
    }

    /** Who has an account at the broker, beside those that are granted something. */
    public List<String> withAccounts(Collection<String> granted) {
        List<String> all = new ArrayList<>(granted);
        all.addAll(later);
        return all;
    }

    /** Who has an account at the broker, now or later. */
    public List<String> withAccounts() {
        return withAccounts(agencies());
    }
}
