package org.orangeline.placement.duties;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.Placement;

/**
 * What is open for a placement, and until when, by the operation's legal profile; a duty that runs
 * keeps the stricter limit when the profile changes.
 */
public final class Duties {

    /** As long as the norm's reading allows where a profile says nothing (AP I 75: promptly). */
    private static final Duration REASONS_WITHIN = Duration.ofHours(24);

    /**
     * GC III 121 and GC IV 131 ask for an official inquiry "immediately" after a death, and
     * customary Rule 117 for all feasible measures to account for the missing. No norm names hours:
     * a day is this register's reading, which no legal profile makes longer.
     */
    private static final Duration INQUIRY_WITHIN = Duration.ofHours(24);

    private Duties() {}

    public static Stream<Duty> of(Placement placement, KnownOperation known) {
        DutyFacts facts = placement.duties();
        return Stream.concat(
                        Stream.of(
                                within(
                                        placement,
                                        DutyKind.REASONS,
                                        "P11",
                                        facts.reasons(),
                                        known,
                                        Duties::reasons),
                                within(
                                        placement,
                                        DutyKind.CARD,
                                        "P12",
                                        facts.card(),
                                        known,
                                        LegalProfile::cardWithin),
                                within(
                                        placement,
                                        DutyKind.BUREAU_NOTICE,
                                        "P12",
                                        facts.notice(),
                                        known,
                                        LegalProfile::bureauNoticeWithin),
                                within(
                                        placement,
                                        DutyKind.RELEASE,
                                        "P19",
                                        liberty(placement, known),
                                        known,
                                        LegalProfile::releases),
                                within(
                                        placement,
                                        DutyKind.INQUIRY,
                                        "P17",
                                        placement.inquiry(),
                                        known,
                                        Duties::inquiries),
                                review(placement, known)),
                        facts.appeals().values().stream()
                                .map(appeal ->
                                        within(
                                                placement,
                                                DutyKind.APPEAL_DECISION,
                                                "P10",
                                                appeal,
                                                known,
                                                Duties::appeals)))
                .filter(Objects::nonNull)
                .sorted(Duty.EARLIEST_FIRST);
    }

    static Duration inquiries(LegalProfile profile) {
        return INQUIRY_WITHIN;
    }

    static Duration reasons(LegalProfile profile) {
        return profile.reasonsToldWithin() == null ? REASONS_WITHIN : profile.reasonsToldWithin();
    }

    static Duration appeals(LegalProfile profile) {
        return profile.appealWithin() == null
                ? profile.firstReviewWithin()
                : profile.appealWithin();
    }

    /** Since when the person is to be free (rule P19); null when that was not decided. */
    public static @Nullable Started liberty(Placement placement, KnownOperation known) {
        Liberty decided = placement.liberty();
        return decided != null && decided.stands(placement.personId(), known)
                ? decided.since()
                : null;
    }

    /** When the next review is due; null when there is none to come. */
    public static @Nullable Instant reviewDue(Placement placement, KnownOperation known) {
        Started last = placement.duties().review();
        if (last == null) {
            return null;
        }
        return placement.duties().reviewed()
                ? known.dueAfter(last.at(), LegalProfile::reviewEvery)
                : known.due(custodySince(placement, known), LegalProfile::firstReviewWithin);
    }

    /**
     * Since when the person has been held: as the order recorded it, or since the truck came in
     * whose record arrived later than the person's (rule P10). Who was sheltered and is held on
     * another basis since has been held since then.
     */
    public static Instant custodySince(Placement placement, KnownOperation known) {
        return known.heldSince(placement.personId(), placement.freeBefore())
                .filter(truck -> !placement.custodySince().isAfter(placement.orderedAt()))
                .filter(truck -> known.guardedSince(truck).filter(truck::equals).isPresent())
                .filter(truck -> truck.isBefore(placement.custodySince()))
                .orElse(placement.custodySince());
    }

    private static @Nullable Duty review(Placement placement, KnownOperation known) {
        Instant due = reviewDue(placement, known);
        Started last = placement.duties().review();
        return due == null || last == null
                ? null
                : duty(placement, DutyKind.REVIEW, "P10", last.eventId(), due);
    }

    private static @Nullable Duty within(
            Placement placement,
            DutyKind kind,
            String rule,
            @Nullable Started started,
            KnownOperation known,
            Function<LegalProfile, Duration> limit) {
        return started == null
                ? null
                : duty(placement, kind, rule, started.eventId(), known.due(started.at(), limit));
    }

    private static Duty duty(
            Placement placement, DutyKind kind, String rule, String startedBy, Instant due) {
        return new Duty(
                kind,
                rule,
                placement.placementId(),
                placement.personId(),
                placement.facilityId(),
                startedBy,
                due,
                placement.duties().isReported(kind, startedBy));
    }
}
