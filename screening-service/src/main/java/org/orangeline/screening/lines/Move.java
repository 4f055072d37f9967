package org.orangeline.screening.lines;

import org.orangeline.events.Clear;
import org.orangeline.events.Confidential;
import org.orangeline.events.SaidText;
import org.orangeline.events.plan.Group;

/**
 * What the rules of a reassignment look at.
 *
 * @param to where to
 * @param childOrInDoubt of the person, by today's facts
 * @param reason the officer's
 */
public record Move(Group to, boolean childOrInDoubt, Confidential<String> reason) {

    boolean hasReason() {
        return !(reason instanceof Clear<String>(String text)) || SaidText.says(text);
    }
}
