package org.orangeline.placement.duties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.ReviewOutcome;
import org.orangeline.events.placement.AppealLodged;
import org.orangeline.events.placement.BureauNotified;
import org.orangeline.events.placement.CardIssued;
import org.orangeline.events.placement.DutyOverdue;
import org.orangeline.events.placement.InquiryOpened;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementProposed;
import org.orangeline.events.placement.ReasonsTold;
import org.orangeline.events.placement.ReviewHeld;
import org.orangeline.placement.DutyCommand;
import org.orangeline.placement.DutyCommand.HoldReview;
import org.orangeline.placement.DutyCommand.IssueCard;
import org.orangeline.placement.DutyCommand.LodgeAppeal;
import org.orangeline.placement.DutyCommand.NotifyBureau;
import org.orangeline.placement.DutyCommand.OpenInquiry;
import org.orangeline.placement.DutyCommand.ReportOverdue;
import org.orangeline.placement.DutyCommand.TellReasons;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.OnPlacement;
import org.orangeline.placement.orders.Placement;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/**
 * What the legal profile asks for: done by humans, reported by the clock (rules P10 to P12, P17,
 * P19).
 */
public final class DutyDecider {

    private DutyDecider() {}

    public static Decision<PlacementEvent> decide(
            DutyCommand command, OperationPlacements state, KnownOperation known, Context context) {
        return switch (command) {
            case TellReasons tell ->
                    OnPlacement.held(
                            tell.placementId(),
                            tell.personId(),
                            state,
                            context,
                            held -> told(tell, held));
            case IssueCard issue ->
                    OnPlacement.held(
                            issue.placementId(),
                            issue.personId(),
                            state,
                            context,
                            held -> carded(issue, held));
            case HoldReview hold ->
                    OnPlacement.open(
                            hold.placementId(),
                            hold.personId(),
                            state,
                            context,
                            held -> reviewed(hold, held, known, context));
            case LodgeAppeal lodge ->
                    OnPlacement.held(
                            lodge.placementId(),
                            lodge.personId(),
                            state,
                            context,
                            held ->
                                    Decision.accept(
                                            new AppealLodged(
                                                    held.personId(),
                                                    held.placementId(),
                                                    held.facilityId(),
                                                    context.newId("appeal"),
                                                    Confidential.of(lodge.statement().text()))));
            case NotifyBureau notify ->
                    OnPlacement.any(
                            notify.placementId(),
                            notify.personId(),
                            state,
                            context,
                            placement -> notified(notify, placement));
            case OpenInquiry open ->
                    OnPlacement.any(
                            open.placementId(),
                            open.personId(),
                            state,
                            context,
                            placement -> inquired(open, placement));
            case ReportOverdue report -> overdue(report, state, known, context);
        };
    }

    // AP I 75: in a language that the person understands; how it was understood is part of it.
    private static Decision<PlacementEvent> told(TellReasons command, Placement held) {
        if (command.language() == null) {
            return Decision.refuse(
                    Refusal.rule("P11", "Say in which language the person was told why."));
        }
        if (command.interpreter() == null && !Boolean.TRUE.equals(command.sharedLanguage())) {
            return Decision.refuse(
                    Refusal.rule(
                            "P11",
                            "Say how the person understood: the code of who interpreted, or that"
                                    + " who told them and the person share the language."));
        }
        return Decision.accept(
                new ReasonsTold(
                        held.personId(),
                        held.placementId(),
                        held.facilityId(),
                        command.language(),
                        command.interpreter(),
                        command.sharedLanguage()));
    }

    private static Decision<PlacementEvent> carded(IssueCard command, Placement held) {
        return held.status() == Placement.Status.PLACED
                ? Decision.accept(
                        new CardIssued(
                                held.personId(),
                                held.placementId(),
                                held.facilityId(),
                                command.cardNumber()))
                : Decision.refuse(
                        Refusal.rule(
                                "P12",
                                "A card says where the person is held: the admission has to be"
                                        + " recorded first."));
    }

    // Who waits in a line under guard is held already, so an order is reviewed before the
    // admission.
    private static Decision<PlacementEvent> reviewed(
            HoldReview command, Placement held, KnownOperation known, Context context) {
        if (!held.basis().isDetention()) {
            return Decision.refuse(
                    Refusal.rule(
                            "P10",
                            "Only detention is reviewed; who is sheltered with consent may leave at"
                                    + " any time."));
        }
        if (held.isDecidedBy(context.actor())) {
            return Decision.refuse(
                    Refusal.rule(
                            "P10",
                            "A review is held by somebody else than who ordered the placement, or"
                                    + " changed its basis."));
        }
        if (command.outcome() == ReviewOutcome.CONTINUE) {
            Optional<Refusal> refused = keepsFromLiberty(held, known, context);
            if (refused.isPresent()) {
                return Decision.refuse(refused.get());
            }
        }
        if (command.appealId() != null
                && !held.duties().appeals().containsKey(command.appealId().toString())) {
            return Decision.refuse(Refusal.conflict("That appeal is not open."));
        }
        List<PlacementEvent> events = new ArrayList<>();
        events.add(
                new ReviewHeld(
                        held.personId(),
                        held.placementId(),
                        held.facilityId(),
                        context.newId("review"),
                        command.outcome(),
                        command.members(),
                        command.appealId(),
                        Confidential.of(command.reason().text())));
        if (command.outcome() == ReviewOutcome.RELEASE) {
            events.add(
                    new PlacementProposed(
                            held.personId(),
                            context.newId("proposal"),
                            PlacementProposed.Action.RELEASE,
                            null,
                            null,
                            null,
                            null,
                            List.of("P10")));
        }
        return Decision.accept(events);
    }

    // P13, P19: liberty that was decided is not taken back by who decided it, nor by words alone.
    private static Optional<Refusal> keepsFromLiberty(
            Placement held, KnownOperation known, Context context) {
        if (known.conclusionsOf(held.personId())
                .anyMatch(found -> found.finding() == Finding.CIVILIAN)) {
            return Optional.of(
                    Refusal.rule(
                            "P13",
                            "A concluded civilian is released: no review continues the detention"
                                    + " while the finding stands."));
        }
        Liberty decided = held.liberty();
        return decided != null && context.actor().mayBe(decided.decidedBy())
                ? Optional.of(
                        Refusal.rule(
                                "P19",
                                "It was decided that the person is to be free: only another human"
                                        + " than who decided it can say otherwise in a review."))
                : Optional.empty();
    }

    // Also of who is gone: the bureau is told of releases, escapes and deaths.
    private static Decision<PlacementEvent> notified(NotifyBureau command, Placement placement) {
        if (placement.status() == Placement.Status.ORDERED && placement.duties().notice() == null) {
            return Decision.refuse(
                    Refusal.rule(
                            "P12",
                            "The bureau is told where the person is held: the admission has to be"
                                    + " recorded first."));
        }
        return placement.duties().notice() == null
                ? Decision.refuse(
                        Refusal.conflict("There is nothing that the bureau has not been told."))
                : Decision.accept(
                        new BureauNotified(
                                placement.personId(),
                                placement.placementId(),
                                placement.facilityId(),
                                command.noticeNumber()));
    }

    private static Decision<PlacementEvent> inquired(OpenInquiry command, Placement placement) {
        return placement.inquiry() == null
                ? Decision.refuse(Refusal.conflict("There is nothing to inquire into."))
                : Decision.accept(
                        new InquiryOpened(
                                placement.personId(),
                                placement.placementId(),
                                placement.facilityId(),
                                command.inquiryNumber()));
    }

    private static Decision<PlacementEvent> overdue(
            ReportOverdue command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return state.placement(command.placementId(), command.personId()).stream()
                .flatMap(placement -> Duties.of(placement, known))
                .filter(duty ->
                        duty.kind() == command.kind()
                                && duty.startedBy().equals(command.startedBy())
                                && duty.isOverdue(context.now())
                                && !duty.reported())
                .findFirst()
                .map(duty ->
                        Decision.<PlacementEvent>accept(
                                new DutyOverdue(
                                        duty.personId(),
                                        duty.placementId(),
                                        duty.facilityId(),
                                        duty.kind(),
                                        duty.rule(),
                                        duty.startedBy(),
                                        duty.due())))
                .orElseGet(() -> Decision.refuse(Refusal.conflict("Nothing is overdue.")));
    }
}
