package org.orangeline.placement;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.model.ReviewOutcome;

/**
 * What the legal profile asks for: done, or overdue (rules P10 to P12).
 *
 * <p>{@code at} is when it happened, as told; null for now.
 */
public sealed interface DutyCommand extends PlacementCommand {

    UUID personId();

    @Override
    default Set<String> subjects() {
        return Set.of(personId().toString());
    }

    /**
     * The person was told why (rule P11); gives {@code ReasonsTold}.
     *
     * @param language null, which P11 refuses, when it was not said
     * @param interpreter null when nobody interpreted
     * @param sharedLanguage whether who told them and the person share the language
     */
    record TellReasons(
            String operation,
            UUID placementId,
            UUID personId,
            @Nullable String language,
            @Nullable String interpreter,
            @Nullable Boolean sharedLanguage,
            @Nullable Instant at)
            implements DutyCommand {}

    /** A card was made out (rule P12); gives {@code CardIssued}. */
    record IssueCard(
            String operation,
            UUID placementId,
            UUID personId,
            String cardNumber,
            @Nullable Instant at)
            implements DutyCommand {}

    /** The tracing bureau was told (rule P12); gives {@code BureauNotified}. */
    record NotifyBureau(
            String operation,
            UUID placementId,
            UUID personId,
            String noticeNumber,
            @Nullable Instant at)
            implements DutyCommand {}

    /** A review was held (rule P10); gives {@code ReviewHeld}. */
    record HoldReview(
            String operation,
            UUID placementId,
            UUID personId,
            ReviewOutcome outcome,
            List<String> members,
            @Nullable UUID appealId,
            FreeText reason,
            @Nullable Instant at)
            implements DutyCommand {

        public HoldReview {
            members = List.copyOf(members);
        }
    }

    /** The person appeals; gives {@code AppealLodged}. */
    record LodgeAppeal(
            String operation,
            UUID placementId,
            UUID personId,
            FreeText statement,
            @Nullable Instant at)
            implements DutyCommand {}

    /**
     * An inquiry was opened into where the person is, or how the person died (rule P17); gives
     * {@code InquiryOpened}.
     */
    record OpenInquiry(
            String operation,
            UUID placementId,
            UUID personId,
            String inquiryNumber,
            @Nullable Instant at)
            implements DutyCommand {}

    /** Reaction: the time has passed; gives {@code DutyOverdue}. */
    record ReportOverdue(
            String operation, UUID personId, UUID placementId, DutyKind kind, String startedBy)
            implements DutyCommand {}
}
