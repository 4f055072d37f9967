package org.orangeline.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.Sex;
import org.orangeline.events.screening.MedicallyCleared;
import org.orangeline.events.screening.OtherLineSuggested;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.scenario.ModelHistory;
import org.orangeline.runtime.scenario.ModelHistory.Move;
import org.orangeline.screening.history.Moments;
import org.orangeline.screening.history.ScreeningMoment;
import org.orangeline.screening.history.ScreeningMoment.How;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.screening.Opening;
import org.orangeline.screening.screening.Screening;
import org.orangeline.screening.view.FindingInDoubt;

/**
 * Random lives of three men in urgent need, who are often cleared, found and merged, so that L2, S4
 * and S5 do not hold at times: the register notices what it has to notice, and what is left out of
 * the log is missed.
 */
class FewPeopleHistoriesTest {

    private static final int SEEDS = Integer.getInteger("orangeline.seeds", 500);
    private static final Confidential<String> REASON = Confidential.of("seen");

    @Test
    void L2_S4_S5_nothing_goes_unnoticed_and_what_is_left_out_is_missed() {
        Set<String> seen = new TreeSet<>();
        Set<String> missed = new TreeSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            var life = history().run(seed);
            Instant end = life.now().plus(Duration.ofHours(1));
            List<ScreeningMoment> moments = Moments.of(life.log(), end);
            assertThat(moments)
                    .as("seed " + seed)
                    .noneMatch(moment -> moment.how() == How.UNNOTICED);
            everyFindingInDoubtIsListed(moments, life.own(), life.known(), seed);
            moments.forEach(moment -> seen.add(moment.rule() + " " + moment.how()));
            for (Class<?> left : List.of(OtherLineSuggested.class, MedicallyCleared.class)) {
                Moments.of(without(left, life.log()), end).stream()
                        .filter(moment -> moment.how() == How.UNNOTICED)
                        .forEach(moment -> missed.add(moment.rule() + " " + left.getSimpleName()));
            }
        }
        assertThat(seen).containsExactly("L2 SUGGESTED", "S4 LENT", "S5 STANDING");
        assertThat(missed).containsExactly("L2 OtherLineSuggested", "S4 MedicallyCleared");
    }

    // Whom a log shows to have been wronged by a finding that stands is on the work list.
    private static void everyFindingInDoubtIsListed(
            List<ScreeningMoment> moments, ScreeningState own, Knowledge known, int seed) {
        List<FindingInDoubt> listed = FindingInDoubt.of(Moves.OP, own, known);
        KnownOperation open = known.require(Moves.OP);
        Map<String, Set<UUID>> lasting =
                moments.stream()
                        .filter(moment -> moment.until() == null)
                        .filter(moment ->
                                known.isReachable(
                                        Moves.OP,
                                        open.merges().inUse(moment.personId().toString())))
                        .collect(
                                Collectors.groupingBy(
                                        ScreeningMoment::rule,
                                        Collectors.mapping(
                                                ScreeningMoment::personId, Collectors.toSet())));
        assertThat(of("S5", listed))
                .as("seed " + seed)
                .isEqualTo(lasting.getOrDefault("S5", Set.of()));
        assertThat(of("S4", listed))
                .as("seed " + seed)
                .containsAll(lasting.getOrDefault("S4", Set.of()));
    }

    private static Set<UUID> of(String rule, List<FindingInDoubt> listed) {
        return listed.stream()
                .filter(one -> one.broken().stream().anyMatch(it -> it.rule().equals(rule)))
                .map(one -> one.person().personId())
                .collect(Collectors.toSet());
    }

    private static List<Recorded<DomainEvent>> without(
            Class<?> left, List<Recorded<DomainEvent>> log) {
        return log.stream().filter(one -> !left.isInstance(one.event())).toList();
    }

    private static ModelHistory<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent>
            history() {
        return ModelHistory.of(new ScreeningModel(), FewPeopleHistoriesTest::next)
                .steps(80)
                .longestPause(Duration.ofHours(1))
                .restartEvery(40);
    }

    private static Move<ScreeningCommand> next(Random random, ScreeningState own, Knowledge known) {
        KnownOperation open = known.operation(Moves.OP);
        if (open == null) {
            return Move.hear(Moves.OP, Given.opened(Moves.OP, Moves.PLAN));
        }
        List<String> ids = new ArrayList<>(open.persons().keySet());
        ids.sort(null);
        if (ids.size() < 3) {
            var man = Given.arrived(new UUID(0x7000, 2000 + ids.size()), Sex.MALE, 20, 40, "SYR");
            return Move.hear(Moves.OP, Given.withNeeds(man, Needs.MEDICAL_URGENT));
        }
        UUID person = UUID.fromString(ids.get(random.nextInt(3)));
        UUID other = UUID.fromString(ids.get(random.nextInt(3)));
        return switch (random.nextInt(20)) {
            case 0 -> Moves.ageCorrected(open, person, 12 + random.nextInt(20), 40);
            case 1 ->
                    Move.hear(
                            Moves.OP,
                            random.nextBoolean()
                                    ? Given.needsCorrected(person)
                                    : Given.needsCorrected(person, Needs.MEDICAL_URGENT));
            case 2, 3, 4 -> Moves.merged(open, person, other, new UUID(0x7001, random.nextInt(50)));
            default -> Move.ask(command(random, own, person), Moves.actor(random));
        };
    }

    private static ScreeningCommand command(Random random, ScreeningState own, UUID person) {
        return switch (random.nextInt(8)) {
            case 0, 1 ->
                    new ScreeningCommand.ClearMedically(Moves.OP, person, "dr-1", REASON, null);
            case 2 ->
                    new ScreeningCommand.ReassignGroup(
                            Moves.OP, person, Moves.group(random), REASON, null);
            default -> step(random, own.screening(Moves.OP, person), person);
        };
    }

    private static ScreeningCommand step(Random random, Screening screening, UUID person) {
        Opening opening = screening.opening();
        return opening == null || opening.settled().isEmpty() || screening.recommendation() != null
                ? Moves.next(random, screening, person)
                : new ScreeningCommand.RecommendFinding(
                        Moves.OP,
                        person,
                        Finding.FIGHTER,
                        List.of(Given.ground(GroundCode.DIRECT_PARTICIPATION)),
                        List.of());
    }
}
