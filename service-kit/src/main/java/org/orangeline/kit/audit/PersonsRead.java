package org.orangeline.kit.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One answer that was about persons, or a part of a large one; a line of the topic {@code
 * <service>.reads}. Never what the answer said.
 *
 * @param at the server's time
 * @param actor who asked
 * @param roles of the caller's token
 * @param call method and path as they are declared, without anybody's data
 * @param purpose what the caller said it is for, if anything; of an agency that of its agreement.
 *     In the topic only that and what earlier versions wrote
 * @param sealedPurpose what the caller said it is for, as it stands in the topic
 * @param agency whose program asked, under an agreement
 * @param agreement and its version, {@code agency/1}
 * @param reason what an agency said it is for in this case; in the topic sealed under the person's
 *     key, null once that is gone
 * @param persons ids of the persons in the answer, or in this part of it; earlier versions left
 *     them out for a whole list
 * @param wholeList whether the answer was a whole list, as a table
 * @param export what it is a part of, when the answer was a table or a large page
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
        @Nullable String sealedPurpose,
        @Nullable String agency,
        @Nullable String agreement,
        @Nullable String reason,
        List<String> persons,
        boolean wholeList,
        @Nullable Export export,
        boolean overBudget,
        @Nullable String asked,
        @Nullable String refused) {

    public PersonsRead {
        // A line leaves out what is empty.
        roles = List.copyOf(Objects.requireNonNullElse(roles, List.of()));
        persons = List.copyOf(Objects.requireNonNullElse(persons, List.of()));
    }

    PersonsRead withReason(@Nullable String other) {
        return with(purpose, sealedPurpose, other, persons, export);
    }

    PersonsRead withPurpose(@Nullable String clear, @Nullable String sealed) {
        return with(clear, sealed, reason, persons, export);
    }

    /** The same with these persons only. */
    PersonsRead about(List<String> those, @Nullable Export part) {
        return with(purpose, sealedPurpose, reason, those, part);
    }

    private PersonsRead with(
            @Nullable String clear,
            @Nullable String sealed,
            @Nullable String why,
            List<String> those,
            @Nullable Export part) {
        return new PersonsRead(
                at,
                actor,
                roles,
                operation,
                call,
                clear,
                sealed,
                agency,
                agreement,
                why,
                those,
                wholeList,
                part,
                overBudget,
                asked,
                refused);
    }

    /** The lines that it is written as. */
    List<PersonsRead> lines() {
        if (export == null) {
            return List.of(this);
        }
        int parts = Math.max(1, Math.ceilDiv(persons.size(), Export.PART));
        List<PersonsRead> lines = new ArrayList<>(parts);
        for (int part = 0; part < parts; part++) {
            int from = part * Export.PART;
            lines.add(
                    about(
                            persons.subList(from, Math.min(from + Export.PART, persons.size())),
                            new Export(
                                    export.exportId(),
                                    persons.size(),
                                    export.asked(),
                                    part,
                                    parts)));
        }
        return lines;
    }

    /** Whether an export, of this or an earlier version, begins with this line. */
    boolean beginsExport() {
        return export == null ? wholeList : export.isFirst();
    }
}
