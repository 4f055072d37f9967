package org.orangeline.placement.duties;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.ReviewOutcome;
import org.orangeline.events.placement.LineBureauNotified;
import org.orangeline.events.placement.LineDutyOverdue;
import org.orangeline.events.placement.LineInquiryOpened;
import org.orangeline.events.placement.LineReasonsTold;
import org.orangeline.events.placement.LineReviewHeld;
import org.orangeline.events.placement.PersonPlacementEvent;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.placement.LineCommand;
import org.orangeline.placement.LineCommand.HoldLineReview;
import org.orangeline.placement.LineCommand.NotifyBureauOfLine;
import org.orangeline.placement.LineCommand.OpenInquiryInLine;
import org.orangeline.placement.LineCommand.ReportLineOverdue;
import org.orangeline.placement.LineCommand.TellReasonsInLine;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.custody.Plausible;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.HumansOnly;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/** What the legal profile asks for about who waits under guard in a line (rules P10 to P12). */
public final class LineDutyDecider {

    private LineDutyDecider() {}

    public static Decision<PlacementEvent> decide(
            LineCommand command, OperationPlacements state, KnownOperation known, Context context) {
        return switch (command) {
            case TellReasonsInLine tell ->
                    byHuman(
                            tell,
                            state,
                            known,
                            context,
                            custody -> held(custody, () -> told(tell, custody, known, context)));
            case NotifyBureauOfLine notify ->
                    byHuman(
                            notify,
                            state,
                            known,
                            context,
                            custody -> notified(notify, custody, known, context));
            case HoldLineReview hold ->
                    byHuman(
                            hold,
                            state,
                            known,
                            context,
                            custody ->
                                    held(
                                            custody,
                                            () -> reviewed(hold, custody, state, known, context)));
            case OpenInquiryInLine open ->
                    byHuman(
                            open,
                            state,
                            known,
                            context,
                            custody -> inquired(open, custody, known, context));
            case ReportLineOverdue report -> overdue(report, state, known, context);
        };
    }

    private static Decision<PlacementEvent> byHuman(
            LineCommand command,
            OperationPlacements state,
            KnownOperation known,
            Context context,
            Function<LineCustody, Decision<PlacementEvent>> decide) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        Optional<PersonFacts> person = known.person(command.personId());
        if (person.isEmpty()) {
            return Decision.refuse(Refusal.notFound("There is no such person."));
        }
        return LineCustody.watched(person.get(), state, known)
                .map(decide)
                .orElseGet(LineDutyDecider::notHeld);
    }

    private static Decision<PlacementEvent> held(
            LineCustody custody, Supplier<Decision<PlacementEvent>> decide) {
        return custody.held() ? decide.get() : notHeld();
    }

    private static Decision<PlacementEvent> notHeld() {
        return Decision.refuse(
                Refusal.conflict(
                        "The person is not held in a line; what is done for somebody who is placed is"
                                + " recorded with the placement."));
    }

    private static Decision<PlacementEvent> told(
            TellReasonsInLine command, LineCustody custody, KnownOperation known, Context context) {
        return ToldHow.refusal(command.language(), command.interpreter(), command.sharedLanguage())
                .map(Decision::<PlacementEvent>refuse)
                .orElseGet(() ->
                        done(
                                "when the person was told why",
                                command.at(),
                                custody,
                                facts -> facts.told(when(command.at(), context)),
                                new LineReasonsTold(
                                        custody.record(),
                                        Objects.requireNonNull(command.language()),
                                        command.interpreter(),
                                        command.sharedLanguage(),
                                        command.at()),
                                known,
                                context));
    }

    private static Decision<PlacementEvent> notified(
            NotifyBureauOfLine command,
            LineCustody custody,
            KnownOperation known,
            Context context) {
        return custody.notice() != null
                ? done(
                        "the notice",
                        command.at(),
                        custody,
                        facts -> facts.notified(when(command.at(), context)),
                        new LineBureauNotified(
                                custody.record(), command.noticeNumber(), command.at()),
                        known,
                        context)
                : Decision.refuse(Refusal.conflict("The bureau has been told of everything."));
    }

    private static Decision<PlacementEvent> inquired(
            OpenInquiryInLine command, LineCustody custody, KnownOperation known, Context context) {
        return custody.openInquiry() == null
                ? Decision.refuse(Refusal.conflict("There is nothing to inquire into."))
                : done(
                        "the inquiry",
                        command.at(),
                        custody,
                        facts -> facts.inquired(when(command.at(), context)),
                        new LineInquiryOpened(
                                custody.record(), command.inquiryNumber(), command.at()),
                        known,
                        context);
    }

    private static Decision<PlacementEvent> reviewed(
            HoldLineReview command,
            LineCustody custody,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        if (command.outcome() == ReviewOutcome.CONTINUE) {
            if (isCivilian(command, custody, known)) {
                return Decision.refuse(ToBeFree.CIVILIAN);
            }
            if (isOwnLiberty(command, custody, state, known, context)) {
                return Decision.refuse(ToBeFree.ANOTHER_HUMAN);
            }
        }
        if (command.appealId() != null
                && !custody.done().appeals().containsKey(command.appealId().toString())) {
            return Decision.refuse(Refusal.conflict("That appeal is not open."));
        }
        return done(
                "the review",
                command.at(),
                custody,
                facts ->
                        facts.reviewed(
                                new Started("", context.now()).toldAtMost(command.at()),
                                command.outcome(),
                                command.appealId(),
                                context.actor().text()),
                new LineReviewHeld(
                        custody.record(),
                        context.newId("review"),
                        command.outcome(),
                        command.members(),
                        command.appealId(),
                        Confidential.of(command.reason().text()),
                        command.at()),
                known,
                context);
    }

    // P13: a review of before the finding did not say otherwise.
    private static boolean isCivilian(
            HoldLineReview command, LineCustody custody, KnownOperation known) {
        return LineDuties.civilian(custody, known)
                .filter(found -> command.at() == null || !command.at().isBefore(found.at()))
                .isPresent();
    }

    // P19: also of an earlier custody; who is here again is held on no ground of before.
    private static boolean isOwnLiberty(
            HoldLineReview command,
            LineCustody custody,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return known.person(command.personId())
                .filter(person ->
                        ToBeFree.isOwn(
                                custody.done().freed().stream(),
                                person,
                                command.at(),
                                context.actor(),
                                state,
                                known))
                .isPresent();
    }

    private static Started when(@Nullable Instant at, Context context) {
        return new Started("", context.now()).told(at);
    }

    private static Decision<PlacementEvent> done(
            String what,
            @Nullable Instant at,
            LineCustody custody,
            UnaryOperator<CustodyFacts> change,
            PersonPlacementEvent event,
            KnownOperation known,
            Context context) {
        var after = custody.with(change.apply(custody.done()));
        return Plausible.at(
                        what,
                        at,
                        custody.since(),
                        "when the person came into custody",
                        context.now())
                .map(Decision::<PlacementEvent>refuse)
                .orElseGet(() ->
                        Decision.accept(
                                Stream.concat(
                                                Stream.of(event),
                                                NotOverdue.after(
                                                        LineDuties.of(custody, known),
                                                        LineDuties.of(after, known),
                                                        at))
                                        .toList()));
    }

    private static Decision<PlacementEvent> overdue(
            ReportLineOverdue command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return known.person(command.personId()).stream()
                .flatMap(person -> LineCustody.watched(person, state, known).stream())
                .flatMap(custody -> LineDuties.of(custody, known))
                .filter(duty ->
                        duty.kind() == command.kind()
                                && duty.startedBy().equals(command.startedBy())
                                && duty.isOverdue(context.now())
                                && !duty.reported())
                .findFirst()
                .map(duty ->
                        Decision.<PlacementEvent>accept(
                                new LineDutyOverdue(
                                        duty.personId(),
                                        duty.kind(),
                                        duty.rule(),
                                        duty.startedBy(),
                                        duty.due())))
                .orElseGet(() -> Decision.refuse(Refusal.conflict("Nothing is overdue.")));
    }
}
