package org.orangeline.placement;

import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Pick.any;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.placement.PlacementCommand.ChangeBasis;
import org.orangeline.placement.PlacementCommand.OnBasis;
import org.orangeline.placement.PlacementCommand.OrderPlacement;
import org.orangeline.placement.PlacementCommand.OrderTogether;
import org.orangeline.placement.PlacementCommand.StatedGround;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.orders.Placement;

/** Orders of a random history. */
final class RandomOrders {

    private RandomOrders() {}

    static PlacementCommand order(Random random, UUID person, UUID other, Knowledge known) {
        OrderPlacement one = order(random, person, known);
        return random.nextInt(3) == 0
                ? new OrderTogether(OP, List.of(one, order(random, other, known)))
                : one;
    }

    /** Another basis, fit or not, sometimes with another place. */
    static PlacementCommand basis(Random random, Placement placement, UUID other, String to) {
        Basis basis = any(random, Basis.values());
        return new ChangeBasis(
                OP,
                placement.placementId(),
                placement.personId(),
                new OnBasis(
                        basis,
                        basis == Basis.CRIMINAL_CUSTODY ? Given.CRIMINAL : null,
                        basis == Basis.CRIMINAL_CUSTODY ? "Art. 5" : null,
                        basis == Basis.ACCOMPANYING_FAMILY ? other : null,
                        random.nextInt(4) == 0 ? null : Given.CONSENT),
                random.nextInt(3) > 0 ? null : to,
                null,
                Given.WHY);
    }

    // Half of the orders fit the finding, so that people are held too and the clocks run.
    private static OrderPlacement order(Random random, UUID person, Knowledge known) {
        var finding = known.operation(OP).conclusion(person);
        if (random.nextBoolean() && finding.isPresent()) {
            return finding.get().finding() == Finding.FIGHTER
                    ? new OrderPlacement(
                            OP,
                            person,
                            FacilityKind.PRISON.name(),
                            null,
                            Basis.CRIMINAL_CUSTODY,
                            Given.CRIMINAL,
                            "Art. 5",
                            null,
                            null)
                    : new OrderPlacement(
                            OP,
                            person,
                            FacilityKind.CAMP.name(),
                            null,
                            Basis.INTERNMENT,
                            null,
                            null,
                            null,
                            null);
        }
        return new OrderPlacement(
                OP,
                person,
                any(random, FacilityKind.values()).name(),
                null,
                random.nextBoolean() ? Basis.VOLUNTARY_SHELTER : any(random, Basis.values()),
                random.nextBoolean()
                        ? null
                        : new StatedGround(any(random, GroundCode.values()), "stated"),
                random.nextBoolean() ? null : "Art. 5",
                null,
                random.nextInt(4) == 0 ? null : Given.CONSENT);
    }
}
