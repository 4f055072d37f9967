package org.orangeline.kit.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.runtime.Violation;

/**
 * RFC 9457 problem details.
 *
 * @param type what sort of problem, a stable name
 * @param title the same in words
 * @param status the HTTP status again
 * @param detail what is wrong with this request; never personal data
 * @param rule id of the first rule that refused
 * @param rules ids of all rules that refused
 * @param violations what would satisfy each of them
 * @param errors what is wrong with the body, field by field
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "RFC 9457 problem details")
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String rule,
        List<String> rules,
        List<Violation> violations,
        List<FieldError> errors) {

    /** Its media type. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String PREFIX = "urn:orangeline:problem:";

    public static Problem of(int status, String name, String title, String detail) {
        return new Problem(
                PREFIX + name, title, status, detail, null, List.of(), List.of(), List.of());
    }

    static Problem ofRules(int status, String name, String title, List<Violation> violations) {
        Violation first = violations.getFirst();
        return new Problem(
                PREFIX + name,
                title,
                status,
                first.detail(),
                first.rule(),
                violations.stream().map(Violation::rule).distinct().toList(),
                violations,
                List.of());
    }

    static Problem ofFields(List<FieldError> errors) {
        return new Problem(
                PREFIX + "invalid-body",
                "The body is not valid",
                400,
                errors.getFirst().field() + " " + errors.getFirst().message(),
                null,
                List.of(),
                List.of(),
                errors);
    }

    /**
     * @param field path of the field in the body
     * @param message what it must be; never what it was
     */
    public record FieldError(String field, String message) {}
}
