package org.orangeline.kit.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;

/**
 * What became of an item.
 *
 * @param line counted from 1
 * @param status of the call, as if it had been made by itself; 0 when it was not made
 * @param answer of the call
 * @param problem why it was rejected or has to come again, as of the call (RFC 9457)
 */
@Schema(name = "ItemOutcome")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemOutcome(
        int line,
        @Nullable UUID itemId,
        Outcome outcome,
        int status,
        @Nullable JsonNode answer,
        @Nullable Object problem) {

    static ItemOutcome rejected(Lines.Line line, @Nullable UUID itemId, Problem problem) {
        return new ItemOutcome(
                line.number(), itemId, Outcome.REJECTED, problem.status(), null, problem);
    }

    static ItemOutcome retry(Lines.Line line, @Nullable UUID itemId) {
        return retry(line, itemId, 503, "It is not known whether this is stored.");
    }

    static ItemOutcome notTried(Lines.Line line) {
        return retry(line, null, 0, "A line before this one has to come first.");
    }

    private static ItemOutcome retry(
            Lines.Line line, @Nullable UUID itemId, int status, String detail) {
        return new ItemOutcome(
                line.number(),
                itemId,
                Outcome.RETRY,
                status,
                null,
                ProblemException.unavailable(detail).problem());
    }

    /** What the tablet does with the item. */
    @Schema(name = "ItemOutcomeCode")
    public enum Outcome {
        /** Stored: forget it. */
        @JsonProperty("durable")
        DURABLE,
        /** Safe here, and decided as soon as it can be: forget it. */
        @JsonProperty("held")
        HELD,
        /** Never send it again as it is; a human has to look. */
        @JsonProperty("rejected")
        REJECTED,
        /** Not known to be stored: send it again, later. */
        @JsonProperty("retry")
        RETRY
    }
}
