package org.orangeline.screening.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.screening.Given.APPROVER;
import static org.orangeline.screening.Given.OP;
import static org.orangeline.screening.Given.PERSON;
import static org.orangeline.screening.Given.SCREENER;
import static org.orangeline.screening.Given.arrived;
import static org.orangeline.screening.Given.ground;
import static org.orangeline.screening.Given.interviewing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Sex;
import org.orangeline.events.screening.FindingRecommended;
import org.orangeline.runtime.Actor;
import org.orangeline.screening.ScreeningCommand.ConcludeScreening;
import org.orangeline.screening.ScreeningCommand.RecommendFinding;

/** S3: who counts as another human than the one who recommended. */
class TwoHumansTest {

    private static final UUID RECOMMENDATION = new UUID(0x7000, 70);
    private static final ConcludeScreening APPROVE =
            new ConcludeScreening(OP, PERSON, true, Confidential.of("looked at"), null);

    private final Actor later = Actor.human(Actor.foreign("https://two.example", "screener"));
    private final Actor other = Actor.human(Actor.foreign("https://three.example", "screener"));

    @Test
    void S3_a_subject_is_one_human_with_and_without_its_issuer() {
        var byFirst =
                interviewing()
                        .given(arrived(PERSON, Sex.MALE, 30, 40, "SYR"), recommendedBy("screener"));
        byFirst.when(APPROVE, SCREENER).thenRefused("S3");
        byFirst.when(APPROVE, later).thenRefused("S3");
        var byLater =
                interviewing()
                        .given(arrived(PERSON, Sex.MALE, 30, 40, "SYR"), recommendedBy(later.id()));
        byLater.when(APPROVE, later).thenRefused("S3");
        byLater.when(APPROVE, SCREENER).thenRefused("S3");
    }

    @Test
    void S3_a_subject_of_two_issuers_is_two_humans() {
        interviewing()
                .given(arrived(PERSON, Sex.MALE, 30, 40, "SYR"), recommendedBy(later.id()))
                .when(APPROVE, other)
                .thenAccepted();
    }

    @Test
    void S3_neither_who_uploaded_nor_who_captured_on_a_shared_tablet_approves() {
        var shared =
                interviewing()
                        .given(
                                arrived(PERSON, Sex.MALE, 30, 40, "SYR"),
                                recommendedBy("uploader", "screener"));
        shared.when(APPROVE, SCREENER).thenRefused("S3");
        shared.when(APPROVE, later).thenRefused("S3");
        shared.when(APPROVE, Actor.human("uploader")).thenRefused("S3");
        shared.when(APPROVE, APPROVER).thenAccepted();
    }

    @Test
    void S3_who_captured_a_recommendation_is_recorded_with_it() {
        var captured =
                new RecommendFinding(
                        OP,
                        PERSON,
                        Finding.CIVILIAN,
                        List.of(ground(GroundCode.NO_INDICATION)),
                        List.of(),
                        "screener",
                        null);
        FindingRecommended recommended =
                interviewing()
                        .given(arrived(PERSON, Sex.MALE, 30, 40, "SYR"))
                        .when(captured, Actor.human("uploader"))
                        .event(FindingRecommended.class);
        assertThat(recommended.recommendedBy()).isEqualTo("uploader");
        assertThat(recommended.capturedBy()).isEqualTo("screener");
    }

    private static FindingRecommended recommendedBy(String officer) {
        return recommendedBy(officer, null);
    }

    private static FindingRecommended recommendedBy(String officer, @Nullable String captor) {
        return new FindingRecommended(
                PERSON,
                RECOMMENDATION,
                Finding.CIVILIAN,
                List.of(ground(GroundCode.NO_INDICATION)),
                List.of(),
                officer,
                captor,
                null);
    }
}
