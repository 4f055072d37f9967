package org.orangeline.screening.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.intake.UnmergeRequested;
import org.orangeline.events.screening.AnswersRecorded;
import org.orangeline.events.screening.FindingRecommended;
import org.orangeline.events.screening.ScreeningOpened;
import org.orangeline.screening.Told;
import org.orangeline.screening.history.ScreeningMoment.How;
import org.orangeline.screening.screening.Conclusion;
import org.orangeline.screening.screening.MedicalNeedIsCleared;

/**
 * S4: who was questioned while a need for urgent care was known that no clearance covered, which is
 * a fault; and whose finding turns out to rest on a clearance of another person once a merge is
 * taken back, which nobody did wrong.
 */
final class Uncleared {

    private static final String RULE = new MedicalNeedIsCleared().rule();

    private final List<ScreeningMoment> questioned = new ArrayList<>();
    private final OpenMoments lent = new OpenMoments();

    /** Who asked for a reversal, by the merge. */
    private final Map<UUID, String> asked = new HashMap<>();

    /** Who took back the merge that lent a clearance, by the recommendation. */
    private final Map<UUID, List<String>> reversed = new HashMap<>();

    /** An event of the service, by what was known when it was recorded. */
    void recorded(Look look) {
        switch (look.by() == null ? null : look.by().event()) {
            case ScreeningOpened one -> questioned(look, one.personId(), one.at());
            case AnswersRecorded one -> questioned(look, one.personId(), one.at());
            case FindingRecommended one -> questioned(look, one.personId(), one.at());
            case null, default -> {} // nobody was questioned
        }
    }

    private void questioned(Look look, UUID person, @Nullable Instant at) {
        if (look.neededClearance(person, Told.or(at, look.now()))) {
            questioned.add(
                    ScreeningMoment.begun(look, RULE, How.UNNOTICED, person, List.of())
                            .ended(look));
        }
    }

    void requested(UnmergeRequested event, String actor) {
        asked.put(event.mergeId(), actor);
    }

    /** What was covered by all registrations until now, and is not by those that are left. */
    void takenBack(PersonsUnmerged event, Look before, Look after) {
        List<String> who =
                Stream.concat(
                                Stream.ofNullable(asked.remove(event.mergeId())),
                                after.who().stream())
                        .distinct()
                        .toList();
        after.concerned(event.subject())
                .forEach(person ->
                        recommended(after, person)
                                .filter(one ->
                                        !before.neededClearance(person, one.at())
                                                && after.neededClearance(person, one.at()))
                                .ifPresent(one -> reversed.put(one.id(), who)));
    }

    private static Optional<Recommended> recommended(Look look, UUID person) {
        return Optional.ofNullable(look.own().screening(look.operation(), person).recommendation())
                .map(one -> new Recommended(one.id(), one.at()))
                .or(() ->
                        look.finding(person)
                                .map(one ->
                                        new Recommended(
                                                one.recommendationId(), one.recommendedAt())));
    }

    void look(Look look, UUID person) {
        List<String> who =
                look.finding(person)
                        .filter(one -> reversed.containsKey(one.recommendationId()))
                        .filter(one -> look.neededClearance(person, one.recommendedAt()))
                        .map(Conclusion::recommendationId)
                        .map(reversed::get)
                        .orElse(List.of());
        var before = lent.of(look, person);
        if (who.isEmpty()) {
            before.ifPresent(moment -> lent.ended(moment.ended(look)));
        } else if (before.isEmpty()) {
            lent.lasts(ScreeningMoment.begun(look, RULE, How.LENT, person, who));
        }
    }

    Stream<ScreeningMoment> all() {
        return Stream.concat(questioned.stream(), lent.all());
    }

    /** What waits for its approval, or stands. */
    private record Recommended(UUID id, Instant at) {}
}
