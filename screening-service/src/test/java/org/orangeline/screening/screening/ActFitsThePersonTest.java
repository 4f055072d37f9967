package org.orangeline.screening.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.screening.Given.APPROVER;
import static org.orangeline.screening.Given.OP;
import static org.orangeline.screening.Given.OTHER;
import static org.orangeline.screening.Given.PERSON;
import static org.orangeline.screening.Given.SCREENER;
import static org.orangeline.screening.Given.TODAY;
import static org.orangeline.screening.Given.ageCorrected;
import static org.orangeline.screening.Given.arrived;
import static org.orangeline.screening.Given.interviewing;
import static org.orangeline.screening.Given.merged;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.BirthDateBasis;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.Ground;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.PartialDate;
import org.orangeline.events.model.Sex;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.scenario.Scenario;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.ConcludeScreening;
import org.orangeline.screening.ScreeningCommand.RecommendFinding;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;

/** S5: what a ground says of the time of an act can have been so. */
class ActFitsThePersonTest {

    private static Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> man(
            Age age) {
        return interviewing().given(arrived(PERSON, Sex.MALE, age, List.of(), List.of(), null));
    }

    private static RecommendFinding fighter(@Nullable String on, @Nullable Integer age) {
        return new RecommendFinding(
                OP,
                PERSON,
                Finding.FIGHTER,
                List.of(
                        new Ground(
                                GroundCode.DIRECT_PARTICIPATION, Confidential.of("told"), on, age)),
                List.of());
    }

    private static void refused(
            Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> who,
            @Nullable String on,
            @Nullable Integer age) {
        assertThat(who.when(fighter(on, age), SCREENER).thenRefused("S5").refusal().detail())
                .contains("actOn");
    }

    @Test
    void S5_an_act_is_not_still_to_come() {
        var man = man(Age.between(30, 40, TODAY));
        refused(man, TODAY.plusDays(1).toString(), null);
        refused(man, String.valueOf(TODAY.getYear() + 1), null);
        refused(man, TODAY.plusMonths(1).toString().substring(0, 7), 35);
        man.when(fighter(TODAY.toString(), null), SCREENER).thenAccepted();
        man.when(fighter(String.valueOf(TODAY.getYear()), null), SCREENER).thenAccepted();
    }

    @Test
    void S5_nobody_was_older_at_the_act_than_the_person_can_be_now() {
        var man = man(Age.between(30, 40, TODAY));
        refused(man, null, 41);
        man.when(fighter(null, 40), SCREENER).thenAccepted();
        var born = man(Age.born(PartialDate.of("1999"), BirthDateBasis.DOCUMENT));
        refused(born, null, TODAY.getYear() - 1999 + 1);
        born.when(fighter(null, TODAY.getYear() - 1999), SCREENER).thenAccepted();
    }

    @Test
    void S5_the_age_at_the_act_fits_its_date_and_the_birth() {
        var man = man(Age.born(LocalDate.of(1989, 6, 15)));
        refused(man, "2014", 23);
        refused(man, "2014", 26);
        man.when(fighter("2014", 24), SCREENER).thenAccepted();
        man.when(fighter("2014", 25), SCREENER).thenAccepted();
        refused(man, "2014-05", 25);
        refused(man, "2014-06-15", 24);
        man.when(fighter("2014-06-15", 25), SCREENER).thenAccepted();
        // Before the birth nobody was a child.
        refused(man, "1988", null);
        refused(man, "1989-06-14", null);
    }

    @Test
    void S5_any_registration_of_the_person_may_fit() {
        var twice =
                man(Age.between(30, 32, TODAY))
                        .given(arrived(OTHER, Sex.MALE, 35, 40, "SYR"), merged(PERSON, OTHER));
        twice.when(fighter(null, 38), SCREENER).thenAccepted();
        refused(twice, null, 41);
    }

    @Test
    void S5_a_corrected_age_is_looked_at_before_the_approval() {
        var man = man(Age.between(30, 40, TODAY));
        var recommended = man.given(man.when(fighter(null, 38), SCREENER).events());
        var approval = new ConcludeScreening(OP, PERSON, true, Confidential.of("agreed"), null);
        recommended.when(approval, APPROVER).thenAccepted();
        recommended.given(ageCorrected(PERSON, 25, 30)).when(approval, APPROVER).thenRefused("S5");
    }
}
