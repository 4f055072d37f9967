package org.orangeline.placement.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.AbsenceReason;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.ReviewOutcome;
import org.orangeline.events.model.Sex;
import org.orangeline.kit.rest.Says;

/** Bodies of the calls about people who are placed. */
public final class CustodyRequests {

    private static final String SLUG = PlacementRequests.SLUG;
    private static final String CODE = "[A-Za-z0-9][A-Za-z0-9./_-]{0,63}";
    private static final String LANGUAGE = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}";
    private static final String IS_CODE = "must be a code of at most 64 characters, never a name";
    private static final int WORDS = 2000;

    private CustodyRequests() {}

    /**
     * Why somebody goes away, where to, with whom, and until when.
     *
     * @param at when; now, when left out
     * @param destination code of where to, for example of a hospital or a court; never an address
     * @param escort code of who goes along, never a name
     */
    @Schema(name = "Absence")
    public record AbsenceRequest(
            @NotNull AbsenceReason why,
            @Nullable Instant expectedBack,
            @Nullable Instant at,
            @Nullable @Pattern(regexp = CODE, message = IS_CODE) String destination,
            @Nullable @Pattern(regexp = CODE, message = IS_CODE) String escort) {}

    /**
     * Who is there.
     *
     * @param section the whole facility when left out
     * @param counted how many people are there
     * @param missing placements of those who are expected and not there
     * @param note what is known of them
     * @param at when; now, when left out
     */
    @Schema(name = "RollCheckRequest")
    public record RollCheckRequest(
            @Nullable @Pattern(regexp = SLUG, message = "must be a slug") String section,
            @NotNull @Min(0) @Max(1_000_000) Integer counted,
            @Nullable @Size(max = 500) List<@NotNull UUID> missing,
            @Nullable @Says(max = WORDS) String note,
            @Nullable Instant at) {}

    /**
     * When the person came back.
     *
     * @param at now, when left out
     */
    @Schema(name = "Return")
    public record ReturnRequest(@Nullable Instant at) {}

    /** When it was noticed, and what is known. */
    @Schema(name = "Escape")
    public record EscapeRequest(
            @NotNull Instant noticedAt, @NotNull @Says(max = WORDS) String note) {}

    /** When the person died, and what is known. */
    @Schema(name = "DeathInCustody")
    public record DeathRequest(
            @NotNull Instant diedAt, @NotNull @Says(max = WORDS) String circumstances) {}

    /**
     * @param section the section, where the facility has any and it is known
     * @param basis left out, the person counts as held
     * @param since earliest plausible moment of custody, when that is before the arrival
     * @param foundAt now, when left out
     * @param accompanies the relative beside whom the person is
     */
    @Schema(name = "FoundInside")
    public record FoundInsideRequest(
            @NotNull UUID personId,
            @Nullable @Pattern(regexp = SLUG, message = "must be a slug") String section,
            @Nullable Basis basis,
            @Nullable Instant since,
            @Nullable Instant foundAt,
            @Nullable UUID accompanies,
            @NotNull @Says(max = WORDS) String reason) {}

    /** Since when nobody knows where the person is, and what is known. */
    @Schema(name = "Missing")
    public record MissingRequest(@NotNull Instant since, @NotNull @Says(max = WORDS) String note) {}

    /** When the person was found, and what is known. */
    @Schema(name = "Found")
    public record FoundRequest(@NotNull Instant foundAt, @NotNull @Says(max = WORDS) String note) {}

    /**
     * @param fact name of the placement's last fact, for example {@code DiedInCustody}
     */
    @Schema(name = "Withdrawal")
    public record WithdrawalRequest(
            @NotNull
                    @Pattern(
                            regexp = "[A-Z][A-Za-z]{2,63}",
                            message = "must be the name of an event")
                    String fact,
            @NotNull @Says(max = WORDS) String reason) {}

    /**
     * The inquiry's number.
     *
     * @param at when it was opened; now, when left out
     */
    @Schema(name = "Inquiry")
    public record InquiryRequest(
            @NotNull @Pattern(regexp = CODE, message = IS_CODE) String inquiryNumber,
            @Nullable Instant at) {}

    /** When the child was born. */
    @Schema(name = "Birth")
    public record BirthRequest(@NotNull Instant bornAt, @NotNull Sex sex) {}

    /**
     * What the person said.
     *
     * @param at when; now, when left out
     */
    @Schema(name = "Note")
    public record NoteRequest(@NotNull @Says(max = WORDS) String note, @Nullable Instant at) {}

    /**
     * @param language BCP 47; P11 asks for it
     * @param interpreter code, never a name
     * @param sharedLanguage true when nobody had to interpret; P11 asks for one or the other
     * @param at when; now, when left out
     */
    @Schema(name = "Reasons")
    public record ReasonsRequest(
            @Nullable @Pattern(regexp = LANGUAGE, message = "must be a language tag")
                    String language,
            @Nullable @Pattern(regexp = CODE, message = IS_CODE) String interpreter,
            @Nullable Boolean sharedLanguage,
            @Nullable Instant at) {}

    /**
     * The card's number.
     *
     * @param at when it was made out; now, when left out
     */
    @Schema(name = "Card")
    public record CardRequest(
            @NotNull @Pattern(regexp = CODE, message = IS_CODE) String cardNumber,
            @Nullable Instant at) {}

    /**
     * The notice's number.
     *
     * @param at when it was given; now, when left out
     */
    @Schema(name = "BureauNotice")
    public record NoticeRequest(
            @NotNull @Pattern(regexp = CODE, message = IS_CODE) String noticeNumber,
            @Nullable Instant at) {}

    /**
     * @param members codes of who sat in it, never names
     * @param appealId the appeal that it answers
     * @param at when it was held; now, when left out
     */
    @Schema(name = "Review")
    public record ReviewRequest(
            @NotNull ReviewOutcome outcome,
            @NotNull @Size(min = 1, max = 20)
                    List<@NotNull @Pattern(regexp = CODE, message = IS_CODE) String> members,
            @Nullable UUID appealId,
            @NotNull @Says(max = WORDS) String reason,
            @Nullable Instant at) {}

    /**
     * What the person says.
     *
     * @param at when; now, when left out
     */
    @Schema(name = "Appeal")
    public record AppealRequest(
            @NotNull @Says(max = 4000) String statement, @Nullable Instant at) {}

    /**
     * @param section one that admits each person is taken when left out
     */
    @Schema(name = "TransferOrder")
    public record TransferRequest(
            @NotNull @Size(min = 1, max = 100) List<@NotNull UUID> placementIds,
            @NotNull @Pattern(regexp = SLUG, message = "must be a slug") String facilityId,
            @Nullable @Pattern(regexp = SLUG, message = "must be a slug") String section,
            @NotNull @Says(max = WORDS) String reason) {}

    /**
     * @param insideAlready the person is inside: recorded although a rule is broken, and questioned
     * @param at when; now, when left out
     */
    @Schema(name = "TransferArrival")
    public record ArrivalRequest(@NotNull Boolean insideAlready, @Nullable Instant at) {}

    /**
     * @param rule P6 or P8
     */
    @Schema(name = "OverrideSignature")
    public record OverrideRequest(
            @NotNull @Pattern(regexp = SLUG, message = "must be a slug") String facilityId,
            @NotNull @Pattern(regexp = "[LSP][0-9]{1,2}", message = "must be a rule's id")
                    String rule,
            @NotNull @Says(max = WORDS) String reason) {}

    /** Which questioned rules are settled, and why. */
    @Schema(name = "Settlement")
    public record SettlementRequest(
            @NotNull @Size(min = 1, max = 20)
                    List<
                                    @NotNull
                                    @Pattern(
                                            regexp = "[LSP][0-9]{1,2}",
                                            message = "must be a rule's id")
                                    String>
                            rules,
            @NotNull @Says(max = WORDS) String reason) {}

    /** Who is to travel where. */
    @Schema(name = "Convoy")
    public record ConvoyRequest(
            @NotNull @Pattern(regexp = SLUG, message = "must be a slug") String facilityId,
            @NotNull @Size(min = 1, max = 500) List<@NotNull UUID> personIds) {}

    /**
     * @param personIds who is on board
     * @param escort code of who takes the people over, never a name
     */
    @Schema(name = "ConvoyDeparture")
    public record DepartureRequest(
            @NotNull @Size(min = 1, max = 500) List<@NotNull UUID> personIds,
            @NotNull @Pattern(regexp = CODE, message = IS_CODE) String escort,
            @NotNull Instant departedAt) {}

    /**
     * @param missing who left with it and did not arrive
     * @param unlisted who came with it and is not on its list (P16)
     * @param escort code of who hands the people over, never a name
     * @param at when it arrived; now, when left out
     */
    @Schema(name = "ConvoyArrival")
    public record ReceptionRequest(
            @Nullable @Size(max = 500) List<@NotNull UUID> missing,
            @Nullable @Size(max = 500) List<@NotNull UUID> unlisted,
            @NotNull @Pattern(regexp = CODE, message = IS_CODE) String escort,
            @Nullable Instant at) {}

    /**
     * @param section the facility as a whole when left out
     * @param working places that are ready; at most certified
     * @param certified places that the authority allows
     * @param blocked working places that are out of use; 0 when left out
     */
    @Schema(name = "CapacityChange")
    public record CapacityRequest(
            @Nullable @Pattern(regexp = SLUG, message = "must be a slug") String section,
            @NotNull @Min(0) @Max(1_000_000) Integer working,
            @NotNull @Min(0) @Max(1_000_000) Integer certified,
            @Nullable @Min(0) @Max(1_000_000) Integer blocked,
            @NotNull @Says(max = WORDS) String reason) {}
}
