package org.orangeline.events;

import static org.orangeline.events.Samples.OTHER_ID;
import static org.orangeline.events.Samples.PERSON;
import static org.orangeline.events.Samples.REASON;
import static org.orangeline.events.Samples.RELATIVE;
import static org.orangeline.events.Samples.of;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import org.orangeline.events.intake.LegalProfileChanged;
import org.orangeline.events.model.AbsenceReason;
import org.orangeline.events.model.Admits;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.ReviewOutcome;
import org.orangeline.events.placement.AbsenceEnded;
import org.orangeline.events.placement.AbsenceStarted;
import org.orangeline.events.placement.AppealLodged;
import org.orangeline.events.placement.BureauNotified;
import org.orangeline.events.placement.CardIssued;
import org.orangeline.events.placement.ConsentWithdrawn;
import org.orangeline.events.placement.ConvoyArrived;
import org.orangeline.events.placement.DutyNotOverdue;
import org.orangeline.events.placement.FacilityChangeRequested;
import org.orangeline.events.placement.FacilityChanged;
import org.orangeline.events.placement.FacilityRegistered;
import org.orangeline.events.placement.FoundInside;
import org.orangeline.events.placement.HandedOver;
import org.orangeline.events.placement.InquiryOpened;
import org.orangeline.events.placement.LineBureauNotified;
import org.orangeline.events.placement.LineDutyOverdue;
import org.orangeline.events.placement.LineInquiryOpened;
import org.orangeline.events.placement.LineReasonsTold;
import org.orangeline.events.placement.LineReviewHeld;
import org.orangeline.events.placement.PlacedInDetention;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.ReasonsTold;
import org.orangeline.events.placement.ReleasedFromDetention;
import org.orangeline.events.placement.ReviewHeld;
import org.orangeline.events.placement.ShelterProvided;
import org.orangeline.events.placement.Transferred;
import org.orangeline.events.plan.LegalProfile;

/** Clocks that start with the fact, and custody that begins in a line. */
final class ClockSamples {

    private static final String CAMP = "al-hol";
    private static final String ARRIVAL = "01957a40-0001-7000-8000-00000000abce";
    private static final String OPERATION = "baghuz-2019";
    private static final Instant AT = Instant.parse("2019-03-02T08:10:00Z");

    private ClockSamples() {}

    static List<PlacementEvent> full(Hiding hiding) {
        return List.of(
                new LineReasonsTold(PERSON, "ar-IQ", "interpreter-3", false, AT),
                new LineBureauNotified(PERSON, "N-2019-4", AT),
                new LineReviewHeld(
                        PERSON,
                        OTHER_ID,
                        ReviewOutcome.CONTINUE,
                        List.of("reviewer-1", "reviewer-2"),
                        OTHER_ID,
                        of(hiding, LineReviewHeld.class, "/reason", REASON),
                        AT),
                new LineInquiryOpened(PERSON, "I-2019-3", AT),
                new LineDutyOverdue(PERSON, DutyKind.REVIEW, "P10", ARRIVAL, AT),
                new DutyNotOverdue(
                        PERSON, OTHER_ID, CAMP, DutyKind.REVIEW, "P10", ARRIVAL, AT, AT));
    }

    static List<PlacementEvent> minimal(Hiding hiding) {
        return List.of(
                new LineReasonsTold(PERSON, "ar-IQ", null, null, null),
                new LineBureauNotified(PERSON, "N-2019-4", null),
                new LineInquiryOpened(PERSON, "I-2019-3", null),
                new LineReviewHeld(
                        PERSON,
                        OTHER_ID,
                        ReviewOutcome.RELEASE,
                        List.of("reviewer-1"),
                        null,
                        of(hiding, LineReviewHeld.class, "/reason", REASON),
                        null),
                new DutyNotOverdue(PERSON, null, null, DutyKind.REASONS, "P11", ARRIVAL, AT, AT));
    }

    /** Events of before, with what was added for the clocks. */
    static List<DomainEvent> told(Hiding hiding) {
        return Stream.concat(moves(hiding), duties(hiding)).toList();
    }

    private static Stream<DomainEvent> moves(Hiding hiding) {
        return Stream.of(
                new FacilityRegistered(
                        CAMP, "Al-Hol", FacilityKind.CAMP, 100, Admits.EVERYONE, null, null, false),
                new PlacementOrdered(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        Basis.ACCOMPANYING_FAMILY,
                        null,
                        null,
                        RELATIVE,
                        null,
                        AT,
                        AT,
                        "officer-11",
                        null,
                        null,
                        ARRIVAL),
                new FoundInside(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        null,
                        Basis.INTERNMENT,
                        AT,
                        AT,
                        null,
                        null,
                        "registrar-3",
                        of(hiding, FoundInside.class, "/reason", REASON),
                        ARRIVAL),
                new PlacedInDetention(PERSON, OTHER_ID, CAMP, Basis.INTERNMENT, null, AT),
                new ShelterProvided(PERSON, OTHER_ID, CAMP, null, AT),
                new ReleasedFromDetention(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        Basis.INTERNMENT,
                        of(hiding, ReleasedFromDetention.class, "/reason", REASON),
                        null,
                        null,
                        AT),
                new Transferred(PERSON, OTHER_ID, OTHER_ID, "camp-2", CAMP, null, AT),
                new AbsenceStarted(
                        PERSON, OTHER_ID, OTHER_ID, CAMP, AbsenceReason.HOSPITAL, null, AT),
                new AbsenceEnded(PERSON, OTHER_ID, OTHER_ID, CAMP, AT),
                new PlacementQuestioned(PERSON, OTHER_ID, CAMP, List.of("P13"), null, AT),
                new FacilityChangeRequested(
                        "prison-7",
                        OTHER_ID,
                        "IRQ-MOJ",
                        false,
                        hiding.at("prison-7", "FacilityChangeRequested", "/reason", Samples.REASON),
                        AT),
                new FacilityChanged("prison-7", OTHER_ID, "IRQ-MOJ", false, "officer-11", AT),
                new HandedOver(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        "IRQ",
                        OTHER_ID,
                        of(hiding, HandedOver.class, "/reason", REASON),
                        null,
                        AT),
                new ConsentWithdrawn(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        of(hiding, ConsentWithdrawn.class, "/note", REASON),
                        AT),
                new ConvoyArrived(OTHER_ID, CAMP, List.of(PERSON), List.of(), "escort-2", AT));
    }

    private static Stream<DomainEvent> duties(Hiding hiding) {
        return Stream.of(
                new ReasonsTold(PERSON, OTHER_ID, CAMP, "ar-IQ", null, true, AT),
                new CardIssued(PERSON, OTHER_ID, CAMP, "C-2019-17", AT),
                new BureauNotified(PERSON, OTHER_ID, CAMP, "N-2019-4", AT),
                new ReviewHeld(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        OTHER_ID,
                        ReviewOutcome.CONTINUE,
                        List.of("reviewer-1"),
                        null,
                        of(hiding, ReviewHeld.class, "/reason", REASON),
                        AT),
                new AppealLodged(
                        PERSON,
                        OTHER_ID,
                        CAMP,
                        OTHER_ID,
                        of(hiding, AppealLodged.class, "/statement", REASON),
                        AT),
                new InquiryOpened(PERSON, OTHER_ID, CAMP, "I-2019-2", AT),
                new LegalProfileChanged(
                        OPERATION,
                        new LegalProfile(
                                "open",
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
                                false),
                        of(hiding, OPERATION, LegalProfileChanged.class, "/reason", REASON)));
    }
}
