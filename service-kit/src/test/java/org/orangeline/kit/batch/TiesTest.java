package org.orangeline.kit.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TiesTest {

    private static final UUID ONE = new UUID(0x0195, 1);
    private static final UUID OTHER = new UUID(0x0195, 2);
    private static final UUID PLACEMENT = new UUID(0x0195, 3);

    private static final KnownPersons KNOWN =
            new KnownPersons() {
                @Override
                public boolean isKnown(String operation, UUID personId) {
                    return true;
                }

                @Override
                public Stream<UUID> about(String operation, String kind, UUID id) {
                    return kind.equals("placements") && id.equals(PLACEMENT)
                            ? Stream.of(ONE)
                            : Stream.empty();
                }
            };

    private long sequence;

    @Test
    void items_about_the_same_person_keep_their_order() {
        assertThat(keepOrder("arrivals/" + ONE, "{}", "persons/" + ONE + "/departure", "{}"))
                .isTrue();
        assertThat(keepOrder("arrivals/" + ONE, "{}", "arrivals/" + OTHER, "{}")).isFalse();
        assertThat(keepOrder("arrivals/" + ONE, "{}", "persons/" + OTHER + "/family/" + ONE, "{}"))
                .isTrue();
        String upper = ONE.toString().toUpperCase(java.util.Locale.ROOT);
        assertThat(keepOrder("arrivals/" + ONE, "{}", "persons/" + upper, "{}")).isTrue();
    }

    @Test
    void and_those_that_name_the_same_in_their_bodies_however_deep() {
        String other = "{\"any\":[{\"deep\":\"" + OTHER + "\"}]}";
        assertThat(keepOrder("persons/" + ONE, other, "arrivals/" + OTHER, "{}")).isTrue();
        String family = "{\"family\":{\"groupId\":\"f-7\",\"role\":\"CHILD\"}}";
        assertThat(keepOrder("arrivals/" + ONE, family, "arrivals/" + OTHER, family)).isTrue();
        String number = "{\"registrationNumber\":\"BGZ-000001-7\"}";
        assertThat(keepOrder("arrivals/" + ONE, number, "arrivals/" + OTHER, number)).isTrue();
        String device = "{\"receptionPoint\":\"east\",\"device\":{\"deviceId\":\"tablet-1\"}}";
        assertThat(keepOrder("arrivals/" + ONE, device, "arrivals/" + OTHER, device)).isFalse();
    }

    @Test
    void a_placement_is_tied_to_whom_it_is_about() {
        String release = "placements/" + PLACEMENT + "/release";
        assertThat(keepOrder("persons/" + ONE + "/overrides", "{}", release, "{}")).isTrue();
        assertThat(keepOrder("persons/" + OTHER + "/overrides", "{}", release, "{}")).isFalse();
        assertThat(ties("placements/" + OTHER + "/release", "{}")).as("unknown").isEmpty();
    }

    @Test
    void who_is_concerned_by_other_calls_cannot_be_told() {
        assertThat(ties("placements", "{\"personId\":\"" + ONE + "\"}")).isEmpty();
        assertThat(ties("facilities/hajin", "{}")).isEmpty();
        assertThat(ties("persons/search", "{}")).isEmpty();
        assertThat(ties("pre-registrations/" + ONE, "{}")).isEmpty();
    }

    @Test
    void an_id_or_a_sequence_that_comes_twice_is_a_tie() {
        Item one = item(new UUID(0, 1), 1, "arrivals/" + ONE, "{}");
        assertThat(shared(one, item(new UUID(0, 1), 2, "arrivals/" + OTHER, "{}"))).isTrue();
        assertThat(shared(one, item(new UUID(0, 2), 1, "arrivals/" + OTHER, "{}"))).isTrue();
        assertThat(shared(one, item(new UUID(0, 2), 2, "arrivals/" + OTHER, "{}"))).isFalse();
    }

    private boolean keepOrder(String path, String body, String otherPath, String otherBody) {
        return !Collections.disjoint(
                ties(path, body).orElseThrow(), ties(otherPath, otherBody).orElseThrow());
    }

    private static boolean shared(Item one, Item other) {
        return !Collections.disjoint(
                Ties.of(one, "op", KNOWN).orElseThrow(), Ties.of(other, "op", KNOWN).orElseThrow());
    }

    private Optional<Set<String>> ties(String path, String body) {
        sequence++;
        return Ties.of(item(new UUID(0, sequence), sequence, path, body), "op", KNOWN);
    }

    private static Item item(UUID id, long sequence, String path, String body) {
        try {
            return new Item(
                    id,
                    "tablet-1",
                    sequence,
                    null,
                    null,
                    "POST",
                    path,
                    null,
                    null,
                    new ObjectMapper().readTree(body));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
