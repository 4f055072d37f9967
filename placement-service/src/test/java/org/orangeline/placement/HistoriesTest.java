package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.OP;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.placement.PlacementCommand.AdmitPerson;
import org.orangeline.placement.PlacementCommand.CancelPlacement;
import org.orangeline.placement.PlacementCommand.OrderPlacement;
import org.orangeline.placement.PlacementCommand.RegisterFacility;
import org.orangeline.placement.PlacementCommand.StatedGround;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.orders.Placement;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.ModelHistory;
import org.orangeline.runtime.scenario.ModelHistory.Move;

/** Long random lives, with a restart after every step; a failure prints its seed. */
class HistoriesTest {

    private static final int SEEDS = 12;
    private static final int STEPS = 80;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void replay_equals_live_and_the_rules_hold(int block) {
        for (int seed = block * SEEDS; seed < (block + 1) * SEEDS; seed++) {
            var life =
                    ModelHistory.of(new PlacementModel(), HistoriesTest::next)
                            .steps(STEPS)
                            .restartsMayReact()
                            .always("P1: never over capacity", (own, known) -> withinCapacity(own))
                            .always(
                                    "P1: the counts are those of the placements",
                                    (own, known) -> counted(own))
                            .always("proposals are counted", (own, known) -> proposed(own))
                            .always("P2: one open placement", (own, known) -> oneOpen(own))
                            .run(seed);
            assertThat(life.accepted()).isPositive();
            life.log().stream()
                    .filter(recorded -> recorded.event() instanceof PlacementOrdered)
                    .forEach(recorded ->
                            assertThat(recorded.envelope().actor()).startsWith("human:"));
        }
    }

    private static boolean withinCapacity(PlacementState own) {
        return own.operation(OP).facilities().values().stream()
                .allMatch(facility ->
                        facility.reserved() >= 0
                                && facility.present() >= 0
                                && facility.reserved() + facility.present() <= facility.capacity());
    }

    private static boolean proposed(PlacementState own) {
        OperationPlacements state = own.operation(OP);
        return state.facilities().values().stream()
                .allMatch(facility ->
                        facility.proposed()
                                == state.proposals().values().stream()
                                        .filter(proposal ->
                                                facility.facilityId().equals(proposal.facilityId()))
                                        .count());
    }

    private static boolean counted(PlacementState own) {
        OperationPlacements state = own.operation(OP);
        return state.facilities().values().stream()
                .allMatch(facility ->
                        facility.reserved()
                                        == count(
                                                state,
                                                facility.facilityId(),
                                                Placement.Status.ORDERED)
                                && facility.present()
                                        == count(
                                                state,
                                                facility.facilityId(),
                                                Placement.Status.PLACED));
    }

    private static long count(OperationPlacements state, String facility, Placement.Status status) {
        return state.placements().values().stream()
                .filter(p -> p.facilityId().equals(facility) && p.status() == status)
                .count();
    }

    private static boolean oneOpen(PlacementState own) {
        return own.operation(OP).placements().values().stream()
                        .filter(placement -> placement.status().isOpen())
                        .map(Placement::personId)
                        .distinct()
                        .count()
                == own.operation(OP).placements().values().stream()
                        .filter(placement -> placement.status().isOpen())
                        .count();
    }

    private static Move<PlacementCommand> next(Random random, PlacementState own, Knowledge known) {
        if (!known.isOpen(OP)) {
            return Move.hear(OP, Given.opened());
        }
        OperationPlacements state = own.operation(OP);
        if (state.facilities().size() < FacilityKind.values().length) {
            FacilityKind kind = FacilityKind.values()[state.facilities().size()];
            return Move.ask(
                    new RegisterFacility(
                            OP,
                            kind.name(),
                            kind.name(),
                            kind,
                            1 + random.nextInt(3),
                            org.orangeline.events.model.Admits.EVERYONE,
                            List.of(),
                            null,
                            null),
                    Actor.human("officer"));
        }
        List<String> people = new ArrayList<>(known.operation(OP).facts().keySet());
        people.sort(null);
        if (people.isEmpty() || random.nextInt(4) == 0) {
            return Move.hear(OP, arrival(random, people.size()));
        }
        UUID person = UUID.fromString(people.get(random.nextInt(people.size())));
        return switch (random.nextInt(10)) {
            case 0 -> Move.hear(OP, Given.ageCorrected(person, random.nextInt(40)));
            case 1, 2 ->
                    Move.hear(
                            OP,
                            Given.concluded(
                                    person,
                                    any(random, Finding.values()),
                                    any(random, GroundCode.values())));
            case 3, 4, 5 -> Move.ask(order(random, person), actor(random));
            default -> onPlacement(random, state, person);
        };
    }

    private static Move<PlacementCommand> onPlacement(
            Random random, OperationPlacements state, UUID person) {
        List<String> ids = new ArrayList<>(state.placements().keySet());
        ids.sort(null);
        if (ids.isEmpty()) {
            return Move.ask(order(random, person), actor(random));
        }
        Placement placement =
                state.placement(UUID.fromString(ids.get(random.nextInt(ids.size())))).orElseThrow();
        UUID id = placement.placementId();
        UUID who = placement.personId();
        return Move.ask(
                switch (random.nextInt(3)) {
                    case 0 -> new CancelPlacement(OP, id, who, "why");
                    case 1 ->
                            new AdmitPerson(
                                    OP, id, who, random.nextBoolean() ? "inside" : null, null);
                    default -> Given.release(id, who);
                },
                actor(random));
    }

    private static OrderPlacement order(Random random, UUID person) {
        return new OrderPlacement(
                OP,
                person,
                any(random, FacilityKind.values()).name(),
                null,
                any(random, Basis.values()),
                random.nextBoolean()
                        ? null
                        : new StatedGround(any(random, GroundCode.values()), "stated"),
                random.nextBoolean() ? null : "Art. 5",
                null,
                random.nextInt(3) == 0 ? null : Given.CONSENT);
    }

    private static org.orangeline.events.intake.PersonArrived arrival(Random random, int number) {
        int age = random.nextInt(50);
        return Given.arrived(
                new UUID(0x7000, 1000 + number),
                any(random, Sex.values()),
                Age.between(age, age + random.nextInt(5), Given.TODAY),
                random.nextBoolean()
                        ? null
                        : new FamilyTie(
                                "f-" + random.nextInt(3), any(random, FamilyRole.values())));
    }

    private static Actor actor(Random random) {
        return random.nextInt(5) == 0 ? Actor.machine("robot") : Actor.human("officer");
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
