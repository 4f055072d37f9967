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
     * @param registrationNumbers of all of the person's registrations, so that nobody signs another
     *     one by mistake, or more than was meant
     */
    record SignErasure(String operation, UUID erasureId, Set<String> registrationNumbers)
            implements ErasureCommand {

        public SignErasure {
            registrationNumbers = Set.copyOf(registrationNumbers);
        }

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
