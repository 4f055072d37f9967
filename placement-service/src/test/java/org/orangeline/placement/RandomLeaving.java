package org.orangeline.placement;

import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Pick.any;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.events.model.DepartureKind;
import org.orangeline.events.model.Risk;
import org.orangeline.placement.LeavingCommand.HandOverPeople;
import org.orangeline.placement.LeavingCommand.ReleasePeople;
import org.orangeline.placement.ReceiverCommand.ApproveReceiver;
import org.orangeline.placement.ReceiverCommand.RequestReceiver;
import org.orangeline.placement.SafeguardCommand.AssessReceiver;
import org.orangeline.placement.orders.Party;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.safeguards.Receiver;

/** Random releases and hand-overs, of one or of everybody in a place, and receivers. */
final class RandomLeaving {

    private static final List<String> CODES = List.of("IRQ", "IRAQ", "SYR");

    private RandomLeaving() {}

    /** Asked for, and approved by another one sooner or later. */
    static PlacementCommand receiver(OperationPlacements state) {
        String code = CODES.get(state.safeguards().receivers().registered().size());
        return state.safeguards().receivers().requests().values().stream()
                .map(one -> one.requestId())
                .min(Comparator.naturalOrder())
                .<PlacementCommand>map(request -> new ApproveReceiver(OP, code, request))
                .orElseGet(() ->
                        new RequestReceiver(OP, code, code, code.equals("SYR") ? "SYR" : "IRQ"));
    }

    static boolean wantsReceiver(OperationPlacements state) {
        return state.safeguards().receivers().registered().size() < CODES.size();
    }

    static ReleasePeople release(Random random, OperationPlacements state, Placement placement) {
        return new ReleasePeople(
                OP,
                party(random, state, placement),
                WHY,
                null,
                random.nextInt(4) == 0
                        ? any(random, DepartureKind.values())
                        : DepartureKind.OWN_WAY,
                null);
    }

    /** The first of the party who was not assessed yet is; then they are handed over. */
    static PlacementCommand handOver(
            Random random, OperationPlacements state, Placement placement) {
        String code = random.nextInt(4) > 0 ? "IRQ" : CODES.get(random.nextInt(3));
        Optional<Receiver> receiver = state.safeguards().receiver(code);
        List<Party.Named> party = party(random, state, placement);
        Optional<Party.Named> unknown =
                party.stream()
                        .filter(one ->
                                receiver.isPresent()
                                        && state.safeguards()
                                                .assessments(one.personId(), receiver.get())
                                                .findAny()
                                                .isEmpty())
                        .findFirst();
        return unknown.isPresent()
                ? new AssessReceiver(
                        OP,
                        unknown.get().personId(),
                        code,
                        random.nextInt(6) > 0 ? Risk.NO_SUBSTANTIAL_RISK : Risk.RISK,
                        WHY,
                        random.nextInt(5) > 0 ? Given.NOON : null,
                        null)
                : new HandOverPeople(OP, party, code, WHY, null);
    }

    /** Somebody who is inside and was assessed: rare, so that it is looked for. */
    static Optional<Placement> assessed(Random random, OperationPlacements state) {
        List<Placement> found =
                state.safeguards().assessments().keySet().stream()
                        .sorted()
                        .flatMap(person -> state.openPlacement(UUID.fromString(person)).stream())
                        .filter(one -> one.status() == Placement.Status.PLACED)
                        .toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.get(random.nextInt(found.size())));
    }

    private static List<Party.Named> party(
            Random random, OperationPlacements state, Placement placement) {
        Stream<Placement> others =
                random.nextInt(3) > 0
                        ? Stream.of()
                        : state.placementsIn(placement.facilityId())
                                .filter(one -> one.status() == Placement.Status.PLACED)
                                .filter(one -> !one.equals(placement))
                                .sorted(Comparator.comparing(Placement::placementId))
                                .limit(3);
        return Stream.concat(Stream.of(placement), others)
                .map(one -> new Party.Named(one.placementId(), one.personId()))
                .toList();
    }
}
