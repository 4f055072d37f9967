package org.orangeline.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.kit.rest.Csv;

class PersonIdsTest {

    private static final UUID ONE = new UUID(1, 1);
    private static final UUID TWO = new UUID(1, 2);
    private static final UUID THREE = new UUID(1, 3);

    @Test
    void persons_are_found_wherever_in_an_answer_they_stand() {
        assertThat(ids(new Pair(ONE, TWO))).containsExactly(ONE.toString(), TWO.toString());
        assertThat(ids(List.of(new Pair(ONE, TWO), new Pair(TWO, THREE)))).hasSize(3);
        assertThat(
                        ids(
                                new Around(
                                        "x",
                                        List.of(new Pair(ONE, null)),
                                        Optional.of(new Many(List.of(TWO))))))
                .containsExactly(ONE.toString(), TWO.toString());
        assertThat(ids(Map.of("a", new Pair(THREE, null)))).containsExactly(THREE.toString());
    }

    @Test
    void an_id_counts_as_a_persons_under_any_name_that_is_not_known_for_something_else() {
        assertThat(ids(new Aboard(ONE, List.of(TWO), Map.of(THREE, 1))))
                .containsExactly(TWO.toString(), THREE.toString());
        assertThat(ids(new Thing(ONE, TWO.toString().toUpperCase(java.util.Locale.ROOT))))
                .containsExactly(TWO.toString());
        var json = JsonNodeFactory.instance.objectNode();
        json.put("eventId", ONE.toString()).putObject("in").putArray("it").add(TWO.toString());
        assertThat(ids(List.of(json))).containsExactly(TWO.toString());
    }

    @Test
    void a_table_names_whom_its_rows_name() {
        var rows = List.of(new Pair(ONE, null), new Pair(TWO, null));
        assertThat(ids(new Csv.Table<>(Pair.class, ',', rows::stream))).hasSize(2);
    }

    @Test
    void what_names_nobody_gives_nobody() {
        assertThat(ids(new Thing(ONE, "personId"))).isEmpty();
        assertThat(ids("a text")).isEmpty();
        assertThat(ids(null)).isEmpty();
    }

    private static TreeSet<String> ids(@Nullable Object entity) {
        TreeSet<String> found = new TreeSet<>();
        PersonIds.in(entity, found);
        return found;
    }

    private record Pair(UUID personId, @Nullable UUID otherId) {}

    private record Around(String name, List<Pair> pairs, Optional<Many> more) {}

    private record Many(List<UUID> personIds) {}

    private record Thing(UUID placementId, String text) {}

    private record Aboard(UUID convoyId, List<UUID> persons, Map<UUID, Integer> seats) {}
}
