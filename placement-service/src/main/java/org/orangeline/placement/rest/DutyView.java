package org.orangeline.placement.rest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.DutyKind;
import org.orangeline.placement.duties.Duty;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;

/**
 * Something that the legal profile asks for and that is not done.
 *
 * @param duty what has to be done
 * @param rule the rule that asks for it
 * @param due until when
 * @param status {@code due} or {@code overdue}
 * @param reported whether {@code DutyOverdue}, or {@code LineDutyOverdue}, is recorded
 * @param placementId missing for a person who waits under guard in a line
 * @param facilityId missing for a person who waits under guard in a line
 */
@Schema(name = "Duty")
public record DutyView(
        DutyKind duty,
        String rule,
        Instant due,
        String status,
        boolean reported,
        UUID personId,
        @Nullable String registrationNumber,
        @Nullable UUID placementId,
        @Nullable String facilityId) {

    static DutyView of(Duty duty, KnownOperation known, Instant now) {
        return new DutyView(
                duty.kind(),
                duty.rule(),
                duty.due(),
                duty.isOverdue(now) ? "overdue" : "due",
                duty.reported(),
                duty.personId(),
                known.person(duty.personId()).map(PersonFacts::registrationNumber).orElse(null),
                duty.placementId(),
                duty.facilityId());
    }
}
