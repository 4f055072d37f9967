package org.orangeline.kit.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

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
