package org.orangeline.screening.screening;

import java.time.Instant;
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
 * @param clearedUntil when that one runs out
 */
public record Interview(
        KnownPerson person,
        Optional<Clearance> clearance,
        Optional<Instant> clearedUntil,
        Instant now) {

    private static final Comparator<Clearance> LATER =
            Comparator.comparingLong(Clearance::seen).thenComparing(Clearance::at);

    /**
     * By every registration of the person.
     *
     * @param person as it is known by one of them
     */
    public static Interview of(
            String operation,
            KnownPerson person,
            ScreeningState own,
            KnownOperation known,
            Instant now) {
        Optional<Clearance> last =
                known.registrations(person)
                        .flatMap(one -> own.clearance(operation, one).stream())
                        .max(LATER);
        return new Interview(
                known.whole(person), last, last.map(Clearance::at).map(known::clearedUntil), now);
    }
}
