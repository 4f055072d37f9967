package org.orangeline.screening.view;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.orangeline.events.model.Finding;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.screening.Screening;

/**
 * How many there are of each. A registration that was merged into another one counts nowhere.
 *
 * @param registered registrations in use
 * @param findings that stand
 * @param screenings by how far they are; NONE included
 * @param needs of those who wait in a line
 * @param screenAgain who was found UNDETERMINED and has to be screened again
 * @param screenAgainOverdue those of them for whom that was reported as overdue (rule S1)
 */
public record Counts(
        int registered,
        Map<Finding, Integer> findings,
        Map<Screening.Status, Integer> screenings,
        Map<String, Integer> needs,
        int screenAgain,
        int screenAgainOverdue) {

    static Counts of(String operation, KnownOperation open, ScreeningState own, Knowledge known) {
        Map<Finding, Integer> findings = new EnumMap<>(Finding.class);
        Map<Screening.Status, Integer> screenings = new EnumMap<>(Screening.Status.class);
        Map<String, Integer> needs = new TreeMap<>();
        for (Finding finding : Finding.values()) {
            findings.put(finding, 0);
        }
        for (Screening.Status status : Screening.Status.values()) {
            screenings.put(status, 0);
        }
        int registered = 0;
        for (var person : open.persons().values()) {
            if (open.merges().isMerged(person.personId().toString())) {
                continue;
            }
            registered++;
            Screening screening = own.screening(operation, person.personId());
            screenings.merge(screening.status(), 1, Integer::sum);
            screening.finding().ifPresent(finding -> findings.merge(finding, 1, Integer::sum));
        }
        List<ToScreenAgain> again = ToScreenAgain.of(operation, own, known);
        Lines.forEach(
                operation,
                open,
                own,
                known,
                (person, _) -> person.needs().forEach(need -> needs.merge(need, 1, Integer::sum)));
        return new Counts(
                registered,
                findings,
                screenings,
                needs,
                again.size(),
                (int) again.stream().filter(one -> one.conclusion().overdueAt() != null).count());
    }
}
