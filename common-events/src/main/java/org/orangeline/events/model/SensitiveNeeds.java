package org.orangeline.events.model;

import java.util.List;

/**
 * What was said of a person's sensitive needs in one go; it stands sealed only.
 *
 * @param added codes, see {@link Needs#SENSITIVE}
 * @param takenBack codes that do not hold, or do not hold any more
 */
public record SensitiveNeeds(List<String> added, List<String> takenBack) {

    public SensitiveNeeds {
        added = List.copyOf(added);
        takenBack = List.copyOf(takenBack);
    }
}
