package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.EventType;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Recorded;
import org.orangeline.events.Service;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.placement.questions.RuleHistory;
import org.orangeline.placement.questions.RuleMoment;
import org.orangeline.runtime.scenario.ModelHistory;

/** Random lives over the whole command set, weeks between the steps, restarts in between. */
class WholeHistoriesTest {

    /** Fewer do not meet every event. More on request: {@code -Dorangeline.seeds=5000}. */
    private static final int SEEDS = Integer.getInteger("orangeline.seeds", 500);

    @Test
    void no_rule_is_broken_and_every_overdue_duty_is_reported_once() {
        Set<String> seen = new TreeSet<>();
        LongStream.range(0, SEEDS)
                .forEach(seed -> {
                    var life =
                            ModelHistory.of(new PlacementModel(), RandomLife::next)
                                    .steps(140)
                                    .restartEvery(47)
                                    .restartsMayReact()
                                    .longestPause(Duration.ofDays(9))
                                    .always(
                                            "counts are those of the placements",
                                            (own, k) -> Laws.counted(own))
                                    .always(
                                            "what is looked up is what is there",
                                            (own, k) -> Laws.indexed(own))
                                    .always(
                                            "one open placement a person (P2)",
                                            (own, k) -> Laws.oneOpen(own))
                                    .run(seed);
                    try {
                        Laws.nothingIsLeftUnreported(life.own(), life.known(), life.now());
                        Laws.theLogIsLawful(life.log());
                        nothingGoesUnnoticed(life.log(), life.now());
                        life.log().forEach(one -> seen.add(EventTypes.of(one.event()).name()));
                    } catch (AssertionError e) {
                        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
                    }
                });
        // Otherwise the histories would not be of the whole command set.
        assertThat(seen)
                .containsAll(
                        EventTypes.of(Service.PLACEMENT).stream().map(EventType::name).toList());
    }

    /** No rule that no signature lifts is broken without a question open at the same time. */
    private static void nothingGoesUnnoticed(List<Recorded<DomainEvent>> log, Instant now) {
        var history = new RuleHistory(new PlacementModel());
        log.forEach(one -> {
            if (one.event() instanceof PlacementEvent) {
                history.evolve(one);
            } else {
                history.learn(one);
            }
        });
        assertThat(history.moments(now))
                .filteredOn(moment -> moment.how() == RuleMoment.How.UNNOTICED)
                .isEmpty();
    }
}
