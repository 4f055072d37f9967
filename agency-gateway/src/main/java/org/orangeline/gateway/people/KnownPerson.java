package org.orangeline.gateway.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orangeline.agreement.Rows;
import org.orangeline.events.model.Ages;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.model.Sex;

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
        return facts != null
                && facts.ages().isChildOrInDoubt(LocalDate.ofInstant(asOf, ZoneOffset.UTC));
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

    /** The person came at another time. */
    KnownPerson arrivedAt(Instant other) {
        return arrival == null
                ? this
                : new KnownPerson(
                        asOf,
                        new Arrival(arrival.registrationNumber(), arrival.receptionPoint(), other),
                        facts,
                        group,
                        finding,
                        stay);
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

    /** How the person came. */
    public record Arrival(String registrationNumber, String receptionPoint, Instant arrivedAt) {}

    /** What may be corrected. */
    public record Facts(
            Sex sex, Ages ages, List<NationalityClaim> nationalities, List<String> needs) {

        public Facts {
            nationalities = List.copyOf(nationalities);
            needs = List.copyOf(needs);
        }

        Facts with(Ages now) {
            return new Facts(sex, now, nationalities, needs);
        }
    }
}
