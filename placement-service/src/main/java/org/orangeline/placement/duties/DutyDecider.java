package org.orangeline.placement.duties;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.placement.AppealLodged;
import org.orangeline.events.placement.BureauNotified;
import org.orangeline.events.placement.CardIssued;
import org.orangeline.events.placement.DutyOverdue;
import org.orangeline.events.placement.InquiryOpened;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.ReasonsTold;
import org.orangeline.placement.DutyCommand;
import org.orangeline.placement.DutyCommand.HoldReview;
import org.orangeline.placement.DutyCommand.IssueCard;
import org.orangeline.placement.DutyCommand.LodgeAppeal;
import org.orangeline.placement.DutyCommand.NotifyBureau;
import org.orangeline.placement.DutyCommand.OpenInquiry;
import org.orangeline.placement.DutyCommand.ReportOverdue;
import org.orangeline.placement.DutyCommand.TellReasons;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.custody.Plausible;
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
                            tell.at(),
                            state,
                            context,
                            held ->
                                    told(
                                            tell,
                                            Registrations.seen(held, state, known),
                                            known,
                                            context));
            case IssueCard issue ->
                    OnPlacement.held(
                            issue.placementId(),
                            issue.personId(),
                            issue.at(),
                            state,
                            context,
                            held ->
                                    carded(
                                            issue,
                                            Registrations.seen(held, state, known),
                                            known,
                                            context));
            case HoldReview hold ->
                    OnPlacement.any(
                            hold.placementId(),
                            hold.personId(),
                            state,
                            context,
                            held ->
                                    ReviewDecider.reviewed(
                                            hold,
                                            Registrations.seen(held, state, known),
                                            state,
                                            known,
                                            context));
            case LodgeAppeal lodge ->
                    OnPlacement.held(
                            lodge.placementId(),
                            lodge.personId(),
                            null,
                            state,
                            context,
                            held -> appealed(lodge, held, known, context));
            case NotifyBureau notify ->
                    OnPlacement.any(
                            notify.placementId(),
                            notify.personId(),
                            state,
                            context,
                            placement ->
                                    notified(
                                            notify,
                                            Registrations.seen(placement, state, known),
                                            known,
                                            context));
            case OpenInquiry open ->
                    OnPlacement.any(
                            open.placementId(),
                            open.personId(),
                            state,
                            context,
                            placement -> inquired(open, placement, known, context));
            case ReportOverdue report -> overdue(report, state, known, context);
        };
    }

    // AP I 75: in a language that the person understands; how it was understood is part of it.
    private static Decision<PlacementEvent> told(
            TellReasons command, Placement held, KnownOperation known, Context context) {
        Optional<Refusal> refusal =
                ToldHow.refusal(
                        command.language(), command.interpreter(), command.sharedLanguage());
        return refusal.map(Decision::<PlacementEvent>refuse)
                .orElseGet(() ->
                        done(
                                "when the person was told why",
                                command.at(),
                                held,
                                held.with(held.duties().told(command.at())),
                                new ReasonsTold(
                                        held.personId(),
                                        held.placementId(),
                                        held.facilityId(),
                                        Objects.requireNonNull(command.language()),
                                        command.interpreter(),
                                        command.sharedLanguage(),
                                        command.at()),
                                known,
                                context));
    }

    private static Decision<PlacementEvent> carded(
            IssueCard command, Placement held, KnownOperation known, Context context) {
        if (held.status() == Placement.Status.ORDERED) {
            return Decision.refuse(
                    Refusal.rule(
                            "P12",
                            "A card says where the person is held: the admission has to be"
                                    + " recorded first."));
        }
        return done(
                "when the card was made out",
                command.at(),
                held,
                held.with(held.duties().carded(held.facilityId())),
                new CardIssued(
                        held.personId(),
                        held.placementId(),
                        held.facilityId(),
                        command.cardNumber(),
                        command.at()),
                known,
                context);
    }

    private static Decision<PlacementEvent> appealed(
            LodgeAppeal command, Placement held, KnownOperation known, Context context) {
        return done(
                "the appeal",
                command.at(),
                held,
                held,
                new AppealLodged(
                        held.personId(),
                        held.placementId(),
                        held.facilityId(),
                        context.newId("appeal"),
                        Confidential.of(command.statement().text()),
                        command.at()),
                known,
                context);
    }

    /** Something was done in custody; a duty that it did in time was not overdue. */
    static Decision<PlacementEvent> done(
            String what,
            @Nullable Instant at,
            Placement before,
            Placement after,
            PlacementEvent event,
            KnownOperation known,
            Context context) {
        return Plausible.at(
                        what,
                        at,
                        Duties.custodySince(before, known),
                        "when the person came into custody",
                        context.now())
                .map(Decision::<PlacementEvent>refuse)
                .orElseGet(() ->
                        Decision.accept(
                                Stream.concat(
                                                Stream.of(event),
                                                NotOverdue.after(before, after, at, known))
                                        .toList()));
    }

    // Also of who is gone: the bureau is told of releases, escapes and deaths.
    private static Decision<PlacementEvent> notified(
            NotifyBureau command, Placement placement, KnownOperation known, Context context) {
        if (placement.status() == Placement.Status.ORDERED && placement.duties().notice() == null) {
            return Decision.refuse(
                    Refusal.rule(
                            "P12",
                            "The bureau is told where the person is held: the admission has to be"
                                    + " recorded first."));
        }
        return placement.duties().notice() == null
                ? Decision.refuse(Refusal.conflict("The bureau has been told of everything."))
                : done(
                        "the notice",
                        command.at(),
                        placement,
                        placement.with(placement.duties().notified(command.at())),
                        new BureauNotified(
                                placement.personId(),
                                placement.placementId(),
                                placement.facilityId(),
                                command.noticeNumber(),
                                command.at()),
                        known,
                        context);
    }

    private static Decision<PlacementEvent> inquired(
            OpenInquiry command, Placement placement, KnownOperation known, Context context) {
        return placement.inquiry() == null
                ? Decision.refuse(Refusal.conflict("There is nothing to inquire into."))
                : done(
                        "the inquiry",
                        command.at(),
                        placement,
                        placement.inquired(),
                        new InquiryOpened(
                                placement.personId(),
                                placement.placementId(),
                                placement.facilityId(),
                                command.inquiryNumber(),
                                command.at()),
                        known,
                        context);
    }

    private static Decision<PlacementEvent> overdue(
            ReportOverdue command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return state.placement(command.placementId(), command.personId())
                .flatMap(placement ->
                        Duties.of(Registrations.seen(placement, state, known), known)
                                .filter(duty ->
                                        duty.kind() == command.kind()
                                                && duty.startedBy().equals(command.startedBy())
                                                && duty.isOverdue(context.now())
                                                && !duty.reported())
                                .findFirst()
                                .map(duty -> overdue(placement, duty)))
                .map(Decision::<PlacementEvent>accept)
                .orElseGet(() -> Decision.refuse(Refusal.conflict("Nothing is overdue.")));
    }

    private static DutyOverdue overdue(Placement placement, Duty duty) {
        return new DutyOverdue(
                placement.personId(),
                placement.placementId(),
                placement.facilityId(),
                duty.kind(),
                duty.rule(),
                duty.startedBy(),
                duty.due());
    }
}
