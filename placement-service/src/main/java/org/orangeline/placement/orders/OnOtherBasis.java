package org.orangeline.placement.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.Consent;
import org.orangeline.events.placement.BasisChanged;
import org.orangeline.placement.duties.CustodyFacts;
import org.orangeline.placement.duties.DutyFacts;
import org.orangeline.placement.duties.Liberty;
import org.orangeline.placement.duties.Started;

/**
 * What another basis makes of a placement. Custody goes on with its duties, begins or ends by it;
 * the person is told why anew (AP I 75), and shelter with consent is liberty (rule P19), where the
 * person may leave. Who was ordered to such shelter and is held instead has waited in the line.
 */
public final class OnOtherBasis {

    private OnOtherBasis() {}

    /**
     * @param heldNow whether the person may not leave
     * @param done what was done in the custody so far
     * @param by who changed it
     */
    public static Placement of(
            Placement before,
            BasisChanged event,
            boolean heldNow,
            CustodyFacts done,
            String by,
            Started started) {
        boolean arrived = before.hasArrived();
        Terms terms = arrived ? Terms.of(event).inside(started.at()) : Terms.of(event);
        DutyFacts duties = before.duties();
        if (!heldNow) {
            return before.on(
                    event.basis(),
                    terms,
                    before.custodySince(),
                    false,
                    before.held() ? duties.ended(started) : duties,
                    null,
                    by);
        }
        // Whoever took consent back and gave it again is where they want to be.
        Liberty toBeFree =
                before.liberty() != null
                                && isConsentAgain(before.liberty(), event.basis(), event.consent())
                        ? null
                        : before.liberty();
        if (before.held()) {
            return before.on(
                    event.basis(),
                    terms,
                    before.custodySince(),
                    true,
                    arrived ? duties.explainAnew(started) : duties,
                    toBeFree,
                    by);
        }
        String line = arrived ? null : before.custodyStartedBy();
        if (line != null) {
            Instant since = before.custodySince();
            return before.on(
                    event.basis(),
                    terms,
                    since,
                    true,
                    Beginnings.begun(line, started.told(since), done),
                    done.liberty() == null ? toBeFree : done.liberty(),
                    by);
        }
        // Whoever took consent back and was kept has been held since then.
        Instant since = toBeFree == null ? started.at() : toBeFree.since().at();
        DutyFacts begun = duties.begun(started.told(since));
        return before.on(
                event.basis(),
                terms,
                since,
                true,
                arrived ? begun.admitted(started, before.facilityId()) : begun,
                toBeFree,
                by);
    }

    /**
     * P19: who took consent back to shelter, or to be beside a relative, and gave it again after
     * that, is where they want to be.
     */
    static boolean isConsentAgain(Liberty liberty, Basis basis, @Nullable Consent consent) {
        return (basis == Basis.ACCOMPANYING_FAMILY || basis == Basis.VOLUNTARY_SHELTER)
                && consent != null
                && liberty.claimed()
                && consent.recordedAt().isAfter(liberty.since().at());
    }
}
