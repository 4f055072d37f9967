package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.Given.OP;

import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.ModelHistory;
import org.orangeline.runtime.scenario.ModelHistory.Move;

/** Long random lives, with a restart after every step; a failure prints its seed. */
class HistoriesTest {

    private static final int SEEDS = 10;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void replay_equals_live_and_numbers_are_unique(int block) {
        for (int seed = block * SEEDS; seed < (block + 1) * SEEDS; seed++) {
            var life =
                    ModelHistory.of(new IntakeModel(), (random, own, known) -> next(random, own))
                            .steps(60)
                            .always(
                                    "registration numbers are unique",
                                    (own, known) -> uniqueNumbers(own))
                            .run(seed);
            assertThat(life.accepted()).isPositive();
        }
    }

    private static boolean uniqueNumbers(IntakeState own) {
        OperationState state = own.operation(OP);
        if (state == null) {
            return true;
        }
        var numbers = new HashSet<String>();
        return state.arrivals() == state.persons().size()
                && state.persons().values().stream()
                        .map(Person::registrationNumber)
                        .allMatch(numbers::add);
    }

    private static Move<IntakeCommand> next(Random random, IntakeState own) {
        Actor officer = Actor.human("officer-" + random.nextInt(3));
        if (random.nextInt(20) == 0 || own.operation(OP) == null) {
            return Move.ask(Given.openOperation(), officer);
        }
        UUID person = new UUID(0x7000, random.nextInt(40));
        return random.nextBoolean()
                ? Move.ask(Given.register(person), officer)
                : Move.ask(
                        Given.correct(
                                person,
                                own.person(OP, person).map(Person::version).orElse(1L)
                                        - random.nextInt(2),
                                Given.range(random.nextInt(20), 20)),
                        officer);
    }
}
