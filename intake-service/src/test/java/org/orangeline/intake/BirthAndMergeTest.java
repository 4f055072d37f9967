package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.Given.NOON;
import static org.orangeline.intake.Given.OFFICER;
import static org.orangeline.intake.Given.OP;
import static org.orangeline.intake.Given.OTHER;
import static org.orangeline.intake.Given.PERSON;
import static org.orangeline.intake.Given.after;
import static org.orangeline.intake.Given.register;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.intake.RegistrationWithdrawn;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.BornInCustody;
import org.orangeline.events.placement.FactWithdrawn;
import org.orangeline.intake.DuplicateCommand.MergePersons;
import org.orangeline.intake.IntakeCommand.RegisterArrival;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.duplicates.Merges;
import org.orangeline.runtime.scenario.Scenario;

/**
 * P18: placement-service withdraws a birth while somebody here merges the child with another
 * record. Neither service knows of the other's decision yet; whatever the order, the end is the
 * same.
 */
class BirthAndMergeTest {

    private static final int SEEDS = Integer.getInteger("orangeline.seeds", 500);
    private static final UUID BABY = new UUID(0x7000, 14);
    private static final UUID THIRD = new UUID(0x7000, 15);
    private static final Confidential<String> SAME = Confidential.of("registered twice");
    private static final FactWithdrawn NONE =
            new FactWithdrawn(
                    BABY,
                    new UUID(0x7000, 301),
                    "al-hol",
                    new UUID(0x7000, 302),
                    new UUID(0x7000, 303).toString(),
                    "BornInCustody",
                    FactWithdrawn.Standing.OUTSIDE,
                    null,
                    "human:registrar");

    private final Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> born =
            reacted(
                    after(register(PERSON), newborn(OTHER), newborn(THIRD))
                            .given(
                                    new BornInCustody(
                                            PERSON,
                                            BABY,
                                            new UUID(0x7000, 300),
                                            "al-hol",
                                            NOON,
                                            Sex.FEMALE)));

    private static Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> reacted(
            Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> before) {
        var now = before;
        for (var reaction : before.reactions(BABY.toString())) {
            now = now.given(now.when(reaction.command(), OFFICER).thenAccepted().events());
        }
        return now;
    }

    // Another tablet's registration of a newborn, after the birth.
    private static RegisterArrival newborn(UUID id) {
        return Given.member(id, 0, null);
    }

    private static MergePersons merge(UUID stays, UUID other) {
        return new MergePersons(OP, stays, other, SAME);
    }

    private static Merges merges(Scenario<?, IntakeState, ?, ?> now) {
        return now.own().require(OP).merges();
    }

    @Test
    void P18_a_merge_that_did_not_know_of_the_withdrawal_ends_with_it() {
        for (var merge : List.of(merge(OTHER, BABY), merge(BABY, OTHER))) {
            var merged = after(born, merge);
            var events =
                    merged.given(NONE)
                            .when(
                                    merged.given(NONE)
                                            .reactions(BABY.toString())
                                            .getFirst()
                                            .command(),
                                    OFFICER)
                            .events();
            assertThat(events.getFirst()).isInstanceOf(PersonsUnmerged.class);
            assertThat(events.getLast()).isInstanceOf(RegistrationWithdrawn.class);
        }
    }

    @Test
    void P18_nobody_is_merged_with_a_child_whose_birth_was_withdrawn() {
        var told = born.given(NONE);
        told.when(merge(OTHER, BABY), OFFICER).thenConflict();
        told.when(merge(BABY, OTHER), OFFICER).thenConflict();
        told.when(merge(THIRD, OTHER), OFFICER).thenAccepted();
        reacted(told).when(merge(OTHER, BABY), OFFICER).thenConflict();
    }

    @Test
    void P18_whatever_the_order_the_child_is_withdrawn_and_merged_with_nobody() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<MergePersons> merges = new ArrayList<>();
            merges.add(random.nextBoolean() ? merge(OTHER, BABY) : merge(BABY, OTHER));
            merges.add(random.nextBoolean() ? merge(THIRD, BABY) : merge(BABY, THIRD));
            Collections.shuffle(merges, random);
            int withdrawn = random.nextInt(merges.size() + 1);
            var now = born;
            for (int i = 0; i <= merges.size(); i++) {
                if (i == withdrawn) {
                    now = now.given(NONE);
                }
                if (random.nextBoolean()) {
                    now = reacted(now);
                }
                if (i < merges.size()) {
                    MergePersons merge = merges.get(i);
                    var decided =
                            now.commandId(new UUID(0x7000, 400 + i).toString())
                                    .when(merge, OFFICER);
                    if (withdrawn <= i
                            || now.own()
                                    .whyNotUsable(OP, merge.personId(), merge.otherId())
                                    .isPresent()) {
                        decided.thenConflict();
                    } else {
                        now = now.given(decided.thenAccepted().events());
                    }
                }
            }
            now = reacted(now);

            assertThat(now.own().person(OP, BABY).orElseThrow().isWithdrawn())
                    .as("seed %d", seed)
                    .isTrue();
            for (UUID person : List.of(BABY, THIRD, OTHER)) {
                assertThat(merges(now).of(person.toString())).as("seed %d", seed).isEmpty();
            }
            assertThat(now.reactions(BABY.toString())).as("seed %d", seed).isEmpty();
        }
    }
}
