package org.orangeline.events.intake;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * A second human found too that two registrations are of one person. From then on what permits
 * something on the record of one (a finding, a clearance, an assessment, a carer) counts for the
 * other; what protects counts from the merge on.
 *
 * @param personId the registration that stays in use
 * @param mergeId the merge that is confirmed
 * @param otherId the registration that leads to it
 * @param confirmedBy id of the human, another one than who merged
 * @param reason why, sealed on the wire
 */
public record MergeConfirmed(
        UUID personId, UUID mergeId, UUID otherId, String confirmedBy, Confidential<String> reason)
        implements PersonIntakeEvent {}
