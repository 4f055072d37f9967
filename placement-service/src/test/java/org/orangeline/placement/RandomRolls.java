package org.orangeline.placement;

import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.WHY;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.orangeline.events.model.Admits;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.FacilityLayout;
import org.orangeline.events.model.Section;
import org.orangeline.events.model.Sex;
import org.orangeline.placement.RollCommand.CheckRoll;
import org.orangeline.placement.orders.Party;
import org.orangeline.placement.orders.Placement;

/** Roll checks and other layouts in a random history. */
final class RandomRolls {

    private RandomRolls() {}

    static CheckRoll check(Random random, OperationPlacements state, Placement placement) {
        List<Party.Named> missing =
                state.placementsBoundFor(placement.facilityId())
                        .filter(one -> one.status() == Placement.Status.PLACED)
                        .filter(one ->
                                one.facilityId().equals(placement.facilityId())
                                        && one.missing() == null
                                        && one.absence() == null)
                        .filter(_ -> random.nextInt(4) == 0)
                        .map(one -> new Party.Named(one.placementId(), one.personId()))
                        .distinct()
                        .toList();
        return new CheckRoll(
                OP,
                placement.facilityId(),
                random.nextInt(3) == 0 ? placement.place().section() : null,
                random.nextInt(9),
                missing,
                WHY,
                null);
    }

    static FacilityLayout layout(Random random) {
        Admits admits =
                switch (random.nextInt(8)) {
                    case 0 -> new Admits(Set.of(Sex.FEMALE), Set.of());
                    case 1 -> new Admits(Set.of(), Set.of(AgeBand.ADULT));
                    default -> Admits.EVERYONE;
                };
        return switch (random.nextInt(3)) {
            case 0 -> new FacilityLayout(null, admits, null, null, null);
            case 1 ->
                    new FacilityLayout(
                            null,
                            null,
                            List.of(new Section("tents", "Tents", 5, admits, random.nextBoolean())),
                            null,
                            null);
            default -> new FacilityLayout(null, null, null, null, random.nextInt(5) == 0);
        };
    }
}
