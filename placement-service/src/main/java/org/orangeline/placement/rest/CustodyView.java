package org.orangeline.placement.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Basis;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.proposals.Proposal;

/**
 * Where a person is, on what basis, and what is due for the person.
 *
 * @param placement the open one
 * @param proposal the present one
 * @param duties what the legal profile asks for
 */
@Schema(name = "Custody")
public record CustodyView(
        UUID personId,
        @Nullable String registrationNumber,
        @Nullable PlacementView placement,
        @Nullable Proposal proposal,
        List<Duty> duties) {

    /**
     * @param status {@code ordered} or {@code placed}
     * @param since when that began
     * @param questioned rules that it breaks and that no human has settled (rule P14)
     */
    @Schema(name = "Placement")
    public record PlacementView(
            UUID placementId,
            String facilityId,
            Basis basis,
            String status,
            Instant since,
            @Nullable UUID accompanies,
            @Nullable Instant reviewDue,
            List<String> questioned) {

        static PlacementView of(Placement placement) {
            return new PlacementView(
                    placement.placementId(),
                    placement.facilityId(),
                    placement.basis(),
                    placement.status().name().toLowerCase(Locale.ROOT),
                    placement.since(),
                    placement.accompanies(),
                    placement.reviewDue(),
                    placement.questioned());
        }
    }

    /**
     * @param duty what has to be done
     * @param rule the rule that asks for it
     * @param due until when
     * @param status {@code due} or {@code overdue}
     */
    @Schema(name = "Duty")
    public record Duty(String duty, String rule, Instant due, String status) {

        private static Duty of(String duty, String rule, Instant due, Instant now) {
            return new Duty(duty, rule, due, now.isAfter(due) ? "overdue" : "due");
        }

        /** The duties that a placement starts, by the operation's legal profile. */
        static List<Duty> of(Placement placement, LegalProfile profile, Instant now) {
            List<Duty> duties = new ArrayList<>();
            if (placement.reviewDue() != null) {
                duties.add(of("FIRST_REVIEW", "P10", placement.reviewDue(), now));
            }
            if (placement.basis().isDetention() && placement.status() == Placement.Status.PLACED) {
                duties.add(within("CARD", placement, profile.cardWithin(), now));
                duties.add(within("BUREAU_NOTICE", placement, profile.bureauNoticeWithin(), now));
            }
            return duties;
        }

        private static Duty within(String duty, Placement placement, Duration limit, Instant now) {
            return of(duty, "P12", placement.since().plus(limit), now);
        }
    }
}
