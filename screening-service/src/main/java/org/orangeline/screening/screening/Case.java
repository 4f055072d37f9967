package org.orangeline.screening.screening;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.Ground;
import org.orangeline.events.model.GroundCode;
import org.orangeline.screening.knowledge.KnownPerson;

/**
 * What the rules of a finding look at: the person's own facts and grounds, and nothing of a line or
 * a family.
 *
 * @param childOrInDoubt of the person, by the facts of the day
 */
public record Case(Finding finding, List<GroundCode> grounds, boolean childOrInDoubt) {

    public Case {
        grounds = List.copyOf(grounds);
    }

    static Case of(
            Finding finding, Collection<Ground> grounds, KnownPerson person, LocalDate today) {
        return new Case(
                finding,
                grounds.stream().map(Ground::code).toList(),
                person.isChildOrInDoubt(today));
    }
}
