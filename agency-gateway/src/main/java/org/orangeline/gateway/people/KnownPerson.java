package org.orangeline.gateway.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.model.Sex;
import org.orangeline.gateway.agreement.Rows;

/**
 * A person's facts as they stand: never identity.
 *
 * @param asOf the time of the last event about the person, by which the age is told
 * @param arrival null while only another service spoke of the person
 * @param facts as corrected
 * @param group the line in which the person waits
 * @param finding the conclusion that stands
 * @param stay where the person is
 */
public record KnownPerson(
        Instant asOf,
        @Nullable Arrival arrival,
        @Nullable Facts facts,
        @Nullable String group,
        @Nullable Finding finding,
        @Nullable Stay stay) {

    static KnownPerson unknown(Instant time) {
        return new KnownPerson(time, null, null, null, null, null);
    }

    /** Whether the person is in these rows, within the operation. */
    public boolean isIn(Rows rows) {
        return (!rows.childrenOnly() || isChild())
                && (rows.facilities().isEmpty() || isAt(rows.facilities()))
                && (rows.bases().isEmpty()
                        || stay != null
                                && stay.basis() != null
                                && rows.bases().contains(stay.basis()));
    }

    /** A child, or in doubt, on the day of the last event. */
    public boolean isChild() {
        LocalDate day = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        return facts != null
                && (facts.age().isChildOrInDoubt(day)
                        || facts.disputedAges().values().stream()
                                .anyMatch(age -> age.isChildOrInDoubt(day)));
    }

    /** Whether the person is in one of the facilities, or on the way there. */
    public boolean isAt(List<String> facilities) {
        return stay != null
                && (facilities.contains(stay.facilityId())
                        || stay.headedTo() != null && facilities.contains(stay.headedTo()));
    }

    KnownPerson at(Instant time) {
        return time.isAfter(asOf)
                ? new KnownPerson(time, arrival, facts, group, finding, stay)
                : this;
    }

    KnownPerson arrived(Arrival told, Facts known) {
        return new KnownPerson(asOf, told, known, group, finding, stay);
    }

    KnownPerson with(Facts corrected) {
        return new KnownPerson(asOf, arrival, corrected, group, finding, stay);
    }

    KnownPerson waitingIn(String line) {
        return new KnownPerson(asOf, arrival, facts, line, finding, stay);
    }

    KnownPerson found(@Nullable Finding concluded) {
        return new KnownPerson(asOf, arrival, facts, group, concluded, stay);
    }

    KnownPerson staying(@Nullable Stay now) {
        return new KnownPerson(asOf, arrival, facts, group, finding, now);
    }

    /** How the person came; never corrected. */
    public record Arrival(String registrationNumber, String receptionPoint, Instant arrivedAt) {}

    /**
     * What may be corrected.
     *
     * @param disputedAges what somebody else said of the age, by conflict, until it is settled
     */
    public record Facts(
            Sex sex,
            Age age,
            List<NationalityClaim> nationalities,
            List<String> needs,
            Map<UUID, Age> disputedAges) {

        public Facts {
            nationalities = List.copyOf(nationalities);
            needs = List.copyOf(needs);
            disputedAges = Map.copyOf(disputedAges);
        }

        Facts(Sex sex, Age age, List<NationalityClaim> nationalities, List<String> needs) {
            this(sex, age, nationalities, needs, Map.of());
        }

        Facts disputing(UUID conflict, @Nullable Age other) {
            Map<UUID, Age> ages = new HashMap<>(disputedAges);
            if (other == null) {
                ages.remove(conflict);
            } else {
                ages.put(conflict, other);
            }
            return new Facts(sex, age, nationalities, needs, ages);
        }
    }
}
