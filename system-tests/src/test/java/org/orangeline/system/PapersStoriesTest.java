package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/** Papers of no country, of former and disputed ones, and who was brought dead. */
@OnTheSharedSystem
class PapersStoriesTest extends PlacementStory {

    PapersStoriesTest(RunningSystem system) {
        super(system, "papers");
    }

    @Test
    void L1_who_is_of_no_country_is_no_foreigner() {
        for (String code : List.of("STATELESS", "XXA", "XXB", "XXC", "XXX", "UNO", "EUE")) {
            assertThat(line(code)).as(code).isEqualTo("UNDETERMINED");
        }
        for (String code : List.of("FRA", "XKX", "RKS", "UNK", "YUG", "GBN")) {
            assertThat(line(code)).as(code).isEqualTo("FOREIGN_MEN");
        }
        Answer utopia =
                emergency.intake().settle(emergency.arrival(UUID.randomUUID(), People.man("UTO")));
        assertThat(utopia.expectProblem(400).body()).contains("nationalities.country");
    }

    private String line(String code) {
        UUID man = emergency.arrived(People.man(code));
        return emergency
                .awaitPerson(Service.SCREENING, man, shown -> shown.path("group").isTextual())
                .path("group")
                .asText();
    }

    @Test
    void S6_P12_who_was_brought_dead_is_recorded_and_no_clock_runs() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant came = now.minus(1, ChronoUnit.HOURS);
        UUID man = arrived(People.man("SYR").put("arrivedAt", came.toString()));
        Instant onTheWay = came.minus(3, ChronoUnit.HOURS);
        emergency.awaitPerson(Service.PLACEMENT, man, shown -> shown.hasNonNull("heldInLineSince"));
        died(man, onTheWay, "").expectProblem(409);
        died(man, onTheWay, ",\"broughtDead\":true").expect(201);
        emergency.awaitPerson(
                Service.PLACEMENT,
                man,
                shown -> !shown.hasNonNull("heldInLineSince") && shown.path("duties").isEmpty());
        assertThat(read("duties").body()).doesNotContain(man.toString());
    }

    private Answer died(UUID person, Instant at, String more) {
        return intake(
                officers.intake(),
                "persons/" + person + "/death",
                "{\"diedAt\":\"%s\",\"circumstances\":\"cold\"%s}".formatted(at, more));
    }
}
