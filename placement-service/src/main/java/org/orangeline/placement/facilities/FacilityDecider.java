package org.orangeline.placement.facilities;

import java.util.Optional;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.placement.FacilityRegistered;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.placement.AlikeIds;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand.RegisterFacility;
import org.orangeline.placement.orders.HumansOnly;
import org.orangeline.placement.safeguards.ReceiverDecider;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/** Registers facilities, each once, by a human: it says who runs one, and who may leave (S6). */
public final class FacilityDecider {

    static final Refusal NOBODY_LEAVES_A_PRISON =
            Refusal.conflict("Nobody may leave a prison: mayLeave is false there.");

    private FacilityDecider() {}

    public static Decision<PlacementEvent> register(
            RegisterFacility command, OperationPlacements state, Context context) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        if (state.facilities().containsKey(command.facilityId())) {
            return Decision.refuse(Refusal.conflict("This facility is registered already."));
        }
        Optional<Refusal> alike =
                AlikeIds.whyNot(command.facilityId(), state.facilities().keySet());
        if (alike.isPresent()) {
            return Decision.refuse(alike.get());
        }
        if (command.authority() != null
                && state.safeguards().receiver(command.authority()).isEmpty()) {
            return Decision.refuse(ReceiverDecider.unregistered());
        }
        if (command.kind() == FacilityKind.PRISON && Boolean.TRUE.equals(command.mayLeave())) {
            return Decision.refuse(NOBODY_LEAVES_A_PRISON);
        }
        return Decision.accept(
                new FacilityRegistered(
                        command.facilityId(),
                        command.name(),
                        command.kind(),
                        command.capacity(),
                        command.admits(),
                        command.sections().isEmpty() ? null : command.sections(),
                        command.authority(),
                        command.mayLeave()));
    }
}
