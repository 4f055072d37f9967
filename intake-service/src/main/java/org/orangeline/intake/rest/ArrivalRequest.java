package org.orangeline.intake.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.AgeMethod;
import org.orangeline.events.model.BirthDateBasis;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.NationalityBasis;
import org.orangeline.events.model.PartialDate;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.families.GroupIds;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Says;
import org.orangeline.kit.rest.TabletTime;

/**
 * An arrival as a tablet sends it. Sex and an age band are enough.
 *
 * @param personId made on the tablet (UUIDv7); needed in a batch, where it is in no path
 * @param arrivedAt the tablet's time of the arrival, in digits of any script; a year of the Hijri,
 *     the Jalali or the Buddhist calendar is converted, and what was sent is kept
 * @param preRegistration the group with which the person was counted before
 * @param registrationNumber out of a block that was leased to the tablet; left out to be given one
 */
@Schema(name = "Arrival")
public record ArrivalRequest(
        @Nullable UUID personId,
        @NotNull @Pattern(regexp = SLUG, message = "must be a slug") String receptionPoint,
        @NotNull
                @Pattern(regexp = TabletTime.SENT, message = "must be a time")
                @Schema(format = "date-time")
                String arrivedAt,
        @NotNull Sex sex,
        @NotNull @Valid AgeEntry age,
        @Nullable @Size(max = 10) List<@NotNull @Valid Nationality> nationalities,
        @Nullable @Size(max = 20) List<@NotNull @Says(max = 64, oneLine = true) String> needs,
        @Nullable @Valid Family family,
        @Nullable @Valid IdentityEntry identity,
        @Nullable @Valid DeviceEntry device,
        @Nullable UUID preRegistration,
        @Nullable @Says(max = 64, oneLine = true) String registrationNumber) {

    static final String SLUG = PathId.SLUG;

    /**
     * Either a birth date, or a range in years.
     *
     * @param birthDate as far as it is known: 2004, 2004-05 or 2004-05-01. A first of January
     *     counts as the whole year unless its basis is VERIFIED.
     * @param basis what the birth date rests on; CLAIMED when it is left out
     */
    @Schema(name = "Age")
    public record AgeEntry(
            @Nullable
                    @Pattern(
                            regexp = PartialDate.PATTERN,
                            message = "must be 2004, 2004-05 or 2004-05-01")
                    String birthDate,
            @Nullable BirthDateBasis basis,
            @Nullable @Min(0) @Max(Age.HIGHEST) Integer min,
            @Nullable @Min(0) @Max(Age.HIGHEST) Integer max,
            @Nullable AgeMethod method,
            @Nullable @Pattern(regexp = SLUG, message = "must be a code, not a name")
                    String assessor) {}

    /** ISO 3166-1 alpha-3 or another code that papers carry (ICAO 9303), STATELESS or UNKNOWN. */
    @Schema(name = "NationalityClaim")
    public record Nationality(
            @NotNull @Says(max = 9, oneLine = true) String country,
            @Nullable NationalityBasis basis) {}

    /**
     * The family's id is made on the tablet and is the same for all its members; it is the tablet's
     * own, or the officer's where there is no tablet. {@code tablet-3:f-1} means another tablet's.
     */
    @Schema(name = "Family")
    public record Family(
            @NotNull
                    @Pattern(
                            regexp = GroupIds.PATTERN,
                            message = "must be a slug, or a tablet's id, a colon and a slug")
                    String groupId,
            @NotNull FamilyRole role) {}

    /** Who the person is, apart from the facts. Sealed before it is recorded. */
    @Schema(name = "Identity")
    public record IdentityEntry(
            @Nullable @Size(max = 10) List<@NotNull @Valid NameEntry> names,
            @Nullable @Size(max = 10) List<@NotNull @Valid NameEntry> aliases,
            @Nullable @Says(max = 200, oneLine = true) String fatherName,
            @Nullable @Says(max = 200, oneLine = true) String motherMaidenName,
            @Nullable @Says(max = 200, oneLine = true) String birthPlace,
            @Nullable @Size(max = 10)
                    List<@NotNull @Says(max = 100, oneLine = true) String> documents,
            @Nullable @Size(max = 10) List<@NotNull @Says(max = 500) String> marks) {}

    /** A name in any script; the script is an ISO 15924 code. */
    @Schema(name = "Name")
    public record NameEntry(
            @NotNull @Says(max = 200, oneLine = true) String value,
            @Nullable @Pattern(regexp = "[A-Z][a-z]{3}", message = "must be an ISO 15924 code")
                    String script) {}

    /**
     * The tablet; its clock is evidence and orders nothing. A time in another calendar, or in other
     * digits, is kept as it was sent.
     */
    @Schema(name = "Device")
    public record DeviceEntry(
            @NotNull @Pattern(regexp = SLUG, message = "must be a slug") String deviceId,
            @Nullable @Min(0) Long sequence,
            @Nullable
                    @Pattern(regexp = TabletTime.SENT, message = "must be a time")
                    @Schema(format = "date-time")
                    String time) {}
}
