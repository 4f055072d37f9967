package org.orangeline.placement;

import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Pick.any;

import java.util.Random;
import java.util.UUID;
import org.orangeline.events.model.Basis;
import org.orangeline.placement.CustodyCommand.ConfirmWithdrawal;
import org.orangeline.placement.CustodyCommand.RecordFound;
import org.orangeline.placement.CustodyCommand.RecordFoundInside;
import org.orangeline.placement.CustodyCommand.ReportMissing;
import org.orangeline.placement.CustodyCommand.RequestWithdrawal;
import org.orangeline.placement.DutyCommand.OpenInquiry;
import org.orangeline.placement.orders.Placement;

/** What the register did not know, or has wrong, in a random history. */
final class RandomErrors {

    private RandomErrors() {}

    static PlacementCommand ask(Random random, Placement placement, UUID person, String facility) {
        UUID id = placement.placementId();
        UUID who = placement.personId();
        return switch (random.nextInt(7)) {
            case 0 ->
                    new RecordFoundInside(
                            OP,
                            random.nextBoolean() ? who : person,
                            facility,
                            null,
                            random.nextBoolean() ? null : any(random, Basis.values()),
                            null,
                            null,
                            null,
                            null,
                            WHY);
            case 1 -> new ReportMissing(OP, id, who, placement.since(), WHY);
            case 2 -> new RecordFound(OP, id, who, placement.since(), WHY);
            case 3 -> new OpenInquiry(OP, id, who, "I-1", null);
            case 4, 5 ->
                    new RequestWithdrawal(
                            OP,
                            id,
                            who,
                            placement.undo() == null ? "Escaped" : placement.undo().fact(),
                            WHY);
            default ->
                    new ConfirmWithdrawal(
                            OP,
                            id,
                            who,
                            placement.withdrawal() == null
                                    ? id
                                    : placement.withdrawal().withdrawalId());
        };
    }
}
