package org.orangeline.placement;

import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Pick.any;
import static org.orangeline.placement.Pick.one;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.AbsenceReason;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.ReviewOutcome;
import org.orangeline.events.model.Risk;
import org.orangeline.events.model.Sex;
import org.orangeline.placement.CapacityCommand.ApproveCapacity;
import org.orangeline.placement.CapacityCommand.RequestCapacity;
import org.orangeline.placement.ConvoyCommand.CancelConvoy;
import org.orangeline.placement.ConvoyCommand.DepartConvoy;
import org.orangeline.placement.ConvoyCommand.PlanConvoy;
import org.orangeline.placement.ConvoyCommand.ReceiveConvoy;
import org.orangeline.placement.CustodyCommand.EndAbsence;
import org.orangeline.placement.CustodyCommand.RecordBirth;
import org.orangeline.placement.CustodyCommand.RecordDeath;
import org.orangeline.placement.CustodyCommand.RecordEscape;
import org.orangeline.placement.CustodyCommand.StartAbsence;
import org.orangeline.placement.CustodyCommand.WithdrawConsent;
import org.orangeline.placement.DutyCommand.HoldReview;
import org.orangeline.placement.DutyCommand.IssueCard;
import org.orangeline.placement.DutyCommand.LodgeAppeal;
import org.orangeline.placement.DutyCommand.NotifyBureau;
import org.orangeline.placement.DutyCommand.TellReasons;
import org.orangeline.placement.FacilityCommand.ApproveFacilityChange;
import org.orangeline.placement.FacilityCommand.RequestFacilityChange;
import org.orangeline.placement.PlacementCommand.AdmitPerson;
import org.orangeline.placement.PlacementCommand.CancelPlacement;
import org.orangeline.placement.QuestionCommand.SettleQuestion;
import org.orangeline.placement.SafeguardCommand.AssessReceiver;
import org.orangeline.placement.SafeguardCommand.KeepApart;
import org.orangeline.placement.SafeguardCommand.LiftKeepApart;
import org.orangeline.placement.SafeguardCommand.RequestOverride;
import org.orangeline.placement.SafeguardCommand.RevokeOverride;
import org.orangeline.placement.SafeguardCommand.SignOverride;
import org.orangeline.placement.TransferCommand.ArriveFromTransfer;
import org.orangeline.placement.TransferCommand.CancelTransfer;
import org.orangeline.placement.TransferCommand.OrderTransfer;
import org.orangeline.placement.convoys.Convoy;
import org.orangeline.placement.facilities.Capacity;
import org.orangeline.placement.facilities.FacilityRequest;
import org.orangeline.placement.orders.Party;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.rules.PlacementRules;

/** What officers ask for in a random history, sensible or not. */
final class RandomCommands {

    /** Rules whose questions humans can settle. */
    private static final Set<String> LIFTED = Set.of("P1", "P6", "P7", "P8", "P9", "P14", "P15");

    private RandomCommands() {}

    static PlacementCommand ask(Random random, OperationPlacements state, UUID person, UUID other) {
        String facility = any(random, FacilityKind.values()).name();
        List<String> ids = new ArrayList<>(state.placements().keySet());
        ids.sort(null);
        if (ids.isEmpty() || random.nextInt(5) == 0) {
            return aboutPeople(random, state, person, other, facility);
        }
        List<String> held =
                ids.stream()
                        .filter(one ->
                                state.placement(UUID.fromString(one))
                                        .filter(p -> p.status().isOpen() && p.basis().isDetention())
                                        .isPresent())
                        .toList();
        UUID id = one(random, held.isEmpty() || random.nextBoolean() ? ids : held);
        Placement placement = state.placement(id).orElseThrow();
        UUID who = placement.personId();
        if (random.nextInt(9) == 0) {
            Optional<Placement> asked =
                    state.placements().values().stream()
                            .filter(one -> one.questioned().stream().anyMatch(LIFTED::contains))
                            .min(Comparator.comparing(Placement::placementId));
            if (asked.isPresent()) {
                return new SettleQuestion(
                        OP,
                        asked.get().placementId(),
                        asked.get().personId(),
                        asked.get().questioned().stream().filter(LIFTED::contains).toList(),
                        WHY);
            }
        }
        if (random.nextInt(12) == 0) {
            Optional<PlacementCommand> convoy = RandomConvoys.onward(state);
            if (convoy.isPresent()) {
                return convoy.get();
            }
        }
        if (random.nextInt(3) == 0) {
            Optional<Placement> assessed = RandomLeaving.assessed(random, state);
            if (assessed.isPresent()) {
                return RandomLeaving.handOver(random, state, assessed.get());
            }
        }
        if (random.nextInt(7) == 0) {
            return RandomErrors.ask(random, placement, person, facility);
        }
        if (random.nextInt(60) == 0) {
            return RandomRolls.check(random, state, placement);
        }
        return switch (random.nextInt(25)) {
            case 23 -> RandomOrders.basis(random, placement, other, facility);
            case 0 -> new CancelPlacement(OP, id, who, "why");
            case 1, 2, 3, 4, 5 ->
                    new AdmitPerson(
                            OP,
                            id,
                            who,
                            random.nextBoolean() ? "inside" : null,
                            told(random, placement));
            case 6 -> RandomLeaving.release(random, state, placement);
            case 7, 8 ->
                    new OrderTransfer(OP, List.of(new Party.Named(id, who)), facility, null, WHY);
            case 9 -> {
                Placement moved =
                        state.placements().values().stream()
                                .filter(one -> one.transfer() != null)
                                .min(Comparator.comparing(Placement::placementId))
                                .orElse(placement);
                yield new CancelTransfer(OP, moved.placementId(), moved.personId(), WHY);
            }
            case 10, 11 ->
                    new ArriveFromTransfer(
                            OP, id, who, random.nextBoolean(), told(random, placement));
            case 12 ->
                    new StartAbsence(
                            OP,
                            id,
                            who,
                            any(random, AbsenceReason.values()),
                            random.nextBoolean() ? null : placement.since().plusSeconds(86_400),
                            told(random, placement));
            case 13 -> new EndAbsence(OP, id, who, told(random, placement));
            case 14 -> new RecordEscape(OP, id, who, when(random, placement), WHY);
            case 15 -> new RecordDeath(OP, id, who, when(random, placement), WHY);
            case 16 ->
                    new RecordBirth(
                            OP,
                            id,
                            who,
                            new UUID(8, random.nextInt(50)),
                            when(random, placement),
                            any(random, Sex.values()));
            // Families wait for one another, so that most of the hand-overs are refused by P6.
            case 17 -> RandomLeaving.handOver(random, state, placement);
            case 18 -> new WithdrawConsent(OP, id, who, WHY, told(random, placement));
            case 19 ->
                    new TellReasons(
                            OP,
                            id,
                            who,
                            "ar",
                            random.nextBoolean() ? "i-3" : null,
                            random.nextBoolean(),
                            told(random, placement));
            case 20 -> new IssueCard(OP, id, who, "C-1", told(random, placement));
            case 21 -> new NotifyBureau(OP, id, who, "N-1", told(random, placement));
            case 22 ->
                    new HoldReview(
                            OP,
                            id,
                            who,
                            any(random, ReviewOutcome.values()),
                            List.of("r-1"),
                            placement.duties().appeals().keySet().stream()
                                    .sorted()
                                    .map(UUID::fromString)
                                    .findFirst()
                                    .orElse(null),
                            WHY,
                            told(random, placement));
            default ->
                    random.nextBoolean()
                            ? new LodgeAppeal(OP, id, who, WHY, told(random, placement))
                            : new SettleQuestion(OP, id, who, toSettle(random, placement), WHY);
        };
    }

    private static PlacementCommand aboutPeople(
            Random random, OperationPlacements state, UUID person, UUID other, String facility) {
        String to =
                state.placements().values().stream()
                        .filter(one -> one.status() == Placement.Status.ORDERED)
                        .map(Placement::facilityId)
                        .min(String::compareTo)
                        .orElse(facility);
        List<UUID> travellers =
                state.placementsIn(to)
                        .filter(one -> one.status() == Placement.Status.ORDERED)
                        .map(Placement::personId)
                        .sorted()
                        .toList();
        Convoy convoy =
                state.convoys().values().stream()
                        .filter(one -> one.status().isOpen())
                        .min(java.util.Comparator.comparing(Convoy::convoyId))
                        .orElse(null);
        return switch (random.nextInt(14)) {
            case 13 -> facilityChange(random, state, facility);
            case 0 ->
                    new RequestOverride(
                            OP, person, facility, random.nextBoolean() ? "P6" : "P8", WHY);
            case 1 ->
                    new SignOverride(
                            OP,
                            state.safeguards().overrides(person).stream()
                                    .findFirst()
                                    .map(override -> override.overrideId())
                                    .orElse(person),
                            person);
            case 11 ->
                    new RevokeOverride(
                            OP,
                            state.safeguards().overrides(person).stream()
                                    .findFirst()
                                    .map(override -> override.overrideId())
                                    .orElse(person),
                            person,
                            random.nextBoolean(),
                            WHY);
            case 2 -> new KeepApart(OP, person, other, WHY);
            case 3 -> new LiftKeepApart(OP, person, other, WHY);
            case 4 ->
                    new AssessReceiver(
                            OP, person, "IRQ", any(random, Risk.values()), WHY, Given.NOON, null);
            case 5 ->
                    state.capacityRequests().isEmpty()
                            ? new RequestCapacity(OP, facility, null, capacity(random), WHY)
                            : new ApproveCapacity(
                                    OP,
                                    state.capacityRequests()
                                            .values()
                                            .iterator()
                                            .next()
                                            .facilityId(),
                                    state.capacityRequests().values().iterator().next().changeId());
            case 6 -> new PlanConvoy(OP, new UUID(9, random.nextInt(90)), to, travellers);
            case 7 ->
                    convoy == null
                            ? new KeepApart(OP, person, other, WHY)
                            : new DepartConvoy(
                                    OP,
                                    convoy.convoyId(),
                                    convoy.persons(),
                                    "escort",
                                    latest(state, convoy));
            case 12 ->
                    new CancelConvoy(OP, convoy == null ? new UUID(9, 0) : convoy.convoyId(), WHY);
            default ->
                    convoy == null
                            ? new LiftKeepApart(OP, person, other, WHY)
                            : new ReceiveConvoy(
                                    OP,
                                    convoy.convoyId(),
                                    convoy.persons().stream().limit(random.nextInt(3)).toList(),
                                    List.of(),
                                    "escort",
                                    null);
        };
    }

    private static PlacementCommand facilityChange(
            Random random, OperationPlacements state, String facility) {
        return state.facilityRequests().values().stream()
                .min(Comparator.comparing(FacilityRequest::changeId))
                .<PlacementCommand>map(
                        one -> new ApproveFacilityChange(OP, one.facilityId(), one.changeId()))
                .orElseGet(() -> facilityChange(random, facility));
    }

    private static RequestFacilityChange facilityChange(Random random, String facility) {
        if (random.nextInt(10) == 0) {
            return new RequestFacilityChange(OP, facility, RandomRolls.layout(random), WHY);
        }
        String authority = random.nextInt(4) == 0 ? "IRQ" : null;
        boolean mayLeave = random.nextBoolean();
        return new RequestFacilityChange(
                OP, facility, authority, mayLeave, WHY, authority == null ? null : Given.NOON);
    }

    // What no signature lifts is asked for now and then, and refused.
    private static List<String> toSettle(Random random, Placement placement) {
        return placement.questioned().stream()
                .filter(rule -> !PlacementRules.isNeverLifted(rule) || random.nextInt(9) == 0)
                .toList();
    }

    // Now mostly, and now and then as late as can be, or when nobody was there.
    static @Nullable Instant told(Random random, Placement placement) {
        return switch (random.nextInt(8)) {
            case 0 -> placement.happenedAt();
            case 1 -> placement.happenedAt().plusSeconds(3600);
            case 2 -> random.nextInt(9) == 0 ? Given.NOON.minusSeconds(86_400 * 60) : null;
            default -> null;
        };
    }

    // Some reports are of a time when nobody was there.
    private static Instant when(Random random, Placement placement) {
        return random.nextInt(6) == 0 ? Given.NOON.minusSeconds(86_400 * 60) : placement.since();
    }

    static Instant latest(OperationPlacements state, Convoy convoy) {
        return convoy.persons().stream()
                .flatMap(person -> state.openPlacement(person).stream())
                .map(one -> one.transfer() == null ? one.orderedAt() : one.transfer().orderedAt())
                .max(Instant::compareTo)
                .orElse(Given.NOON);
    }

    private static Capacity capacity(Random random) {
        int working = random.nextInt(6);
        return new Capacity(working, working + random.nextInt(3), working / 2);
    }
}
