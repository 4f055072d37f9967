package org.orangeline.placement.questions;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.Placement;

/**
 * An open question about a placement, and until when it is to be closed by the legal profile (rule
 * P14).
 *
 * @param startedBy id of the event that raised it
 * @param requestedBy the first human who says that it is settled, or null
 * @param due until when
 * @param reported whether {@code QuestionOverdue} was recorded
 */
public record Raised(
        String rule,
        UUID placementId,
        UUID personId,
        String facilityId,
        String startedBy,
        @Nullable String requestedBy,
        Instant due,
        boolean reported) {

    /** Of an operation whose profile is known; the first to be closed comes first. */
    public static Stream<Raised> of(Placement placement, KnownOperation known) {
        return placement
                .questions()
                .open(known.merges()::stands)
                .map(question ->
                        new Raised(
                                question.rule(),
                                placement.placementId(),
                                placement.personId(),
                                placement.facilityId(),
                                question.raised().eventId(),
                                question.requestedBy(),
                                known.due(question.raised().at(), LegalProfile::questions),
                                question.reported()))
                .sorted(
                        Comparator.comparing(Raised::due)
                                .thenComparing(Raised::rule)
                                .thenComparing(Raised::startedBy));
    }

    public boolean isOverdue(Instant now) {
        return now.isAfter(due);
    }
}
