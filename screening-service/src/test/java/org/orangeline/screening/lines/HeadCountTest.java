package org.orangeline.screening.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.screening.Given.LINE_OFFICER;
import static org.orangeline.screening.Given.MOTHER;
import static org.orangeline.screening.Given.OP;
import static org.orangeline.screening.Given.OTHER;
import static org.orangeline.screening.Given.PERSON;
import static org.orangeline.screening.Given.arrived;
import static org.orangeline.screening.Given.died;
import static org.orangeline.screening.Given.left;
import static org.orangeline.screening.Given.merged;
import static org.orangeline.screening.Given.open;

import org.junit.jupiter.api.Test;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.model.Sex;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.events.screening.HeadCounted;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.scenario.Scenario;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.CountHeads;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;

/** A line is counted and held against the register; the mismatch is a fact. */
class HeadCountTest {

    private final Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> three =
            open().given(
                            arrived(PERSON, Sex.MALE, 30, 40, "SYR"),
                            arrived(MOTHER, Sex.MALE, 30, 40, "SYR"),
                            arrived(OTHER, Sex.MALE, 30, 40, "SYR"),
                            new GroupAssigned(PERSON, "SYRIAN_MEN", "orange line 1", "syrian-men"),
                            new GroupAssigned(MOTHER, "SYRIAN_MEN", "orange line 1", "syrian-men"),
                            new GroupAssigned(OTHER, "SYRIAN_MEN", "orange line 1", "syrian-men"));

    @Test
    void people_who_are_missing_or_too_many_are_a_mismatch() {
        mismatch(three, 2, 3, -1);
        mismatch(three, 3, 3, 0);
        mismatch(three, 5, 3, 2);
    }

    @Test
    void only_who_waits_by_the_register_is_expected() {
        for (DomainEvent gone : new DomainEvent[] {left(PERSON), died(PERSON)}) {
            mismatch(three.given(gone), 3, 2, 1);
        }
        mismatch(three.given(merged(OTHER, PERSON)), 3, 2, 1);
    }

    @Test
    void the_counts_of_a_line_are_kept_in_order() {
        var counted =
                three.given(new HeadCounted("SYRIAN_MEN", PERSON, 2, 3, -1, null))
                        .when(new CountHeads(OP, "SYRIAN_MEN", 3, null), LINE_OFFICER);
        assertThat(counted.own().operation(OP).headCounts().get("SYRIAN_MEN"))
                .extracting(HeadCount::mismatch)
                .containsExactly(-1, 0);
    }

    @Test
    void a_line_that_the_plan_does_not_have_is_not_counted() {
        three.when(new CountHeads(OP, "NOBODY", 3, null), LINE_OFFICER).thenNotFound();
    }

    private static void mismatch(
            Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> scenario,
            int counted,
            int registered,
            int mismatch) {
        scenario.when(new CountHeads(OP, "SYRIAN_MEN", counted, null), LINE_OFFICER)
                .then(
                        new HeadCounted(
                                "SYRIAN_MEN",
                                scenario.newId("count"),
                                counted,
                                registered,
                                mismatch,
                                null));
    }
}
