package org.orangeline.kit.batch;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.rest.Says;

/** What is shown of held items, and what humans say about them. */
final class HeldViews {

    private HeldViews() {}

    /**
     * Never what is in it.
     *
     * @param since when it came
     * @param waitingFor persons whom it names and who are not here yet
     * @param overdue it has waited for longer than a day
     * @param uploadedBy in whose name it is decided
     * @param problem why it is in quarantine, or was refused after it had waited
     * @param settlement what a human made of it
     * @param release who let it be decided although it was in quarantine
     */
    @Schema(name = "HeldItem")
    public record Line(
            UUID itemId,
            String deviceId,
            long deviceSequence,
            HeldItem.State state,
            Instant since,
            List<UUID> waitingFor,
            boolean overdue,
            String uploadedBy,
            @Nullable @Schema(type = SchemaType.OBJECT) JsonNode problem,
            @Nullable Settled settlement,
            @Nullable Settled release) {}

    /** Who did what about it, and why. */
    @Schema(name = "HeldItemSettlement")
    public record Settled(
            HeldItem.Settlement.How how, String by, Instant at, @Nullable String reason) {}

    /**
     * What was uploaded, as far as the caller may read it.
     *
     * @param personIds whom it names
     * @param body null when nothing of it is for the caller, or it is gone
     * @param abridged whether the body is without what is not for the caller: identities and words
     */
    @Schema(name = "HeldItemContent")
    public record Content(
            Line item,
            List<UUID> personIds,
            @Nullable String method,
            @Nullable String path,
            @Nullable @Schema(type = SchemaType.OBJECT) JsonNode body,
            boolean abridged) {}

    /** Why. */
    @Schema(name = "HeldItemReason")
    public record Reason(@NotNull @Says(max = 2000) String reason) {}

    static Line line(HeldItem held, HeldItems items) {
        return new Line(
                held.itemId(),
                held.deviceId(),
                held.deviceSequence(),
                held.state(),
                held.since(),
                held.isOpen() ? items.waitsFor(held) : List.of(),
                items.isOverdue(held),
                held.actor(),
                held.problem(),
                settled(held, held.settlement(), items),
                settled(held, held.release(), items));
    }

    private static @Nullable Settled settled(
            HeldItem held, HeldItem.@Nullable Settlement by, HeldItems items) {
        return by == null
                ? null
                : new Settled(by.how(), by.by(), by.at(), items.reason(held, by).orElse(null));
    }
}
