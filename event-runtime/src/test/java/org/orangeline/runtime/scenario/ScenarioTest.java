package org.orangeline.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orangeline.runtime.toy.ToyEvents.arrived;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orangeline.events.Confidential;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.events.Sealed;
import org.orangeline.events.Service;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.events.screening.GroupReassigned;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Model;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.SubjectRef;
import org.orangeline.runtime.toy.Toy;
import org.orangeline.runtime.toy.ToyCommand;
import org.orangeline.runtime.toy.ToyCommand.Assign;
import org.orangeline.runtime.toy.ToyCommand.AssignAndMove;
import org.orangeline.runtime.toy.ToyCommand.Move;
import org.orangeline.runtime.toy.ToyKnown;
import org.orangeline.runtime.toy.ToyOwn;

class ScenarioTest {

    private static final UUID PERSON = new UUID(1, 1);
    private static final Actor OFFICER = Actor.human("officer");
    private static final String OP = Scenario.OPERATION;

    private final Scenario<ToyCommand, ToyOwn, ToyKnown, ScreeningEvent> toy =
            Scenario.of(Toy.afterIntake());

    @Test
    void an_event_that_is_expected_passes() {
        toy.given(arrived(PERSON))
                .when(new Assign(OP, PERSON, "A"), OFFICER)
                .then(new GroupAssigned(PERSON, "A", "line A", "toy"));
    }

    @Test
    void a_clear_value_stands_for_the_sealed_one() {
        var decided =
                toy.given(arrived(PERSON), new GroupAssigned(PERSON, "A", "line A", "toy"))
                        .when(new Move(OP, PERSON, "B", "her sister is there"), OFFICER)
                        .then(
                                new GroupReassigned(
                                        PERSON,
                                        "A",
                                        "B",
                                        "line B",
                                        Confidential.of("her sister is there"),
                                        null));
        var read = (GroupReassigned) decided.recorded().getFirst().event();
        assertThat(read.reason()).isInstanceOf(Sealed.class);
        decided.then(read);
    }

    @Test
    void another_event_fails_and_prints_the_log() {
        var decided = toy.given(arrived(PERSON)).when(new Assign(OP, PERSON, "A"), OFFICER);
        assertThatThrownBy(() -> decided.then(new GroupAssigned(PERSON, "B", "line B", "toy")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("intake-service 1")
                .hasMessageContaining("PersonArrived");
        assertThatThrownBy(decided::thenConflict).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> decided.thenRefused("T1")).isInstanceOf(AssertionError.class);
    }

    @Test
    void refusals_are_told_apart() {
        var assigned = toy.given(arrived(PERSON)).given(new GroupAssigned(PERSON, "A", "l", "toy"));
        assigned.when(new Assign(OP, PERSON, "B"), OFFICER).thenRefused("T1");
        toy.given(arrived(PERSON))
                .when(new Assign(OP, PERSON, Toy.CLOSED), OFFICER)
                .thenConflict()
                .thenRefused("T2");
        var unknown = toy.when(new Assign(OP, PERSON, "A"), OFFICER).thenNotFound();
        assertThat(unknown.refusal().violations()).isEmpty();
        assertThatThrownBy(unknown::thenAccepted).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> unknown.thenRefused("T1")).isInstanceOf(AssertionError.class);
    }

    @Test
    void reactions_are_what_the_state_calls_for() {
        var waiting = toy.operation("al-hol-2019").given(arrived(PERSON));
        assertThat(waiting.reactions(PERSON.toString()))
                .singleElement()
                .satisfies(reaction -> {
                    assertThat(reaction.command())
                            .isEqualTo(new Assign("al-hol-2019", PERSON, Toy.ARRIVED));
                    assertThat(reaction.causationId())
                            .isEqualTo(waiting.log().getFirst().envelope().id());
                });
        assertThat(
                        waiting.when(new Assign("al-hol-2019", PERSON, "A"), OFFICER)
                                .reactions(PERSON.toString()))
                .isEmpty();
    }

    @Test
    void a_decider_that_throws_dice_is_found_out() {
        AtomicInteger dice = new AtomicInteger();
        var impure =
                new StandIn(Toy.alone()) {
                    @Override
                    public Decision<ScreeningEvent> decide(
                            ToyCommand command, ToyOwn own, ToyKnown known, Context context) {
                        return Decision.accept(
                                new GroupAssigned(
                                        command.person(), "G" + dice.getAndIncrement(), "l", "t"));
                    }
                };
        assertThatThrownBy(() -> Scenario.of(impure).when(new Assign(OP, PERSON, "A"), OFFICER))
                .hasMessageContaining("deciding twice");
    }

    @Test
    void a_fold_that_keeps_something_to_itself_is_found_out() {
        AtomicInteger folded = new AtomicInteger();
        var impure =
                new StandIn(Toy.alone()) {
                    @Override
                    public ToyOwn evolve(ToyOwn own, Recorded<? extends DomainEvent> event) {
                        return new ToyOwn(own.groups(), folded.incrementAndGet());
                    }
                };
        assertThatThrownBy(() -> Scenario.of(impure).when(new Assign(OP, PERSON, "A"), OFFICER))
                .hasMessageContaining("the fold of the log is not the live state");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_history_survives_a_restart_at_every_step(long seed) {
        var life = history(Toy.afterIntake()).steps(150).run(seed);
        assertThat(life.accepted()).isPositive();
        assertThat(life.refused()).isPositive();
        assertThat(life.own().events())
                .isEqualTo((int) life.log().stream().filter(ScenarioTest::isOwn).count());
    }

    @Test
    void the_same_seed_gives_the_same_history() {
        assertThat(history(Toy.afterIntake()).run(7).log())
                .isEqualTo(history(Toy.afterIntake()).run(7).log());
    }

    @Test
    void a_broken_invariant_names_the_seed() {
        var history =
                history(Toy.afterIntake())
                        .always("nobody is in A", (own, known) -> !own.groups().containsValue("A"));
        assertThatThrownBy(() -> history.run(11))
                .hasMessageContaining("seed 11")
                .hasMessageContaining("nobody is in A")
                .hasMessageContaining("GroupAssigned");
    }

    private static boolean isOwn(Recorded<?> recorded) {
        return recorded.event() instanceof ScreeningEvent;
    }

    private static ModelHistory<ToyCommand, ToyOwn, ToyKnown, ScreeningEvent> history(Toy toy) {
        return ModelHistory.of(
                toy,
                (random, own, known) -> {
                    UUID person = new UUID(9, random.nextInt(30));
                    String group = List.of("A", "B", Toy.CLOSED).get(random.nextInt(3));
                    return switch (random.nextInt(4)) {
                        case 0 -> ModelHistory.Move.hear(OP, arrived(person));
                        case 1 -> ModelHistory.Move.ask(new Assign(OP, person, group), OFFICER);
                        case 2 -> ModelHistory.Move.ask(new Move(OP, person, group, "r"), OFFICER);
                        default ->
                                ModelHistory.Move.ask(
                                        new AssignAndMove(OP, person, group, "A"), OFFICER);
                    };
                });
    }

    /** Everything as the toy does it, for a test to spoil. */
    private static class StandIn implements Model<ToyCommand, ToyOwn, ToyKnown, ScreeningEvent> {

        private final Toy toy;

        StandIn(Toy toy) {
            this.toy = toy;
        }

        @Override
        public Service service() {
            return toy.service();
        }

        @Override
        public Set<Service> upstream() {
            return toy.upstream();
        }

        @Override
        public ToyOwn emptyOwn() {
            return toy.emptyOwn();
        }

        @Override
        public ToyKnown emptyKnown() {
            return toy.emptyKnown();
        }

        @Override
        public Decision<ScreeningEvent> decide(
                ToyCommand command, ToyOwn own, ToyKnown known, Context context) {
            return toy.decide(command, own, known, context);
        }

        @Override
        public ToyOwn evolve(ToyOwn own, Recorded<? extends DomainEvent> event) {
            return toy.evolve(own, event);
        }

        @Override
        public ToyKnown learn(ToyKnown known, Recorded<? extends DomainEvent> event) {
            return toy.learn(known, event);
        }

        @Override
        public List<Reaction<ToyCommand>> react(SubjectRef subject, ToyOwn own, ToyKnown known) {
            return toy.react(subject, own, known);
        }

        @Override
        public Stream<SubjectRef> subjects(ToyOwn own, ToyKnown known) {
            return toy.subjects(own, known);
        }
    }
}
