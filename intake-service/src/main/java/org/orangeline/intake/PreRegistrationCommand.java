package org.orangeline.intake;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Device;

/** Trucks and convoys, counted before their people are registered. */
public sealed interface PreRegistrationCommand extends IntakeCommand {

    UUID groupId();

    @Override
    default Set<String> subjects() {
        return Set.of(groupId().toString());
    }

    /** Counts a group; gives {@code GroupPreRegistered}. */
    record PreRegisterGroup(
            String operation,
            UUID groupId,
            String receptionPoint,
            Instant arrivedAt,
            int headCount,
            @Nullable Confidential<String> note,
            @Nullable Device device)
            implements PreRegistrationCommand {

        /** What counts as content: not which tablet sent it, nor who held the tablet. */
        public PreRegisterGroup content() {
            return new PreRegisterGroup(
                    operation, groupId, receptionPoint, arrivedAt, headCount, note, null);
        }
    }

    /** Expects nobody else out of the group; gives {@code PreRegistrationClosed}. */
    record ClosePreRegistration(String operation, UUID groupId, Confidential<String> reason)
            implements PreRegistrationCommand {}
}
