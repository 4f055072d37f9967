package org.orangeline.placement.duties;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.model.Finding;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.knowledge.Conclusion;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Whereabouts;

/**
 * What is open for a person who waits under guard in a line, whatever was found about them, and
 * until when (rules P10 to P12). Custody has begun there; it passes to the placement that follows,
 * and what was done counts on. Nothing of it is stored but what was done.
 */
public final class LineDuties {

    private LineDuties() {}

    /**
     * Custody in a line.
     *
     * @param record the record under which the person came: its duties are listed and reported
     * @param startedBy id of the event with which the person came
     * @param done what was done since, on whatever record
     * @param by what was done on each record, since or before
     */
    public record Custody(
            UUID record,
            Instant since,
            String startedBy,
            CustodyFacts done,
            Map<UUID, CustodyFacts> by) {

        public Custody {
            by = Map.copyOf(by);
        }

        /** The record on which something was done: what follows from it stays with that record. */
        private UUID recordOf(String startedBy) {
            return by.entrySet().stream()
                    .filter(entry -> entry.getValue().holds(startedBy))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(record);
        }

        Custody with(CustodyFacts other) {
            return new Custody(record, since, startedBy, other, by);
        }
    }

    /**
     * Empty for who is placed, is free, has died, or may leave the line.
     *
     * @param person any record of the person
     */
    public static Optional<Custody> custody(
            PersonFacts person, OperationPlacements state, KnownOperation known) {
        var where = new Whereabouts(state, known);
        if (known.isGone(person)
                || where.isDead(person)
                || where.open(person.personId()).anyMatch(LineDuties::isOutOfLine)) {
            return Optional.empty();
        }
        PersonFacts counts = known.person(known.merges().counts(person.personId())).orElse(person);
        Instant free = where.freeSince(person.personId()).orElse(null);
        return where.lineCustodySince(counts)
                .flatMap(since ->
                        where.cameInto(counts).map(came -> custodyOf(came, since, free, where)));
    }

    // Who is ordered to shelter waits for it in the line.
    private static boolean isOutOfLine(Placement open) {
        return open.held() || open.status() == Placement.Status.PLACED || open.missing() != null;
    }

    private static Custody custodyOf(
            PersonFacts came, Instant since, @Nullable Instant free, Whereabouts where) {
        Map<UUID, CustodyFacts> by =
                where.known().merges().same(came.personId()).stream()
                        .collect(Collectors.toMap(Function.identity(), where.state()::custody));
        CustodyFacts done =
                where.known().merges().same(came.personId()).stream()
                        .map(where.state()::custody)
                        .reduce(CustodyFacts.NONE, CustodyFacts::and)
                        .of(since, free);
        return new Custody(came.personId(), since, came.cameBy(), done, by);
    }

    public static Stream<Duty> of(
            PersonFacts person, OperationPlacements state, KnownOperation known) {
        return custody(person, state, known).stream()
                .filter(custody -> custody.record().equals(person.personId()))
                .flatMap(custody -> of(custody, known));
    }

    /** Whether a review in the line decided that the person is to be free (rule P19). */
    public static boolean isToBeFree(
            PersonFacts person, OperationPlacements state, KnownOperation known) {
        return custody(person, state, known)
                .filter(custody -> custody.done().liberty() != null)
                .isPresent();
    }

    static Stream<Duty> of(Custody custody, KnownOperation known) {
        CustodyFacts done = custody.done();
        Started liberty = liberty(custody, known);
        var began = new Started(custody.startedBy(), custody.since());
        var open = new Open(custody, known);
        return Stream.concat(
                        Stream.of(
                                        done.told() == null
                                                ? open.duty(
                                                        DutyKind.REASONS,
                                                        "P11",
                                                        began,
                                                        Duties::reasons)
                                                : null,
                                        done.notified() == null
                                                ? open.duty(
                                                        DutyKind.BUREAU_NOTICE,
                                                        "P12",
                                                        began,
                                                        LegalProfile::bureauNoticeWithin)
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
                                                DutyKind.APPEAL_DECISION,
                                                "P10",
                                                appeal,
                                                Duties::appeals)))
                .sorted(Duty.EARLIEST_FIRST);
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

    // By a review, or by a finding of CIVILIAN for as long as it stands; one from before this
    // custody asks for liberty from its beginning.
    private static @Nullable Started liberty(Custody custody, KnownOperation known) {
        Liberty decided = custody.done().liberty();
        Optional<Started> found =
                civilian(custody, known)
                        .map(finding ->
                                finding.at().isBefore(custody.since())
                                        ? new Started(custody.startedBy(), custody.since())
                                        : new Started(finding.cause().eventId(), finding.at()));
        return Stream.concat(Stream.ofNullable(decided).map(Liberty::since), found.stream())
                .min(Comparator.comparing(Started::at))
                .orElse(null);
    }

    /** The finding that the person is a civilian, on whatever record. */
    static Optional<Conclusion> civilian(Custody custody, KnownOperation known) {
        return known.conclusionsOf(custody.record())
                .filter(found -> found.finding() == Finding.CIVILIAN)
                .min(Comparator.comparing(Conclusion::at));
    }

    /** Whose duties they are. */
    private record Open(Custody custody, KnownOperation known) {

        private Duty duty(
                DutyKind kind,
                String rule,
                Started started,
                Function<LegalProfile, Duration> limit) {
            return until(kind, rule, started, known.due(started.at(), limit));
        }

        /** That of a finding stays with the record that was screened. */
        private UUID recordOf(String startedBy) {
            return known.merges().same(custody.record()).stream()
                    .filter(record ->
                            known.conclusion(record)
                                    .filter(found -> found.cause().eventId().equals(startedBy))
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
