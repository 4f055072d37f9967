package org.orangeline.intake;

import java.util.Set;
import java.util.UUID;
import org.orangeline.events.Confidential;

/** Erasing an identity, by two humans. */
public sealed interface ErasureCommand extends IntakeCommand {

    /** The first human asks; gives {@code ErasureRequested}. */
    record RequestErasure(String operation, UUID personId, Confidential<String> reason)
            implements ErasureCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(personId.toString());
        }
    }

    /**
     * A second human signs; gives {@code IdentityErased} and {@code EmergencyAccessErased}.
     *
     * @param registrationNumber of the person, so that nobody signs another one by mistake
     */
    record SignErasure(String operation, UUID erasureId, String registrationNumber)
            implements ErasureCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(erasureId.toString());
        }
    }

    /** A human says no; gives {@code ErasureDeclined}. */
    record DeclineErasure(String operation, UUID erasureId, Confidential<String> reason)
            implements ErasureCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(erasureId.toString());
        }
    }
}
