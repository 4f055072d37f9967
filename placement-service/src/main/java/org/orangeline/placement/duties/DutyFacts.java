package org.orangeline.placement.duties;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.DutyKind;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;
import org.pcollections.TreePSet;

/**
 * What of the legal profile's demands is open for a person who is held. Only facts: until when is
 * the profile's business, see {@link Duties}. Null is done, or not asked for.
 *
 * @param began what began this custody; null when there is none
 * @param reasons not told why yet (rule P11)
 * @param card none made out since the arrival in this place (rule P12)
 * @param carded the facilities in which one was made out: who comes back there has one
 * @param news what the tracing bureau has not been told, earliest first (rule P12)
 * @param review the last review, or the beginning of custody (rule P10)
 * @param reviewed whether there was a review
 * @param appeals not answered, by appeal id
 * @param reported what was reported as overdue, so that it is reported once
 * @param fromLine whether custody began in a line, and reasons and notice count from there
 */
public record DutyFacts(
        @Nullable Started began,
        @Nullable Started reasons,
        @Nullable Started card,
        TreePSet<String> carded,
        List<Started> news,
        @Nullable Started review,
        boolean reviewed,
        PMap<String, Started> appeals,
        TreePSet<String> reported,
        boolean fromLine) {

    public static final DutyFacts NONE =
            new DutyFacts(
                    null,
                    null,
                    null,
                    TreePSet.empty(),
                    List.of(),
                    null,
                    false,
                    ChampMap.empty(),
                    TreePSet.empty(),
                    false);

    public DutyFacts {
        news = List.copyOf(news);
    }

    /** Of an order: the first review counts from the beginning of custody. */
    public static DutyFacts ofOrder(Started custody) {
        return NONE.with(draft -> {
            draft.began = custody;
            draft.review = custody;
        });
    }

    /** Of who was held in a line: what was done there counts on. */
    public static DutyFacts fromLine(Started custody, CustodyFacts done) {
        return NONE.with(draft -> {
            draft.began = custody;
            draft.fromLine = true;
            draft.reasons = done.told() == null ? custody : null;
            draft.news = done.notified() == null ? List.of(custody) : List.of();
            draft.review = done.review() == null ? custody : done.review();
            draft.reviewed = done.review() != null;
            draft.appeals = done.appeals();
            draft.reported = done.reported();
        });
    }

    /** Custody begins in a stay; what was reported of the stay is not reported again. */
    public DutyFacts begun(Started custody) {
        return ofOrder(custody).with(draft -> draft.reported = reported);
    }

    /** What counts from the beginning of custody, which was at another time. */
    public DutyFacts from(Instant recorded, Instant began) {
        return with(draft -> {
            draft.began = from(this.began, recorded, began);
            draft.reasons = from(reasons, recorded, began);
            draft.review = reviewed ? review : from(review, recorded, began);
            draft.news =
                    news.stream()
                            .map(change ->
                                    change.at().equals(recorded) ? change.told(began) : change)
                            .sorted(Comparator.comparing(Started::at))
                            .toList();
        });
    }

    private static @Nullable Started from(
            @Nullable Started started, Instant recorded, Instant began) {
        return started != null && started.at().equals(recorded) ? started.told(began) : started;
    }

    public DutyFacts admitted(Started by, String facilityId) {
        return with(draft -> {
            draft.reasons = fromLine ? reasons : by;
            draft.card = carded.contains(facilityId) ? null : by;
            draft.tell(by);
        });
    }

    /** On another basis: the person is told why, and the bureau of the change. */
    public DutyFacts explainAnew(Started by) {
        return with(draft -> {
            draft.reasons = reasons == null ? by : reasons;
            draft.tell(by);
        });
    }

    /**
     * To another facility: a card says where the person is. Who comes back to where one was made
     * out, from a hospital perhaps, has one.
     */
    public DutyFacts moved(Started by, String facilityId) {
        Started open = card == null ? by : card;
        return with(draft -> {
            draft.card = carded.contains(facilityId) ? null : open;
            draft.tell(by);
        });
    }

    /** The bureau is still to be told; nothing else is left to do for who is gone. */
    public DutyFacts ended(Started by) {
        return with(draft -> {
            draft.reasons = null;
            draft.card = null;
            draft.tell(by);
            draft.began = null;
            draft.review = null;
            draft.appeals = ChampMap.empty();
        });
    }

    /**
     * What began it was not so: only a bureau that was told of it is told of that.
     *
     * @param beginning id of the event that began it
     */
    public DutyFacts neverBegun(String beginning, Started by) {
        boolean told = news.stream().noneMatch(change -> change.eventId().equals(beginning));
        return NONE.with(draft -> {
            draft.reported = reported;
            draft.news = told ? List.of(by) : List.of();
        });
    }

    /**
     * @param at when, as told; null for now. What was told before there was another reason does not
     *     answer that one
     */
    public DutyFacts told(@Nullable Instant at) {
        return with(draft -> draft.reasons = isBefore(at, reasons) ? reasons : null);
    }

    public DutyFacts carded(String facilityId) {
        return with(draft -> {
            draft.card = null;
            draft.carded = carded.plus(facilityId);
        });
    }

    /**
     * One notice tells of every change so far.
     *
     * @param at when, as told; null for now
     */
    public DutyFacts notified(@Nullable Instant at) {
        return with(draft ->
                draft.news = news.stream().filter(change -> isBefore(at, change)).toList());
    }

    /** A change of which the bureau is to be told. */
    public DutyFacts noteworthy(Started by) {
        return with(draft -> draft.tell(by));
    }

    /**
     * The same custody as an earlier one, which had not ended: what was asked and done there
     * counts.
     *
     * @param sooner whether the other one began earlier, and what is not done counts from there
     */
    public DutyFacts continuing(DutyFacts earlier, boolean sooner) {
        return with(draft -> {
            draft.began = sooner ? earlier.began : began;
            draft.reasons =
                    reasons == null || earlier.reasons == null
                            ? null
                            : sooner ? earlier.reasons : reasons;
            draft.carded = carded.plusAll(earlier.carded);
            draft.news = tellingOf(earlier);
            draft.review = !reviewed && (sooner || earlier.reviewed) ? earlier.review : review;
            draft.reviewed = reviewed || earlier.reviewed;
            draft.appeals = appeals.plusAll(earlier.appeals);
            draft.reported = reported.plusAll(earlier.reported);
        });
    }

    /**
     * The same custody as an earlier one of another registration: nothing that was done there is
     * taken over, and what is not done here counts from its beginning.
     */
    public DutyFacts begunWith(DutyFacts earlier) {
        return with(draft -> {
            draft.began = earlier.began;
            if (reasons != null) {
                draft.reasons = earlier.reasons == null ? earlier.began : earlier.reasons;
            }
            if (!reviewed) {
                draft.review = earlier.reviewed ? earlier.began : earlier.review;
            }
            draft.news = tellingOf(earlier);
        });
    }

    private List<Started> tellingOf(DutyFacts earlier) {
        return Stream.concat(earlier.news.stream(), news.stream())
                .distinct()
                .sorted(Comparator.comparing(Started::at))
                .toList();
    }

    /**
     * A change did not happen. The bureau is told that only if it had been told of the change.
     *
     * @param change what was to be told
     */
    public DutyFacts notSo(Started change, Started by) {
        List<Started> others =
                news.stream().filter(one -> !one.eventId().equals(change.eventId())).toList();
        return with(draft -> {
            draft.news = others;
            if (others.size() == news.size()) {
                draft.tell(by);
            }
        });
    }

    /** A review that was held before the last one, and recorded after it, moves no date. */
    public DutyFacts reviewed(Started by, @Nullable UUID appealId) {
        return with(draft -> {
            draft.review = isReviewedAfter(by) ? review : by;
            draft.reviewed = true;
            draft.appeals = appealId == null ? appeals : appeals.minus(appealId.toString());
        });
    }

    public DutyFacts appealed(UUID appealId, Started by) {
        return with(draft -> draft.appeals = appeals.plus(appealId.toString(), by));
    }

    /**
     * What was done under another registration of the person counts as well.
     *
     * @param listed appeals that another placement lists
     */
    DutyFacts and(CustodyFacts other, Set<String> listed) {
        return with(draft -> {
            draft.reasons = reasons != null && other.isToldOf(reasons) ? null : reasons;
            draft.news = news.stream().filter(change -> !other.isTold(change)).toList();
            if (review != null
                    && other.review() != null
                    && other.review().at().isAfter(review.at())) {
                draft.review = other.review();
                draft.reviewed = true;
            }
            for (var appeal : other.appeals().entrySet()) {
                if (!listed.contains(appeal.getKey())) {
                    draft.appeals = draft.appeals.plus(appeal.getKey(), appeal.getValue());
                }
            }
            draft.reported = reported.plusAll(other.reported());
        });
    }

    /** A review answered it, under whatever registration. */
    public DutyFacts answered(UUID appealId) {
        return with(draft -> draft.appeals = appeals.minus(appealId.toString()));
    }

    public DutyFacts reported(DutyKind kind, String startedBy) {
        return with(draft -> draft.reported = reported.plus(key(kind, startedBy)));
    }

    /** The earliest change that the bureau has not been told of, from which the time counts. */
    public @Nullable Started notice() {
        return news.isEmpty() ? null : news.getFirst();
    }

    /** Whether a later review is recorded already. */
    public boolean isReviewedAfter(Started other) {
        return reviewed && review != null && review.at().isAfter(other.at());
    }

    boolean isReported(DutyKind kind, String startedBy) {
        return reported.contains(key(kind, startedBy));
    }

    static String key(DutyKind kind, String startedBy) {
        return kind + " " + startedBy;
    }

    private static boolean isBefore(@Nullable Instant told, @Nullable Started other) {
        return told != null && other != null && told.isBefore(other.at());
    }

    private DutyFacts with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return new DutyFacts(
                draft.began,
                draft.reasons,
                draft.card,
                draft.carded,
                draft.news,
                draft.review,
                draft.reviewed,
                draft.appeals,
                draft.reported,
                draft.fromLine);
    }

    /** A copy that is being changed. */
    private static final class Draft {

        private @Nullable Started began;
        private @Nullable Started reasons;
        private @Nullable Started card;
        private TreePSet<String> carded;
        private List<Started> news;
        private @Nullable Started review;
        private boolean reviewed;
        private PMap<String, Started> appeals;
        private TreePSet<String> reported;
        private boolean fromLine;

        private Draft(DutyFacts from) {
            began = from.began;
            reasons = from.reasons;
            card = from.card;
            carded = from.carded;
            news = from.news;
            review = from.review;
            reviewed = from.reviewed;
            appeals = from.appeals;
            reported = from.reported;
            fromLine = from.fromLine;
        }

        private void tell(Started change) {
            news =
                    Stream.concat(news.stream(), Stream.of(change))
                            .sorted(Comparator.comparing(Started::at))
                            .toList();
        }
    }
}
