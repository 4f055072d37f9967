package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.Given.OP;
import static org.orangeline.intake.Given.member;
import static org.orangeline.intake.Given.open;
import static org.orangeline.intake.Given.tie;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.custody.Stay;
import org.orangeline.intake.custody.Stays;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.ChampMap;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.SubjectRef;
import org.orangeline.runtime.scenario.CountedMap;
import org.orangeline.runtime.scenario.Scenario;
import org.pcollections.PMap;

/** What one change in a family costs grows as the family does, and no faster. */
class LargeFamilyTest {

    private static final int FEW = 12;
    private static final int MANY = 96;

    /** Looking at a member: at most so many look-ups for each change. */
    private static final int EACH = 20;

    private final IntakeModel model = new IntakeModel();

    @Test
    void a_change_in_a_family_of_children_who_are_alone_looks_at_each_a_few_times() {
        assertThat(lookups(FEW, false)).isLessThan((long) EACH * FEW);
        assertThat(lookups(MANY, false)).isLessThan((long) EACH * MANY);
    }

    @Test
    void so_does_a_change_in_a_family_half_of_which_was_handed_over() {
        assertThat(lookups(FEW, true)).isLessThan((long) EACH * FEW);
        assertThat(lookups(MANY, true)).isLessThan((long) EACH * MANY);
    }

    // In the register and in what is known of the places, for the reactions about one member and
    // for the decision about one.
    private long lookups(int size, boolean half) {
        var family = family(size);
        Custody known = known(family.known(), size, half);
        CountedMap<String, Stay> stays = new CountedMap<>(known.staysOf(OP).byPerson());
        IntakeState own = family.own();
        CountedMap<String, Person> persons = new CountedMap<>(own.require(OP).persons());
        IntakeState counted = own.with(OP, with(own.require(OP), persons));
        Custody seen =
                new Custody(
                        known.births(),
                        known.stays().plus(OP, new Stays(stays)),
                        known.ordered(),
                        known.cases());
        var reactions = model.react(new SubjectRef(OP, id(1).toString()), counted, seen);
        assertThat(reactions).hasSize(half ? size / 2 : size);
        var context = new Context(Scenario.NOON, Actor.machine("intake-service"), "c");
        assertThat(model.decide(reactions.getFirst().command(), counted, seen, context))
                .isNotNull();
        return persons.lookups() + stays.lookups();
    }

    private static Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> family(int size) {
        var family = open();
        for (int i = 1; i <= size; i++) {
            family =
                    family.given(
                            family.when(
                                            member(id(i), 9, tie("f-1", FamilyRole.CHILD)),
                                            Given.OFFICER)
                                    .events());
        }
        return family;
    }

    private static Custody known(Custody before, int size, boolean half) {
        PMap<String, Stay> stays = ChampMap.empty();
        for (int i = 1; i <= size; i++) {
            Stay.State state = half && i <= size / 2 ? Stay.State.HANDED_OVER : Stay.State.INSIDE;
            stays = stays.plus(id(i).toString(), new Stay(state, Scenario.NOON));
        }
        return new Custody(
                before.births(),
                before.stays().plus(OP, new Stays(stays)),
                before.ordered(),
                before.cases());
    }

    private static OperationState with(OperationState state, PMap<String, Person> persons) {
        return new OperationState(
                state.opened(),
                state.plans(),
                state.legalProfile(),
                state.profileRequests(),
                state.lastCount(),
                persons,
                state.identified(),
                state.families(),
                state.merges(),
                state.duplicates(),
                state.receipts(),
                state.receiptsOf(),
                state.preRegistrations(),
                state.registered(),
                state.erasures(),
                state.numberBlocks(),
                state.conflicts(),
                state.emergencies(),
                state.devices());
    }

    private static UUID id(int number) {
        return new UUID(0x7000, 100 + number);
    }
}
