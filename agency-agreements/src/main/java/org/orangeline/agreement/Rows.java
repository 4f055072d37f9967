package org.orangeline.agreement;

import java.util.List;
import org.orangeline.events.model.Basis;

/**
 * Whom an agency is told about. All that is named must hold at once.
 *
 * @param operations slugs; at least one
 * @param childrenOnly persons under 18, or in doubt, by the age as corrected
 * @param facilities who is in one of them, or ordered there; empty for everybody
 * @param bases who is placed, or ordered, on one of these; empty for everybody
 */
public record Rows(
        List<String> operations, boolean childrenOnly, List<String> facilities, List<Basis> bases) {

    public Rows {
        operations = List.copyOf(operations);
        facilities = List.copyOf(facilities);
        bases = List.copyOf(bases);
    }

    /** Whether more than the operation decides, so that people come and go. */
    public boolean areNarrow() {
        return areAboutPeople() || !facilities.isEmpty();
    }

    /** Whether only a person can be in them: not a facility, not a line. */
    public boolean areAboutPeople() {
        return childrenOnly || !bases.isEmpty();
    }
}
