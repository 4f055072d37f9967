package org.orangeline.placement.duties;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.Placement;

/** What is open for a placement, and until when, by the operation's legal profile. */
public final class Duties {

    /** At once, says GC IV 131 of deaths; of who is missing this asks for the same. */
    private static final Duration INQUIRY_WITHIN = Duration.ofHours(24);

    private Duties() {}

    public static Stream<Duty> of(Placement placement, KnownOperation known) {
        LegalProfile profile = known.profile();
        DutyFacts facts = placement.duties();
        return Stream.concat(
                        Stream.of(
                                        within(
                                                placement,
                                                DutyKind.REASONS,
                                                "P11",
                                                facts.reasons(),
                                                profile.reasonsToldWithin() == null
                                                        ? Duration.ZERO
                                                        : profile.reasonsToldWithin()),
                                        within(
                                                placement,
                                                DutyKind.CARD,
                                                "P12",
                                                facts.card(),
                                                profile.cardWithin()),
                                        within(
                                                placement,
                                                DutyKind.BUREAU_NOTICE,
                                                "P12",
                                                facts.notice(),
                                                profile.bureauNoticeWithin()),
                                        within(
                                                placement,
                                                DutyKind.INQUIRY,
                                                "P17",
                                                placement.inquiry(),
                                                INQUIRY_WITHIN),
                                        review(placement, known))
                                .filter(Objects::nonNull),
                        facts.appeals().values().stream()
                                .map(appeal ->
                                        within(
                                                placement,
                                                DutyKind.APPEAL_DECISION,
                                                "P10",
                                                appeal,
                                                profile.appealWithin() == null
                                                        ? profile.firstReviewWithin()
                                                        : profile.appealWithin()))
                                .filter(Objects::nonNull))
                .sorted(
                        java.util.Comparator.comparing(Duty::due)
                                .thenComparing(Duty::kind)
                                .thenComparing(Duty::startedBy));
    }

    /** When the next review is due; null when there is none to come. */
    public static @Nullable Instant reviewDue(Placement placement, KnownOperation known) {
        LegalProfile profile = known.profile();
        Started last = placement.duties().review();
        if (last == null) {
            return null;
        }
        return placement.duties().reviewed()
                ? last.at().atOffset(ZoneOffset.UTC).plus(profile.reviewEvery()).toInstant()
                : custodySince(placement, known).plus(profile.firstReviewWithin());
    }

    /**
     * Since when the person has been held: as the order recorded it, or since the truck came in
     * whose record arrived later than the person's (rule P10).
     */
    public static Instant custodySince(Placement placement, KnownOperation known) {
        return known.heldSince(placement.personId(), placement.freeBefore())
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
            Duration limit) {
        return started == null
                ? null
                : duty(placement, kind, rule, started.eventId(), started.at().plus(limit));
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
