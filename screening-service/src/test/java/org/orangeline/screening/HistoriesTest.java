package org.orangeline.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.screening.Given.ageCorrected;
import static org.orangeline.screening.Given.ground;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.NationalityBasis;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.PlacedInDetention;
import org.orangeline.events.plan.BuiltIn;
import org.orangeline.events.plan.GroupKind;
import org.orangeline.events.plan.GroupingPlan;
import org.orangeline.events.screening.FindingRecommended;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.events.screening.ScreeningConcluded;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.ModelHistory;
import org.orangeline.runtime.scenario.ModelHistory.Move;
import org.orangeline.screening.knowledge.Knowledge;

/** Long random lives, with a restart after every step. */
class HistoriesTest {

    private static final int SEEDS = 50;
    private static final String OP = Given.OP;
    private static final GroupingPlan PLAN = BuiltIn.plan(BuiltIn.DEFAULT_PLAN).orElseThrow();
    private static final List<String> COUNTRIES = List.of("SYR", "IRQ", "FRA", "UNKNOWN");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void replay_equals_live_and_the_rules_hold(int tenth) {
        for (int seed = tenth * SEEDS / 5; seed < (tenth + 1) * SEEDS / 5; seed++) {
            var life =
                    ModelHistory.of(new ScreeningModel(), HistoriesTest::next)
                            .steps(80)
                            .always("everybody who arrived has a line", HistoriesTest::allInALine)
                            .run(seed);
            assertThat(life.accepted()).isPositive();
            life.log()
                    .forEach(recorded -> {
                        if (recorded.event() instanceof ScreeningConcluded concluded) {
                            assertThat(concluded.concludedBy())
                                    .isNotEqualTo(concluded.recommendedBy());
                        }
                        if (recorded.event() instanceof FindingRecommended) {
                            assertThat(recorded.envelope().actor()).startsWith("human:");
                        }
                    });
            noChildWasSentToTheMen(life.log());
        }
    }

    private static boolean allInALine(ScreeningState own, Knowledge known) {
        return known.operations().entrySet().stream()
                .allMatch(entry ->
                        own.operation(entry.getKey())
                                .places()
                                .keySet()
                                .containsAll(entry.getValue().persons().keySet()));
    }

    private static void noChildWasSentToTheMen(
            List<org.orangeline.events.Recorded<org.orangeline.events.DomainEvent>> log) {
        var known = Knowledge.NOTHING;
        for (var recorded : log) {
            if (recorded.event() instanceof GroupAssigned assigned) {
                var today = recorded.envelope().time().atOffset(ZoneOffset.UTC).toLocalDate();
                boolean child =
                        known.person(OP, assigned.personId()).orElseThrow().isChildOrInDoubt(today);
                GroupKind kind = PLAN.group(assigned.group()).orElseThrow().kind();
                assertThat(child && kind == GroupKind.MEN).isFalse();
            } else if (!recorded.envelope().source().equals("screening-service")) {
                known = known.learn(recorded);
            }
        }
    }

    private static Move<ScreeningCommand> next(Random random, ScreeningState own, Knowledge known) {
        var operation = known.operation(OP);
        if (operation == null) {
            return Move.hear(OP, Given.opened(OP, PLAN));
        }
        List<String> ids = new ArrayList<>(operation.persons().keySet());
        ids.sort(null);
        if (ids.isEmpty() || random.nextInt(3) == 0) {
            return Move.hear(OP, arrival(random, ids.size()));
        }
        UUID person = UUID.fromString(ids.get(random.nextInt(ids.size())));
        return switch (random.nextInt(10)) {
            case 0 -> Move.hear(OP, ageCorrected(person, random.nextInt(30), 30));
            case 1 ->
                    Move.hear(
                            OP,
                            new PlacedInDetention(
                                    person, person, "camp-1", Basis.INTERNMENT, null));
            case 2 ->
                    Move.ask(
                            new ScreeningCommand.ReassignGroup(
                                    OP,
                                    person,
                                    PLAN.groups().get(random.nextInt(PLAN.groups().size())).code(),
                                    Confidential.of(random.nextBoolean() ? "seen" : " ")),
                            actor(random));
            case 3, 4, 5, 6 ->
                    Move.ask(
                            new ScreeningCommand.ConcludeScreening(
                                    OP, person, random.nextInt(3) > 0, Confidential.of("checked")),
                            actor(random));
            default ->
                    Move.ask(
                            new ScreeningCommand.RecommendFinding(
                                    OP,
                                    person,
                                    any(random, Finding.values()),
                                    List.of(ground(any(random, GroundCode.values()))),
                                    List.of()),
                            actor(random));
        };
    }

    private static PersonArrived arrival(Random random, int number) {
        int min = random.nextInt(40);
        return Given.arrived(
                new UUID(0x7000, 1000 + number),
                any(random, Sex.values()),
                Age.between(min, min + random.nextInt(6), Given.TODAY),
                random.nextInt(5) == 0
                        ? List.of()
                        : List.of(
                                new NationalityClaim(
                                        COUNTRIES.get(random.nextInt(COUNTRIES.size())),
                                        any(random, NationalityBasis.values()))),
                List.of(),
                random.nextBoolean()
                        ? null
                        : new FamilyTie(
                                "f-" + random.nextInt(3), any(random, FamilyRole.values())));
    }

    private static Actor actor(Random random) {
        int who = random.nextInt(4);
        return who == 0 ? Actor.machine("robot") : Actor.human("officer-" + who);
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
