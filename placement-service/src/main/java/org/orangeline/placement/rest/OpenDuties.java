package org.orangeline.placement.rest;

import java.util.stream.Stream;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.duties.Duties;
import org.orangeline.placement.duties.Duty;
import org.orangeline.placement.duties.LineDuties;
import org.orangeline.placement.duties.Registrations;
import org.orangeline.placement.knowledge.KnownOperation;

/** What the legal profile asks for and is not done, for everybody in custody. */
final class OpenDuties {

    private OpenDuties() {}

    static Stream<Duty> of(OperationPlacements state, KnownOperation known) {
        return known.legalProfile() == null
                ? Stream.empty()
                : Stream.concat(
                        state.placements().values().stream()
                                .flatMap(placement ->
                                        Duties.of(
                                                Registrations.seen(placement, state, known),
                                                known)),
                        known.facts().values().stream()
                                .flatMap(person -> LineDuties.of(person, state, known)));
    }
}
