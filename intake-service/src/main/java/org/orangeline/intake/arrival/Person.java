package org.orangeline.intake.arrival;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.Envelope;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Identity;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.model.Sex;

/**
 * A registered person as the log says now.
 *
 * @param version sequence of the last event about the person; what {@code If-Match} names
 */
public record Person(
        UUID personId,
        String registrationNumber,
        String receptionPoint,
        Instant arrivedAt,
        Instant recordedAt,
        Sex sex,
        Age age,
        List<NationalityClaim> nationalities,
        List<String> needs,
        @Nullable FamilyTie family,
        @Nullable Confidential<Identity> identity,
        long version) {

    public static Person arrive(PersonArrived event, Envelope envelope) {
        return new Person(
                event.personId(),
                event.registrationNumber(),
                event.receptionPoint(),
                event.arrivedAt(),
                envelope.time(),
                event.sex(),
                event.age(),
                event.nationalities(),
                event.needs(),
                event.family(),
                event.identity(),
                envelope.sequence());
    }

    public Person correct(PersonDetailsCorrected event, Envelope envelope) {
        return new Person(
                personId,
                registrationNumber,
                receptionPoint,
                arrivedAt,
                recordedAt,
                event.sex() == null ? sex : event.sex(),
                event.age() == null ? age : event.age(),
                event.nationalities() == null ? nationalities : event.nationalities(),
                event.needs() == null ? needs : event.needs(),
                event.family() == null ? family : event.family(),
                event.identity() == null ? identity : event.identity(),
                envelope.sequence());
    }
}
