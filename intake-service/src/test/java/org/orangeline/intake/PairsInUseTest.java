package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.Given.NOON;
import static org.orangeline.intake.Given.OFFICER;
import static org.orangeline.intake.Given.OP;
import static org.orangeline.intake.Given.after;
import static org.orangeline.intake.Given.range;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.DuplicateDismissed;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.PreRegistrationClosed;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.DuplicateCommand.DismissDuplicate;
import org.orangeline.intake.DuplicateCommand.MergePersons;
import org.orangeline.intake.DuplicateCommand.ReportPossibleDuplicate;
import org.orangeline.intake.DuplicateCommand.UnmergePersons;
import org.orangeline.intake.IntakeCommand.Arrival;
import org.orangeline.intake.IntakeCommand.RegisterArrival;
import org.orangeline.intake.PreRegistrationCommand.ClosePreRegistration;
import org.orangeline.intake.PreRegistrationCommand.PreRegisterGroup;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.duplicates.PairsInUse;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.scenario.Scenario;

/** After a merge, lists and counts are of people, and name the registrations in use. */
class PairsInUseTest {

    private static final UUID ONE = new UUID(0x7000, 1);
    private static final UUID AGAIN = new UUID(0x7000, 2);
    private static final UUID OTHER = new UUID(0x7000, 3);
    private static final UUID TRUCK = new UUID(0x7004, 1);
    private static final Confidential<String> REASON = Confidential.of("same papers");

    private final Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> three =
            after(
                    new PreRegisterGroup(OP, TRUCK, "east", NOON, 2, null, null),
                    arrival(ONE),
                    arrival(AGAIN),
                    arrival(OTHER),
                    pair(ONE, AGAIN, 95),
                    pair(ONE, OTHER, 80),
                    pair(AGAIN, OTHER, 85));
    private final Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> merged =
            after(three, new MergePersons(OP, ONE, AGAIN, REASON));

    @Test
    void an_open_pair_names_the_registrations_in_use_and_stands_once() {
        assertThat(PairsInUse.of(state(three))).hasSize(3);
        assertThat(PairsInUse.of(state(merged)))
                .singleElement()
                .satisfies(pair -> {
                    assertThat(List.of(pair.personId(), pair.otherId()))
                            .containsExactlyInAnyOrder(ONE, OTHER);
                    assertThat(pair.score()).isEqualTo(85);
                    assertThat(pair.dismissed()).isFalse();
                });
        assertThat(PairsInUse.merged(state(merged))).hasSize(1);
    }

    @Test
    void dismissing_it_dismisses_whatever_was_raised_of_the_two() {
        var dismissal = new DismissDuplicate(OP, ONE, OTHER, Confidential.of("two faces"));
        var decided = merged.when(dismissal, OFFICER);
        assertThat(decided.events()).hasSize(2).allMatch(DuplicateDismissed.class::isInstance);
        var dismissed = merged.given(decided.events());
        assertThat(PairsInUse.of(state(dismissed))).allMatch(pair -> pair.dismissed());
        dismissed.when(dismissal, OFFICER).thenConflict();
    }

    @Test
    void a_reversal_takes_the_pairs_up_as_they_were() {
        UUID merge = state(merged).merges().of(ONE.toString()).findFirst().orElseThrow().mergeId();
        var apart = after(merged, new UnmergePersons(OP, merge, REASON));
        assertThat(PairsInUse.of(state(apart))).hasSize(3);
    }

    @Test
    void a_truck_counts_a_person_who_was_registered_twice_once() {
        assertThat(state(three).peopleOf(TRUCK)).hasSize(3);
        assertThat(state(merged).peopleOf(TRUCK)).containsExactly(ONE.toString(), OTHER.toString());
        assertThat(state(merged).registeredOf(TRUCK)).hasSize(3);
        assertThat(
                        merged.when(new ClosePreRegistration(OP, TRUCK, REASON), OFFICER)
                                .event(PreRegistrationClosed.class)
                                .registered())
                .isEqualTo(2);
    }

    private static OperationState state(
            Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> scenario) {
        return scenario.own().require(OP);
    }

    private static ReportPossibleDuplicate pair(UUID one, UUID other, int score) {
        return new ReportPossibleDuplicate(OP, one, other, score, List.of("NAME"));
    }

    private static RegisterArrival arrival(UUID person) {
        return new RegisterArrival(
                OP,
                person,
                new Arrival(
                        "east",
                        NOON,
                        Sex.MALE,
                        range(20, 30),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        TRUCK,
                        null));
    }
}
