package org.orangeline.screening.screening;

import java.util.Optional;
import org.orangeline.screening.Policy;

/**
 * S4: who urgently needs care is not questioned before a clinician allows it. A clearance covers
 * the need that was known then; one that is added later needs another.
 */
public final class MedicalNeedIsCleared implements Policy<Interview> {

    @Override
    public String rule() {
        return "S4";
    }

    @Override
    public Optional<String> objection(Interview interview) {
        return interview.person().isMedicallyUrgent()
                        && interview
                                .clearance()
                                .filter(one -> one.seen() >= interview.person().urgentSince())
                                .isEmpty()
                ? Optional.of(
                        "This person urgently needs medical care: record a clinician's medical"
                                + " clearance first.")
                : Optional.empty();
    }
}
