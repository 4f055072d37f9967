package org.orangeline.agreement;

import java.util.List;
import java.util.regex.Pattern;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.EventType;
import org.orangeline.events.EventTypes;
import org.orangeline.events.SaidText;
import org.orangeline.events.TextClasses;

/** What every agreement must keep to; one that does not gives no feed. */
public final class AgreementRules {

    private static final Pattern AGENCY = Pattern.compile("[a-z][a-z0-9-]{1,40}");

    private final Contracts contracts;

    public AgreementRules(Contracts contracts) {
        this.contracts = contracts;
    }

    /**
     * @throws AgreementException names the first thing that is wrong
     */
    public void check(Agreement agreement) {
        require(AGENCY.matcher(agreement.agency()).matches(), "agency must be a slug");
        require(agreement.version() >= 1, "version begins at 1");
        require(SaidText.says(agreement.name()), "name is missing");
        require(SaidText.says(agreement.purpose()), "purpose is missing");
        require(SaidText.says(agreement.legalBasis()), "legalBasis is missing");
        require(
                agreement.validFrom().isBefore(agreement.validTo()),
                "validTo must lie after validFrom");
        require(!agreement.rows().operations().isEmpty(), "rows name no operation");
        require(!agreement.events().isEmpty(), "no event is named");
        require(
                !agreement.entitlesToIdentity()
                        || agreement.rows().facilities().isEmpty()
                                && agreement.rows().bases().isEmpty(),
                "identity goes with rows of operations and children only: who answers does not know"
                        + " facilities and bases");
        agreement.events().forEach((event, fields) -> check(agreement, event, fields));
    }

    private void check(Agreement agreement, String event, List<String> fields) {
        Contract contract =
                contracts
                        .of(event)
                        .orElseThrow(() -> new AgreementException("no event is named " + event));
        require(!TextClasses.isHidden(event), event + " is never told to an agency");
        if (Contracts.NOTICES.contains(event)) {
            require(event.equals(Contracts.ENTERED), event + " is told anyway");
        } else {
            checkRows(agreement.rows(), EventTypes.named(event), contract);
        }
        for (String field : fields) {
            List<String> leaves = contract.under(field);
            require(!leaves.isEmpty(), event + " has no field " + field);
            for (String leaf : leaves) {
                Kind kind = contract.leaves().getOrDefault(leaf, Kind.NEVER);
                String place = event + leaf;
                require(kind != Kind.NEVER, place + " is never told to an agency");
                require(
                        kind != Kind.GROUP || agreement.groups(),
                        place + " is a group label, which the agreement does not allow");
                require(
                        kind != Kind.NUMBER || agreement.registrationNumbers(),
                        place + " is a registration number, which the agreement does not allow");
            }
        }
    }

    private static void checkRows(Rows rows, EventType type, Contract contract) {
        Class<? extends DomainEvent> event = type.eventClass();
        if (Concerned.isAboutAPerson(event)) {
            return;
        }
        require(
                !rows.areAboutPeople(),
                type.name() + " is about no person, but the rows are about people only");
        require(
                rows.facilities().isEmpty() || contract.leaves().containsKey("/facilityId"),
                type.name() + " is about no facility, but the rows are those of facilities");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AgreementException(otherwise);
        }
    }
}
