package org.orangeline.intake.arrival;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.PersonDied;
import org.orangeline.events.intake.PersonLeft;
import org.orangeline.intake.DepartureCommand.RecordDeath;
import org.orangeline.intake.DepartureCommand.RecordDeparture;
import org.orangeline.intake.IntakeState;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/** Who leaves the reception point or dies there; each once. */
public final class DepartureDecider {

    /** A tablet's clock may be ahead by so much; what is further off is a slip of the finger. */
    static final Duration AHEAD = Duration.ofHours(24);

    private DepartureDecider() {}

    public static Decision<IntakeEvent> leave(
            RecordDeparture command, IntakeState state, Context context) {
        Optional<Refusal> refusal = state.whyNotUsable(command.operation(), command.personId());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        Person person = state.require(command.operation()).require(command.personId());
        if (person.gone() != null) {
            return Decision.refuse(Refusal.conflict("This person is not here any more."));
        }
        return isToCome(command.leftAt(), context)
                ? Decision.refuse(toCome())
                : Decision.accept(
                        new PersonLeft(command.personId(), command.leftAt(), command.reason()));
    }

    /** A death is recorded also of who had left: it is learned when it is learned. */
    public static Decision<IntakeEvent> die(
            RecordDeath command, IntakeState state, Context context) {
        Optional<Refusal> refusal = state.whyNotUsable(command.operation(), command.personId());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        Person person = state.require(command.operation()).require(command.personId());
        if (person.gone() != null && person.gone().how() == Gone.How.DIED) {
            return Decision.refuse(Refusal.conflict("This death is recorded already."));
        }
        return isToCome(command.diedAt(), context)
                ? Decision.refuse(toCome())
                : Decision.accept(
                        new PersonDied(
                                command.personId(), command.diedAt(), command.circumstances()));
    }

    private static boolean isToCome(Instant told, Context context) {
        return told.isAfter(context.now().plus(AHEAD));
    }

    private static Refusal toCome() {
        return Refusal.conflict("This time is still to come.");
    }
}
