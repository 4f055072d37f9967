package org.orangeline.screening;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.events.Service;
import org.orangeline.events.intake.LegalProfileChanged;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Model;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.SubjectRef;
import org.orangeline.screening.ScreeningCommand.AssignGroup;
import org.orangeline.screening.ScreeningCommand.ClearMedically;
import org.orangeline.screening.ScreeningCommand.ConcludeScreening;
import org.orangeline.screening.ScreeningCommand.CountHeads;
import org.orangeline.screening.ScreeningCommand.ExpireClearance;
import org.orangeline.screening.ScreeningCommand.OpenScreening;
import org.orangeline.screening.ScreeningCommand.PublishQuestionnaire;
import org.orangeline.screening.ScreeningCommand.ReassignGroup;
import org.orangeline.screening.ScreeningCommand.RecommendFinding;
import org.orangeline.screening.ScreeningCommand.RecordAnswers;
import org.orangeline.screening.ScreeningCommand.ReopenScreening;
import org.orangeline.screening.ScreeningCommand.ReportOverdueWait;
import org.orangeline.screening.ScreeningCommand.ReportScreeningAgain;
import org.orangeline.screening.ScreeningCommand.RequestQuestionnaire;
import org.orangeline.screening.ScreeningCommand.SuggestLine;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.lines.HeadCountDecider;
import org.orangeline.screening.lines.LineDecider;
import org.orangeline.screening.lines.SuggestionDecider;
import org.orangeline.screening.lines.WaitDecider;
import org.orangeline.screening.lines.WhenFactsChangedThenSuggestLine;
import org.orangeline.screening.lines.WhenPersonArrivedThenAssignGroup;
import org.orangeline.screening.lines.WhenWaitingTooLongThenReport;
import org.orangeline.screening.questionnaire.QuestionnaireDecider;
import org.orangeline.screening.screening.ClearanceDecider;
import org.orangeline.screening.screening.InterviewDecider;
import org.orangeline.screening.screening.ScreeningAgainDecider;
import org.orangeline.screening.screening.ScreeningDecider;
import org.orangeline.screening.screening.WhenClearanceRunsOutThenSay;
import org.orangeline.screening.screening.WhenUndeterminedTooLongThenReport;

/** The pure core of screening-service: which decider takes a command, and how events fold. */
public final class ScreeningModel
        implements Model<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> {

    @Override
    public Service service() {
        return Service.SCREENING;
    }

    @Override
    public Set<Service> upstream() {
        return EnumSet.of(Service.INTAKE, Service.PLACEMENT);
    }

    @Override
    public ScreeningState emptyOwn() {
        return ScreeningState.EMPTY;
    }

    @Override
    public Knowledge emptyKnown() {
        return Knowledge.NOTHING;
    }

    @Override
    public Decision<ScreeningEvent> decide(
            ScreeningCommand command, ScreeningState own, Knowledge known, Context context) {
        return switch (command) {
            case AssignGroup assign -> LineDecider.assign(assign, own, known, context);
            case ReassignGroup move -> LineDecider.reassign(move, own, known, context);
            case SuggestLine suggest -> SuggestionDecider.suggest(suggest, own, known);
            case ReportOverdueWait report -> WaitDecider.report(report, own, known, context);
            case CountHeads count -> HeadCountDecider.count(count, own, known, context);
            case RequestQuestionnaire request ->
                    QuestionnaireDecider.request(request, own, known, context);
            case PublishQuestionnaire publish ->
                    QuestionnaireDecider.publish(publish, own, context);
            case ClearMedically clear -> ClearanceDecider.clear(clear, own, known, context);
            case ExpireClearance expire -> ClearanceDecider.expire(expire, own, known, context);
            case OpenScreening open -> InterviewDecider.open(open, own, known, context);
            case RecordAnswers answers -> InterviewDecider.answer(answers, own, known, context);
            case RecommendFinding recommend ->
                    ScreeningDecider.recommend(recommend, own, known, context);
            case ConcludeScreening conclude ->
                    ScreeningDecider.conclude(conclude, own, known, context);
            case ReopenScreening reopen -> ScreeningDecider.reopen(reopen, own, known, context);
            case ReportScreeningAgain report ->
                    ScreeningAgainDecider.report(report, own, known, context);
        };
    }

    @Override
    public ScreeningState evolve(ScreeningState own, Recorded<? extends DomainEvent> recorded) {
        return ScreeningFold.evolve(own, recorded);
    }

    @Override
    public Knowledge learn(Knowledge known, Recorded<? extends DomainEvent> recorded) {
        return known.learn(recorded);
    }

    @Override
    public List<Reaction<ScreeningCommand>> react(
            SubjectRef subject, ScreeningState own, Knowledge known) {
        return Stream.of(
                        WhenPersonArrivedThenAssignGroup.react(subject, own, known),
                        WhenFactsChangedThenSuggestLine.react(subject, own, known),
                        WhenWaitingTooLongThenReport.react(subject, own, known),
                        WhenUndeterminedTooLongThenReport.react(subject, own, known),
                        WhenClearanceRunsOutThenSay.react(subject, own, known))
                .flatMap(List::stream)
                .toList();
    }

    // Another limit is another time at which a wait, a next screening or a clearance is over.
    @Override
    public boolean concernsEverybody(DomainEvent event) {
        return event instanceof LegalProfileChanged;
    }

    @Override
    public Stream<SubjectRef> subjects(ScreeningState own, Knowledge known) {
        return Stream.of(
                        WhenPersonArrivedThenAssignGroup.subjects(own, known),
                        WhenWaitingTooLongThenReport.subjects(own, known),
                        WhenUndeterminedTooLongThenReport.subjects(own, known),
                        WhenClearanceRunsOutThenSay.subjects(own, known))
                .flatMap(subjects -> subjects)
                .distinct();
    }
}
