package org.orangeline.events;

import static org.orangeline.events.Samples.IDENTITY;
import static org.orangeline.events.Samples.OTHER_ID;
import static org.orangeline.events.Samples.PERSON;
import static org.orangeline.events.Samples.REASON;
import static org.orangeline.events.Samples.of;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.LegalProfileChanged;
import org.orangeline.events.intake.OperationOpened;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.intake.UnmergeRequested;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.AgeMethod;
import org.orangeline.events.model.Device;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.NationalityBasis;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.Sex;
import org.orangeline.events.plan.Group;
import org.orangeline.events.plan.GroupKind;
import org.orangeline.events.plan.GroupingPlan;
import org.orangeline.events.plan.GroupingRule;
import org.orangeline.events.plan.LegalProfile;

final class IntakeSamples {

    private static final LocalDate DAY = LocalDate.of(2019, 3, 2);

    private IntakeSamples() {}

    static List<IntakeEvent> full(Hiding hiding) {
        return List.of(
                opened(
                        new GroupingRule(
                                "foreign-men",
                                "MEN",
                                List.of(Sex.MALE),
                                AgeBand.ADULT,
                                List.of("FRA", NationalityClaim.STATELESS),
                                List.of("SYR", "IRQ"))),
                new PersonArrived(
                        PERSON,
                        "BGZ-000123-7",
                        "baghuz-east",
                        Instant.parse("2019-03-02T08:10:00Z"),
                        Sex.FEMALE,
                        new Age(null, 15, 19, AgeMethod.APPEARANCE, "M-12", DAY, null, null),
                        List.of(
                                new NationalityClaim("IRQ", NationalityBasis.CLAIMED),
                                new NationalityClaim(
                                        NationalityClaim.STATELESS, NationalityBasis.DOCUMENT)),
                        List.of(Needs.WOUNDED, "CUSTOM_NEED"),
                        new FamilyTie("f-17", FamilyRole.CHILD),
                        of(hiding, PersonArrived.class, "/identity", IDENTITY),
                        new Device("tablet-3", 99L, Instant.parse("2019-03-02T08:09:58.5Z"))),
                new PersonDetailsCorrected(
                        PERSON,
                        Sex.MALE,
                        Age.born(LocalDate.of(2001, 7, 30)),
                        List.of(new NationalityClaim("SYR", NationalityBasis.VERIFIED)),
                        List.of(),
                        new FamilyTie("f-18", FamilyRole.SIBLING),
                        of(hiding, PersonDetailsCorrected.class, "/identity", IDENTITY),
                        of(hiding, PersonDetailsCorrected.class, "/reason", REASON)));
    }

    static List<IntakeEvent> minimal(Hiding hiding) {
        return List.of(
                opened(new GroupingRule("everyone", "MEN", List.of(), null, List.of(), List.of())),
                new PersonArrived(
                        PERSON,
                        "BGZ-000124-5",
                        "baghuz-east",
                        Instant.parse("2019-03-02T08:10:00Z"),
                        Sex.UNKNOWN,
                        new Age(null, 0, 17, null, null, DAY, null, null),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        new Device("tablet-3", null, null)),
                new PersonDetailsCorrected(
                        PERSON,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        of(hiding, PersonDetailsCorrected.class, "/reason", REASON)));
    }

    /** Fields that came after the first golden file. */
    static List<IntakeEvent> added(Hiding hiding) {
        return List.of(
                new UnmergeRequested(
                        PERSON,
                        OTHER_ID,
                        OTHER_ID,
                        of(hiding, UnmergeRequested.class, "/reason", REASON),
                        true),
                new PersonDetailsCorrected(
                        PERSON,
                        Sex.MALE,
                        null,
                        null,
                        null,
                        null,
                        null,
                        of(hiding, PersonDetailsCorrected.class, "/reason", REASON),
                        "tablet-3"),
                new PersonArrived(
                        PERSON,
                        "BGZ-000125-3",
                        "baghuz-east",
                        Instant.parse("2019-03-02T08:10:00Z"),
                        Sex.FEMALE,
                        Age.born(DAY),
                        List.of(),
                        List.of(),
                        new FamilyTie("f-17", FamilyRole.CHILD),
                        of(hiding, PersonArrived.class, "/identity", IDENTITY),
                        null,
                        OTHER_ID,
                        Instant.parse("2019-03-02T05:40:00Z"),
                        "al-hol"),
                new LegalProfileChanged(
                        "baghuz-2019",
                        new LegalProfile(
                                "gc-1949",
                                Duration.ofHours(24),
                                Duration.ofHours(72),
                                Period.ofMonths(6),
                                Duration.ofDays(7),
                                Duration.ofDays(14),
                                Duration.ofDays(14),
                                Duration.ofDays(30),
                                Duration.ofHours(24),
                                Duration.ofDays(14),
                                Duration.ofDays(90),
                                null,
                                null,
                                null,
                                null,
                                null),
                        hiding.at("baghuz-2019", "LegalProfileChanged", "/reason", REASON)));
    }

    private static OperationOpened opened(GroupingRule rule) {
        return new OperationOpened("baghuz-2019", "Baghuz 2019", "BGZ", plan(rule), profile());
    }

    static GroupingPlan plan(GroupingRule rule) {
        return new GroupingPlan(
                "two-lines",
                List.of(
                        new Group("MEN", "orange line 1", GroupKind.MEN),
                        new Group("UNDETERMINED", "officer's table", GroupKind.UNDETERMINED)),
                List.of(rule),
                "UNDETERMINED");
    }

    static LegalProfile profile() {
        return new LegalProfile(
                "gc-1949",
                Duration.ofHours(24),
                Duration.ofHours(72),
                Period.ofMonths(6),
                Duration.ofDays(7),
                Duration.ofDays(14),
                Duration.ofDays(14),
                Duration.ofDays(30),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
