package org.orangeline.placement.orders;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Basis;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.placement.custody.Absence;
import org.orangeline.placement.duties.DutyFacts;
import org.orangeline.placement.duties.Started;
import org.orangeline.placement.knowledge.Cause;
import org.orangeline.placement.transfers.Transfer;

/**
 * A placement from its order to its end.
 *
 * <pre>
 * ORDERED --admission--> PLACED --release, escape, death, hand-over--> ENDED
 *    |                     +--transfer, absence--+
 *    +-----cancellation--> CANCELLED
 * </pre>
 *
 * @param place where to, and after a transfer where the person is
 * @param custodySince earliest plausible moment of custody (rule P10)
 * @param orderedAt when it was ordered, or the child was born to it
 * @param orderedBy who ordered it, or null for a child that was born to it
 * @param since when the present status began
 * @param transfer one that is ordered and has not ended, or null
 * @param absence a present one, or null
 * @param missingFrom the convoy that the person left with and did not arrive in, or null
 * @param duties what was done of that which the legal profile asks for
 * @param questions what it breaks, and what a human has settled (rule P14)
 */
public record Placement(
        UUID placementId,
        UUID personId,
        Place place,
        Basis basis,
        Terms terms,
        Instant custodySince,
        Instant orderedAt,
        @Nullable String orderedBy,
        Status status,
        Instant since,
        @Nullable Transfer transfer,
        @Nullable Absence absence,
        @Nullable UUID missingFrom,
        DutyFacts duties,
        List<Question> questions) {

    public Placement {
        questions = List.copyOf(questions);
    }

    public static Placement ordered(PlacementOrdered event, Started started) {
        return new Placement(
                event.placementId(),
                event.personId(),
                new Place(event.facilityId(), event.section()),
                event.basis(),
                Terms.of(event),
                event.custodySince(),
                started.at(),
                event.orderedBy(),
                Status.ORDERED,
                started.at(),
                null,
                null,
                null,
                event.basis().isDetention()
                        ? DutyFacts.ofOrder(new Started(started.eventId(), event.custodySince()))
                        : DutyFacts.NONE,
                List.of());
    }

    /** A child that is inside from birth. */
    public static Placement born(
            UUID placementId, UUID childId, Place place, Basis basis, UUID mother, Started birth) {
        DutyFacts duties =
                basis.isDetention() ? DutyFacts.ofOrder(birth).admitted(birth) : DutyFacts.NONE;
        return new Placement(
                placementId,
                childId,
                place,
                basis,
                Terms.bornTo(mother),
                birth.at(),
                birth.at(),
                null,
                Status.PLACED,
                birth.at(),
                null,
                null,
                null,
                duties,
                List.of());
    }

    /** Whether the person is, or was, in the facility. */
    public boolean hasArrived() {
        return status == Status.PLACED || status == Status.ENDED;
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

    /** The rules that are open, without those that a merge put in question which was undone. */
    public List<String> questioned(Predicate<UUID> mergeStands) {
        return questions.stream()
                .filter(Question::isOpen)
                .filter(question ->
                        question.mergeId() == null || mergeStands.test(question.mergeId()))
                .map(Question::rule)
                .distinct()
                .sorted()
                .toList();
    }

    /** The rules that are open for another reason than a merge. */
    public List<String> questioned() {
        return questioned(mergeId -> false);
    }

    public Placement admitted(Started started) {
        Draft draft = become(Status.PLACED, started);
        draft.missingFrom = null;
        draft.duties = basis.isDetention() ? duties.admitted(started) : duties;
        return draft.done();
    }

    public Placement cancelled(Started started) {
        Draft draft = become(Status.CANCELLED, started);
        draft.duties = DutyFacts.NONE;
        draft.questions = List.of();
        return draft.done();
    }

    /** The person is no longer in the facility, for whatever reason. */
    public Placement ended(Started started) {
        Draft draft = become(Status.ENDED, started);
        draft.transfer = null;
        draft.absence = null;
        draft.duties = basis.isDetention() ? duties.ended(started) : duties;
        draft.questions = List.of();
        return draft.done();
    }

    public Placement transferring(@Nullable Transfer to) {
        Draft draft = new Draft();
        draft.transfer = to;
        draft.missingFrom = null;
        return draft.done();
    }

    public Placement transferred(Place to, Started started) {
        Draft draft = new Draft();
        draft.place = to;
        draft.since = started.at();
        draft.transfer = null;
        draft.missingFrom = null;
        draft.duties = basis.isDetention() ? duties.moved(started) : duties;
        return draft.done();
    }

    public Placement with(@Nullable Absence other) {
        Draft draft = new Draft();
        draft.absence = other;
        return draft.done();
    }

    public Placement missing(UUID convoyId) {
        Draft draft = new Draft();
        draft.missingFrom = convoyId;
        return draft.done();
    }

    public Placement with(DutyFacts other) {
        Draft draft = new Draft();
        draft.duties = other;
        return draft.done();
    }

    public Placement withoutConsent() {
        Draft draft = new Draft();
        draft.terms = terms.withoutConsent();
        return draft.done();
    }

    /** Whether a human has settled that rule, knowing all of these. */
    public boolean isSettled(String rule, Collection<Cause> causes) {
        return questions.stream()
                .filter(question -> question.rule().equals(rule))
                .map(Question::settledKnowing)
                .anyMatch(knowing ->
                        knowing != null && causes.stream().allMatch(it -> it.isKnown(knowing)));
    }

    public Placement question(List<String> rules, @Nullable UUID mergeId) {
        Draft draft = new Draft();
        draft.questions =
                Stream.concat(
                                questions.stream()
                                        .filter(old -> old.isOpen() || !rules.contains(old.rule())),
                                rules.stream().map(rule -> Question.open(rule, mergeId)))
                        .distinct()
                        .toList();
        return draft.done();
    }

    /**
     * @param knowing up to where the other services' events were known
     */
    public Placement settle(List<String> rules, Map<String, Long> knowing) {
        Draft draft = new Draft();
        draft.questions =
                questions.stream()
                        .map(question ->
                                rules.contains(question.rule())
                                        ? question.settled(knowing)
                                        : question)
                        .distinct()
                        .toList();
        return draft.done();
    }

    private Draft become(Status next, Started started) {
        Draft draft = new Draft();
        draft.status = next;
        draft.since = started.at();
        return draft;
    }

    /** A copy that is being changed. */
    private final class Draft {

        private Place place = Placement.this.place;
        private Terms terms = Placement.this.terms;
        private Status status = Placement.this.status;
        private Instant since = Placement.this.since;
        private @Nullable Transfer transfer = Placement.this.transfer;
        private @Nullable Absence absence = Placement.this.absence;
        private @Nullable UUID missingFrom = Placement.this.missingFrom;
        private DutyFacts duties = Placement.this.duties;
        private List<Question> questions = Placement.this.questions;

        private Placement done() {
            return new Placement(
                    placementId,
                    personId,
                    place,
                    basis,
                    terms,
                    custodySince,
                    orderedAt,
                    orderedBy,
                    status,
                    since,
                    transfer,
                    absence,
                    missingFrom,
                    duties,
                    questions);
        }
    }

    /** Where a placement stands. */
    public enum Status {
        ORDERED,
        PLACED,
        CANCELLED,
        ENDED;

        /** An open placement takes up a place, and is the person's only one (rules P1, P2). */
        public boolean isOpen() {
            return this == ORDERED || this == PLACED;
        }
    }
}
