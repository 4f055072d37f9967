package org.orangeline.screening.view;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;

/** Whom the screening officers question next. */
public final class ScreeningQueue {

    private final LastAsked<List<ToScreen>> last = new LastAsked<>();

    /** Sorted anew for each minute: what becomes overdue in between comes a minute later. */
    public List<ToScreen> of(String operation, ScreeningState own, Knowledge known, Instant now) {
        KnownOperation open = known.operation(operation);
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        return open == null
                ? List.of()
                : last.get(
                        operation,
                        Moment.of(operation, open, own, known, minute),
                        () ->
                                open.persons().values().stream()
                                        .flatMap(person ->
                                                ToScreen.of(
                                                        operation, person, open, own, known, minute)
                                                        .stream())
                                        .sorted(ToScreen.ORDER)
                                        .toList());
    }
}
