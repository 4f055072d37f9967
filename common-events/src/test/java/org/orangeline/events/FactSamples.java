package org.orangeline.events;

import static org.orangeline.events.Samples.PERSON;
import static org.orangeline.events.Samples.REASON;
import static org.orangeline.events.Samples.of;

import java.time.Instant;
import java.util.List;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.BirthDateBasis;
import org.orangeline.events.model.PartialDate;
import org.orangeline.events.model.Sex;

/** Birth dates of which not everything is known. */
final class FactSamples {

    private static final Instant AT = Instant.parse("2019-03-02T08:10:00Z");

    private FactSamples() {}

    static List<IntakeEvent> born(Hiding hiding) {
        return List.of(
                new PersonArrived(
                        PERSON,
                        "BGZ-000126-1",
                        "baghuz-east",
                        AT,
                        Sex.MALE,
                        Age.born(PartialDate.of("2001"), BirthDateBasis.CLAIMED),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null),
                new PersonDetailsCorrected(
                        PERSON,
                        null,
                        Age.born(PartialDate.of("2001-07"), BirthDateBasis.DOCUMENT),
                        null,
                        null,
                        null,
                        null,
                        of(hiding, PersonDetailsCorrected.class, "/reason", REASON)));
    }
}
