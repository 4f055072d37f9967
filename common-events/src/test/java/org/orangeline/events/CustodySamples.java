package org.orangeline.events;

import static org.orangeline.events.Samples.OTHER_ID;
import static org.orangeline.events.Samples.PERSON;
import static org.orangeline.events.Samples.REASON;
import static org.orangeline.events.Samples.RELATIVE;
import static org.orangeline.events.Samples.of;

import java.time.Instant;
import java.util.List;
import org.orangeline.events.model.AbsenceReason;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.model.ReviewOutcome;
import org.orangeline.events.model.Risk;
import org.orangeline.events.placement.AbsenceEnded;
import org.orangeline.events.placement.AbsenceOverdue;
import org.orangeline.events.placement.AbsenceStarted;
import org.orangeline.events.placement.AppealLodged;
import org.orangeline.events.placement.BureauNotified;
import org.orangeline.events.placement.CapacityChangeRequested;
import org.orangeline.events.placement.CapacityChanged;
import org.orangeline.events.placement.CardIssued;
import org.orangeline.events.placement.ConsentWithdrawn;
import org.orangeline.events.placement.ConvoyArrived;
import org.orangeline.events.placement.ConvoyCancelled;
import org.orangeline.events.placement.ConvoyDeparted;
import org.orangeline.events.placement.ConvoyPlanned;
import org.orangeline.events.placement.DidNotArrive;
import org.orangeline.events.placement.DiedInCustody;
import org.orangeline.events.placement.DutyOverdue;
import org.orangeline.events.placement.Escaped;
import org.orangeline.events.placement.FactWithdrawn;
import org.orangeline.events.placement.FoundInside;
import org.orangeline.events.placement.HandedOver;
import org.orangeline.events.placement.InquiryOpened;
import org.orangeline.events.placement.KeepApartDeclared;
import org.orangeline.events.placement.KeepApartLifted;
import org.orangeline.events.placement.NonRefoulementAssessed;
import org.orangeline.events.placement.OverrideRequested;
import org.orangeline.events.placement.OverrideRevoked;
import org.orangeline.events.placement.OverrideSigned;
import org.orangeline.events.placement.PersonFound;
import org.orangeline.events.placement.PersonMissing;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.QuestionSettled;
import org.orangeline.events.placement.ReasonsTold;
import org.orangeline.events.placement.ReviewHeld;
import org.orangeline.events.placement.RollChecked;
import org.orangeline.events.placement.TransferCancelled;
import org.orangeline.events.placement.TransferOrdered;
import org.orangeline.events.placement.Transferred;
import org.orangeline.events.placement.WithdrawalRequested;

/** What happens in facilities after the order, and between them. */
final class CustodySamples {

    private static final String CAMP = "al-hol";
    private static final Instant SINCE = Instant.parse("2019-03-02T08:10:00Z");

    private CustodySamples() {}

    static List<PlacementEvent> full(Hiding hiding) {
        return List.of(
                new CapacityChangeRequested(
                        CAMP,
                        OTHER_ID,
                        "phase-1",
                        80,
                        100,
                        5,
                        hiding.at(CAMP, "CapacityChangeRequested", "/reason", REASON)),
                new CapacityChanged(CAMP, OTHER_ID, "phase-1", 80, 100, 5, "officer-11"),
                new RollChecked(CAMP, OTHER_ID, "phase-1", 78, 76, 3, 2, SINCE),
                new QuestionSettled(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        List.of("P3", "P14"),
                        of(hiding, QuestionSettled.class, "/reason", REASON)),
                new OverrideRequested(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        "P6",
                        of(hiding, OverrideRequested.class, "/reason", REASON)),
                new OverrideSigned(PERSON, OTHER_ID, CAMP, "P6", "officer-11"),
                new OverrideRevoked(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        "P6",
                        of(hiding, OverrideRevoked.class, "/reason", REASON)),
                new TransferOrdered(
                        PERSON,
                        OTHER_ID,
                        OTHER_ID,
                        "camp-2",
                        CAMP,
                        "phase-1",
                        of(hiding, TransferOrdered.class, "/reason", REASON)),
                new TransferCancelled(
                        PERSON,
                        OTHER_ID,
                        OTHER_ID,
                        CAMP,
                        of(hiding, TransferCancelled.class, "/reason", REASON)),
                new Transferred(PERSON, OTHER_ID, OTHER_ID, "camp-2", CAMP, "phase-1"),
                new AbsenceStarted(PERSON, OTHER_ID, OTHER_ID, CAMP, AbsenceReason.HOSPITAL, SINCE),
                new AbsenceEnded(PERSON, OTHER_ID, OTHER_ID, CAMP),
                new Escaped(
                        PERSON, OTHER_ID, CAMP, SINCE, of(hiding, Escaped.class, "/note", REASON)),
                new DiedInCustody(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        SINCE,
                        of(hiding, DiedInCustody.class, "/circumstances", REASON)),
                new KeepApartDeclared(
                        PERSON, RELATIVE, of(hiding, KeepApartDeclared.class, "/reason", REASON)),
                new KeepApartLifted(
                        PERSON, RELATIVE, of(hiding, KeepApartLifted.class, "/reason", REASON)),
                new NonRefoulementAssessed(
                        PERSON,
                        OTHER_ID,
                        "IRQ",
                        Risk.NO_SUBSTANTIAL_RISK,
                        of(hiding, NonRefoulementAssessed.class, "/reason", REASON),
                        null,
                        null,
                        null),
                new HandedOver(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        "IRQ",
                        OTHER_ID,
                        of(hiding, HandedOver.class, "/reason", REASON),
                        null),
                new ReasonsTold(PERSON, OTHER_ID, CAMP, "ar-IQ", "interpreter-3", null),
                new CardIssued(PERSON, OTHER_ID, CAMP, "C-2019-17"),
                new BureauNotified(PERSON, OTHER_ID, CAMP, "N-2019-4"),
                new ReviewHeld(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        OTHER_ID,
                        ReviewOutcome.CONTINUE,
                        List.of("reviewer-1", "reviewer-2"),
                        OTHER_ID,
                        of(hiding, ReviewHeld.class, "/reason", REASON)),
                new AppealLodged(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        OTHER_ID,
                        of(hiding, AppealLodged.class, "/statement", REASON)),
                new ConsentWithdrawn(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        of(hiding, ConsentWithdrawn.class, "/note", REASON)),
                new DutyOverdue(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        DutyKind.REVIEW,
                        "P6",
                        "01957a40-0001-7000-8000-00000000abce",
                        SINCE),
                new DidNotArrive(PERSON, OTHER_ID, CAMP, OTHER_ID),
                new FoundInside(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        "phase-1",
                        Basis.ACCOMPANYING_FAMILY,
                        SINCE,
                        SINCE,
                        RELATIVE,
                        OTHER_ID,
                        "registrar-3",
                        of(hiding, FoundInside.class, "/reason", REASON)),
                new PersonMissing(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        SINCE,
                        of(hiding, PersonMissing.class, "/note", REASON)),
                new AbsenceOverdue(PERSON, OTHER_ID, OTHER_ID, CAMP, SINCE),
                new PersonFound(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        SINCE,
                        of(hiding, PersonFound.class, "/note", REASON)),
                new InquiryOpened(PERSON, OTHER_ID, CAMP, "I-2019-2"),
                new WithdrawalRequested(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        OTHER_ID,
                        "01957a40-0001-7000-8000-00000000abce",
                        "DiedInCustody",
                        of(hiding, WithdrawalRequested.class, "/reason", REASON)),
                new FactWithdrawn(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        OTHER_ID,
                        "01957a40-0001-7000-8000-00000000abce",
                        "DiedInCustody",
                        FactWithdrawn.Standing.INSIDE,
                        Basis.INTERNMENT,
                        "registrar-3"),
                new ConvoyPlanned(OTHER_ID, CAMP, List.of(PERSON, RELATIVE)),
                new ConvoyDeparted(OTHER_ID, CAMP, List.of(PERSON, RELATIVE), "escort-2", SINCE),
                new ConvoyCancelled(
                        OTHER_ID,
                        CAMP,
                        hiding.at(OTHER_ID.toString(), "ConvoyCancelled", "/reason", REASON)),
                new ConvoyArrived(
                        OTHER_ID, CAMP, List.of(PERSON, RELATIVE), List.of(RELATIVE), "escort-2"));
    }

    /** Fields that came later: the files of before stay as they are. */
    static List<PlacementEvent> added() {
        return List.of(
                new ReasonsTold(PERSON, OTHER_ID, CAMP, "ar-IQ", null, true),
                new FactWithdrawn(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        OTHER_ID,
                        "01957a40-0001-7000-8000-00000000abce",
                        "Escaped",
                        FactWithdrawn.Standing.OUTSIDE,
                        null,
                        "registrar-3",
                        OTHER_ID));
    }

    static List<PlacementEvent> minimal(Hiding hiding) {
        return List.of(
                new CapacityChangeRequested(
                        CAMP,
                        OTHER_ID,
                        null,
                        80,
                        100,
                        5,
                        hiding.at(CAMP, "CapacityChangeRequested", "/reason", REASON)),
                new CapacityChanged(CAMP, OTHER_ID, null, 80, 100, 5, "officer-11"),
                new RollChecked(CAMP, OTHER_ID, null, 78, 78, 0, 0, null),
                new TransferOrdered(
                        PERSON,
                        OTHER_ID,
                        OTHER_ID,
                        "camp-2",
                        CAMP,
                        null,
                        of(hiding, TransferOrdered.class, "/reason", REASON)),
                new Transferred(PERSON, OTHER_ID, OTHER_ID, "camp-2", CAMP, null),
                new AbsenceStarted(PERSON, OTHER_ID, OTHER_ID, CAMP, AbsenceReason.HOSPITAL, null),
                new ReasonsTold(PERSON, OTHER_ID, CAMP, "ar-IQ", null, null),
                new FoundInside(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        null,
                        Basis.INTERNMENT,
                        SINCE,
                        SINCE,
                        null,
                        null,
                        "registrar-3",
                        of(hiding, FoundInside.class, "/reason", REASON)),
                new FactWithdrawn(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        OTHER_ID,
                        "01957a40-0001-7000-8000-00000000abce",
                        "FoundInside",
                        FactWithdrawn.Standing.OUTSIDE,
                        null,
                        "registrar-3"),
                new ReviewHeld(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        OTHER_ID,
                        ReviewOutcome.CONTINUE,
                        List.of("reviewer-1", "reviewer-2"),
                        null,
                        of(hiding, ReviewHeld.class, "/reason", REASON)));
    }
}
