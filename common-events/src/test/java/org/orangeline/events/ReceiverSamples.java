package org.orangeline.events;

import static org.orangeline.events.Samples.OTHER_ID;
import static org.orangeline.events.Samples.PERSON;
import static org.orangeline.events.Samples.REASON;
import static org.orangeline.events.Samples.of;

import java.time.Instant;
import java.util.List;
import org.orangeline.events.intake.PersonLeft;
import org.orangeline.events.model.AbsenceReason;
import org.orangeline.events.model.Admits;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.Consent;
import org.orangeline.events.model.ConsentGiver;
import org.orangeline.events.model.DepartureKind;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.FacilityLayout;
import org.orangeline.events.model.Risk;
import org.orangeline.events.model.Section;
import org.orangeline.events.placement.AbsenceStarted;
import org.orangeline.events.placement.FacilityChangeRequested;
import org.orangeline.events.placement.FacilityChanged;
import org.orangeline.events.placement.FacilityRegistered;
import org.orangeline.events.placement.HandedOver;
import org.orangeline.events.placement.NonRefoulementAssessed;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.placement.ReceiverRegistered;
import org.orangeline.events.placement.ReceiverRequested;
import org.orangeline.events.placement.ReleasedFromDetention;

/** Receivers, and the fields that came with them. */
final class ReceiverSamples {

    private static final Instant AT = Instant.parse("2019-03-02T08:10:00Z");

    private ReceiverSamples() {}

    static List<DomainEvent> full(Hiding hiding) {
        return List.of(
                new ReceiverRequested("IRQ-MOJ", OTHER_ID, "Ministry of Justice", "IRQ"),
                new ReceiverRegistered("IRQ-MOJ", "Ministry of Justice", "IRQ", null),
                new FacilityChangeRequested(
                        "prison-7",
                        OTHER_ID,
                        "IRQ-MOJ",
                        false,
                        hiding.at("prison-7", "FacilityChangeRequested", "/reason", REASON)),
                new FacilityChanged("prison-7", OTHER_ID, "IRQ-MOJ", false, "officer-11"));
    }

    static List<DomainEvent> minimal(Hiding hiding) {
        return List.of(
                new FacilityChangeRequested(
                        "prison-7",
                        OTHER_ID,
                        null,
                        true,
                        hiding.at("prison-7", "FacilityChangeRequested", "/reason", REASON)),
                new FacilityChanged("prison-7", OTHER_ID, null, true, "officer-11"));
    }

    /** Events that name the destination and escort of an absence, or who gave consent to whom. */
    static List<DomainEvent> named(Hiding hiding) {
        return List.of(
                new AbsenceStarted(
                        PERSON,
                        OTHER_ID,
                        OTHER_ID,
                        "camp-1",
                        AbsenceReason.HOSPITAL,
                        AT,
                        AT,
                        "hospital-2",
                        "escort-7"),
                new PlacementOrdered(
                        PERSON,
                        OTHER_ID,
                        "camp-1",
                        Basis.VOLUNTARY_SHELTER,
                        null,
                        null,
                        null,
                        new Consent(AT, "ar", ConsentGiver.CARER, "officer-11"),
                        AT,
                        null,
                        "officer-11",
                        null,
                        null,
                        null));
    }

    /** Another layout. */
    static List<DomainEvent> layout(Hiding hiding) {
        var layout =
                new FacilityLayout(
                        "Prison 7, rebuilt",
                        Admits.EVERYONE,
                        List.of(new Section("ward-b", "Ward B", 20, Admits.EVERYONE, true)),
                        List.of("ward-a"),
                        false);
        return List.of(
                new FacilityChangeRequested(
                        "prison-7",
                        OTHER_ID,
                        "IRQ-MOJ",
                        false,
                        hiding.at("prison-7", "FacilityChangeRequested", "/reason", REASON),
                        null,
                        layout),
                new FacilityChanged(
                        "prison-7", OTHER_ID, "IRQ-MOJ", false, "officer-11", null, layout));
    }

    static List<DomainEvent> added(Hiding hiding) {
        return List.of(
                new ReceiverRegistered("IRQ-MOJ", "Ministry of Justice", "IRQ", "officer-11"),
                new FacilityRegistered(
                        "prison-7",
                        "Prison 7",
                        FacilityKind.PRISON,
                        100,
                        Admits.EVERYONE,
                        null,
                        "IRQ-MOJ"),
                new NonRefoulementAssessed(
                        PERSON,
                        OTHER_ID,
                        "IRQ-MOJ",
                        Risk.NO_SUBSTANTIAL_RISK,
                        of(hiding, NonRefoulementAssessed.class, "/reason", REASON),
                        "IRQ",
                        AT,
                        of(hiding, NonRefoulementAssessed.class, "/said", REASON)),
                new HandedOver(
                        PERSON,
                        OTHER_ID,
                        "al-hol",
                        "IRQ-MOJ",
                        OTHER_ID,
                        of(hiding, HandedOver.class, "/reason", REASON),
                        "IRQ"),
                new ReleasedFromDetention(
                        PERSON,
                        OTHER_ID,
                        "al-hol",
                        Basis.INTERNMENT,
                        of(hiding, ReleasedFromDetention.class, "/reason", REASON),
                        "review 7",
                        DepartureKind.WITH_FAMILY),
                new PersonLeft(
                        PERSON,
                        AT,
                        of(hiding, PersonLeft.class, "/reason", REASON),
                        DepartureKind.TAKEN_AWAY));
    }
}
