package org.orangeline.kit.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One answer that was about persons; a line of the topic {@code <service>.reads}. Never what the
 * answer said.
 *
 * @param at the server's time
 * @param actor who asked
 * @param roles of the caller's token
 * @param call method and path as they are declared, without anybody's data
 * @param purpose what the caller said it is for, if anything
 * @param agency whose program asked, under an agreement
 * @param agreement and its version, {@code agency/1}
 * @param reason what an agency said it is for in this case; in the topic sealed under the person's
 *     key, null once that is gone
 * @param persons ids of the persons in the answer; empty for a whole list
 * @param wholeList whether the answer was a whole list, streamed
 * @param overBudget whether the caller had read of more persons than is usual for the hour, or was
 *     refused more often
 * @param asked of a question that was refused: the agency's id of whom it meant, or that it asked
 *     by number
 * @param refused why an agency was told nothing; then {@code persons} says whom it would have been
 *     told about, if there is such a person
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record PersonsRead(
        Instant at,
        String actor,
        List<String> roles,
        String operation,
        String call,
        @Nullable String purpose,
        @Nullable String agency,
        @Nullable String agreement,
        @Nullable String reason,
        List<String> persons,
        boolean wholeList,
        boolean overBudget,
        @Nullable String asked,
        @Nullable String refused) {

    public PersonsRead {
        // A line leaves out what is empty.
        roles = List.copyOf(Objects.requireNonNullElse(roles, List.of()));
        persons = List.copyOf(Objects.requireNonNullElse(persons, List.of()));
    }

    PersonsRead withReason(@Nullable String other) {
        return new PersonsRead(
                at,
                actor,
                roles,
                operation,
                call,
                purpose,
                agency,
                agreement,
                other,
                persons,
                wholeList,
                overBudget,
                asked,
                refused);
    }
}
