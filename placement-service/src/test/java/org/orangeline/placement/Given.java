package org.orangeline.placement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.FieldConflictFound;
import org.orangeline.events.intake.FieldConflictSettled;
import org.orangeline.events.intake.OperationOpened;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.model.Admits;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.Consent;
import org.orangeline.events.model.DepartureKind;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.PersonField;
import org.orangeline.events.model.Risk;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.FacilityRegistered;
import org.orangeline.events.placement.NonRefoulementAssessed;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.placement.ReceiverRegistered;
import org.orangeline.events.plan.BuiltIn;
import org.orangeline.events.screening.ScreeningConcluded;
import org.orangeline.placement.LeavingCommand.HandOverPeople;
import org.orangeline.placement.LeavingCommand.ReleasePeople;
import org.orangeline.placement.PlacementCommand.OrderPlacement;
import org.orangeline.placement.PlacementCommand.StatedGround;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.orders.Party;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.Scenario;

/** What scenarios begin with. */
final class Given {

    static final String OP = Scenario.OPERATION;
    static final Instant NOON = Scenario.NOON;
    static final LocalDate TODAY = LocalDate.parse("2019-03-01");
    static final UUID PERSON = new UUID(0x7000, 1);
    static final UUID MOTHER = new UUID(0x7000, 2);
    static final UUID CHILD = new UUID(0x7000, 3);
    static final UUID PLACEMENT = new UUID(0x7000, 100);
    static final Actor OFFICER = Actor.human("officer");

    /** The same subject by another issuer: no second human beside the first. */
    static final Actor OFFICER_ELSEWHERE =
            Actor.human(Actor.foreign("https://two.example", "officer"));

    static final Actor ROBOT = Actor.machine("robot");
    static final Consent CONSENT = new Consent(NOON, "ar");
    static final StatedGround CRIMINAL =
            new StatedGround(GroundCode.CRIMINAL_SUSPICION, "seen with a rifle");

    private Given() {}

    /** An open operation with a camp, a prison and a child centre of two places each. */
    static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> open() {
        return Scenario.of(new PlacementModel())
                .given(
                        opened(),
                        facility("camp", FacilityKind.CAMP, 2),
                        facility("prison", FacilityKind.PRISON, 2),
                        facility("children", FacilityKind.CHILD_CENTRE, 2))
                .given(receivers());
    }

    static OperationOpened opened() {
        return new OperationOpened(
                OP,
                "Baghuz 2019",
                "BGZ",
                BuiltIn.plan("baghuz-2019").orElseThrow(),
                BuiltIn.legalProfile("gc-1949").orElseThrow());
    }

    static FacilityRegistered facility(String id, FacilityKind kind, int capacity) {
        return new FacilityRegistered(id, id, kind, capacity, Admits.EVERYONE, null, null);
    }

    /** A camp that nobody may leave. */
    static FacilityRegistered locked(String id) {
        return new FacilityRegistered(
                id, id, FacilityKind.CAMP, 2, Admits.EVERYONE, null, null, false);
    }

    static FacilityRegistered onlyFor(String id, Sex sex, AgeBand age) {
        return new FacilityRegistered(
                id, id, FacilityKind.CAMP, 2, new Admits(Set.of(sex), Set.of(age)), null, null);
    }

    static PersonArrived adult(UUID person) {
        return arrived(person, Sex.MALE, Age.between(30, 40, TODAY), null);
    }

    static PersonArrived mother() {
        return arrived(
                MOTHER,
                Sex.FEMALE,
                Age.between(25, 30, TODAY),
                new FamilyTie("f-1", FamilyRole.PARENT));
    }

    static PersonArrived child() {
        return arrived(
                CHILD, Sex.MALE, Age.between(5, 6, TODAY), new FamilyTie("f-1", FamilyRole.CHILD));
    }

    static PersonArrived arrived(UUID person, Sex sex, Age age, @Nullable FamilyTie family) {
        return new PersonArrived(
                person,
                "BGZ-000001-7",
                "east",
                NOON.minusSeconds(3600),
                sex,
                age,
                List.of(),
                List.of(),
                family,
                null,
                null);
    }

    /** A brother of the mother, who cannot live alone. */
    static PersonArrived elderlyBrother(UUID person) {
        return new PersonArrived(
                person,
                "BGZ-000001-7",
                "east",
                NOON.minusSeconds(3600),
                Sex.MALE,
                Age.between(60, 70, TODAY),
                List.of(),
                List.of(Needs.ELDERLY),
                new FamilyTie("f-1", FamilyRole.SIBLING),
                null,
                null);
    }

    static PersonDetailsCorrected ageCorrected(UUID person, int years) {
        return new PersonDetailsCorrected(
                person,
                null,
                Age.between(years, years, TODAY),
                null,
                null,
                null,
                null,
                Confidential.of("certificate"));
    }

    /** Somebody else says another age. */
    static FieldConflictFound ageDisputed(UUID person, UUID conflict, int years) {
        return new FieldConflictFound(
                person,
                conflict,
                PersonField.AGE,
                0,
                1,
                null,
                Age.between(years, years, TODAY),
                null,
                null,
                null,
                null,
                "tablet-3",
                Confidential.of("asked again"));
    }

    /** A human found that what stood is right. */
    static FieldConflictSettled ageSettled(UUID person, UUID conflict) {
        return new FieldConflictSettled(
                person,
                conflict,
                PersonField.AGE,
                FieldConflictSettled.Took.STANDING,
                Confidential.of("certificate"));
    }

    static ScreeningConcluded concluded(UUID person, Finding finding, GroundCode... grounds) {
        return new ScreeningConcluded(
                person,
                person,
                finding,
                List.of(grounds),
                List.of(),
                "human:screener",
                "human:approver",
                Confidential.of("checked"),
                null);
    }

    static PlacementOrdered ordered(UUID person, String facility, Basis basis) {
        return ordered(
                person, new UUID(0x7000, 99 + person.getLeastSignificantBits()), facility, basis);
    }

    static PlacementOrdered ordered(UUID person, UUID placement, String facility, Basis basis) {
        return new PlacementOrdered(
                person,
                placement,
                facility,
                basis,
                basis == Basis.CRIMINAL_CUSTODY
                        ? new org.orangeline.events.model.Ground(
                                GroundCode.CRIMINAL_SUSPICION, Confidential.of("seen"))
                        : null,
                basis == Basis.CRIMINAL_CUSTODY ? "Art. 5" : null,
                null,
                basis == Basis.VOLUNTARY_SHELTER ? CONSENT : null,
                NOON,
                basis.isDetention() ? NOON : null,
                "human:officer",
                null,
                null);
    }

    /** With consent that was given at another time. */
    static OrderPlacement shelter(UUID person, String facility, Instant consented) {
        return new OrderPlacement(
                OP,
                person,
                facility,
                null,
                Basis.VOLUNTARY_SHELTER,
                null,
                null,
                null,
                new Consent(consented, "ar"));
    }

    static OrderPlacement shelter(UUID person, String facility) {
        return new OrderPlacement(
                OP, person, facility, null, Basis.VOLUNTARY_SHELTER, null, null, null, CONSENT);
    }

    static OrderPlacement prison(UUID person) {
        return new OrderPlacement(
                OP, person, "prison", null, Basis.CRIMINAL_CUSTODY, CRIMINAL, "Art. 5", null, null);
    }

    static OrderPlacement internment(UUID person, @Nullable GroundCode ground) {
        return new OrderPlacement(
                OP,
                person,
                "camp",
                null,
                Basis.INTERNMENT,
                ground == null ? null : new StatedGround(ground, "stated"),
                null,
                null,
                null);
    }

    static OrderPlacement accompanying(UUID person, @Nullable UUID relative) {
        return new OrderPlacement(
                OP, person, "camp", null, Basis.ACCOMPANYING_FAMILY, null, null, relative, null);
    }

    /** With the person's consent. */
    static OrderPlacement joining(UUID person, UUID relative) {
        return new OrderPlacement(
                OP, person, "camp", null, Basis.ACCOMPANYING_FAMILY, null, null, relative, CONSENT);
    }

    static ReleasePeople release(UUID placement, UUID person) {
        return new ReleasePeople(
                OP,
                List.of(new Party.Named(placement, person)),
                WHY,
                null,
                DepartureKind.WITH_FAMILY,
                null);
    }

    static HandOverPeople handOver(UUID placement, UUID person, String receiver) {
        return new HandOverPeople(
                OP, List.of(new Party.Named(placement, person)), receiver, WHY, null);
    }

    /** An authority of Iraq, and others of it and of Syria. */
    static List<PlacementEvent> receivers() {
        return List.of(
                new ReceiverRegistered("IRQ", "Ministry", "IRQ", null),
                new ReceiverRegistered("IRAQ", "Ministry by another name", "IRQ", null),
                new ReceiverRegistered("SYR", "Directorate", "SYR", null));
    }

    /** For IRQ, the person heard. */
    static NonRefoulementAssessed assessed(UUID person, Risk risk) {
        return assessed(person, new UUID(0x7000, 950), "IRQ", "IRQ", risk);
    }

    static NonRefoulementAssessed assessed(
            UUID person, UUID id, String receiver, String state, Risk risk) {
        return new NonRefoulementAssessed(
                person, id, receiver, risk, Confidential.of("file 7"), state, NOON, null);
    }

    static final Actor OTHER_OFFICER = Actor.human("other-officer");
    static final Actor THIRD_OFFICER = Actor.human("third-officer");
    static final UUID FATHER = new UUID(0x7000, 4);
    static final FreeText WHY = new FreeText("for a reason");

    static PersonArrived father() {
        return arrived(
                FATHER,
                Sex.MALE,
                Age.between(30, 35, TODAY),
                new FamilyTie("f-1", FamilyRole.PARENT));
    }

    /** Placed in a facility, as events have it. */
    static List<PlacementEvent> placed(UUID person, String facility, Basis basis) {
        PlacementOrdered order = ordered(person, facility, basis);
        return List.of(
                order,
                basis == Basis.VOLUNTARY_SHELTER
                        ? new org.orangeline.events.placement.ShelterProvided(
                                person, order.placementId(), facility, null)
                        : new org.orangeline.events.placement.PlacedInDetention(
                                person, order.placementId(), facility, basis, null));
    }

    static UUID placementOf(UUID person) {
        return ordered(person, "camp", Basis.VOLUNTARY_SHELTER).placementId();
    }
}
