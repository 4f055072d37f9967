package org.orangeline.placement.duties;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.DutyKind;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;
import org.pcollections.TreePSet;

/**
 * What of the legal profile's demands is open for a person who is held. Only facts: until when is
 * the profile's business, see {@link Duties}. Null is done, or not asked for.
 *
 * @param reasons not told why yet (rule P11)
 * @param card none made out since the last arrival in a place (rule P12)
 * @param notice the tracing bureau does not know the last change, or the one before (rule P12)
 * @param review the last review, or the beginning of custody (rule P10)
 * @param reviewed whether there was a review
 * @param appeals not answered, by appeal id
 * @param reported what was reported as overdue, so that it is reported once
 */
public record DutyFacts(
        @Nullable Started reasons,
        @Nullable Started card,
        @Nullable Started notice,
        @Nullable Started review,
        boolean reviewed,
        PMap<String, Started> appeals,
        TreePSet<String> reported) {

    public static final DutyFacts NONE =
            new DutyFacts(null, null, null, null, false, ChampMap.empty(), TreePSet.empty());

    public static DutyFacts ofOrder(Started custody) {
        return new DutyFacts(null, null, null, custody, false, ChampMap.empty(), TreePSet.empty());
    }

    /** Custody begins in a stay; what was reported of the stay is not reported again. */
    public DutyFacts begun(Started custody) {
        return new DutyFacts(null, null, null, custody, false, ChampMap.empty(), reported);
    }

    public DutyFacts admitted(Started by) {
        return new DutyFacts(by, by, by, review, reviewed, appeals, reported);
    }

    /** On another basis: the person is told why, and the bureau of the change. */
    public DutyFacts explainAnew(Started by) {
        return new DutyFacts(
                reasons == null ? by : reasons,
                card,
                changed(by),
                review,
                reviewed,
                appeals,
                reported);
    }

    public DutyFacts moved(Started by) {
        return new DutyFacts(reasons, by, changed(by), review, reviewed, appeals, reported);
    }

    /** The bureau is still to be told; nothing else is left to do for who is gone. */
    public DutyFacts ended(Started by) {
        return new DutyFacts(null, null, changed(by), null, reviewed, ChampMap.empty(), reported);
    }

    public DutyFacts told() {
        return new DutyFacts(null, card, notice, review, reviewed, appeals, reported);
    }

    public DutyFacts carded() {
        return new DutyFacts(reasons, null, notice, review, reviewed, appeals, reported);
    }

    public DutyFacts notified() {
        return new DutyFacts(reasons, card, null, review, reviewed, appeals, reported);
    }

    /** A change of which the bureau is to be told. */
    public DutyFacts noteworthy(Started by) {
        return new DutyFacts(reasons, card, changed(by), review, reviewed, appeals, reported);
    }

    public DutyFacts reviewed(Started by, @Nullable UUID appealId) {
        return new DutyFacts(
                reasons,
                card,
                notice,
                by,
                true,
                appealId == null ? appeals : appeals.minus(appealId.toString()),
                reported);
    }

    public DutyFacts appealed(UUID appealId, Started by) {
        return new DutyFacts(
                reasons,
                card,
                notice,
                review,
                reviewed,
                appeals.plus(appealId.toString(), by),
                reported);
    }

    public DutyFacts reported(DutyKind kind, String startedBy) {
        return new DutyFacts(
                reasons,
                card,
                notice,
                review,
                reviewed,
                appeals,
                reported.plus(key(kind, startedBy)));
    }

    boolean isReported(DutyKind kind, String startedBy) {
        return reported.contains(key(kind, startedBy));
    }

    // One notice tells of every change so far; the time counts from the earliest.
    private Started changed(Started by) {
        return notice == null ? by : notice;
    }

    private static String key(DutyKind kind, String startedBy) {
        return kind + " " + startedBy;
    }
}
