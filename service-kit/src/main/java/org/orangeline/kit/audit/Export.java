package org.orangeline.kit.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;

/**
 * What an answer to a list is that leaves the deployment in one piece: a table, or a page with more
 * persons than one usually has. It is written down in parts, so that no record grows with the list.
 *
 * @param exportId all its parts have the same
 * @param persons how many different ones all of it names
 * @param asked names of the parameters that the caller gave, never what stood in them
 * @param part from 0; the lines of the audit differ in their persons only
 * @param parts how many there are
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Export(UUID exportId, int persons, List<String> asked, int part, int parts) {

    /** Persons in a part at most: 20 KB of ids. */
    static final int PART = 500;

    /** A page with more persons is an export, too. */
    static final int LARGE = 100;

    public Export {
        asked = List.copyOf(asked);
    }

    boolean isFirst() {
        return part == 0;
    }
}
