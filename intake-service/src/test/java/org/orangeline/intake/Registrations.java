package org.orangeline.intake;

import static org.orangeline.intake.Given.PERSON;

import org.orangeline.events.Recorded;
import org.orangeline.events.intake.PersonArrived;

/** Registrations for tests outside the core. */
public final class Registrations {

    private Registrations() {}

    /** An arrival as it stands in a log, with nothing confidential. */
    public static Recorded<PersonArrived> arrived() {
        var recorded = Given.after(Given.member(PERSON, 30, null)).log().getLast();
        return new Recorded<>(recorded.envelope(), (PersonArrived) recorded.event());
    }
}
