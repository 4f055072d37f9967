package org.orangeline.placement.orders;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.ReleasedFromDetention;
import org.orangeline.events.placement.ReviewHeld;
import org.orangeline.placement.custody.Absence;
import org.orangeline.placement.duties.DutyFacts;
import org.orangeline.placement.duties.Liberty;
import org.orangeline.placement.duties.Started;
import org.orangeline.placement.transfers.Transfer;
import org.orangeline.runtime.Actor;

/**
 * A placement from its order to its end.
 *
 * <pre>
 * ORDERED --admission, found inside--> PLACED --release, escape, death, hand-over--> ENDED
 *    |                                   +--transfer, absence--+
 *    +-----cancellation--> CANCELLED
 * </pre>
 *
 * Who was found inside without an order begins PLACED. A fact that was not so is withdrawn: the
 * placement is as it was before, and one that the fact began is WITHDRAWN.
 *
 * @param place where to, and after a transfer where the person is
 * @param previous where the person was before the last move; null for nowhere
 * @param custodySince earliest plausible moment of custody (rule P10)
 * @param custodyStartedBy id of the event with which custody began in a line before it; null when
 *     it did not, or that is not known
 * @param freeBefore when a place let the person go before; null for never
 * @param orderedAt when it was ordered, or the child was born to it
 * @param orderedBy who ordered it, or null for a child that was born to it
 * @param since when the present status was recorded
 * @param happenedAt when what was recorded last of its status or place happened, as told
 * @param seenAt when the person was found, or came back from an absence, last; null for never
 * @param held whether the person may not leave: detained, or sheltered where nobody may
 * @param transfer one that is ordered and has not ended, or null
 * @param absence a present one, or null
 * @param missing set while nobody knows where the person is (rule P17)
 * @param inquiry what an inquiry has to be opened into: the person is missing, or has died
 * @param duties what was done of that which the legal profile asks for
 * @param questions what it breaks, and what humans have settled (rule P14)
 * @param changedBy who changed the basis, or ordered a transfer, since it was ordered
 * @param liberty that the person is to be free, or null (rule P19)
 * @param undo how it would be without the last fact; null when that cannot be taken back
 * @param withdrawal that somebody asked to take the last fact back, or null
 */
public record Placement(
        UUID placementId,
        UUID personId,
        Place place,
        @Nullable Place previous,
        Basis basis,
        Terms terms,
        Instant custodySince,
        @Nullable String custodyStartedBy,
        @Nullable Instant freeBefore,
        Instant orderedAt,
        @Nullable String orderedBy,
        Status status,
        Instant since,
        Instant happenedAt,
        @Nullable Instant seenAt,
        boolean held,
        @Nullable Transfer transfer,
        @Nullable Absence absence,
        @Nullable Missing missing,
        @Nullable Started inquiry,
        DutyFacts duties,
        Questions questions,
        List<String> changedBy,
        @Nullable Liberty liberty,
        @Nullable Undo undo,
        @Nullable Withdrawal withdrawal) {

    public Placement {
        changedBy = List.copyOf(changedBy);
    }

    /** Whether the person is, or was, in the facility. */
    public boolean hasArrived() {
        return status == Status.PLACED || status == Status.ENDED;
    }

    /** Whether the person is not where the placement says, and the place is kept. */
    public boolean isAway() {
        return status == Status.PLACED && (absence != null || missing != null);
    }

    /** Whether the stay has ended, and not because the person went on elsewhere from there. */
    public boolean letGo() {
        return status == Status.ENDED && undo != null;
    }

    /** Whether the stay ended in liberty. */
    boolean isReleased() {
        return status == Status.ENDED
                && undo != null
                && undo.fact().equals(ReleasedFromDetention.class.getSimpleName());
    }

    public String facilityId() {
        return place.facilityId();
    }

    public @Nullable UUID accompanies() {
        return terms.accompanies();
    }

    /** Where the person is to be: the transfer's place when one is ordered. */
    public Place destination() {
        return transfer == null ? place : transfer.to();
    }

    /** Whether the person is to be brought there, by an order or a transfer. */
    public boolean isToTravelTo(String facilityId) {
        return (status == Status.ORDERED || transfer != null)
                && destination().facilityId().equals(facilityId);
    }

    /** That rules no longer hold for it where the person is; a human answers (rule P14). */
    public PlacementQuestioned question(List<String> rules) {
        return question(rules, null);
    }

    /**
     * As {@link #question(List)}.
     *
     * @param mergeId the merge that put them in question, or null
     */
    public PlacementQuestioned question(List<String> rules, @Nullable UUID mergeId) {
        return question(personId, placementId, facilityId(), rules, mergeId);
    }

    /** The same at another place, to which the person comes by the same decision. */
    public PlacementQuestioned question(String facilityId, List<String> rules) {
        return question(personId, placementId, facilityId, rules, null);
    }

    /** The same of a placement that begins by the same decision. */
    public static PlacementQuestioned question(
            UUID personId,
            UUID placementId,
            String facilityId,
            List<String> rules,
            @Nullable UUID mergeId) {
        return new PlacementQuestioned(
                personId, placementId, facilityId, rules.stream().distinct().toList(), mergeId);
    }

    /** The rules that are open, without those that a merge put in question which was undone. */
    public List<String> questioned(Predicate<UUID> mergeStands) {
        return questions.rules(mergeStands);
    }

    /** The rules that are open for another reason than a merge. */
    public List<String> questioned() {
        return questioned(mergeId -> false);
    }

    /**
     * Whether that may be who ordered it, a transfer of it, or on what basis the person is held.
     *
     * @param human as {@link Actor#text}
     */
    boolean isDecidedBy(String human) {
        return Stream.concat(Stream.ofNullable(orderedBy), changedBy.stream())
                .anyMatch(decider -> Actor.mayBeOne(human, decider));
    }

    public Placement admitted(Started started) {
        PlacementDraft draft = become(Status.PLACED, started);
        draft.terms = terms.inside(started.at());
        draft.forgetMissing();
        draft.duties = held ? duties.admitted(started, facilityId()) : duties;
        return draft.done();
    }

    public Placement cancelled(Started started) {
        PlacementDraft draft = become(Status.CANCELLED, started);
        draft.forgetMissing();
        draft.duties = DutyFacts.NONE;
        draft.questions = Questions.NONE;
        draft.liberty = null;
        return draft.done();
    }

    /** The person is no longer in the facility, for whatever reason. */
    public Placement ended(Started started) {
        PlacementDraft draft = become(Status.ENDED, started);
        draft.forgetMoves();
        draft.duties = held ? duties.ended(started) : duties;
        draft.questions = Questions.NONE;
        draft.liberty = null;
        return draft.done();
    }

    /** The person died; who died while held, is inquired into (GC III 121, GC IV 131). */
    public Placement died(Started started) {
        PlacementDraft draft = new PlacementDraft(ended(started));
        draft.inquiry = held ? started : null;
        return draft.done();
    }

    /**
     * A transfer is ordered.
     *
     * @param by who ordered it, as {@link Actor#text}
     */
    public Placement transferring(Transfer to, String by) {
        PlacementDraft draft = new PlacementDraft(this);
        draft.transfer = to;
        draft.changed(by);
        return draft.done();
    }

    /** The same placement, were the person to be in that place. */
    public Placement in(Place other) {
        PlacementDraft draft = new PlacementDraft(this);
        draft.place = other;
        draft.transfer = null;
        return draft.done();
    }

    /** The person stays. */
    public Placement staying() {
        PlacementDraft draft = new PlacementDraft(this);
        draft.transfer = null;
        // In logs of before a transfer was cancelled for who did not arrive.
        draft.forgetMissing();
        return draft.done();
    }

    public Placement with(@Nullable Absence other) {
        PlacementDraft draft = new PlacementDraft(this);
        draft.absence = other;
        return draft.done();
    }

    /** Nobody knows where the person is; the clocks run from when that was so (rule P17). */
    public Placement missing(Missing how, Started since) {
        PlacementDraft draft = new PlacementDraft(this);
        draft.missing = how;
        draft.inquiry = since;
        draft.duties = duties.noteworthy(since);
        return draft.done();
    }

    /** Who was missing, or away, is where the placement says. */
    public Placement back(Started started) {
        PlacementDraft draft = new PlacementDraft(this);
        draft.absence = null;
        draft.seenAt = started.at();
        if (missing != null) {
            draft.forgetMissing();
            draft.duties =
                    inquiry != null && isInTime(started.at(), inquiry)
                            ? duties.notSo(inquiry, started)
                            : duties.noteworthy(started);
        }
        return draft.done();
    }

    // Told late: the person was back when expected, and never missing, unless an officer said so.
    private boolean isInTime(Instant back, Started alarm) {
        return absence != null
                && absence.expectedBack() != null
                && absence.expectedBack().equals(alarm.at())
                && !back.isAfter(absence.expectedBack());
    }

    /** Whether that event asks for it on this placement, and on no other registration's. */
    public boolean asks(DutyKind kind, String eventId) {
        return switch (kind) {
            case REVIEW -> duties.review() != null && duties.review().eventId().equals(eventId);
            case APPEAL_DECISION ->
                    duties.appeals().values().stream()
                            .anyMatch(appeal -> appeal.eventId().equals(eventId));
            case RELEASE -> liberty != null && liberty.since().eventId().equals(eventId);
            case REASONS, CARD, BUREAU_NOTICE, INQUIRY -> true;
        };
    }

    public Placement inquired() {
        PlacementDraft draft = new PlacementDraft(this);
        draft.inquiry = null;
        return draft.done();
    }

    /** What can be taken back, and how it would be then. */
    public Placement with(@Nullable Undo other) {
        PlacementDraft draft = new PlacementDraft(this);
        draft.undo = other;
        draft.withdrawal = null;
        return draft.done();
    }

    public Placement with(@Nullable Withdrawal other) {
        PlacementDraft draft = new PlacementDraft(this);
        draft.withdrawal = other;
        return draft.done();
    }

    /**
     * The recorded end was wrong, but the person is in another place since: the stay has ended all
     * the same.
     *
     * @param elsewhere whether the person is held elsewhere, where the duties go on
     */
    public Placement goneOn(boolean elsewhere, Started started) {
        PlacementDraft draft = new PlacementDraft(this);
        draft.inquiry = null;
        draft.duties = elsewhere ? DutyFacts.NONE : held ? duties.noteworthy(started) : duties;
        draft.undo = null;
        draft.withdrawal = null;
        return draft.done();
    }

    /**
     * The custody of an earlier stay goes on here. Of a stay of another registration only the
     * beginning is taken over: what was done there counts for as long as the two are one person's.
     */
    public Placement continuing(Placement earlier, Started started) {
        return changed(one -> {
            PlacementDraft draft = new PlacementDraft(one);
            boolean sooner = earlier.custodySince.isBefore(one.custodySince);
            boolean own = earlier.personId.equals(one.personId);
            draft.custodySince = sooner ? earlier.custodySince : one.custodySince;
            draft.freeBefore = sooner ? earlier.freeBefore : one.freeBefore;
            draft.liberty = own ? one.libertyAfter(earlier.liberty) : one.liberty;
            DutyFacts duties =
                    own
                            ? one.duties.continuing(earlier.duties, sooner)
                            : sooner ? one.duties.begunWith(earlier.duties) : one.duties;
            draft.duties = duties.noteworthy(started);
            return draft.done();
        });
    }

    // P19: what was decided before stands, unless a review said otherwise since.
    private @Nullable Liberty libertyAfter(@Nullable Liberty earlier) {
        if (earlier == null || duties.isReviewedAfter(earlier.since())) {
            return liberty;
        }
        return liberty == null ? earlier : earlier.and(liberty);
    }

    /** The fact that began the placement was not so. */
    public Placement withdrawn(Started started) {
        PlacementDraft draft = become(Status.WITHDRAWN, started);
        draft.forgetMoves();
        draft.duties = held ? duties.ended(started) : duties;
        draft.questions = Questions.NONE;
        draft.liberty = null;
        draft.undo = null;
        draft.withdrawal = null;
        return draft.done();
    }

    /**
     * The child was not born: nothing is left to do, but for the bureau if it was told.
     *
     * @param birth id of the event that recorded the birth
     */
    public Placement neverBorn(String birth, Started started) {
        PlacementDraft draft = new PlacementDraft(withdrawn(started));
        draft.duties = held ? duties.neverBegun(birth, started) : DutyFacts.NONE;
        draft.inquiry = null;
        return draft.done();
    }

    /** The bureau, which may have been told of a fact that was not so, is told of that. */
    public Placement restored(Started started) {
        PlacementDraft draft = new PlacementDraft(this);
        draft.duties = held ? duties.noteworthy(started) : duties;
        return draft.done();
    }

    /** Something that counts also if the last fact was not so. */
    public Placement changed(UnaryOperator<Placement> change) {
        PlacementDraft draft = new PlacementDraft(change.apply(this));
        if (undo != null && undo.before() != null) {
            draft.undo = undo.with(undo.before().changed(change));
        }
        return draft.done();
    }

    public Placement with(DutyFacts other) {
        PlacementDraft draft = new PlacementDraft(this);
        draft.duties = other;
        return draft.done();
    }

    /**
     * A review was held. RELEASE is a decision that the person is to be free, and CONTINUE another
     * one that says otherwise (rule P19), unless something later is recorded already.
     */
    public Placement reviewed(ReviewHeld event, String by, Started started) {
        if (!status.isOpen()) {
            return this;
        }
        Placement reviewed = with(duties.reviewed(started, event.appealId()));
        boolean decidedSince = liberty != null && liberty.since().at().isAfter(started.at());
        if (duties.isReviewedAfter(started) || decidedSince) {
            return reviewed;
        }
        return switch (event.outcome()) {
            case RELEASE -> reviewed.freed(Liberty.reviewed(started, by));
            case CONTINUE -> reviewed.with((Liberty) null);
            case CHANGE_OF_BASIS -> reviewed;
        };
    }

    /** On another basis from now on. */
    Placement on(
            Basis other,
            Terms now,
            Instant heldSince,
            boolean heldNow,
            DutyFacts asked,
            @Nullable Liberty decided,
            String by) {
        PlacementDraft draft = new PlacementDraft(this);
        draft.basis = other;
        draft.terms = now;
        draft.custodySince = heldSince;
        draft.held = heldNow;
        draft.duties = asked;
        draft.liberty = decided;
        draft.changed(by);
        return draft.done();
    }

    /** The same, of somebody whose custody began at another time than was recorded. */
    public Placement inCustodySince(Instant recorded, Instant began) {
        PlacementDraft draft = new PlacementDraft(this);
        draft.custodySince = began;
        draft.duties = duties.from(recorded, began);
        return draft.done();
    }

    public Placement withoutConsent() {
        PlacementDraft draft = new PlacementDraft(this);
        draft.terms = terms.withoutConsent();
        return draft.done();
    }

    public Placement with(Questions other) {
        PlacementDraft draft = new PlacementDraft(this);
        draft.questions = other;
        return draft.done();
    }

    /** The person is to be free. */
    public Placement freed(Liberty decided) {
        return with(liberty == null ? decided : liberty.and(decided));
    }

    public Placement with(@Nullable Liberty other) {
        PlacementDraft draft = new PlacementDraft(this);
        draft.liberty = other;
        return draft.done();
    }

    PlacementDraft become(Status next, Started started) {
        PlacementDraft draft = new PlacementDraft(this);
        draft.status = next;
        draft.since = started.recordedAt();
        draft.happenedAt = started.at();
        return draft;
    }

    /** Where a placement stands. */
    public enum Status {
        ORDERED,
        PLACED,
        CANCELLED,
        ENDED,
        /** What began it was recorded wrongly (rule P18). */
        WITHDRAWN;

        /** An open placement takes up a place, and is the person's only one (rules P1, P2). */
        public boolean isOpen() {
            return this == ORDERED || this == PLACED;
        }
    }
}
