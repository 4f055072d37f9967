package org.orangeline.intake.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orangeline.agreement.AgencyKeys;
import org.orangeline.agreement.Agreement;
import org.orangeline.agreement.AgreementFolder;
import org.orangeline.agreement.Pseudonyms;
import org.orangeline.agreement.Versions;
import org.orangeline.intake.view.AgencySubjects;

/**
 * Which agency may ask who somebody is. The agreements are read anew for each question, since these
 * are few: one that is taken away ends at once, and one that is not what it was is not gone by.
 */
public final class AgencyAgreements {

    private final Supplier<AgreementFolder> folder;
    private final Function<Agreement, Versions> versions;
    private final Optional<AgencyKeys> keys;
    private final Map<List<String>, AgencySubjects> subjects = new ConcurrentHashMap<>();

    /**
     * @param folder reads them; what is wrong only makes agreements be refused
     * @param versions what each version said when it was first gone by, this one from now on
     * @param keys that the agencies' ids follow from; without them no agreement is gone by
     */
    public AgencyAgreements(
            Supplier<AgreementFolder> folder,
            Function<Agreement, Versions> versions,
            Optional<AgencyKeys> keys) {
        this.folder = folder;
        this.versions = versions;
        this.keys = keys;
    }

    /** Whether the agency may ask in that operation, at that time. */
    Entitlement entitlement(String agency, String operation, Instant now) {
        Agreement agreement = folder.get().agreements().get(agency);
        Refusal refusal = refusal(agreement, operation, now);
        return new Entitlement(agreement, refusal);
    }

    private @Nullable Refusal refusal(
            @Nullable Agreement agreement, String operation, Instant now) {
        if (agreement == null) {
            return Refusal.NO_AGREEMENT;
        }
        if (!agreement.entitlesToIdentity()) {
            return Refusal.NO_IDENTITY;
        }
        if (!agreement.isValidAt(now)) {
            return Refusal.NOT_IN_FORCE;
        }
        if (!agreement.rows().operations().contains(operation)) {
            return Refusal.OTHER_OPERATION;
        }
        return versions.apply(agreement)
                .contradict(agreement)
                .map(why ->
                        switch (why) {
                            case CHANGED -> Refusal.CHANGED;
                            case ROLLED_BACK -> Refusal.ROLLED_BACK;
                        })
                .orElse(null);
    }

    /** The ids under which the agency knows the operation's persons. */
    AgencySubjects subjects(String agency, String operation) {
        return subjects.computeIfAbsent(
                List.of(agency, operation),
                unused -> {
                    Pseudonyms ids = keys.orElseThrow().pseudonyms(agency);
                    return new AgencySubjects(person -> ids.person(operation, person));
                });
    }

    /**
     * @param agreement the agency's newest one, if there is any that is signed to the letter
     * @param refusal null when it entitles
     */
    record Entitlement(@Nullable Agreement agreement, @Nullable Refusal refusal) {}
}
