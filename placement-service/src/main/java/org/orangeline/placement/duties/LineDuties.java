package org.orangeline.placement.duties;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.model.Finding;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.knowledge.Conclusion;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;

/**
 * What is open for a person who waits under guard in a line, whatever was found about them, and
 * until when (rules P10 to P12). Custody has begun there; it passes to the placement that follows,
 * and what was done counts on. Nothing of it is stored but what was done.
 */
public final class LineDuties {

    private LineDuties() {}

    public static Stream<Duty> of(
            PersonFacts person, OperationPlacements state, KnownOperation known) {
        return LineCustody.watched(person, state, known).stream()
                .filter(custody -> custody.record().equals(person.personId()))
                .flatMap(custody -> of(custody, known));
    }

    /** Whether a review in the line decided that the person is to be free (rule P19). */
    public static boolean isToBeFree(
            PersonFacts person, OperationPlacements state, KnownOperation known) {
        return LineCustody.held(person, state, known)
                .filter(custody -> custody.done().liberty() != null)
                .isPresent();
    }

    static Stream<Duty> of(LineCustody custody, KnownOperation known) {
        var open = new Open(custody, known);
        return Stream.concat(custody.held() ? held(custody, open) : Stream.empty(), told(open))
                .sorted(Duty.EARLIEST_FIRST);
    }

    // Also of who was taken away from elsewhere, or has died since.
    private static Stream<Duty> told(Open open) {
        Started notice = open.custody.notice();
        Started inquiry = open.custody.openInquiry();
        return Stream.of(
                        notice == null
                                ? null
                                : open.duty(
                                        DutyKind.BUREAU_NOTICE,
                                        "P12",
                                        notice,
                                        LegalProfile::bureauNoticeWithin),
                        inquiry == null
                                ? null
                                : open.duty(DutyKind.INQUIRY, "P17", inquiry, Duties::inquiries))
                .filter(Objects::nonNull);
    }

    private static Stream<Duty> held(LineCustody custody, Open open) {
        CustodyFacts done = custody.done();
        Started liberty = liberty(custody, open.known);
        var began = new Started(custody.startedBy(), custody.since());
        return Stream.concat(
                Stream.of(
                                done.told() == null
                                        ? open.duty(DutyKind.REASONS, "P11", began, Duties::reasons)
                                        : null,
                                review(began, done, open),
                                liberty == null
                                        ? null
                                        : open.duty(
                                                DutyKind.RELEASE,
                                                "P19",
                                                liberty,
                                                LegalProfile::releases))
                        .filter(Objects::nonNull),
                done.appeals().values().stream()
                        .map(appeal ->
                                open.duty(
                                        DutyKind.APPEAL_DECISION, "P10", appeal, Duties::appeals)));
    }

    private static Duty review(Started began, CustodyFacts done, Open open) {
        Started last = done.review();
        return last == null
                ? open.duty(DutyKind.REVIEW, "P10", began, LegalProfile::firstReviewWithin)
                : open.until(
                        DutyKind.REVIEW,
                        "P10",
                        last,
                        open.known.dueAfter(last.at(), LegalProfile::reviewEvery));
    }

    // By a review, or by a finding of CIVILIAN for as long as it stands; either of before this
    // custody asks for liberty from its beginning.
    private static @Nullable Started liberty(LineCustody custody, KnownOperation known) {
        Liberty decided = custody.done().liberty();
        Optional<Started> found =
                civilian(custody, known)
                        .map(finding ->
                                finding.at().isBefore(custody.since())
                                        ? new Started(custody.startedBy(), custody.since())
                                        : new Started(finding.cause().eventId(), finding.at()));
        return Stream.of(
                        Stream.ofNullable(decided).map(Liberty::since),
                        released(custody, known),
                        found.stream())
                .flatMap(all -> all)
                .min(Comparator.comparing(Started::at))
                .orElse(null);
    }

    // P19: whoever a review set free in an earlier custody is held on no ground of before it.
    private static Stream<Started> released(LineCustody custody, KnownOperation known) {
        return ToBeFree.unanswered(
                        CustodyFacts.ofAll(custody.by().values().stream()), custody.record(), known)
                .filter(one -> one.since().at().isBefore(custody.since()))
                .limit(1)
                .map(_ -> new Started(custody.startedBy(), custody.since()));
    }

    /** The finding that the person is a civilian, on whatever record. */
    static Optional<Conclusion> civilian(LineCustody custody, KnownOperation known) {
        return known.conclusionsOf(custody.record())
                .filter(found -> found.finding() == Finding.CIVILIAN)
                .min(Comparator.comparing(Conclusion::at));
    }

    /** Whose duties they are. */
    private record Open(LineCustody custody, KnownOperation known) {

        private Duty duty(
                DutyKind kind,
                String rule,
                Started started,
                Function<LegalProfile, Duration> limit) {
            return until(kind, rule, started, known.due(started.at(), limit));
        }

        /** That of a finding, or of a death, stays with the record that it was said of. */
        private UUID recordOf(String startedBy) {
            return known.merges().same(custody.record()).stream()
                    .filter(record ->
                            known.conclusion(record)
                                            .filter(found ->
                                                    found.cause().eventId().equals(startedBy))
                                            .isPresent()
                                    || known.person(record)
                                            .filter(one -> one.going().isStartOf(startedBy))
                                            .isPresent())
                    .findFirst()
                    .orElseGet(() -> custody.recordOf(startedBy));
        }

        private Duty until(DutyKind kind, String rule, Started started, Instant due) {
            return new Duty(
                    kind,
                    rule,
                    null,
                    recordOf(started.eventId()),
                    null,
                    started.eventId(),
                    due,
                    custody.done().isReported(kind, started.eventId()));
        }
    }
}
