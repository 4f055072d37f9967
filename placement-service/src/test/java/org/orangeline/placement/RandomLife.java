package org.orangeline.placement;

import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Pick.any;
import static org.orangeline.placement.Pick.one;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.orangeline.events.Confidential;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.intake.ChildFoundAlone;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.GroupPreRegistered;
import org.orangeline.events.intake.LegalProfileChanged;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDied;
import org.orangeline.events.intake.PersonLeft;
import org.orangeline.events.intake.PersonReturned;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.model.Admits;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.DepartureKind;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Loneliness;
import org.orangeline.events.model.Section;
import org.orangeline.events.model.Sex;
import org.orangeline.events.plan.BuiltIn;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.events.screening.ScreeningReopened;
import org.orangeline.placement.PlacementCommand.RegisterFacility;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.knowledge.Merge;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.ModelHistory;

/** What a random history goes through: arrivals, news of the other services, and commands. */
final class RandomLife {

    private RandomLife() {}

    static ModelHistory.Move<PlacementCommand> next(
            Random random, PlacementState own, Knowledge known) {
        if (!known.isOpen(OP)) {
            return ModelHistory.Move.hear(OP, Given.opened());
        }
        OperationPlacements state = own.operation(OP);
        if (RandomLeaving.wantsReceiver(state)) {
            return ModelHistory.Move.ask(RandomLeaving.receiver(state), officer(random));
        }
        if (state.facilities().size() < FacilityKind.values().length) {
            return ModelHistory.Move.ask(facility(random, state), officer(random));
        }
        List<String> people = new ArrayList<>(known.operation(OP).facts().keySet());
        people.sort(null);
        if (people.size() < 4 || random.nextInt(8) == 0) {
            return ModelHistory.Move.hear(OP, arrival(random, people.size()));
        }
        UUID person = one(random, people);
        UUID other = one(random, people);
        if (random.nextInt(12) == 0) {
            return ModelHistory.Move.ask(RandomLines.ask(random, state, person), officer(random));
        }
        return switch (random.nextInt(5)) {
            case 0 -> news(random, person, other, known);
            case 1 ->
                    ModelHistory.Move.ask(
                            RandomOrders.order(random, person, other, known), officer(random));
            default ->
                    ModelHistory.Move.ask(
                            RandomCommands.ask(random, state, person, other), officer(random));
        };
    }

    private static ModelHistory.Move<PlacementCommand> news(
            Random random, UUID person, UUID other, Knowledge known) {
        Confidential<String> why = Confidential.of("why");
        UUID id = new UUID(7, random.nextInt());
        DomainEvent concluded =
                Given.concluded(
                        person,
                        any(random, Finding.values()),
                        random.nextBoolean()
                                ? GroundCode.SPECIFIC_THREAT
                                : any(random, GroundCode.values()));
        DomainEvent news =
                switch (random.nextInt(11)) {
                    case 0 -> Given.ageCorrected(person, random.nextInt(40));
                    case 1 -> new ScreeningReopened(person, id, why);
                    case 2 ->
                            new FamilyLinked(
                                    person, id, other, any(random, FamilyRole.values()), why);
                    case 3 ->
                            new PersonLeft(
                                    person,
                                    Given.NOON,
                                    why,
                                    random.nextInt(4) == 0 ? DepartureKind.TAKEN_AWAY : null);
                    case 4 -> new PersonDied(person, Given.NOON, why);
                    case 8 -> new PersonReturned(person, Given.NOON.plusSeconds(60), "east", why);
                    case 5 -> merge(person, other, id, known, concluded);
                    case 6 -> profile(random, why);
                    case 7 ->
                            new GroupPreRegistered(
                                    truck(random),
                                    "east",
                                    Given.NOON.minus(Duration.ofHours(2 + random.nextInt(60))),
                                    40,
                                    null,
                                    null);
                    case 9 ->
                            (id.getLeastSignificantBits() & 3) == 0
                                    ? new ChildFoundAlone(person, Loneliness.UNACCOMPANIED)
                                    : concluded;
                    default -> concluded;
                };
        return ModelHistory.Move.hear(OP, news);
    }

    private static DomainEvent profile(Random random, Confidential<String> why) {
        LegalProfile built = BuiltIn.legalProfile("gc-1949").orElseThrow();
        return new LegalProfileChanged(
                OP,
                new LegalProfile(
                        "changed",
                        built.lineWaitLimit(),
                        Duration.ofHours(1 + random.nextInt(200)),
                        java.time.Period.ofMonths(1 + random.nextInt(6)),
                        Duration.ofDays(1 + random.nextInt(7)),
                        Duration.ofDays(1 + random.nextInt(14)),
                        built.screenAgainWithin(),
                        built.plausibleClockSkew(),
                        Duration.ofHours(random.nextInt(90)),
                        null,
                        random.nextBoolean() ? null : Duration.ofDays(1 + random.nextInt(90)),
                        null,
                        null,
                        null,
                        null,
                        random.nextInt(4) == 0 ? false : null),
                why);
    }

    // Intake merges no record that went into another one already, and none with itself.
    private static DomainEvent merge(
            UUID person, UUID other, UUID id, Knowledge known, DomainEvent otherwise) {
        var merges = known.operation(OP).merges();
        Merge merged = merges.byOther().get(other.toString());
        if (merged != null) {
            return new PersonsUnmerged(
                    merged.into(), merged.mergeId(), other, Confidential.of("brothers"));
        }
        return merges.same(person).contains(other) || merges.stays(person).isPresent()
                ? otherwise
                : new PersonsMerged(person, id, other, Confidential.of("same papers"));
    }

    private static RegisterFacility facility(Random random, OperationPlacements state) {
        FacilityKind kind = FacilityKind.values()[state.facilities().size()];
        return new RegisterFacility(
                OP,
                kind.name(),
                kind.name(),
                kind,
                2 + random.nextInt(6),
                Admits.EVERYONE,
                random.nextBoolean()
                        ? List.of()
                        : List.of(
                                new Section("a", "A", 1 + random.nextInt(3), Admits.EVERYONE),
                                new Section(
                                        "b",
                                        "B",
                                        1 + random.nextInt(3),
                                        Admits.EVERYONE,
                                        random.nextBoolean())),
                // Another authority runs it now and then (P9).
                random.nextInt(5) == 0 ? "IRQ" : null,
                random.nextInt(3) == 0 ? false : null);
    }

    private static PersonArrived arrival(Random random, int number) {
        int age = random.nextInt(50);
        PersonArrived alone =
                Given.arrived(
                        new UUID(0x7000, 1000 + number),
                        any(random, Sex.values()),
                        Age.between(age, age + random.nextInt(5), Given.TODAY),
                        random.nextInt(3) > 0
                                ? null
                                : new FamilyTie(
                                        "f-" + random.nextInt(3),
                                        any(random, FamilyRole.values())));
        return new PersonArrived(
                alone.personId(),
                alone.registrationNumber(),
                alone.receptionPoint(),
                alone.arrivedAt(),
                alone.sex(),
                alone.age(),
                alone.nationalities(),
                alone.needs(),
                alone.family(),
                null,
                null,
                random.nextBoolean() ? null : truck(random),
                null,
                null);
    }

    private static UUID truck(Random random) {
        return new UUID(6, random.nextInt(3));
    }

    private static Actor officer(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> Actor.machine("robot");
            case 1, 2, 3 -> Given.OTHER_OFFICER;
            case 4, 5 -> Given.THIRD_OFFICER;
            default -> Given.OFFICER;
        };
    }
}
