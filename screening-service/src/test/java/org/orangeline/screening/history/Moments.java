package org.orangeline.screening.history;

import java.time.Instant;
import java.util.List;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.scenario.Scenario;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningModel;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;

/** What a log of a test tells. */
public final class Moments {

    private Moments() {}

    public static List<ScreeningMoment> of(List<Recorded<DomainEvent>> log, Instant now) {
        var history = new ScreeningHistory(new ScreeningModel());
        log.forEach(one -> {
            if (one.event() instanceof ScreeningEvent) {
                history.evolve(one);
            } else {
                history.learn(one);
            }
        });
        return history.moments(now);
    }

    static List<ScreeningMoment> of(
            Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> scenario,
            Instant now) {
        return of(scenario.log(), now);
    }
}
