package org.orangeline.placement.orders;

import java.time.Instant;
import org.orangeline.events.placement.BasisChanged;
import org.orangeline.placement.duties.DutyFacts;
import org.orangeline.placement.duties.Started;

/**
 * What another basis makes of a placement. Custody goes on with its duties, begins or ends by it;
 * the person is told why anew (AP I 75), and shelter with consent is liberty (rule P19).
 */
public final class OnOtherBasis {

    private OnOtherBasis() {}

    /**
     * @param by who changed it
     */
    public static Placement of(Placement before, BasisChanged event, String by, Started started) {
        boolean held = before.basis().isDetention();
        boolean arrived = before.hasArrived();
        DutyFacts duties = before.duties();
        if (!event.basis().isDetention()) {
            return before.on(
                    event.basis(),
                    Terms.of(event),
                    before.custodySince(),
                    held ? duties.ended(started) : duties,
                    null,
                    by);
        }
        if (held) {
            return before.on(
                    event.basis(),
                    Terms.of(event),
                    before.custodySince(),
                    arrived ? duties.explainAnew(started) : duties,
                    before.liberty(),
                    by);
        }
        // Who took consent back and was kept has been held since then.
        Instant since = before.liberty() == null ? started.at() : before.liberty().since().at();
        DutyFacts begun = duties.begun(new Started(started.eventId(), since));
        return before.on(
                event.basis(),
                Terms.of(event),
                since,
                arrived ? begun.admitted(started) : begun,
                before.liberty(),
                by);
    }
}
