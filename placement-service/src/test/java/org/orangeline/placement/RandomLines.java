package org.orangeline.placement;

import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Pick.any;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.ReviewOutcome;
import org.orangeline.placement.LineCommand.HoldLineReview;
import org.orangeline.placement.LineCommand.NotifyBureauOfLine;
import org.orangeline.placement.LineCommand.OpenInquiryInLine;
import org.orangeline.placement.LineCommand.TellReasonsInLine;

/** What random officers do for people who wait in a line, or do not. */
final class RandomLines {

    private RandomLines() {}

    static PlacementCommand ask(Random random, OperationPlacements state, UUID person) {
        return switch (random.nextInt(4)) {
            case 3 -> new OpenInquiryInLine(OP, person, "I-1", told(random));
            case 0 ->
                    new TellReasonsInLine(
                            OP,
                            person,
                            "ar",
                            random.nextBoolean() ? "i-3" : null,
                            random.nextBoolean(),
                            told(random));
            case 1 -> new NotifyBureauOfLine(OP, person, "N-1", told(random));
            default ->
                    new HoldLineReview(
                            OP,
                            person,
                            any(random, ReviewOutcome.values()),
                            List.of("r-1"),
                            state.custody(person).appeals().keySet().stream()
                                    .sorted()
                                    .map(UUID::fromString)
                                    .findFirst()
                                    .orElse(null),
                            WHY,
                            told(random));
        };
    }

    // Now, or as early as can be: in time, and recorded late.
    private static @Nullable Instant told(Random random) {
        return random.nextInt(3) == 0 ? Given.NOON : null;
    }
}
