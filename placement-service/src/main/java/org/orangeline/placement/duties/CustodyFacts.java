package org.orangeline.placement.duties;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.model.ReviewOutcome;
import org.orangeline.events.placement.DutyNotOverdue;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.custody.Plausible;
import org.orangeline.runtime.Actor;
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
 * @param freed reviews that decided that the person is to be free (rule P19), earliest first,
 *     whatever became of the person since; none when a later review said otherwise
 * @param continued the last review that said that the person stays (rule P19), as if it had decided
 * @param tookBack when the person last took consent back (rule P5); null for never
 * @param reported what was reported as overdue, so that it is reported once
 * @param inTime what was reported as overdue and was done in time, oldest first, of every custody
 */
public record CustodyFacts(
        @Nullable Started told,
        @Nullable Started notified,
        @Nullable Started inquired,
        @Nullable Started review,
        PMap<String, Started> appeals,
        List<Liberty> freed,
        @Nullable Liberty continued,
        @Nullable Started tookBack,
        TreePSet<String> reported,
        List<DoneInTime> inTime) {

    private static final Comparator<Liberty> EARLIEST_FIRST =
            Comparator.comparing(one -> one.since().at());

    public CustodyFacts {
        freed = List.copyOf(freed);
        inTime = List.copyOf(inTime);
    }

    public static final CustodyFacts NONE =
            new CustodyFacts(
                    null,
                    null,
                    null,
                    null,
                    ChampMap.empty(),
                    List.of(),
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
            draft.freed =
                    freed.stream().filter(one -> within(one.since(), since, free) != null).toList();
        });
    }

    /** The first review that says that the person is to be free, from which the limit counts. */
    public @Nullable Liberty liberty() {
        return freed.isEmpty() ? null : freed.getFirst();
    }

    /** What was done on all records of a person. */
    public static CustodyFacts ofAll(Collection<UUID> records, OperationPlacements state) {
        return ofAll(records.stream().map(state::custody));
    }

    /** The same of records that are at hand; nearly everybody has one, which is not copied. */
    static CustodyFacts ofAll(Stream<CustodyFacts> records) {
        return records.reduce(CustodyFacts::and).orElse(NONE);
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
            draft.tookBack = later(tookBack, other.tookBack);
            draft.freed =
                    Stream.concat(
                                    freed.stream().filter(one -> stays(one, other)),
                                    other.freed.stream().filter(one -> stays(one, this)))
                            .sorted(EARLIEST_FIRST)
                            .toList();
            draft.reported = reported.plusAll(other.reported);
            draft.inTime = Stream.concat(inTime.stream(), other.inTime.stream()).toList();
        });
    }

    /**
     * Whether a liberty is still so: no review of another human, under the other registration, said
     * otherwise since.
     */
    static boolean stays(Liberty decided, CustodyFacts other) {
        return other.continued == null
                || other.continued.since().at().isBefore(decided.since().at())
                || isOfSameHuman(decided, other.continued);
    }

    private static boolean isOfSameHuman(Liberty one, Liberty other) {
        return one.decidedBy() != null
                && other.decidedBy() != null
                && Actor.mayBeOne(one.decidedBy(), other.decidedBy());
    }

    /** The person took consent back. */
    public CustodyFacts tookBack(Started by) {
        return with(draft -> draft.tookBack = later(tookBack, by));
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
                draft.freed =
                        Stream.concat(freed.stream(), Stream.of(Liberty.reviewed(held, by)))
                                .sorted(EARLIEST_FIRST)
                                .toList();
            } else if (last && outcome == ReviewOutcome.CONTINUE) {
                draft.freed = List.of();
                draft.continued = Liberty.reviewed(held, by);
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
                || freed.stream().anyMatch(one -> one.since().eventId().equals(eventId))
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

    private static @Nullable Liberty later(@Nullable Liberty one, @Nullable Liberty other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.since().at().isBefore(one.since().at()) ? one : other;
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
                draft.freed,
                draft.continued,
                draft.tookBack,
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
        private List<Liberty> freed;
        private @Nullable Liberty continued;
        private @Nullable Started tookBack;
        private TreePSet<String> reported;
        private List<DoneInTime> inTime;

        private Draft(CustodyFacts from) {
            told = from.told;
            notified = from.notified;
            inquired = from.inquired;
            review = from.review;
            appeals = from.appeals;
            freed = from.freed;
            continued = from.continued;
            tookBack = from.tookBack;
            reported = from.reported;
            inTime = from.inTime;
        }
    }
}
