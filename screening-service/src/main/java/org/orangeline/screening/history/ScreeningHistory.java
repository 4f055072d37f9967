package org.orangeline.screening.history;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.events.intake.GroupingPlanChanged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.intake.UnmergeRequested;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.Model;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownPerson;

/**
 * What a log tells of the rules of lines and screening: every moment in which L2, S4 or S5 did not
 * hold, and who ended it. It is given the events in the order in which the service learned and
 * wrote them, and asks the rules themselves. What the register should have prevented or noticed,
 * and did not, is a fault.
 *
 * <p>The other rules are about one call: that it is refused is shown by tests.
 */
public final class ScreeningHistory {

    private static final Comparator<ScreeningMoment> ORDER =
            Comparator.comparing(ScreeningMoment::from)
                    .thenComparing(ScreeningMoment::rule)
                    .thenComparing(ScreeningMoment::personId);

    private final Model<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> model;
    private final AmongMen amongMen = new AmongMen();
    private final Uncleared uncleared = new Uncleared();
    private final ChildrenFoundFighter fighters = new ChildrenFoundFighter();

    private ScreeningState own;
    private Knowledge known;

    public ScreeningHistory(
            Model<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> model) {
        this.model = model;
        this.own = model.emptyOwn();
        this.known = model.emptyKnown();
    }

    /**
     * An event of another service, as the service learned it. What it could not learn is in
     * quarantine there, and changed nothing.
     */
    public void learn(Recorded<? extends DomainEvent> recorded) {
        Knowledge before = known;
        try {
            known = model.learn(before, recorded);
        } catch (IllegalStateException heldUp) {
            return;
        }
        Look.at(recorded, own, known).ifPresent(look -> learned(recorded, before, look));
    }

    private void learned(Recorded<? extends DomainEvent> recorded, Knowledge before, Look look) {
        switch (recorded.event()) {
            case UnmergeRequested event -> uncleared.requested(event, recorded.envelope().actor());
            case PersonsUnmerged event ->
                    Look.at(recorded, own, before)
                            .ifPresent(then -> uncleared.takenBack(event, then, look));
            case PlacementQuestioned event -> fighters.questioned(event, look);
            default -> {} // changes what is known of somebody, at most
        }
        boolean ofEverybody = recorded.event() instanceof GroupingPlanChanged;
        look(
                look,
                ofEverybody
                        ? look.open().persons().values().stream().map(KnownPerson::personId)
                        : look.concerned(recorded.envelope().subject()));
    }

    /** An event of the service. */
    public void evolve(Recorded<? extends DomainEvent> recorded) {
        own = model.evolve(own, recorded);
        Look.at(recorded, own, known)
                .ifPresent(look -> {
                    uncleared.recorded(look);
                    look(look, look.concerned(recorded.envelope().subject()));
                });
    }

    private void look(Look look, Stream<UUID> people) {
        people.forEach(person -> {
            amongMen.look(look, person);
            uncleared.look(look, person);
            fighters.look(look, person);
        });
    }

    /**
     * All of them, oldest first.
     *
     * @param now the end of the log: who waits among men is looked at once more
     */
    public List<ScreeningMoment> moments(Instant now) {
        for (ScreeningMoment moment : amongMen.lasting()) {
            String operation = moment.operation();
            amongMen.look(
                    new Look(operation, own, known, known.require(operation), now, null),
                    moment.personId());
        }
        return Stream.of(amongMen.all(now), uncleared.all(), fighters.all())
                .flatMap(moments -> moments)
                .sorted(ORDER)
                .toList();
    }
}
