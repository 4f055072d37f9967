package org.orangeline.placement.duties;

import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.placement.DutyCommand.ReportOverdue;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Placement;
import org.orangeline.runtime.Reaction;

/**
 * What the legal profile asks for and nobody did in time is an event, once, however often services
 * restart (rules P10 to P12, P19). A profile that is changed counts for what is not reported yet
 * where it is stricter.
 */
public final class WhenDutyIsOverdueThenReport {

    private WhenDutyIsOverdueThenReport() {}

    public static Stream<Reaction<PlacementCommand>> react(
            String operation, String person, OperationPlacements state, KnownOperation known) {
        return records(person, known)
                .flatMap(state::placementsOf)
                .flatMap(placement ->
                        Duties.of(Registrations.seen(placement, state, known), known)
                                .filter(duty -> !duty.reported())
                                .map(duty -> report(operation, placement, duty)));
    }

    // What happened under one registration may be asked for under another. A facility is no person.
    private static Stream<String> records(String person, KnownOperation known) {
        PersonFacts facts = known.facts().get(person);
        return facts == null
                ? Stream.of(person)
                : known.merges().same(facts.personId()).stream().map(UUID::toString);
    }

    private static Reaction<PlacementCommand> report(
            String operation, Placement placement, Duty duty) {
        return new Reaction<>(
                WhenDutyIsOverdueThenReport.class.getSimpleName() + " " + duty.kind(),
                new ReportOverdue(
                        operation,
                        placement.personId(),
                        placement.placementId(),
                        duty.kind(),
                        duty.startedBy()),
                duty.startedBy(),
                // Due is the last moment at which it is in time.
                duty.due().plusMillis(1));
    }
}
