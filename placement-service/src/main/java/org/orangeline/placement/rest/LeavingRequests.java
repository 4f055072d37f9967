package org.orangeline.placement.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.DepartureKind;
import org.orangeline.events.model.Risk;
import org.orangeline.kit.rest.Says;
import org.orangeline.placement.rest.PlacementRequests.AdmitsEntry;
import org.orangeline.placement.rest.PlacementRequests.SectionEntry;

/** Bodies of the calls about people who leave a facility, and about receivers (P6, P9). */
public final class LeavingRequests {

    private static final String SLUG = PlacementRequests.SLUG;
    private static final String IS_SLUG = "must be a slug";
    private static final int WORDS = 2000;

    private LeavingRequests() {}

    /** One receiver has one code, however it is spelled. */
    static String receiver(String code) {
        return code.toUpperCase(Locale.ROOT);
    }

    /**
     * Why, where to, and the decision that it rests on.
     *
     * @param kind where to; {@code TAKEN_AWAY} and {@code HANDED_OVER} are refused (P9)
     * @param at when; now, when left out
     */
    @Schema(name = "Release")
    public record ReleaseRequest(
            @NotNull DepartureKind kind,
            @NotNull @Says(max = WORDS) String reason,
            @Nullable @Says(max = 120, oneLine = true) String legalReference,
            @Nullable Instant at) {}

    /**
     * A release of several people together, all or none.
     *
     * @param kind where to; {@code TAKEN_AWAY} and {@code HANDED_OVER} are refused (P9)
     * @param at when; now, when left out
     */
    @Schema(name = "Releases")
    public record ReleasesRequest(
            @NotNull @Size(min = 1, max = 100) List<@NotNull UUID> placementIds,
            @NotNull DepartureKind kind,
            @NotNull @Says(max = WORDS) String reason,
            @Nullable @Says(max = 120, oneLine = true) String legalReference,
            @Nullable Instant at) {}

    /**
     * @param receiver code of a registered receiver
     * @param at when; now, when left out
     */
    @Schema(name = "HandOver")
    public record HandOverRequest(
            @NotNull @Pattern(regexp = SLUG, message = IS_SLUG) String receiver,
            @NotNull @Says(max = WORDS) String reason,
            @Nullable Instant at) {}

    /**
     * A hand-over of several people together, all or none.
     *
     * @param receiver code of a registered receiver
     * @param at when; now, when left out
     */
    @Schema(name = "HandOvers")
    public record HandOversRequest(
            @NotNull @Size(min = 1, max = 100) List<@NotNull UUID> placementIds,
            @NotNull @Pattern(regexp = SLUG, message = IS_SLUG) String receiver,
            @NotNull @Says(max = WORDS) String reason,
            @Nullable Instant at) {}

    /**
     * @param state the state that the authority belongs to, or acts for: ISO 3166-1 alpha-3
     */
    @Schema(name = "Receiver")
    public record ReceiverRequest(
            @NotNull @Says(max = 120, oneLine = true) String name,
            @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be ISO 3166-1 alpha-3")
                    String state) {}

    /**
     * Either {@code mayLeave}, with who is to run it, or a layout.
     *
     * @param authority code of the registered receiver that is to run it; the operation itself when
     *     left out
     * @param mayLeave whether who lives there may go
     * @param at since when it is so; when a second person approves it, if left out
     * @param layout another name, other sections, whom it takes, or that it closes
     */
    @Schema(name = "FacilityChange")
    public record FacilityChangeRequest(
            @Nullable @Pattern(regexp = SLUG, message = "must be a slug") String authority,
            @Nullable Boolean mayLeave,
            @NotNull @Says(max = WORDS) String reason,
            @Nullable Instant at,
            @Nullable @Valid LayoutEntry layout) {}

    /**
     * What is left out stays as it is.
     *
     * @param sections new parts, and parts that are to be otherwise, each as a whole; one that was
     *     closed is open again
     * @param closedSections parts that take nobody any more
     * @param closed whether the facility takes nobody any more
     */
    @Schema(name = "FacilityLayout")
    public record LayoutEntry(
            @Nullable @Says(max = 120, oneLine = true) String name,
            @Nullable @Valid AdmitsEntry admits,
            @Nullable @Size(max = 200) List<@NotNull @Valid SectionEntry> sections,
            @Nullable @Size(max = 200)
                    List<@NotNull @Pattern(regexp = SLUG, message = "must be a slug") String>
                            closedSections,
            @Nullable Boolean closed) {}

    /**
     * @param receiver code of a registered receiver; what is found holds for its state
     * @param heardAt when the person was heard; nobody is found to be safe without it
     * @param said what the person said
     */
    @Schema(name = "NonRefoulement")
    public record AssessmentRequest(
            @NotNull @Pattern(regexp = SLUG, message = IS_SLUG) String receiver,
            @NotNull Risk risk,
            @Nullable Instant heardAt,
            @Nullable @Says(max = 4000) String said,
            @NotNull @Says(max = WORDS) String reason) {}
}
