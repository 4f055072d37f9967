package org.orangeline.intake.rest;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Device;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Identity;
import org.orangeline.events.model.Name;
import org.orangeline.events.model.NationalityBasis;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.PartialDate;
import org.orangeline.intake.ConflictCommand.Correction;
import org.orangeline.intake.IntakeCommand.Arrival;
import org.orangeline.intake.IntakeCommand.CorrectDetails;
import org.orangeline.intake.IntakeCommand.RegisterArrival;
import org.orangeline.intake.arrival.RegistrationNumber;
import org.orangeline.intake.arrival.StatedAge;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.TabletTime;

/** From request bodies to commands; says which field is wrong, never what was in it. */
final class ArrivalMapping {

    private ArrivalMapping() {}

    /**
     * @param tablet which was shown to have kept it; null for none
     */
    static RegisterArrival command(
            String operation, UUID personId, ArrivalRequest request, @Nullable String tablet) {
        TabletTime arrivedAt = TabletTime.of(request.arrivedAt());
        return new RegisterArrival(
                operation,
                personId,
                new Arrival(
                        request.receptionPoint(),
                        arrivedAt.require("arrivedAt"),
                        request.sex(),
                        age(request.age()),
                        request.nationalities() == null
                                ? List.of()
                                : claims(request.nationalities()),
                        request.needs() == null ? List.of() : needs(request.needs()),
                        family(request.family()),
                        identity(request.identity()),
                        device(request.device(), tablet),
                        request.preRegistration(),
                        number(request.registrationNumber()),
                        arrivedAt.asSent()));
    }

    private static @Nullable String number(@Nullable String number) {
        if (number != null && !RegistrationNumber.isValid(number)) {
            throw ProblemException.field(
                    "registrationNumber", "must be whole, with the right check digit");
        }
        return number;
    }

    static CorrectDetails command(
            String operation, UUID personId, long version, Correction correction) {
        return new CorrectDetails(
                operation,
                personId,
                version,
                correction.sex(),
                correction.age(),
                correction.nationalities(),
                correction.needs(),
                correction.family(),
                correction.identity(),
                correction.into(),
                correction.reason(),
                null);
    }

    static Correction correction(CorrectionRequest request) {
        return new Correction(
                request.sex(),
                request.age() == null ? null : age(request.age()),
                request.nationalities() == null ? null : claims(request.nationalities()),
                request.needs() == null ? null : listedNeeds(request.needs()),
                family(request.family()),
                identity(request.identity()),
                request.reason());
    }

    // A correction is in every history, and its reason is read by every role.
    private static List<String> listedNeeds(List<String> needs) {
        if (!Needs.sensitive(needs).isEmpty()) {
            throw ProblemException.field(
                    "needs", "has a sensitive need: POST persons/{id}/sensitive-needs takes those");
        }
        return needs(needs);
    }

    static StatedAge age(ArrivalRequest.AgeEntry age) {
        if (age.birthDate() == null && (age.min() == null || age.max() == null)) {
            throw ProblemException.field("age", "needs birthDate, or min and max");
        }
        if (age.birthDate() != null
                && (age.min() != null
                        || age.max() != null
                        || age.method() != null
                        || age.assessor() != null)) {
            throw ProblemException.field("age", "has either birthDate or an estimated range");
        }
        if (age.min() != null && age.max() != null && age.min() > age.max()) {
            throw ProblemException.field("age.min", "must be at most max");
        }
        if (age.birthDate() == null && age.basis() != null) {
            throw ProblemException.field("age.basis", "is that of a birthDate");
        }
        return new StatedAge(
                age.birthDate() == null ? null : birthDate(age.birthDate()),
                age.basis(),
                age.min(),
                age.max(),
                age.method(),
                age.assessor());
    }

    private static PartialDate birthDate(String text) {
        if (!PartialDate.isOne(text)) {
            throw ProblemException.field("age.birthDate", "must be a day of the calendar");
        }
        PartialDate told = PartialDate.of(text);
        // A day more, since it is tomorrow already where some tablets are.
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        if (told.first().isAfter(today.plusDays(1))
                || told.last().isBefore(today.minusYears(Age.HIGHEST))) {
            throw ProblemException.field(
                    "age.birthDate",
                    "must be of the Gregorian calendar, and not in the future nor more than "
                            + Age.HIGHEST
                            + " years ago");
        }
        return told;
    }

    private static List<NationalityClaim> claims(List<ArrivalRequest.Nationality> entries) {
        return entries.stream()
                .map(entry -> {
                    if (!NationalityClaim.isKnown(entry.country())) {
                        throw ProblemException.field(
                                "nationalities.country",
                                "must be a code that papers carry (ISO 3166-1 alpha-3, ICAO"
                                        + " Doc 9303-3), STATELESS or UNKNOWN");
                    }
                    return new NationalityClaim(
                            entry.country(),
                            entry.basis() == null ? NationalityBasis.CLAIMED : entry.basis());
                })
                .toList();
    }

    private static List<String> needs(List<String> needs) {
        if (!Needs.BUILT_IN.containsAll(needs)) {
            throw ProblemException.field("needs", "must be codes of the operation's list");
        }
        return needs.stream().distinct().toList();
    }

    private static @Nullable FamilyTie family(ArrivalRequest.@Nullable Family family) {
        return family == null ? null : new FamilyTie(family.groupId(), family.role());
    }

    static @Nullable Identity identity(ArrivalRequest.@Nullable IdentityEntry entry) {
        return entry == null
                ? null
                : new Identity(
                        names(entry.names()),
                        names(entry.aliases()),
                        entry.fatherName(),
                        entry.motherMaidenName(),
                        entry.birthPlace(),
                        entry.documents() == null ? List.of() : entry.documents(),
                        entry.marks() == null ? List.of() : entry.marks());
    }

    static List<Name> names(@Nullable List<ArrivalRequest.NameEntry> entries) {
        return entries == null
                ? List.of()
                : entries.stream().map(entry -> new Name(entry.value(), entry.script())).toList();
    }

    private static @Nullable Device device(
            ArrivalRequest.@Nullable DeviceEntry entry, @Nullable String tablet) {
        return entry == null && tablet != null ? new Device(tablet, null, null) : device(entry);
    }

    static @Nullable Device device(ArrivalRequest.@Nullable DeviceEntry entry) {
        if (entry == null || entry.time() == null) {
            return entry == null ? null : new Device(entry.deviceId(), entry.sequence(), null);
        }
        TabletTime time = TabletTime.of(entry.time());
        return new Device(entry.deviceId(), entry.sequence(), time.at(), time.asSent());
    }
}
