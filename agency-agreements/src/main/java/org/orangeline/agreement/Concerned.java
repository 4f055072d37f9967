package org.orangeline.agreement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.intake.PersonIntakeEvent;
import org.orangeline.events.placement.BornInCustody;
import org.orangeline.events.placement.PersonPlacementEvent;
import org.orangeline.events.screening.PersonScreeningEvent;

/** Which person an event is about. */
public final class Concerned {

    private Concerned() {}

    /** The person, or null when it is about a place, a line or an operation. */
    public static @Nullable UUID person(DomainEvent event) {
        return switch (event) {
            case PersonIntakeEvent about -> about.personId();
            case PersonScreeningEvent about -> about.personId();
            case PersonPlacementEvent about -> about.personId();
            case BornInCustody birth -> birth.childId();
            default -> null;
        };
    }

    /** Whether events of that type are about a person. */
    public static boolean isAboutAPerson(Class<? extends DomainEvent> type) {
        return PersonIntakeEvent.class.isAssignableFrom(type)
                || PersonScreeningEvent.class.isAssignableFrom(type)
                || PersonPlacementEvent.class.isAssignableFrom(type)
                || type == BornInCustody.class;
    }
}
