package org.orangeline.placement.duties;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.model.ReviewOutcome;
import org.orangeline.events.placement.DutyNotOverdue;
import org.orangeline.placement.custody.Plausible;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;
import org.pcollections.TreePSet;

/**
 * What was done for a person in custody, in a line or on whatever placement: so that it counts on
 * when another order, or the first one, follows. Of an earlier custody nothing counts, see {@link
 * #of}.
 *
 * @param told when the person was last told why (rule P11)
 * @param notified when the bureau was last told (rule P12)
 * @param inquired when an inquiry was last opened into where the person is (rule P17)
 * @param review the last one (rule P10)
 * @param appeals not answered, by appeal id
 * @param liberty that a review decided that the person is to be free (rule P19): the first that
 *     said so, from which the limit counts
 * @param released the last that said so, whatever became of the person since; null when none did,
 *     or a later one said otherwise
 * @param continued the last review that said that the person stays (rule P19)
 * @param reported what was reported as overdue, so that it is reported once
 * @param inTime what was reported as overdue and was done in time, oldest first, of every custody
 */
public record CustodyFacts(
        @Nullable Started told,
        @Nullable Started notified,
        @Nullable Started inquired,
        @Nullable Started review,
        PMap<String, Started> appeals,
        @Nullable Liberty liberty,
        @Nullable Liberty released,
        @Nullable Started continued,
        TreePSet<String> reported,
        List<DoneInTime> inTime) {

    public CustodyFacts {
        inTime = List.copyOf(inTime);
    }

    public static final CustodyFacts NONE =
            new CustodyFacts(
                    null,
                    null,
                    null,
                    null,
                    ChampMap.empty(),
                    null,
                    null,
                    null,
                    TreePSet.empty(),
                    List.of());

    /**
     * What of it belongs to one custody.
     *
     * @param since its beginning
     * @param free when it was recorded that the person was free last; null for never
     */
    public CustodyFacts of(Instant since, @Nullable Instant free) {
        return with(draft -> {
            draft.told = within(told, since, free);
            draft.notified = within(notified, since, free);
            draft.inquired = within(inquired, since, free);
            draft.review = within(review, since, free);
            for (var appeal : appeals.entrySet()) {
                if (within(appeal.getValue(), since, free) == null) {
                    draft.appeals = draft.appeals.minus(appeal.getKey());
                }
            }
            // Who was free meanwhile is to be free by what was decided since.
            draft.liberty =
                    Stream.of(Optional.ofNullable(liberty), Optional.ofNullable(released))
                            .flatMap(Optional::stream)
                            .filter(one -> within(one.since(), since, free) != null)
                            .findFirst()
                            .orElse(null);
        });
    }

    private static @Nullable Started within(
            @Nullable Started done, Instant since, @Nullable Instant free) {
        return done == null
                        || done.at().isBefore(since.minus(Plausible.CLOCKS_DIFFER))
                        || (free != null && !done.recordedAt().isAfter(free))
                ? null
                : done;
    }

    /** What was done on either record of a person. */
    public CustodyFacts and(CustodyFacts other) {
        return with(draft -> {
            draft.told = later(told, other.told);
            draft.notified = later(notified, other.notified);
            draft.inquired = later(inquired, other.inquired);
            draft.review = later(review, other.review);
            draft.appeals = appeals.plusAll(other.appeals);
            draft.continued = later(continued, other.continued);
            Liberty own = stays(liberty, other);
            draft.liberty = own == null ? stays(other.liberty, this) : own;
            draft.released =
                    Stream.of(
                                    Optional.ofNullable(stays(released, other)),
                                    Optional.ofNullable(stays(other.released, this)))
                            .flatMap(Optional::stream)
                            .max(Comparator.comparing(one -> one.since().at()))
                            .orElse(null);
            draft.reported = reported.plusAll(other.reported);
            draft.inTime = Stream.concat(inTime.stream(), other.inTime.stream()).toList();
        });
    }

    /** The same liberty, unless a review under the other registration said otherwise since. */
    static @Nullable Liberty stays(@Nullable Liberty decided, CustodyFacts other) {
        return decided == null
                        || (other.continued != null
                                && !other.continued.at().isBefore(decided.since().at()))
                ? null
                : decided;
    }

    public CustodyFacts told(Started by) {
        return with(draft -> draft.told = later(told, by));
    }

    public CustodyFacts notified(Started by) {
        return with(draft -> draft.notified = later(notified, by));
    }

    public CustodyFacts inquired(Started by) {
        return with(draft -> draft.inquired = later(inquired, by));
    }

    /** Whether the person was told why since that happened. */
    boolean isToldOf(Started reason) {
        return told != null && !told.at().isBefore(reason.at());
    }

    /** A review answered it, under whatever registration. */
    public CustodyFacts answered(UUID appealId) {
        return with(draft -> draft.appeals = appeals.minus(appealId.toString()));
    }

    /** Whether the bureau was told since that happened. */
    boolean isTold(Started change) {
        return notified != null && !notified.at().isBefore(change.at());
    }

    boolean isInquired(Started change) {
        return inquired != null && !inquired.at().isBefore(change.at());
    }

    /**
     * @param by who held it
     */
    public CustodyFacts reviewed(
            Started held, ReviewOutcome outcome, @Nullable UUID appealId, String by) {
        boolean last = review == null || !review.at().isAfter(held.at());
        return with(draft -> {
            draft.review = last ? held : review;
            draft.appeals = appealId == null ? appeals : appeals.minus(appealId.toString());
            if (last && outcome == ReviewOutcome.RELEASE) {
                draft.released = Liberty.reviewed(held, by);
                draft.liberty = liberty == null ? draft.released : liberty;
            } else if (last && outcome == ReviewOutcome.CONTINUE) {
                draft.liberty = null;
                draft.released = null;
                draft.continued = held;
            }
        });
    }

    public CustodyFacts appealed(UUID appealId, Started by) {
        return with(draft -> draft.appeals = appeals.plus(appealId.toString(), by));
    }

    public CustodyFacts reported(DutyKind kind, String startedBy) {
        return with(draft -> draft.reported = reported.plus(DutyFacts.key(kind, startedBy)));
    }

    /** It had been done when it was reported as overdue. */
    public CustodyFacts inTime(DutyNotOverdue event, Started recorded) {
        DoneInTime done = DoneInTime.of(event, recorded.recordedAt());
        return with(
                draft -> draft.inTime = Stream.concat(inTime.stream(), Stream.of(done)).toList());
    }

    /** Whether that event did, or asked for, something of it. */
    public boolean holds(String eventId) {
        return (review != null && review.eventId().equals(eventId))
                || (liberty != null && liberty.since().eventId().equals(eventId))
                || (released != null && released.since().eventId().equals(eventId))
                || appeals.values().stream().anyMatch(one -> one.eventId().equals(eventId));
    }

    boolean isReported(DutyKind kind, String startedBy) {
        return reported.contains(DutyFacts.key(kind, startedBy));
    }

    private static @Nullable Started later(@Nullable Started one, @Nullable Started other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.at().isBefore(one.at()) ? one : other;
    }

    private CustodyFacts with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return new CustodyFacts(
                draft.told,
                draft.notified,
                draft.inquired,
                draft.review,
                draft.appeals,
                draft.liberty,
                draft.released,
                draft.continued,
                draft.reported,
                draft.inTime);
    }

    /** A copy that is being changed. */
    private static final class Draft {

        private @Nullable Started told;
        private @Nullable Started notified;
        private @Nullable Started inquired;
        private @Nullable Started review;
        private PMap<String, Started> appeals;
        private @Nullable Liberty liberty;
        private @Nullable Liberty released;
        private @Nullable Started continued;
        private TreePSet<String> reported;
        private List<DoneInTime> inTime;

        private Draft(CustodyFacts from) {
            told = from.told;
            notified = from.notified;
            inquired = from.inquired;
            review = from.review;
            appeals = from.appeals;
            liberty = from.liberty;
            released = from.released;
            continued = from.continued;
            reported = from.reported;
            inTime = from.inTime;
        }
    }
}
