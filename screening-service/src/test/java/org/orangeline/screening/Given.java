package org.orangeline.screening;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.FamilyUnlinked;
import org.orangeline.events.intake.FieldConflictFound;
import org.orangeline.events.intake.FieldConflictSettled;
import org.orangeline.events.intake.OperationOpened;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.intake.PersonDied;
import org.orangeline.events.intake.PersonLeft;
import org.orangeline.events.intake.PersonReturned;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.Consent;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Ground;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.NationalityBasis;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.model.PersonField;
import org.orangeline.events.model.Question;
import org.orangeline.events.model.QuestionKind;
import org.orangeline.events.model.Sex;
import org.orangeline.events.model.Wording;
import org.orangeline.events.placement.Escaped;
import org.orangeline.events.placement.FactWithdrawn;
import org.orangeline.events.placement.FoundInside;
import org.orangeline.events.placement.PlacedInDetention;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.plan.BuiltIn;
import org.orangeline.events.plan.GroupingPlan;
import org.orangeline.events.screening.QuestionnairePublished;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.events.screening.ScreeningOpened;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.Scenario;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.questionnaire.Questionnaires;

/** The people of this service's tests, and what happened to them. */
public final class Given {

    public static final String OP = Scenario.OPERATION;
    public static final UUID PERSON = new UUID(0x7000, 1);
    public static final UUID MOTHER = new UUID(0x7000, 2);
    public static final UUID OTHER = new UUID(0x7000, 3);
    public static final Actor SCREENER = Actor.human("screener");
    public static final Actor APPROVER = Actor.human("approver");
    public static final Actor LINE_OFFICER = Actor.human("line-officer");
    public static final Actor MACHINE = Actor.machine("screening-service");
    public static final LocalDate TODAY = Scenario.NOON.atOffset(ZoneOffset.UTC).toLocalDate();

    private static final UUID INTERVIEW = new UUID(0x7000, 79);
    private static final UUID LINK = new UUID(0x7000, 80);
    private static final UUID MERGE = new UUID(0x7000, 81);
    private static final UUID PLACEMENT = new UUID(0x7000, 82);

    private Given() {}

    /** An open operation with the built-in plan. */
    public static Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> open() {
        return open(BuiltIn.plan(BuiltIn.DEFAULT_PLAN).orElseThrow());
    }

    /** An open operation whose latest questionnaire, published long ago, demands no answer. */
    public static Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> open(
            GroupingPlan plan) {
        return Scenario.of(new ScreeningModel())
                .given(
                        opened(OP, plan),
                        new QuestionnairePublished(
                                Questionnaires.DEFAULT, 2, List.of(question("anything-else"))));
    }

    /**
     * As {@link #open()}, and an officer opened the screening of each person of these tests, when
     * they came, with the questionnaire that demands no answer.
     */
    public static Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent>
            interviewing() {
        return open().given(interviewed(PERSON), interviewed(MOTHER), interviewed(OTHER));
    }

    public static ScreeningOpened interviewed(UUID id) {
        Instant before = Scenario.NOON.minus(Duration.ofDays(3));
        return new ScreeningOpened(id, INTERVIEW, Questionnaires.DEFAULT, 2, "ar", null, before);
    }

    /** An open operation that asks what is packed with the software. */
    public static Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> asking() {
        return Scenario.of(new ScreeningModel())
                .given(opened(OP, BuiltIn.plan(BuiltIn.DEFAULT_PLAN).orElseThrow()));
    }

    public static OperationOpened opened(String operation, GroupingPlan plan) {
        return new OperationOpened(
                operation,
                "Baghuz 2019",
                "BGZ",
                plan,
                BuiltIn.legalProfile(BuiltIn.DEFAULT_LEGAL_PROFILE).orElseThrow());
    }

    /** Somebody who arrived alone, with claims that no paper supports. */
    public static PersonArrived arrived(UUID id, Sex sex, int min, int max, String... countries) {
        return arrived(
                id,
                sex,
                Age.between(min, max, TODAY),
                Arrays.stream(countries)
                        .map(country -> new NationalityClaim(country, NationalityBasis.CLAIMED))
                        .toList(),
                List.of(),
                null);
    }

    public static PersonArrived arrived(
            UUID id,
            Sex sex,
            Age age,
            List<NationalityClaim> claims,
            List<String> needs,
            @Nullable FamilyTie family) {
        return new PersonArrived(
                id,
                "BGZ-%06d-0".formatted(id.getLeastSignificantBits()),
                "baghuz-east",
                Scenario.NOON,
                sex,
                age,
                claims,
                needs,
                family,
                null,
                null);
    }

    /** The same at another time, as told. */
    public static PersonArrived arrivedAt(Instant told, PersonArrived event) {
        return new PersonArrived(
                event.personId(),
                event.registrationNumber(),
                event.receptionPoint(),
                told,
                event.sex(),
                event.age(),
                event.nationalities(),
                event.needs(),
                event.family(),
                null,
                null);
    }

    /** Another report that differs: the person has these needs. */
    public static FieldConflictFound needsDisputed(UUID id, UUID conflictId, String... needs) {
        return new FieldConflictFound(
                id,
                conflictId,
                PersonField.NEEDS,
                0,
                1,
                null,
                null,
                null,
                List.of(needs),
                null,
                null,
                "tablet-west",
                Confidential.of("seen at the gate"));
    }

    /** A human says which of two reports on needs counts. */
    public static FieldConflictSettled needsSettled(
            UUID id, UUID conflictId, FieldConflictSettled.Took took) {
        return new FieldConflictSettled(
                id, conflictId, PersonField.NEEDS, took, Confidential.of("asked again"));
    }

    /** The same person as a member of the test's only family. */
    public static PersonArrived inFamily(PersonArrived person, FamilyRole role) {
        return arrived(
                person.personId(),
                person.sex(),
                person.age(),
                person.nationalities(),
                person.needs(),
                new FamilyTie("f-1", role));
    }

    public static PersonArrived withNeeds(PersonArrived person, String... needs) {
        return arrived(
                person.personId(),
                person.sex(),
                person.age(),
                person.nationalities(),
                List.of(needs),
                person.family());
    }

    public static PersonDetailsCorrected ageCorrected(UUID id, int min, int max) {
        return ageCorrected(id, Age.between(min, max, TODAY));
    }

    public static PersonDetailsCorrected ageCorrected(UUID id, Age age) {
        return new PersonDetailsCorrected(
                id, null, age, null, null, null, null, Confidential.of("papers were found"));
    }

    public static Ground ground(GroundCode code) {
        return new Ground(code, Confidential.of("as told"));
    }

    /** Somebody's claims were corrected to one country. */
    public static PersonDetailsCorrected nationalityCorrected(UUID id, String country) {
        return new PersonDetailsCorrected(
                id,
                null,
                null,
                List.of(new NationalityClaim(country, NationalityBasis.DOCUMENT)),
                null,
                null,
                null,
                Confidential.of("papers were found"));
    }

    public static PersonDetailsCorrected needsCorrected(UUID id, String... needs) {
        return new PersonDetailsCorrected(
                id, null, null, null, List.of(needs), null, null, Confidential.of("seen again"));
    }

    /** The relative is that to the person. */
    public static FamilyLinked linked(UUID person, UUID relative, FamilyRole relation) {
        return new FamilyLinked(person, LINK, relative, relation, Confidential.of("they say so"));
    }

    public static FamilyUnlinked unlinked(UUID person, UUID relative) {
        return new FamilyUnlinked(person, LINK, relative, Confidential.of("a mistake"));
    }

    /** The other registration leads to the first from now on. */
    public static PersonsMerged merged(UUID stays, UUID other) {
        return new PersonsMerged(stays, MERGE, other, Confidential.of("the same person"));
    }

    public static PersonsUnmerged unmerged(UUID stays, UUID other) {
        return new PersonsUnmerged(stays, MERGE, other, Confidential.of("two persons after all"));
    }

    public static PersonLeft left(UUID id) {
        return new PersonLeft(id, Scenario.NOON, Confidential.of("went home"), null);
    }

    public static PersonReturned returned(UUID id, Instant at) {
        return new PersonReturned(id, at, "east", Confidential.of("came back"));
    }

    public static PersonDied died(UUID id) {
        return new PersonDied(id, Scenario.NOON, Confidential.of("of wounds"));
    }

    public static PlacedInDetention placed(UUID id) {
        return new PlacedInDetention(id, PLACEMENT, "camp-1", Basis.INTERNMENT, null);
    }

    public static Escaped escaped(UUID id) {
        return escaped(id, PLACEMENT);
    }

    /** From where the person was found. */
    public static Escaped escapedAgain(UUID id) {
        return escaped(id, MERGE);
    }

    private static Escaped escaped(UUID id, UUID placement) {
        return new Escaped(
                id, placement, "camp-1", Scenario.NOON, Confidential.of("over the fence"));
    }

    public static FoundInside found(UUID id) {
        return new FoundInside(
                id,
                MERGE,
                "prison-1",
                null,
                Basis.CRIMINAL_CUSTODY,
                Scenario.NOON,
                Scenario.NOON,
                null,
                null,
                "human:a",
                Confidential.of("roll check"));
    }

    /** The person was never inside where they were placed. */
    public static FactWithdrawn placementWithdrawn(UUID id) {
        return notSo(id, PLACEMENT, "FoundInside", FactWithdrawn.Standing.OUTSIDE);
    }

    /** The person was never inside where they were found. */
    public static FactWithdrawn foundWithdrawn(UUID id) {
        return notSo(id, MERGE, "FoundInside", FactWithdrawn.Standing.OUTSIDE);
    }

    /** The escape from where the person was found was none. */
    public static FactWithdrawn secondEscapeWithdrawn(UUID id) {
        return notSo(id, MERGE, "Escaped", FactWithdrawn.Standing.INSIDE);
    }

    /** Nor was the one from where the person was placed, who went on to where they were found. */
    public static FactWithdrawn escapeElsewhereWithdrawn(UUID id) {
        return notSo(id, PLACEMENT, "Escaped", FactWithdrawn.Standing.OUTSIDE);
    }

    private static FactWithdrawn notSo(
            UUID id, UUID placement, String fact, FactWithdrawn.Standing standing) {
        return new FactWithdrawn(
                id,
                placement,
                "camp-1",
                MERGE,
                "01957a40-0001-7000-8000-00000000abce",
                fact,
                standing,
                standing == FactWithdrawn.Standing.OUTSIDE ? null : Basis.INTERNMENT,
                "human:a");
    }

    public static PlacementOrdered ordered(UUID id) {
        return new PlacementOrdered(
                id,
                PLACEMENT,
                "camp-1",
                Basis.VOLUNTARY_SHELTER,
                null,
                null,
                null,
                new Consent(Scenario.NOON, "ar"),
                Scenario.NOON,
                null,
                "placement-officer",
                null,
                null);
    }

    /** Free text, in English only. */
    public static Question question(String id) {
        return question(id, false);
    }

    /** One that has to be answered, or declined. */
    public static Question required(String id) {
        return question(id, true);
    }

    private static Question question(String id, boolean required) {
        return new Question(
                id,
                List.of(new Wording("en", "What do you say of " + id + "?")),
                QuestionKind.TEXT,
                List.of(),
                required);
    }
}
