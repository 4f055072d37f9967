package org.orangeline.events;

import static org.orangeline.events.Samples.OTHER_ID;
import static org.orangeline.events.Samples.PERSON;
import static org.orangeline.events.Samples.REASON;
import static org.orangeline.events.Samples.of;

import java.time.Instant;
import java.util.List;
import org.orangeline.events.model.Answer;
import org.orangeline.events.model.Answers;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.Ground;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.NotAnswered;
import org.orangeline.events.model.Question;
import org.orangeline.events.model.QuestionKind;
import org.orangeline.events.model.Wording;
import org.orangeline.events.screening.AnswersRecorded;
import org.orangeline.events.screening.ClearanceExpired;
import org.orangeline.events.screening.FindingRecommended;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.events.screening.GroupReassigned;
import org.orangeline.events.screening.HeadCounted;
import org.orangeline.events.screening.LineWaitOverdue;
import org.orangeline.events.screening.MedicallyCleared;
import org.orangeline.events.screening.OtherLineSuggested;
import org.orangeline.events.screening.QuestionnairePublished;
import org.orangeline.events.screening.QuestionnaireRequested;
import org.orangeline.events.screening.RecommendationReturned;
import org.orangeline.events.screening.ScreeningAgainOverdue;
import org.orangeline.events.screening.ScreeningConcluded;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.events.screening.ScreeningOpened;
import org.orangeline.events.screening.ScreeningReopened;

final class ScreeningSamples {

    private static final Instant SINCE = Instant.parse("2019-03-02T08:10:00Z");

    private static final List<Question> QUESTIONS =
            List.of(
                    new Question(
                            "how-you-came",
                            List.of(
                                    new Wording("en", "How did you come here?"),
                                    new Wording("ar", "كيف وصلت إلى هنا؟")),
                            QuestionKind.TEXT,
                            List.of(),
                            true),
                    new Question(
                            "left-because",
                            List.of(new Wording("en", "Why did you leave?")),
                            QuestionKind.CHOICE,
                            List.of("FIGHTING", "HUNGER", "OTHER"),
                            false));

    private ScreeningSamples() {}

    static List<ScreeningEvent> full(Hiding hiding) {
        return List.of(
                new GroupAssigned(PERSON, "IRAQI_WOMEN", "women's line 2", "iraqi-women"),
                new GroupReassigned(
                        PERSON,
                        "IRAQI_WOMEN",
                        "UNDETERMINED",
                        "officer's table",
                        of(hiding, GroupReassigned.class, "/reason", REASON),
                        null),
                new FindingRecommended(
                        PERSON,
                        OTHER_ID,
                        Finding.FAMILY_MEMBER,
                        List.of(
                                new Ground(
                                        GroundCode.FAMILY_TIE,
                                        of(
                                                hiding,
                                                FindingRecommended.class,
                                                "/grounds/0/statement",
                                                REASON)),
                                new Ground(
                                        GroundCode.NO_INDICATION,
                                        of(
                                                hiding,
                                                FindingRecommended.class,
                                                "/grounds/1/statement",
                                                REASON))),
                        List.of("evidence:2019/17"),
                        "officer-7"),
                new RecommendationReturned(
                        PERSON,
                        OTHER_ID,
                        "officer-9",
                        of(hiding, RecommendationReturned.class, "/reason", REASON),
                        null),
                new ScreeningConcluded(
                        PERSON,
                        OTHER_ID,
                        Finding.FAMILY_MEMBER,
                        List.of(GroundCode.FAMILY_TIE, GroundCode.NO_INDICATION),
                        List.of("evidence:2019/17"),
                        "officer-7",
                        "officer-9",
                        of(hiding, ScreeningConcluded.class, "/reason", REASON),
                        null),
                new ScreeningReopened(
                        PERSON, OTHER_ID, of(hiding, ScreeningReopened.class, "/reason", REASON)),
                new HeadCounted("IRAQI_WOMEN", OTHER_ID, 117, 120, -3, null),
                new LineWaitOverdue(
                        PERSON, "IRAQI_WOMEN", SINCE, Instant.parse("2019-03-03T08:10:00Z"), "L4"),
                new OtherLineSuggested(PERSON, "SYRIAN_MEN", "IRAQI_MEN", "iraqi-men"),
                new MedicallyCleared(
                        PERSON, "dr-17", of(hiding, MedicallyCleared.class, "/note", REASON), null),
                new ClearanceExpired(PERSON, SINCE, Instant.parse("2019-03-03T08:10:00Z"), "S4"),
                new ScreeningOpened(
                        PERSON,
                        OTHER_ID,
                        "individual-screening",
                        2,
                        "ar-IQ",
                        "interpreter-4",
                        null),
                new AnswersRecorded(
                        PERSON,
                        OTHER_ID,
                        "individual-screening",
                        2,
                        of(
                                hiding,
                                AnswersRecorded.class,
                                "/answers",
                                new Answers(
                                        List.of(
                                                new Answer("how-you-came", REASON),
                                                new Answer("has-papers", "YES")))),
                        null,
                        null,
                        null),
                new ScreeningAgainOverdue(
                        PERSON, OTHER_ID, SINCE, Instant.parse("2019-03-16T08:10:00Z"), "S1"),
                new QuestionnairePublished("individual-screening", 2, QUESTIONS),
                new QuestionnaireRequested(OTHER_ID, "individual-screening", 2, QUESTIONS));
    }

    /** With fields that came later. */
    static List<ScreeningEvent> added(Hiding hiding) {
        return List.of(
                new FindingRecommended(
                        PERSON,
                        OTHER_ID,
                        Finding.CHILD_ASSOCIATED,
                        List.of(
                                new Ground(
                                        GroundCode.DIRECT_PARTICIPATION,
                                        of(
                                                hiding,
                                                FindingRecommended.class,
                                                "/grounds/0/statement",
                                                REASON),
                                        "2014-06",
                                        13)),
                        List.of("evidence:2019/18"),
                        "officer-7"),
                new AnswersRecorded(
                        PERSON,
                        OTHER_ID,
                        "individual-screening",
                        2,
                        of(
                                hiding,
                                AnswersRecorded.class,
                                "/answers",
                                new Answers(List.of(new Answer("has-papers", "YES")))),
                        List.of("has-papers"),
                        List.of(
                                new NotAnswered("how-you-came", NotAnswered.Reason.DECLINED),
                                new NotAnswered("occupation", NotAnswered.Reason.UNABLE)),
                        null));
    }

    /** With fields that came after those. */
    static List<ScreeningEvent> later(Hiding hiding) {
        return List.of(
                new FindingRecommended(
                        PERSON,
                        OTHER_ID,
                        Finding.CIVILIAN,
                        List.of(
                                new Ground(
                                        GroundCode.NO_INDICATION,
                                        of(
                                                hiding,
                                                FindingRecommended.class,
                                                "/grounds/0/statement",
                                                REASON))),
                        List.of("evidence:2019/19"),
                        "officer-7",
                        "officer-8",
                        null));
    }

    static List<ScreeningEvent> minimal() {
        return List.of(
                new MedicallyCleared(PERSON, "dr-17", null, null),
                new ScreeningOpened(
                        PERSON, OTHER_ID, "individual-screening", 2, "und", null, null));
    }
}
