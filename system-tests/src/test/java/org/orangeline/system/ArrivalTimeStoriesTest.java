package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/** A wrong time of an arrival is corrected, and the clocks of every service run from then. */
@OnTheSharedSystem
class ArrivalTimeStoriesTest extends PlacementStory {

    ArrivalTimeStoriesTest(RunningSystem system) {
        super(system, "arrival-time");
    }

    @Test
    void L4_P10_S6_one_human_says_sooner_and_two_say_later() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant told = now.minus(5, ChronoUnit.HOURS);
        Instant sooner = now.minus(9, ChronoUnit.HOURS);
        Instant later = now.minus(2, ChronoUnit.HOURS);
        UUID man = arrived(People.man("SYR").put("arrivedAt", told.toString()));
        awaitClocks(man, told);

        said(officers.intake(), man, sooner).expect(201);
        awaitClocks(man, sooner);

        assertThat(said(officers.intake(), man, later).status()).isEqualTo(202);
        said(officers.intake(), man, later).expectRule(422, "S6");
        awaitClocks(man, sooner);
        said(officers.intakeToo(), man, later).expect(201);
        awaitClocks(man, later);

        said(officers.intake(), man, now.plus(1, ChronoUnit.HOURS)).expectProblem(422);
        said(officers.intake(), man, now.minus(40, ChronoUnit.DAYS)).expectProblem(422);
        said(officers.intake(), man, later).expectProblem(409);
        String history = emergency.history(Service.INTAKE, man).body();
        assertThat(history).contains("ArrivalTimeCorrected", "ArrivalTimeCorrectionRequested");
    }

    // The register, the wait (L4) and custody in the line (P10).
    private void awaitClocks(UUID person, Instant at) {
        emergency.awaitPerson(
                Service.INTAKE,
                person,
                shown -> shown.path("arrivedAt").asText().equals(at.toString()));
        emergency.awaitPerson(
                Service.SCREENING, person, shown -> shown.toString().contains(at.toString()));
        emergency.awaitPerson(
                Service.PLACEMENT,
                person,
                shown -> shown.path("heldInLineSince").asText().equals(at.toString()));
    }

    private Answer said(String token, UUID person, Instant at) {
        return intake(
                token,
                "persons/" + person + "/arrival-time",
                "{\"arrivedAt\":\"%s\",\"reason\":\"the convoy list\"}".formatted(at));
    }
}
