package org.orangeline.screening.screening;

import static org.orangeline.screening.Given.OP;
import static org.orangeline.screening.Given.OTHER;
import static org.orangeline.screening.Given.PERSON;
import static org.orangeline.screening.Given.SCREENER;
import static org.orangeline.screening.Given.TODAY;
import static org.orangeline.screening.Given.ageCorrected;
import static org.orangeline.screening.Given.arrived;
import static org.orangeline.screening.Given.interviewing;
import static org.orangeline.screening.Given.merged;
import static org.orangeline.screening.Given.unmerged;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.AgeAssessed;
import org.orangeline.events.intake.FieldConflictFound;
import org.orangeline.events.intake.FieldConflictSettled;
import org.orangeline.events.intake.FieldConflictSettled.Took;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.AgeMethod;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.Ground;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.PersonField;
import org.orangeline.events.model.Sex;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.scenario.Scenario;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.RecommendFinding;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;

/** S5: what was told of a person's youth protects until two humans have assessed the age. */
class YoungestAgeCountsTest {

    /** The person of 19 was 14 then, and one of 27 was 22. */
    private static final String ACT = TODAY.minusYears(5).toString();

    private static final Age YOUNG = Age.born(TODAY.minusYears(19).minusMonths(6));
    private static final Age OLD = Age.born(TODAY.minusYears(27).minusMonths(6));
    private static final UUID CONFLICT = new UUID(7, 7);

    private static Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> man(
            Age age) {
        return interviewing().given(arrived(PERSON, Sex.MALE, age, List.of(), List.of(), null));
    }

    private static RecommendFinding finding(
            Finding finding, @Nullable String on, @Nullable Integer age) {
        return new RecommendFinding(
                OP,
                PERSON,
                finding,
                List.of(
                        new Ground(
                                GroundCode.DIRECT_PARTICIPATION, Confidential.of("told"), on, age)),
                List.of());
    }

    private static final RecommendFinding FIGHTER = finding(Finding.FIGHTER, ACT, null);

    private static AgeAssessed assessed(Age age) {
        return new AgeAssessed(
                PERSON,
                new UUID(8, 8),
                age,
                AgeMethod.DOCUMENT,
                0,
                "assessor",
                "second",
                List.of(PERSON));
    }

    private static FieldConflictFound disputed(Age age) {
        return new FieldConflictFound(
                PERSON,
                CONFLICT,
                PersonField.AGE,
                0,
                1,
                null,
                age,
                null,
                null,
                null,
                null,
                null,
                Confidential.of("as told"));
    }

    private static FieldConflictSettled settled(Took took) {
        return new FieldConflictSettled(
                PERSON, CONFLICT, PersonField.AGE, took, Confidential.of("as seen"));
    }

    @Test
    void S5_a_correction_makes_no_adult_of_who_was_a_child_at_the_act_until_two_humans_assess() {
        man(OLD).when(FIGHTER, SCREENER).thenAccepted();
        man(YOUNG).when(FIGHTER, SCREENER).thenRefused("S5");
        var raised = man(YOUNG).given(ageCorrected(PERSON, OLD));
        raised.when(FIGHTER, SCREENER).thenRefused("S5");
        raised.when(finding(Finding.FIGHTER, null, 24), SCREENER).thenRefused("S5");
        raised.when(finding(Finding.FIGHTER, ACT, 22), SCREENER).thenRefused("S5");
        raised.when(finding(Finding.CHILD_ASSOCIATED, ACT, 14), SCREENER).thenAccepted();
        var settled = raised.given(assessed(OLD), ageCorrected(PERSON, OLD));
        settled.when(FIGHTER, SCREENER).thenAccepted();
        settled.when(finding(Finding.FIGHTER, null, 24), SCREENER).thenAccepted();
        // Whoever says again that the person is younger protects again.
        settled.given(ageCorrected(PERSON, YOUNG), ageCorrected(PERSON, OLD))
                .when(FIGHTER, SCREENER)
                .thenRefused("S5");
    }

    @Test
    void S5_a_settled_conflict_makes_no_adult_of_who_was_a_child_at_the_act() {
        man(OLD).given(disputed(YOUNG), settled(Took.STANDING))
                .when(FIGHTER, SCREENER)
                .thenRefused("S5");
        var other = man(YOUNG).given(disputed(OLD), ageCorrected(PERSON, OLD), settled(Took.OTHER));
        other.when(FIGHTER, SCREENER).thenRefused("S5");
        var both =
                man(YOUNG)
                        .given(
                                disputed(OLD),
                                assessed(OLD),
                                ageCorrected(PERSON, OLD),
                                settled(Took.OTHER));
        both.when(FIGHTER, SCREENER).thenAccepted();
    }

    @Test
    void S5_a_merge_makes_no_adult_of_who_was_a_child_at_the_act() {
        var raised =
                man(OLD).given(
                                arrived(OTHER, Sex.MALE, YOUNG, List.of(), List.of(), null),
                                ageCorrected(OTHER, OLD));
        var twice = raised.given(merged(PERSON, OTHER));
        twice.when(FIGHTER, SCREENER).thenRefused("S5");
        twice.when(finding(Finding.FIGHTER, null, 24), SCREENER).thenRefused("S5");
        twice.given(unmerged(PERSON, OTHER)).when(FIGHTER, SCREENER).thenAccepted();
        // Two humans assessed the person that both registrations are of.
        twice.given(assessed(OLD), ageCorrected(PERSON, OLD))
                .when(FIGHTER, SCREENER)
                .thenAccepted();
        // What was assessed of somebody before a merge says nothing of the other registration.
        raised.given(assessed(OLD), ageCorrected(PERSON, OLD), merged(PERSON, OTHER))
                .when(FIGHTER, SCREENER)
                .thenRefused("S5");
    }

    @Test
    void S5_an_assessment_of_a_merged_person_ends_with_the_merge() {
        var mine =
                man(YOUNG)
                        .given(
                                arrived(OTHER, Sex.MALE, OLD, List.of(), List.of(), null),
                                merged(OTHER, PERSON),
                                new AgeAssessed(
                                        OTHER,
                                        new UUID(8, 8),
                                        OLD,
                                        AgeMethod.DOCUMENT,
                                        0,
                                        "assessor",
                                        "second",
                                        List.of(OTHER, PERSON)),
                                ageCorrected(OTHER, OLD),
                                ageCorrected(PERSON, OLD),
                                unmerged(OTHER, PERSON));
        mine.when(FIGHTER, SCREENER).thenRefused("S5");
    }

    @Test
    void S5_a_person_who_was_an_adult_for_long_is_corrected_without_an_assessment() {
        var man = man(Age.between(30, 30, TODAY)).given(ageCorrected(PERSON, 35, 35));
        man.when(FIGHTER, SCREENER).thenAccepted();
        man.when(finding(Finding.FIGHTER, null, 34), SCREENER).thenAccepted();
        LocalDate longAgo = TODAY.minusYears(15);
        man.when(finding(Finding.FIGHTER, longAgo.toString(), null), SCREENER).thenRefused("S5");
    }
}
