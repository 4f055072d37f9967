package org.orangeline.events;

import static org.orangeline.events.Samples.OTHER_ID;
import static org.orangeline.events.Samples.PERSON;
import static org.orangeline.events.Samples.REASON;
import static org.orangeline.events.Samples.RELATIVE;
import static org.orangeline.events.Samples.of;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.orangeline.events.intake.AgeAssessed;
import org.orangeline.events.intake.AgeAssessmentRequested;
import org.orangeline.events.intake.ArrivalTimeCorrected;
import org.orangeline.events.intake.ArrivalTimeCorrectionRequested;
import org.orangeline.events.intake.CarerVerified;
import org.orangeline.events.intake.ChildFoundAlone;
import org.orangeline.events.intake.ChildReunited;
import org.orangeline.events.intake.DuplicateDismissed;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.FamilyUnlinkRequested;
import org.orangeline.events.intake.FamilyUnlinked;
import org.orangeline.events.intake.FieldConflictFound;
import org.orangeline.events.intake.FieldConflictSettled;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.MergeRequested;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.intake.PossibleDuplicateFound;
import org.orangeline.events.intake.UnmergeDeclined;
import org.orangeline.events.intake.UnmergeRequested;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.AgeMethod;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Loneliness;
import org.orangeline.events.model.NationalityBasis;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.PersonField;
import org.orangeline.events.model.Sex;

/** Who belongs to whom, and who is whom. */
final class FamilySamples {

    private static final UUID MERGE = UUID.fromString("01957a40-0001-7000-8000-00000000dcba");

    private static final Age ASSESSED =
            new Age(null, 18, 22, AgeMethod.MEDICAL, "doc-4", LocalDate.of(2019, 3, 2), null, null);

    private FamilySamples() {}

    static List<IntakeEvent> full(Hiding hiding) {
        return List.of(
                new FieldConflictFound(
                        PERSON,
                        OTHER_ID,
                        PersonField.IDENTITY,
                        17,
                        23,
                        Sex.MALE,
                        Age.born(LocalDate.of(2001, 7, 30)),
                        List.of(new NationalityClaim("SYR", NationalityBasis.VERIFIED)),
                        List.of(Needs.WOUNDED),
                        new FamilyTie("f-18", FamilyRole.SIBLING),
                        of(hiding, FieldConflictFound.class, "/identity", Samples.IDENTITY),
                        "tablet-3",
                        of(hiding, FieldConflictFound.class, "/reason", REASON)),
                new FieldConflictSettled(
                        PERSON,
                        OTHER_ID,
                        PersonField.IDENTITY,
                        FieldConflictSettled.Took.OTHER,
                        of(hiding, FieldConflictSettled.class, "/reason", REASON)),
                new AgeAssessmentRequested(
                        PERSON,
                        OTHER_ID,
                        ASSESSED,
                        AgeMethod.MEDICAL,
                        2,
                        "officer-3",
                        of(hiding, AgeAssessmentRequested.class, "/reason", REASON),
                        null),
                new AgeAssessed(
                        PERSON,
                        OTHER_ID,
                        ASSESSED,
                        AgeMethod.MEDICAL,
                        2,
                        "officer-3",
                        "officer-8",
                        List.of(PERSON, RELATIVE)),
                new FamilyLinked(
                        PERSON,
                        OTHER_ID,
                        RELATIVE,
                        FamilyRole.PARENT,
                        of(hiding, FamilyLinked.class, "/reason", REASON)),
                new CarerVerified(
                        PERSON,
                        RELATIVE,
                        "officer-9",
                        of(hiding, CarerVerified.class, "/reason", REASON),
                        null),
                new ArrivalTimeCorrectionRequested(
                        PERSON,
                        Instant.parse("2019-03-02T07:30:00Z"),
                        of(hiding, ArrivalTimeCorrectionRequested.class, "/reason", REASON)),
                new ArrivalTimeCorrected(
                        PERSON,
                        Instant.parse("2019-03-02T07:30:00Z"),
                        "human:officer-9",
                        of(hiding, ArrivalTimeCorrected.class, "/reason", REASON)),
                new FamilyUnlinkRequested(
                        PERSON,
                        OTHER_ID,
                        RELATIVE,
                        of(hiding, FamilyUnlinkRequested.class, "/reason", REASON)),
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
                new MergeRequested(
                        PERSON,
                        MERGE,
                        RELATIVE,
                        of(hiding, MergeRequested.class, "/reason", REASON)),
                new UnmergeRequested(
                        PERSON,
                        MERGE,
                        RELATIVE,
                        of(hiding, UnmergeRequested.class, "/reason", REASON)),
                new UnmergeDeclined(
                        PERSON,
                        MERGE,
                        RELATIVE,
                        of(hiding, UnmergeDeclined.class, "/reason", REASON)),
                new PersonsUnmerged(
                        PERSON,
                        MERGE,
                        RELATIVE,
                        of(hiding, PersonsUnmerged.class, "/reason", REASON)));
    }

    static List<IntakeEvent> minimal(Hiding hiding) {
        return List.of(
                new ArrivalTimeCorrected(
                        PERSON,
                        Instant.parse("2019-03-02T07:30:00Z"),
                        null,
                        of(hiding, ArrivalTimeCorrected.class, "/reason", REASON)),
                new FieldConflictFound(
                        PERSON,
                        OTHER_ID,
                        PersonField.SEX,
                        0,
                        23,
                        Sex.MALE,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        of(hiding, FieldConflictFound.class, "/reason", REASON)));
    }
}
