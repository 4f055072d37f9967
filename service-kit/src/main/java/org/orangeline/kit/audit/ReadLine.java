package org.orangeline.kit.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A read of one person, as an auditor sees it. Who else was in the answer is only counted: a look
 * into one person's audit is a read of that person.
 *
 * @param persons the person
 * @param others how many others the answer named
 * @see PersonsRead
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record ReadLine(
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
        int others,
        boolean wholeList,
        @Nullable UUID exportId,
        boolean overBudget,
        @Nullable String asked,
        @Nullable String refused) {

    static ReadLine of(PersonsRead read, UUID person) {
        Export export = read.export();
        int named = export == null ? read.persons().size() : export.persons();
        return new ReadLine(
                read.at(),
                read.actor(),
                read.roles(),
                read.operation(),
                read.call(),
                read.purpose(),
                read.agency(),
                read.agreement(),
                read.reason(),
                List.of(person.toString()),
                named - 1,
                read.wholeList(),
                export == null ? null : export.exportId(),
                read.overBudget(),
                read.asked(),
                read.refused());
    }
}
