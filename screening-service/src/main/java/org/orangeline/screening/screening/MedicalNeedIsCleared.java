package org.orangeline.screening.screening;

import java.util.Optional;
import org.orangeline.screening.Policy;

/**
 * S4: who urgently needs care is not questioned before a clinician allows it. A clearance covers
 * the need that was known then, for as long as the legal profile says: a need that is added later,
 * and a clearance that ran out, need another. A need that an officer takes away stays until a
 * clinician clears it after that; a clearance from before still runs out. Of an interview that is
 * told later, what counts are the needs and the clearances at that time.
 */
public final class MedicalNeedIsCleared implements Policy<Interview> {

    static final String RULE = "S4";

    @Override
    public String rule() {
        return RULE;
    }

    @Override
    public Optional<String> objection(Interview interview) {
        return interview.needsClearance()
                ? Optional.of(
                        "This person urgently needs medical care: record a clinician's medical"
                                + " clearance first; one that was given has run out or does not"
                                + " cover the need.")
                : Optional.empty();
    }
}
