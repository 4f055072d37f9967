package org.orangeline.runtime.kafka;

import java.util.List;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.runtime.Outcome;

/** What a partition's thread says of a submission. */
sealed interface Verdict {

    /** Recorded just now. */
    record Wrote(List<Recorded<? extends DomainEvent>> events) implements Verdict {}

    /**
     * An earlier transaction recorded this command id; the events are read from the log.
     *
     * @param sequence the first of them
     * @param settled whether it is this very submission, whose commit had an unknown outcome
     */
    record InLog(long sequence, boolean settled) implements Verdict {}

    /** Anything that needs no look at the log. */
    record Final(Outcome outcome) implements Verdict {}
}
