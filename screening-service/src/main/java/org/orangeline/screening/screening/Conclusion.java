package org.orangeline.screening.screening;

import java.time.Instant;
import java.util.List;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;

/**
 * A finding that stands.
 *
 * @param grounds their codes; the statements stand in the recommendation
 * @param recommendedBy id of the officer who recommended it
 * @param by id of the officer who approved it
 */
public record Conclusion(
        Finding finding, List<GroundCode> grounds, String recommendedBy, String by, Instant at) {

    public Conclusion {
        grounds = List.copyOf(grounds);
    }
}
