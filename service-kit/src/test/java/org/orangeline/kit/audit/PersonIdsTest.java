package org.orangeline.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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

    private record Thing(UUID facility, String text) {}
}
