package org.orangeline.placement.rest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.DutyKind;
import org.orangeline.placement.duties.DoneInTime;
import org.orangeline.placement.duties.Duty;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;

/**
 * Something that the legal profile asks for and that is not done, or was reported as not done by
 * mistake.
 *
 * @param duty what has to be done
 * @param rule the rule that asks for it
 * @param due until when
 * @param status {@code due}, {@code overdue} or {@code done-in-time}
 * @param reported whether {@code DutyOverdue}, or {@code LineDutyOverdue}, is recorded
 * @param placementId missing for a person who waits under guard in a line
 * @param facilityId missing for a person who waits under guard in a line
 * @param doneAt when it was done, of what was done in time and recorded late
 * @param recordedAt when that was recorded
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
        @Nullable String facilityId,
        @Nullable Instant doneAt,
        @Nullable Instant recordedAt) {

    static final String DONE_IN_TIME = "done-in-time";

    /** It was reported as overdue, and was not. */
    static DutyView of(DoneInTime done, KnownOperation known) {
        return new DutyView(
                done.kind(),
                done.rule(),
                done.due(),
                DONE_IN_TIME,
                true,
                done.personId(),
                known.person(done.personId()).map(PersonFacts::registrationNumber).orElse(null),
                done.placementId(),
                done.facilityId(),
                done.doneAt(),
                done.recordedAt());
    }

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
                duty.facilityId(),
                null,
                null);
    }
}
