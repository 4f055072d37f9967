package org.orangeline.kit.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
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
 * @param overBudget whether the caller had read of more persons than is usual for the hour
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
        boolean overBudget) {

    public PersonsRead {
        roles = List.copyOf(roles);
        persons = List.copyOf(persons);
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
                overBudget);
    }
}
