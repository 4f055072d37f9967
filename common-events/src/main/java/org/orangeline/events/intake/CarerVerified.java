package org.orangeline.events.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;

/**
 * A second human verified that an adult is responsible for a child. It counts for as long as the
 * tie stands.
 *
 * @param personId the child
 * @param carerId the adult
 * @param verifiedBy id of the officer, who is not who stated the tie
 * @param reason how it was verified, sealed on the wire
 * @param at when it was verified, where that was told; null means when it was recorded
 */
public record CarerVerified(
        UUID personId,
        UUID carerId,
        String verifiedBy,
        Confidential<String> reason,
        @Nullable Instant at)
        implements PersonIntakeEvent {}
