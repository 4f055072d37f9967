package org.orangeline.events;

import static org.orangeline.events.Samples.OTHER_ID;
import static org.orangeline.events.Samples.PERSON;
import static org.orangeline.events.Samples.REASON;
import static org.orangeline.events.Samples.RELATIVE;
import static org.orangeline.events.Samples.of;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.orangeline.events.intake.AgeAssessmentRequested;
import org.orangeline.events.intake.CarerVerified;
import org.orangeline.events.intake.GroupPreRegistered;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.OperationOpened;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.intake.PersonDied;
import org.orangeline.events.intake.PropertyReceived;
import org.orangeline.events.intake.PropertyReturned;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.AgeMethod;
import org.orangeline.events.model.Answer;
import org.orangeline.events.model.Answers;
import org.orangeline.events.model.BirthDateBasis;
import org.orangeline.events.model.Device;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.PartialDate;
import org.orangeline.events.model.PropertyItem;
import org.orangeline.events.model.PropertyKind;
import org.orangeline.events.model.Sex;
import org.orangeline.events.plan.BuiltIn;
import org.orangeline.events.screening.AnswersRecorded;
import org.orangeline.events.screening.FindingRecommended;
import org.orangeline.events.screening.GroupReassigned;
import org.orangeline.events.screening.HeadCounted;
import org.orangeline.events.screening.MedicallyCleared;
import org.orangeline.events.screening.RecommendationReturned;
import org.orangeline.events.screening.ScreeningConcluded;
import org.orangeline.events.screening.ScreeningOpened;

/** Birth dates of which not everything is known, and facts with the time when they happened. */
final class FactSamples {

    private static final Instant AT = Instant.parse("2019-03-02T08:10:00Z");

    private FactSamples() {}

    /** With when it happened, as told. */
    static List<DomainEvent> told(Hiding hiding) {
        Device device = new Device("tablet-3", 7L, AT, "1440-06-25T08:10:00Z");
        return List.of(
                new PersonArrived(
                        PERSON,
                        "BGZ-000126-1",
                        "baghuz-east",
                        AT,
                        Sex.FEMALE,
                        Age.born(LocalDate.of(2001, 7, 30)),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        device,
                        null,
                        null,
                        null,
                        "1440-06-25T08:10:00Z"),
                new OperationOpened(
                        "baghuz-2019",
                        "Baghuz 2019",
                        "BGZ",
                        BuiltIn.plan(BuiltIn.DEFAULT_PLAN).orElseThrow(),
                        BuiltIn.legalProfile(BuiltIn.DEFAULT_LEGAL_PROFILE).orElseThrow(),
                        "Asia/Damascus"),
                new PersonDied(
                        PERSON, AT, of(hiding, PersonDied.class, "/circumstances", REASON), true),
                new GroupPreRegistered(OTHER_ID, "baghuz-east", AT, 41, null, device),
                new GroupReassigned(
                        PERSON,
                        "SYRIAN_MEN",
                        "UNDETERMINED",
                        "officer's table",
                        of(hiding, GroupReassigned.class, "/reason", REASON),
                        AT),
                new HeadCounted("SYRIAN_MEN", OTHER_ID, 41, 42, -1, AT),
                new MedicallyCleared(PERSON, "dr-2", null, AT),
                new ScreeningOpened(PERSON, OTHER_ID, "individual-screening", 1, "ar", null, AT),
                new AnswersRecorded(
                        PERSON,
                        OTHER_ID,
                        "individual-screening",
                        1,
                        of(
                                hiding,
                                AnswersRecorded.class,
                                "/answers",
                                new Answers(List.of(new Answer("has-papers", "YES")))),
                        List.of("has-papers"),
                        null,
                        AT),
                new FindingRecommended(
                        PERSON,
                        OTHER_ID,
                        Finding.UNDETERMINED,
                        List.of(),
                        List.of(),
                        "screener-2",
                        null,
                        AT),
                new ScreeningConcluded(
                        PERSON,
                        OTHER_ID,
                        Finding.UNDETERMINED,
                        List.of(),
                        List.of(),
                        "screener-2",
                        "approver-1",
                        of(hiding, ScreeningConcluded.class, "/reason", REASON),
                        AT),
                new RecommendationReturned(
                        PERSON,
                        OTHER_ID,
                        "approver-1",
                        of(hiding, RecommendationReturned.class, "/reason", REASON),
                        AT),
                new PropertyReceived(
                        PERSON,
                        OTHER_ID,
                        List.of(new PropertyItem(PropertyKind.PHONE, 1, null, null, null)),
                        "store-1",
                        null,
                        AT),
                new PropertyReturned(
                        PERSON,
                        OTHER_ID,
                        List.of(0),
                        null,
                        of(hiding, PropertyReturned.class, "/note", REASON),
                        AT),
                new CarerVerified(
                        PERSON,
                        RELATIVE,
                        "officer-8",
                        of(hiding, CarerVerified.class, "/reason", REASON),
                        AT),
                new AgeAssessmentRequested(
                        PERSON,
                        OTHER_ID,
                        Age.between(18, 22, LocalDate.of(2019, 3, 2)),
                        AgeMethod.MEDICAL,
                        2,
                        "doc-4",
                        of(hiding, AgeAssessmentRequested.class, "/reason", REASON),
                        AT));
    }

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
