package org.orangeline.screening;

import java.util.List;
import org.orangeline.runtime.Actor;
import org.orangeline.screening.lines.AloneInDoubtWaitsForAnOfficer;
import org.orangeline.screening.lines.ChildWaitsBesideWhoCaresForIt;
import org.orangeline.screening.lines.FatherWaitsWithHisChildren;
import org.orangeline.screening.lines.Move;
import org.orangeline.screening.lines.NoChildAmongMen;
import org.orangeline.screening.lines.NobodyWaitsTooLong;
import org.orangeline.screening.lines.PlanAssigns;
import org.orangeline.screening.lines.ReassignmentHasAReason;
import org.orangeline.screening.lines.Sorting;
import org.orangeline.screening.lines.Wait;
import org.orangeline.screening.questionnaire.AsksInOwnWords;
import org.orangeline.screening.questionnaire.AsksNoLess;
import org.orangeline.screening.questionnaire.Publication;
import org.orangeline.screening.screening.ActFitsThePerson;
import org.orangeline.screening.screening.Again;
import org.orangeline.screening.screening.ApproverDidNotRecommend;
import org.orangeline.screening.screening.Case;
import org.orangeline.screening.screening.ChildAssociatedIsAChild;
import org.orangeline.screening.screening.ChildIsNeverFighter;
import org.orangeline.screening.screening.FighterOnAnOwnGround;
import org.orangeline.screening.screening.Interview;
import org.orangeline.screening.screening.MedicalNeedIsCleared;
import org.orangeline.screening.screening.OwnRecommendationOnly;
import org.orangeline.screening.screening.Questioned;
import org.orangeline.screening.screening.RequiredQuestionsAnswered;
import org.orangeline.screening.screening.UndeterminedIsScreenedAgain;
import org.orangeline.screening.screening.Verdict;

/** Every rule of this service. */
public final class Policies {

    /** Looked at before anything about the person is (S6). */
    public static final List<Policy<Actor>> WHO_DECIDES = List.of(new HumansDecide());

    /** The first that has an answer says where a person waits (L1, L2); the last one always has. */
    public static final List<Sorting> SORTING =
            List.of(
                    new AloneInDoubtWaitsForAnOfficer(),
                    new ChildWaitsBesideWhoCaresForIt(),
                    new FatherWaitsWithHisChildren(),
                    new PlanAssigns());

    /** What an officer's reassignment has to satisfy (L2, L3). */
    public static final List<Policy<Move>> REASSIGNMENT =
            List.of(new ReassignmentHasAReason(), new NoChildAmongMen());

    /** What ends before it is reported (L4). */
    public static final List<Policy<Wait>> WAITING = List.of(new NobodyWaitsTooLong());

    /** What has to be so before anybody asks a person questions (S4). */
    public static final List<Policy<Interview>> QUESTIONING = List.of(new MedicalNeedIsCleared());

    /** What a screening asks before a finding is recommended (S1). */
    public static final List<Policy<Questioned>> QUESTIONED =
            List.of(new RequiredQuestionsAnswered());

    /**
     * What every version of a questionnaire asks (S1), when it is published and when it is used.
     */
    public static final List<Policy<Publication>> PUBLISHED =
            List.of(new AsksInOwnWords(), new AsksNoLess());

    /** What ends before it is reported (S1). */
    public static final List<Policy<Again>> SCREENED_AGAIN =
            List.of(new UndeterminedIsScreenedAgain());

    /**
     * What a finding has to satisfy (S2, S5): when it is recommended and again when it is approved,
     * since facts may have been corrected in between.
     */
    public static final List<Policy<Case>> FINDING =
            List.of(
                    new FighterOnAnOwnGround(),
                    new ActFitsThePerson(),
                    new ChildIsNeverFighter(),
                    new ChildAssociatedIsAChild());

    /** What a finding that stands has to satisfy, whatever becomes known later (S5). */
    public static final List<Policy<Case>> STANDING = List.of(new ChildIsNeverFighter());

    /** Who may decide on what is recommended (S1, S3). */
    public static final List<Policy<Verdict>> VERDICT =
            List.of(new OwnRecommendationOnly(), new ApproverDidNotRecommend());

    private Policies() {}
}
