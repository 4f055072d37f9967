package org.orangeline.events;

import static org.orangeline.events.Samples.OTHER_ID;
import static org.orangeline.events.Samples.PERSON;
import static org.orangeline.events.Samples.REASON;
import static org.orangeline.events.Samples.of;

import java.util.List;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.Ground;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.screening.FindingRecommended;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.events.screening.GroupReassigned;
import org.orangeline.events.screening.RecommendationReturned;
import org.orangeline.events.screening.ScreeningConcluded;
import org.orangeline.events.screening.ScreeningEvent;

/** These events have no optional fields. */
final class ScreeningSamples {

    private ScreeningSamples() {}

    static List<ScreeningEvent> full(Hiding hiding) {
        return List.of(
                new GroupAssigned(PERSON, "IRAQI_WOMEN", "women's line 2", "iraqi-women"),
                new GroupReassigned(
                        PERSON,
                        "IRAQI_WOMEN",
                        "UNDETERMINED",
                        "officer's table",
                        of(hiding, GroupReassigned.class, "/reason", REASON)),
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
                        of(hiding, RecommendationReturned.class, "/reason", REASON)),
                new ScreeningConcluded(
                        PERSON,
                        OTHER_ID,
                        Finding.FAMILY_MEMBER,
                        List.of(GroundCode.FAMILY_TIE, GroundCode.NO_INDICATION),
                        List.of("evidence:2019/17"),
                        "officer-7",
                        "officer-9",
                        of(hiding, ScreeningConcluded.class, "/reason", REASON)));
    }
}
