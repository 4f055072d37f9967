package org.orangeline.runtime.toy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Identity;
import org.orangeline.events.model.NationalityBasis;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.model.Sex;

/** Events of intake-service, for the toy to learn. */
public final class ToyEvents {

    private ToyEvents() {}

    public static PersonArrived arrived(UUID person) {
        return new PersonArrived(
                person,
                "TOY-000001",
                "gate",
                Instant.parse("2019-03-01T08:00:00Z"),
                Sex.FEMALE,
                Age.between(20, 30, LocalDate.parse("2019-03-01")),
                List.of(new NationalityClaim("SYR", NationalityBasis.CLAIMED)),
                List.of(),
                null,
                Confidential.of(
                        new Identity(
                                List.of(), List.of(), "father", null, null, List.of(), List.of())),
                null);
    }
}
