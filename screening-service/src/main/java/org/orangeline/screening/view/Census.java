package org.orangeline.screening.view;

import java.util.Map;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;

/** Counts an operation's people, once for a moment. */
public final class Census {

    private static final Counts NOBODY = new Counts(0, Map.of(), Map.of(), Map.of(), 0, 0);

    private final LastAsked<Counts> last = new LastAsked<>();

    public Counts of(String operation, ScreeningState own, Knowledge known) {
        KnownOperation open = known.operation(operation);
        return open == null
                ? NOBODY
                : last.get(
                        operation,
                        Moment.of(operation, open, own, known, ""),
                        () -> Counts.of(operation, open, own, known));
    }
}
