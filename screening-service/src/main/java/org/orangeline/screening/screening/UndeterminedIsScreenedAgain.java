package org.orangeline.screening.screening;

import java.util.Optional;
import org.orangeline.screening.Policy;

/**
 * S1: everybody has a screening of their own that comes to an end. Who was found UNDETERMINED is
 * screened again within the limit of the legal profile.
 */
public final class UndeterminedIsScreenedAgain implements Policy<Again> {

    @Override
    public String rule() {
        return "S1";
    }

    @Override
    public Optional<String> objection(Again again) {
        return again.now().isBefore(again.due())
                ? Optional.empty()
                : Optional.of("The limit is reached; another conclusion satisfies it.");
    }
}
