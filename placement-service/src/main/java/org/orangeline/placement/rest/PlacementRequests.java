package org.orangeline.placement.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.ConsentGiver;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Sex;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Says;

/** Bodies of placement-service's calls. */
public final class PlacementRequests {

    static final String SLUG = PathId.SLUG;

    private PlacementRequests() {}

    /** For a slug in a path. */
    static void requireSlug(String name, String value) {
        if (!value.matches(SLUG)) {
            throw ProblemException.badRequest(name + " must be a slug.");
        }
    }

    /**
     * @param capacity working capacity in places
     * @param admits whom it takes; everybody when left out
     * @param authority code of the registered receiver that runs it (P9); the operation itself when
     *     left out
     * @param mayLeave false where nobody may leave: shelter there is deprivation of liberty, and
     *     its clocks run (P10 to P12); true when left out
     */
    @Schema(name = "Facility")
    public record FacilityRequest(
            @NotNull @Says(max = 120, oneLine = true) String name,
            @NotNull FacilityKind kind,
            @NotNull @Min(0) @Max(1_000_000) Integer capacity,
            @Nullable @Valid AdmitsEntry admits,
            @Nullable @Size(max = 200) List<@NotNull @Valid SectionEntry> sections,
            @Nullable @Pattern(regexp = SLUG, message = "must be a slug") String authority,
            @Nullable Boolean mayLeave) {}

    /**
     * A part of a facility with places of its own; an order needs one in both.
     *
     * @param family whether it has quarters per family; without them, women and unrelated men are
     *     not in it together (P7)
     */
    @Schema(name = "Section")
    public record SectionEntry(
            @NotNull @Pattern(regexp = SLUG, message = "must be a slug") String sectionId,
            @NotNull @Says(max = 120, oneLine = true) String name,
            @NotNull @Min(0) @Max(1_000_000) Integer capacity,
            @Nullable @Valid AdmitsEntry admits,
            @Nullable Boolean family) {}

    /** An empty or missing set means no limit. */
    @Schema(name = "Admits")
    public record AdmitsEntry(
            @Nullable Set<@NotNull Sex> sexes, @Nullable Set<@NotNull AgeBand> ages) {}

    /**
     * @param section one that admits the person and has a free place is taken when left out
     * @param ground the order's own; CRIMINAL_CUSTODY needs a criminal one, and so does the finding
     *     (P4)
     * @param legalReference the provision it rests on; needed for CRIMINAL_CUSTODY
     * @param accompanies the relative, for ACCOMPANYING_FAMILY
     * @param consent needed for VOLUNTARY_SHELTER (P14), and for ACCOMPANYING_FAMILY unless the
     *     person is certainly a child (P5)
     */
    @Schema(name = "PlacementOrder")
    public record OrderRequest(
            @NotNull UUID personId,
            @NotNull @Pattern(regexp = SLUG, message = "must be a slug") String facilityId,
            @Nullable @Pattern(regexp = SLUG, message = "must be a slug") String section,
            @NotNull Basis basis,
            @Nullable @Valid GroundEntry ground,
            @Nullable @Says(max = 120, oneLine = true) String legalReference,
            @Nullable UUID accompanies,
            @Nullable @Valid ConsentEntry consent) {}

    /** Orders of one request; each has an outcome of its own. */
    @Schema(name = "PlacementOrders")
    public record OrdersRequest(
            @NotNull @Size(min = 1, max = 500) List<@NotNull @Valid OrderEntry> orders) {}

    /**
     * @param unit people with the same word are ordered together, all or none; rule P6 sees them as
     *     one
     */
    @Schema(name = "PlacementOrderEntry")
    public record OrderEntry(
            @Nullable @Says(max = 64, oneLine = true) String unit,
            @NotNull @Valid OrderRequest order) {}

    /** A ground with what is stated for it; the statement is sealed before it is recorded. */
    @Schema(name = "Ground")
    public record GroundEntry(
            @NotNull GroundCode code, @NotNull @Says(max = 4000) String statement) {}

    /**
     * Consent to this place on this basis.
     *
     * @param recordedAt when it was given; after the person came, and after consent was taken back
     * @param language the language it was asked in (BCP 47)
     * @param givenBy the person, when left out; of a child, who cares for it
     * @param takenBy code, never a name, of who took the consent; you, when left out
     */
    @Schema(name = "Consent")
    public record ConsentEntry(
            @NotNull Instant recordedAt,
            @NotNull
                    @Pattern(
                            regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}",
                            message = "must be a language tag")
                    String language,
            @Nullable ConsentGiver givenBy,
            @Nullable
                    @Pattern(
                            regexp = "[A-Za-z0-9][A-Za-z0-9./_-]{0,63}",
                            message = "must be a code of at most 64 characters, never a name")
                    String takenBy) {}

    /**
     * What a person is held or sheltered on from now on, and why.
     *
     * @param consent as in an order (P5, P14)
     * @param facilityId where the person is to be brought with it; the person stays when left out
     */
    @Schema(name = "BasisChange")
    public record BasisRequest(
            @NotNull Basis basis,
            @Nullable @Valid GroundEntry ground,
            @Nullable @Says(max = 120, oneLine = true) String legalReference,
            @Nullable UUID accompanies,
            @Nullable @Valid ConsentEntry consent,
            @Nullable @Pattern(regexp = SLUG, message = "must be a slug") String facilityId,
            @Nullable @Pattern(regexp = SLUG, message = "must be a slug") String section,
            @NotNull @Says(max = 2000) String reason) {}

    /** Why. */
    @Schema(name = "Reason")
    public record ReasonRequest(@NotNull @Says(max = 2000) String reason) {}

    /**
     * @param insideAlready for a person who is inside before the rules were met: recorded all the
     *     same, and questioned
     * @param at when; now, when left out
     */
    @Schema(name = "Admission")
    public record AdmissionRequest(
            @Nullable @Valid ReasonRequest insideAlready, @Nullable Instant at) {}
}
