package org.orangeline.events.intake;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * A second human verified that an adult is responsible for a child. It counts for as long as the
 * tie stands.
 *
 * @param personId the child
 * @param carerId the adult
 * @param verifiedBy id of the officer, who is not who stated the tie
 * @param reason how it was verified, sealed on the wire
 */
public record CarerVerified(
        UUID personId, UUID carerId, String verifiedBy, Confidential<String> reason)
        implements PersonIntakeEvent {}
