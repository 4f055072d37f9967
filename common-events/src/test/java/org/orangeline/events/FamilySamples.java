package org.orangeline.events;

import static org.orangeline.events.Samples.OTHER_ID;
import static org.orangeline.events.Samples.PERSON;
import static org.orangeline.events.Samples.REASON;
import static org.orangeline.events.Samples.RELATIVE;
import static org.orangeline.events.Samples.of;

import java.util.List;
import java.util.UUID;
import org.orangeline.events.intake.ChildFoundAlone;
import org.orangeline.events.intake.ChildReunited;
import org.orangeline.events.intake.DuplicateDismissed;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.FamilyUnlinked;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.intake.PossibleDuplicateFound;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.Loneliness;

/** Who belongs to whom, and who is whom. */
final class FamilySamples {

    private static final UUID MERGE = UUID.fromString("01957a40-0001-7000-8000-00000000dcba");

    private FamilySamples() {}

    static List<IntakeEvent> full(Hiding hiding) {
        return List.of(
                new FamilyLinked(
                        PERSON,
                        OTHER_ID,
                        RELATIVE,
                        FamilyRole.PARENT,
                        of(hiding, FamilyLinked.class, "/reason", REASON)),
                new FamilyUnlinked(
                        PERSON,
                        OTHER_ID,
                        RELATIVE,
                        of(hiding, FamilyUnlinked.class, "/reason", REASON)),
                new ChildFoundAlone(PERSON, Loneliness.SEPARATED),
                new ChildReunited(PERSON, RELATIVE),
                new PossibleDuplicateFound(
                        PERSON, RELATIVE, 87, List.of("NAME", "FATHER_NAME", "AGE", "SEX")),
                new DuplicateDismissed(
                        PERSON, RELATIVE, of(hiding, DuplicateDismissed.class, "/reason", REASON)),
                new PersonsMerged(
                        PERSON,
                        OTHER_ID,
                        RELATIVE,
                        of(hiding, PersonsMerged.class, "/reason", REASON)),
                new PersonsUnmerged(
                        PERSON,
                        MERGE,
                        RELATIVE,
                        of(hiding, PersonsUnmerged.class, "/reason", REASON)));
    }
}
