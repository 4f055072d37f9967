package org.orangeline.kit.batch;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.rest.Captor;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.TabletTime;

/**
 * One call of this service as the tablet would have made it.
 *
 * @param itemId made on the tablet; also the {@code Idempotency-Key} of the call
 * @param deviceId the tablet
 * @param deviceSequence the tablet's own count of its items
 * @param deviceTime the tablet's clock; evidence, and used for nothing. In another calendar, in
 *     other digits or unreadable it is kept as it was sent, and flagged
 * @param counter the tablet's monotonic counter in milliseconds; evidence, and used for nothing
 * @param method PUT, POST or PATCH
 * @param path below {@code /operations/{op}/}, for example {@code arrivals/{personId}}
 * @param ifMatch the version that the tablet saw, for a call that needs one
 * @param basedOn the version that the tablet had seen of a person whom it corrects; 0 for the
 *     arrival
 * @param body the call's body
 * @param capturedBy subject of the officer who made the call on the tablet, which may be another
 *     than who uploads; a decision (rule S6) is rejected without it
 */
@Schema(name = "BatchItem")
public record Item(
        @NotNull UUID itemId,
        @NotNull @Pattern(regexp = PathId.SLUG, message = "must be a slug") String deviceId,
        @NotNull @Min(1) @Max(MOST_SEQUENCE) Long deviceSequence,
        @Nullable @Schema(type = SchemaType.STRING, format = "date-time") JsonNode deviceTime,
        @Nullable @Min(0) Long counter,
        @NotNull @Pattern(regexp = "PUT|POST|PATCH", message = "must be PUT, POST or PATCH")
                String method,
        @NotNull @Pattern(regexp = PATH, message = "must be the path of a command") String path,
        @Nullable @Size(max = 64) @Pattern(regexp = "[!-~]*", message = "must be an ETag")
                String ifMatch,
        @Nullable @Min(0) Long basedOn,
        @NotNull @Schema(type = SchemaType.OBJECT) JsonNode body,
        @Nullable @Pattern(regexp = Captor.PATTERN, message = "must be a token's subject")
                String capturedBy) {

    /** One that does not say who captured it. */
    Item(
            UUID itemId,
            String deviceId,
            Long deviceSequence,
            @Nullable JsonNode deviceTime,
            @Nullable Long counter,
            String method,
            String path,
            @Nullable String ifMatch,
            @Nullable Long basedOn,
            JsonNode body) {
        this(
                itemId,
                deviceId,
                deviceSequence,
                deviceTime,
                counter,
                method,
                path,
                ifMatch,
                basedOn,
                body,
                null);
    }

    /**
     * The largest number that every JSON parser keeps exactly (RFC 8259, 6): a count is smaller.
     */
    static final long MOST_SEQUENCE = (1L << 53) - 1;

    /** What the tablet's clock said; null for nothing. */
    @Nullable TabletTime clock() {
        return deviceTime == null || deviceTime.isNull()
                ? null
                : TabletTime.of(deviceTime.asText());
    }

    /**
     * Segments without dots, queries or escapes: a path cannot lead out of the operation. The
     * longest call has five of them. Without a bound, a path of thousands overflows the stack of
     * who compares it.
     */
    static final String PATH = "[A-Za-z0-9_-]{1,128}(/[A-Za-z0-9_.-]{0,127}[A-Za-z0-9_-]){0,9}";

    /** All that the call means: with anything else in it, it is another item. */
    String said() {
        String call = method + " " + path + " " + body;
        String seen = ifMatch == null && basedOn == null ? "" : " " + ifMatch + " " + basedOn;
        return call + seen + (capturedBy == null ? "" : " captured by " + capturedBy);
    }
}
