package org.orangeline.intake.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.orangeline.agreement.Agreement;
import org.orangeline.agreement.AgreementFolder;
import org.orangeline.agreement.Pseudonyms;
import org.orangeline.intake.view.AgencySubjects;
import org.orangeline.runtime.keys.DeploymentKey;

/**
 * Which agency may ask who somebody is. The agreements are read anew for each question, since these
 * are few: one that is taken away ends at once.
 */
public final class AgencyAgreements {

    private final Supplier<AgreementFolder> folder;
    private final DeploymentKey key;
    private final Map<List<String>, AgencySubjects> subjects = new ConcurrentHashMap<>();

    /**
     * @param folder reads them; what is wrong only makes agreements be refused
     * @param key of the deployment, which the agencies' ids follow from
     */
    public AgencyAgreements(Supplier<AgreementFolder> folder, DeploymentKey key) {
        this.folder = folder;
        this.key = key;
    }

    /** The agreement by which the agency may ask in that operation, at that time. */
    Optional<Agreement> entitling(String agency, String operation, Instant now) {
        return Optional.ofNullable(folder.get().agreements().get(agency))
                .filter(Agreement::entitlesToIdentity)
                .filter(agreement -> agreement.isValidAt(now))
                .filter(agreement -> agreement.rows().operations().contains(operation));
    }

    /** The ids under which the agency knows the operation's persons. */
    AgencySubjects subjects(String agency, String operation) {
        return subjects.computeIfAbsent(
                List.of(agency, operation),
                unused -> {
                    Pseudonyms ids = Pseudonyms.of(agency, key);
                    return new AgencySubjects(person -> ids.person(operation, person));
                });
    }
}
