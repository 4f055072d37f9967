package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/** Whoever pages through a list sees everybody once, while others work on it. */
@OnTheSharedSystem
class ListsUnderChangeTest extends PlacementStory {

    ListsUnderChangeTest(RunningSystem system) {
        super(system, "lists");
    }

    @Test
    void nobody_is_skipped_in_the_queue_while_those_who_were_shown_are_questioned() {
        List<UUID> men = men(7);
        List<String> shown =
                paged(
                        Service.SCREENING,
                        "screening-queue",
                        person -> {
                            emergency.asked(person);
                            emergency
                                    .screening()
                                    .settle(
                                            emergency.recommendation(
                                                    officers.screener(),
                                                    person,
                                                    "CIVILIAN",
                                                    "NO_INDICATION"))
                                    .expect(201);
                        });
        assertThat(shown).containsExactlyInAnyOrderElementsOf(texts(men));
    }

    @Test
    void nobody_is_skipped_among_the_placements_while_those_who_were_shown_are_released() {
        List<UUID> men = men(7);
        for (UUID man : men) {
            String unused = placed(man, "camp", Orders.SHELTER);
        }
        List<String> shown =
                paged(
                        Service.PLACEMENT,
                        "placements?status=placed",
                        person -> {
                            String placement =
                                    read("persons/" + person)
                                            .json()
                                            .at("/placement/placementId")
                                            .asText();
                            act(officers.registrar(), "placements/" + placement + "/release", FREE)
                                    .expect(201);
                        });
        assertThat(shown).containsExactlyInAnyOrderElementsOf(texts(men));
    }

    private List<UUID> men(int count) {
        List<UUID> men = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            men.add(arrived(People.man("SYR")));
        }
        return men;
    }

    private static List<String> texts(List<UUID> people) {
        return people.stream().map(UUID::toString).toList();
    }

    private List<String> paged(Service service, String list, Consumer<UUID> done) {
        List<String> shown = new ArrayList<>();
        String cursor = "";
        do {
            String path = list + (list.contains("?") ? "&" : "?") + "limit=3" + cursor;
            JsonNode page =
                    (service == Service.SCREENING ? emergency.screening() : emergency.placement())
                            .settle(emergency.call("GET", path).token(officers.coordinator()))
                            .expect(200)
                            .json();
            assertThat(page.path("total").asInt()).as("as on the first page").isEqualTo(7);
            for (JsonNode item : page.path("items")) {
                shown.add(item.path("personId").asText());
                done.accept(UUID.fromString(item.path("personId").asText()));
            }
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        return shown;
    }
}
