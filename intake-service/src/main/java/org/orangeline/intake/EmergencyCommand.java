package org.orangeline.intake;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.orangeline.events.Confidential;

/** Reading an identity in an emergency. */
public sealed interface EmergencyCommand extends IntakeCommand {

    /** Takes the right for a while; gives {@code EmergencyAccessTaken}. */
    record TakeAccess(String operation, UUID personId, Duration length, Confidential<String> reason)
            implements EmergencyCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(personId.toString());
        }
    }

    /** Says whether it was right; gives {@code EmergencyAccessReviewed}. */
    record ReviewAccess(
            String operation, UUID accessId, boolean justified, Confidential<String> reason)
            implements EmergencyCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(accessId.toString());
        }
    }
}
