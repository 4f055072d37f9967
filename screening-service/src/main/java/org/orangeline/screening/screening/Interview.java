package org.orangeline.screening.screening;

import java.util.Comparator;
import java.util.Optional;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.knowledge.KnownPerson;

/**
 * What has to be so before a person is questioned.
 *
 * @param person as every registration tells
 * @param clearance the last one of any registration
 */
public record Interview(KnownPerson person, Optional<Clearance> clearance) {

    /**
     * By every registration of the person.
     *
     * @param person as it is known by one of them
     */
    public static Interview of(
            String operation, KnownPerson person, ScreeningState own, KnownOperation known) {
        return new Interview(
                known.whole(person),
                known.registrations(person)
                        .flatMap(one -> own.clearance(operation, one).stream())
                        .max(Comparator.comparingLong(Clearance::seen)));
    }
}
