package org.orangeline.screening;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Answers;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.Ground;
import org.orangeline.events.model.NotAnswered;
import org.orangeline.events.model.Question;
import org.orangeline.runtime.Command;

/**
 * What screening-service can be asked to record. {@code at} is when something happened, as an
 * officer tells it; null means now.
 */
public sealed interface ScreeningCommand extends Command {

    /** Sends a person to a line by the grouping plan; gives {@code GroupAssigned}. */
    record AssignGroup(String operation, UUID personId) implements ScreeningCommand, AboutPerson {}

    /**
     * Moves a person to another line, or says that the person stays; gives {@code GroupReassigned}.
     */
    record ReassignGroup(
            String operation,
            UUID personId,
            String group,
            Confidential<String> reason,
            @Nullable Instant at)
            implements ScreeningCommand, AboutPerson {}

    /** Tells the line officer that the rules say another line; gives {@code OtherLineSuggested}. */
    record SuggestLine(String operation, UUID personId) implements ScreeningCommand, AboutPerson {}

    /** Reports a wait beyond the limit; gives {@code LineWaitOverdue}. */
    record ReportOverdueWait(String operation, UUID personId)
            implements ScreeningCommand, AboutPerson {}

    /** Compares a head count with the register; gives {@code HeadCounted}. */
    record CountHeads(String operation, String group, int counted, @Nullable Instant at)
            implements ScreeningCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(group);
        }
    }

    /** Asks for a version of a questionnaire; gives {@code QuestionnaireRequested}. */
    record RequestQuestionnaire(
            String operation, String questionnaire, int version, List<Question> questions)
            implements ScreeningCommand {

        public RequestQuestionnaire {
            questions = List.copyOf(questions);
        }

        @Override
        public Set<String> subjects() {
            return Set.of(questionnaire);
        }
    }

    /** Approves a version as a second human; gives {@code QuestionnairePublished}. */
    record PublishQuestionnaire(String operation, String questionnaire, UUID requestId)
            implements ScreeningCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(questionnaire);
        }
    }

    /** Records a clinician's word; gives {@code MedicallyCleared}. */
    record ClearMedically(
            String operation,
            UUID personId,
            String clinician,
            @Nullable Confidential<String> note,
            @Nullable Instant at)
            implements ScreeningCommand, AboutPerson {}

    /** Says that a clearance has run out; gives {@code ClearanceExpired}. */
    record ExpireClearance(String operation, UUID personId)
            implements ScreeningCommand, AboutPerson {}

    /**
     * Begins a screening; gives {@code ScreeningOpened}.
     *
     * @param questionnaire null for the default one; its latest version is asked
     */
    record OpenScreening(
            String operation,
            UUID personId,
            @Nullable String questionnaire,
            String language,
            @Nullable String interpreter,
            @Nullable Instant at)
            implements ScreeningCommand, AboutPerson {}

    /**
     * Keeps what a person answered; gives {@code AnswersRecorded}.
     *
     * @param notAnswered questions that were asked and have no answer, with the reason
     */
    record RecordAnswers(
            String operation,
            UUID personId,
            Confidential<Answers> answers,
            List<NotAnswered> notAnswered,
            @Nullable Instant at)
            implements ScreeningCommand, AboutPerson {

        public RecordAnswers {
            notAnswered = List.copyOf(notAnswered);
        }
    }

    /** Says that the next screening is overdue; gives {@code ScreeningAgainOverdue}. */
    record ReportScreeningAgain(String operation, UUID personId)
            implements ScreeningCommand, AboutPerson {}

    /**
     * Recommends a finding; gives {@code FindingRecommended}.
     *
     * @param capturedBy subject of who made it on a tablet, when that is said
     */
    record RecommendFinding(
            String operation,
            UUID personId,
            Finding finding,
            List<Ground> grounds,
            List<String> evidence,
            @Nullable String capturedBy,
            @Nullable Instant at)
            implements ScreeningCommand, AboutPerson {

        /** As an officer does for themselves. */
        public RecommendFinding(
                String operation,
                UUID personId,
                Finding finding,
                List<Ground> grounds,
                List<String> evidence) {
            this(operation, personId, finding, grounds, evidence, null, null);
        }

        public RecommendFinding {
            grounds = List.copyOf(grounds);
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * Decides on the open recommendation; gives {@code ScreeningConcluded} or {@code
     * RecommendationReturned}.
     *
     * @param approve false sends the recommendation back
     */
    record ConcludeScreening(
            String operation,
            UUID personId,
            boolean approve,
            Confidential<String> reason,
            @Nullable Instant at)
            implements ScreeningCommand, AboutPerson {}

    /** Calls a conclusion into question; gives {@code ScreeningReopened}. */
    record ReopenScreening(String operation, UUID personId, Confidential<String> reason)
            implements ScreeningCommand, AboutPerson {}
}
