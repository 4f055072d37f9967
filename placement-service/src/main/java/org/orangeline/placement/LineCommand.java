package org.orangeline.placement;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.model.ReviewOutcome;

/**
 * What the legal profile asks for about people who wait under guard in a line: done, or overdue
 * (rules P10 to P12).
 *
 * <p>{@code at} is when it happened, as told; null for now.
 */
public sealed interface LineCommand extends PlacementCommand {

    UUID personId();

    @Override
    default Set<String> subjects() {
        return Set.of(personId().toString());
    }

    /** The person was told why (rule P11); gives {@code LineReasonsTold}. */
    record TellReasonsInLine(
            String operation,
            UUID personId,
            @Nullable String language,
            @Nullable String interpreter,
            @Nullable Boolean sharedLanguage,
            @Nullable Instant at)
            implements LineCommand {}

    /** The tracing bureau was told (rule P12); gives {@code LineBureauNotified}. */
    record NotifyBureauOfLine(
            String operation, UUID personId, String noticeNumber, @Nullable Instant at)
            implements LineCommand {}

    /**
     * An inquiry was opened into where a person is whom an authority took away (rule P17); gives
     * {@code LineInquiryOpened}.
     */
    record OpenInquiryInLine(
            String operation, UUID personId, String inquiryNumber, @Nullable Instant at)
            implements LineCommand {}

    /** A review was held (rule P10); gives {@code LineReviewHeld}. */
    record HoldLineReview(
            String operation,
            UUID personId,
            ReviewOutcome outcome,
            List<String> members,
            @Nullable UUID appealId,
            FreeText reason,
            @Nullable Instant at)
            implements LineCommand {

        public HoldLineReview {
            members = List.copyOf(members);
        }
    }

    /** Reaction: the time has passed; gives {@code LineDutyOverdue}. */
    record ReportLineOverdue(String operation, UUID personId, DutyKind kind, String startedBy)
            implements LineCommand {}
}
