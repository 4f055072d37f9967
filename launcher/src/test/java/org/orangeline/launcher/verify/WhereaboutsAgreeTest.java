package org.orangeline.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.events.intake.OperationOpened;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.model.AbsenceReason;
import org.orangeline.events.model.Admits;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.Consent;
import org.orangeline.events.model.DepartureKind;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.FactWithdrawn;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.plan.BuiltIn;
import org.orangeline.intake.custody.Custody;
import org.orangeline.placement.CustodyCommand.ConfirmWithdrawal;
import org.orangeline.placement.CustodyCommand.EndAbsence;
import org.orangeline.placement.CustodyCommand.RecordDeath;
import org.orangeline.placement.CustodyCommand.RecordEscape;
import org.orangeline.placement.CustodyCommand.RecordFound;
import org.orangeline.placement.CustodyCommand.RecordFoundInside;
import org.orangeline.placement.CustodyCommand.ReportMissing;
import org.orangeline.placement.CustodyCommand.RequestWithdrawal;
import org.orangeline.placement.CustodyCommand.StartAbsence;
import org.orangeline.placement.FreeText;
import org.orangeline.placement.LeavingCommand.ReleasePeople;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.PlacementCommand.AdmitPerson;
import org.orangeline.placement.PlacementCommand.CancelPlacement;
import org.orangeline.placement.PlacementCommand.OrderPlacement;
import org.orangeline.placement.PlacementCommand.RegisterFacility;
import org.orangeline.placement.PlacementModel;
import org.orangeline.placement.PlacementState;
import org.orangeline.placement.TransferCommand.ArriveFromTransfer;
import org.orangeline.placement.TransferCommand.CancelTransfer;
import org.orangeline.placement.TransferCommand.OrderTransfer;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.orders.Party;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Undo;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.ModelHistory;
import org.orangeline.runtime.scenario.ModelHistory.Move;

/**
 * intake-service, which lists children alone, and placement-service, which places them, know the
 * same of who is inside, away or missing, whatever is withdrawn (rules P15, P17, P18).
 */
class WhereaboutsAgreeTest {

    private static final String OP = "baghuz-2019";
    private static final int SEEDS = Integer.getInteger("orangeline.seeds", 500);
    private static final int STEPS = 90;
    private static final int PEOPLE = 3;
    private static final Instant NOON = Instant.parse("2019-03-01T12:00:00Z");
    private static final FreeText WHY = new FreeText("why");
    private static final List<String> PLACES = List.of("camp", "other", "third");

    @Test
    void P15_P17_P18_both_services_know_the_same_of_who_is_inside_away_or_missing() {
        Set<String> withdrawn = new TreeSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            var life =
                    ModelHistory.of(new PlacementModel(), WhereaboutsAgreeTest::next)
                            .steps(STEPS)
                            .longestPause(Duration.ofHours(20))
                            .restartEvery(STEPS)
                            .run(seed);
            var model = new PlacementModel();
            PlacementState placements = model.emptyOwn();
            Custody custody = Custody.NONE;
            for (Recorded<DomainEvent> recorded : life.log()) {
                if (recorded.event() instanceof PlacementEvent) {
                    placements = model.evolve(placements, recorded);
                    custody = custody.learn(recorded);
                    agree(placements.operation(OP), custody, seed, recorded, life.log());
                }
                if (recorded.event() instanceof FactWithdrawn event) {
                    withdrawn.add(event.fact() + " " + event.standing());
                }
            }
        }
        if (SEEDS >= 500) {
            assertThat(withdrawn)
                    .contains(
                            "AbsenceEnded INSIDE",
                            "AbsenceStarted INSIDE",
                            "DiedInCustody INSIDE",
                            "DiedInCustody OUTSIDE",
                            "Escaped INSIDE",
                            "FoundInside OUTSIDE",
                            "ShelterProvided ORDERED");
        }
    }

    private static void agree(
            OperationPlacements state,
            Custody custody,
            int seed,
            Recorded<DomainEvent> last,
            List<Recorded<DomainEvent>> log) {
        for (int one = 0; one < PEOPLE; one++) {
            UUID person = person(one);
            assertThat(known(custody, person))
                    .as(() ->
                            "seed %d, person %s, after %s of\n%s"
                                    .formatted(seed, person, last, log))
                    .isEqualTo(told(state, person));
        }
    }

    private static String known(Custody custody, UUID person) {
        List<String> registrations = List.of(person.toString());
        var cases = custody.casesOf(OP);
        var ordered = custody.ordered().get(OP);
        boolean isOrdered = ordered != null && ordered.containsKey(person.toString());
        return "%s%s%s%s"
                .formatted(
                        custody.staysOf(OP)
                                .of(registrations)
                                .map(stay -> stay.state().name())
                                .orElse("NOWHERE"),
                        isOrdered ? " ordered" : "",
                        cases.isMissing(registrations) ? " missing" : "",
                        cases.isAway(registrations) ? " away" : "");
    }

    private static String told(OperationPlacements state, UUID person) {
        Optional<Placement> open = state.openPlacement(person);
        boolean inside = open.filter(one -> one.status() == Placement.Status.PLACED).isPresent();
        return "%s%s%s%s"
                .formatted(
                        inside ? "INSIDE" : outside(state, person),
                        open.isPresent() && !inside ? " ordered" : "",
                        open.filter(one -> one.missing() != null).isPresent() ? " missing" : "",
                        open.map(Placement::absence).filter(one -> one.isLong()).isPresent()
                                ? " away"
                                : "");
    }

    // How the last stay ended that did, as far as nobody said that it did not end so.
    private static String outside(OperationPlacements state, UUID person) {
        return state.placementsOf(person.toString())
                .filter(Placement::letGo)
                .max(Comparator.comparing(Placement::since))
                .map(Placement::undo)
                .map(Undo::fact)
                .map(fact ->
                        switch (fact) {
                            case "ReleasedFromDetention" -> "RELEASED";
                            case "Escaped" -> "ESCAPED";
                            case "DiedInCustody" -> "DIED";
                            default -> fact;
                        })
                .orElse("NOWHERE");
    }

    private static Move<PlacementCommand> next(Random random, PlacementState own, Knowledge known) {
        if (!known.isOpen(OP)) {
            return Move.hear(
                    OP,
                    new OperationOpened(
                            OP,
                            "Baghuz 2019",
                            "BGZ",
                            BuiltIn.plan("baghuz-2019").orElseThrow(),
                            BuiltIn.legalProfile("gc-1949").orElseThrow()));
        }
        OperationPlacements state = own.operation(OP);
        int places = state.facilities().size();
        if (places < PLACES.size()) {
            return Move.ask(facility(PLACES.get(places)), officer(random));
        }
        int people = known.operation(OP).facts().size();
        if (people < PEOPLE) {
            return Move.hear(OP, arrival(person(people)));
        }
        UUID person = person(random.nextInt(PEOPLE));
        List<Placement> all =
                state.placementsOf(person.toString())
                        .distinct()
                        .sorted(Comparator.comparing(Placement::placementId))
                        .toList();
        Optional<Placement> waits =
                all.stream().filter(one -> one.withdrawal() != null).findFirst();
        if (waits.isPresent() && random.nextInt(3) > 0) {
            return Move.ask(confirm(waits.get()), officer(random));
        }
        Optional<Placement> open = state.openPlacement(person);
        if (open.isEmpty() && random.nextBoolean()) {
            return Move.ask(come(random, person), officer(random));
        }
        if (all.isEmpty()) {
            return Move.ask(come(random, person), officer(random));
        }
        if (random.nextInt(3) == 0) {
            return Move.ask(withdraw(all.get(random.nextInt(all.size()))), officer(random));
        }
        Placement one = open.orElseGet(() -> all.get(random.nextInt(all.size())));
        return Move.ask(live(random, one), officer(random));
    }

    private static PlacementCommand come(Random random, UUID person) {
        String place = PLACES.get(random.nextInt(PLACES.size()));
        return random.nextBoolean()
                ? new OrderPlacement(
                        OP,
                        person,
                        place,
                        null,
                        Basis.VOLUNTARY_SHELTER,
                        null,
                        null,
                        null,
                        new Consent(NOON, "ar"))
                : found(person, place);
    }

    private static RecordFoundInside found(UUID person, String place) {
        return new RecordFoundInside(
                OP, person, place, null, Basis.VOLUNTARY_SHELTER, null, null, null, null, WHY);
    }

    private static RequestWithdrawal withdraw(Placement one) {
        return new RequestWithdrawal(
                OP,
                one.placementId(),
                one.personId(),
                one.undo() == null ? "Escaped" : one.undo().fact(),
                WHY);
    }

    private static PlacementCommand confirm(Placement one) {
        return new ConfirmWithdrawal(
                OP,
                one.placementId(),
                one.personId(),
                Objects.requireNonNull(one.withdrawal()).withdrawalId());
    }

    private static PlacementCommand live(Random random, Placement one) {
        UUID id = one.placementId();
        UUID who = one.personId();
        String place = PLACES.get(random.nextInt(PLACES.size()));
        return switch (random.nextInt(16)) {
            case 0 -> new CancelPlacement(OP, id, who, "why");
            case 1, 2, 3 -> new AdmitPerson(OP, id, who, null, null);
            case 4, 5, 6 ->
                    new StartAbsence(
                            OP,
                            id,
                            who,
                            AbsenceReason.WORK,
                            random.nextBoolean()
                                    ? one.since().plus(Duration.ofHours(random.nextInt(40)))
                                    : null,
                            null);
            case 7, 8 -> new EndAbsence(OP, id, who, null);
            case 9 -> new ReportMissing(OP, id, who, one.happenedAt(), WHY);
            case 10 -> new RecordFound(OP, id, who, one.happenedAt(), WHY);
            case 11 -> new RecordEscape(OP, id, who, one.since(), WHY);
            case 12 -> new RecordDeath(OP, id, who, one.since(), WHY);
            case 13 -> found(who, place);
            case 14 -> release(one);
            default ->
                    one.transfer() == null
                            ? new OrderTransfer(
                                    OP, List.of(new Party.Named(id, who)), place, null, WHY)
                            : random.nextInt(3) == 0
                                    ? new CancelTransfer(OP, id, who, WHY)
                                    : new ArriveFromTransfer(OP, id, who, true, null);
        };
    }

    private static PlacementCommand release(Placement one) {
        return new ReleasePeople(
                OP,
                List.of(new Party.Named(one.placementId(), one.personId())),
                WHY,
                null,
                DepartureKind.WITH_FAMILY,
                null);
    }

    private static RegisterFacility facility(String id) {
        return new RegisterFacility(
                OP, id, id, FacilityKind.CAMP, 9, Admits.EVERYONE, List.of(), null, null);
    }

    private static PersonArrived arrival(UUID person) {
        return new PersonArrived(
                person,
                "BGZ-000001-7",
                "east",
                NOON.minusSeconds(3600),
                Sex.MALE,
                Age.between(30, 40, LocalDate.parse("2019-03-01")),
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    private static UUID person(int number) {
        return new UUID(0x7000, number + 1L);
    }

    private static Actor officer(Random random) {
        return Actor.human(random.nextBoolean() ? "one" : "two");
    }
}
