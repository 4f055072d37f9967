package org.orangeline.screening.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.screening.ScreeningConcluded;
import org.orangeline.screening.history.ScreeningMoment.How;
import org.orangeline.screening.screening.ChildIsNeverFighter;

/**
 * S5: a finding FIGHTER that stands of who was a child on the day of the recommendation or at the
 * act, or may have been one, by any registration. At the approval it is a fault. A later fact may
 * make it so: then it is listed until the finding is reopened, or the fact is another one.
 */
final class ChildrenFoundFighter {

    private static final ChildIsNeverFighter RULE = new ChildIsNeverFighter();

    /** Rules of placement by which a prison, or a custody, is questioned. */
    private static final List<String> OF_PRISON = List.of("P3", "P4");

    private final OpenMoments moments = new OpenMoments();

    /** When placement-service asked about a place of a person, by operation and registration. */
    private final Map<String, Map<UUID, List<Instant>>> asked = new HashMap<>();

    /** A place was questioned: of the person, by whatever registration. */
    void questioned(PlacementQuestioned event, Look look) {
        if (OF_PRISON.stream().anyMatch(event.rules()::contains)) {
            Map<UUID, List<Instant>> all =
                    asked.computeIfAbsent(look.operation(), _ -> new HashMap<>());
            look.concerned(event.subject())
                    .forEach(person ->
                            all.computeIfAbsent(person, _ -> new ArrayList<>()).add(look.now()));
        }
    }

    void look(Look look, UUID person) {
        boolean broken =
                look.finding(person)
                        .flatMap(finding -> look.person(person).map(finding::asOfTheRecommendation))
                        .flatMap(RULE::objection)
                        .isPresent();
        var before = moments.of(look, person);
        if (!broken) {
            before.ifPresent(moment -> moments.ended(moment.ended(look)));
        } else if (before.isEmpty()) {
            How how = isConcluded(look, person) ? How.UNNOTICED : How.STANDING;
            moments.lasts(
                    ScreeningMoment.begun(
                            look,
                            RULE.rule(),
                            how,
                            person,
                            how == How.UNNOTICED ? look.who() : List.of()));
        }
    }

    private static boolean isConcluded(Look look, UUID person) {
        return look.by() != null
                && look.by().event() instanceof ScreeningConcluded concluded
                && concluded.personId().equals(person);
    }

    Stream<ScreeningMoment> all() {
        return moments.all()
                .map(moment ->
                        moment.how() == How.STANDING && wasAsked(moment)
                                ? moment.as(How.QUESTIONED)
                                : moment);
    }

    private boolean wasAsked(ScreeningMoment moment) {
        Instant until = moment.until() == null ? Instant.MAX : moment.until();
        return asked
                .getOrDefault(moment.operation(), Map.of())
                .getOrDefault(moment.personId(), List.of())
                .stream()
                .anyMatch(at -> !at.isBefore(moment.from()) && !at.isAfter(until));
    }
}
