package org.orangeline.events.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Device;

/**
 * A truck or a convoy came in and was counted; its people are registered one by one later.
 *
 * @param groupId UUIDv7 made on the tablet; arrivals name it
 * @param receptionPoint slug of the place
 * @param arrivedAt the tablet's time of the arrival; custody may count from it (rule P10)
 * @param headCount how many people were counted, 1 or more
 * @param note what else was told, sealed on the wire
 */
public record GroupPreRegistered(
        UUID groupId,
        String receptionPoint,
        Instant arrivedAt,
        int headCount,
        @Nullable Confidential<String> note,
        @Nullable Device device)
        implements IntakeEvent {

    @Override
    public String subject() {
        return groupId.toString();
    }
}
