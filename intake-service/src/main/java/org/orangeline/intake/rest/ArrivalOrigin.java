package org.orangeline.intake.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.intake.IntakeCommand;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.custody.Custody;
import org.orangeline.kit.batch.Origin;
import org.orangeline.kit.rest.CurrentCaller;
import org.orangeline.kit.rest.DeviceToken;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.runtime.kafka.Engine;

/**
 * What says that a tablet kept it comes from that tablet, and from its own reception point:
 * somebody else's word would stand in the record as the tablet's, and take the numbers that it has
 * called out.
 */
@ApplicationScoped
public class ArrivalOrigin {

    private final Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine;
    private final CurrentCaller caller;

    ArrivalOrigin(
            Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine, CurrentCaller caller) {
        this.engine = engine;
        this.caller = caller;
    }

    /**
     * On the instance that decides. What was held before was looked at then, or by the human who
     * released it. Who is registered already gets a receipt or is told of other content, and
     * nothing is recorded: a tablet that lost its key learns what it needs.
     *
     * @throws ProblemException 403 when it cannot come from there, 503 when it is not known whether
     *     the person is registered
     */
    void require(String operation, UUID personId, ArrivalRequest arrival) {
        if (caller.wasHeld()) {
            return;
        }
        Optional<Problem> problem = whyNot(arrival, caller.shownDevice());
        if (problem.isPresent() && !isRegistered(operation, personId)) {
            throw new ProblemException(problem.get());
        }
    }

    /** Why it cannot come from the tablet that was shown, or from none; empty when it can. */
    static Optional<Problem> whyNot(ArrivalRequest arrival, Optional<DeviceToken> shown) {
        String named = arrival.device() == null ? null : arrival.device().deviceId();
        if (shown.isPresent()) {
            return Origin.whyNot(named, arrival.receptionPoint(), shown.get());
        }
        return named == null
                ? Optional.empty()
                : Optional.of(
                        Origin.otherDevice(
                                "An arrival that names a tablet in device is sent by it, with"
                                        + " Device-Id and Device-Token."));
    }

    private boolean isRegistered(String operation, UUID personId) {
        if (engine.view(operation).own().person(operation, personId).isPresent()) {
            return true;
        }
        if (!engine.isSureOfAbsence(operation)) {
            throw ProblemException.unavailable("The view is not known to be current.");
        }
        return false;
    }
}
