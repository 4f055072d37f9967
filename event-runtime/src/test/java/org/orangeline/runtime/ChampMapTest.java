package org.orangeline.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcollections.PMap;

class ChampMapTest {

    /** Keys of few hashes, so that many share one. */
    private record Key(int number) {
        @Override
        public int hashCode() {
            return number % 7;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 2019})
    void is_the_map_of_the_jdk_after_any_history_and_leaves_every_earlier_one_alone(long seed) {
        Random random = new Random(seed);
        PMap<Key, Integer> map = ChampMap.empty();
        Map<Key, Integer> model = new HashMap<>();
        List<PMap<Key, Integer>> before = new ArrayList<>();
        List<Map<Key, Integer>> expected = new ArrayList<>();
        for (int step = 0; step < 2_000; step++) {
            Key key = new Key(random.nextInt(200));
            switch (random.nextInt(5)) {
                case 0 -> {
                    map = map.minus(key);
                    model.remove(key);
                }
                case 1 -> {
                    Map<Key, Integer> more = Map.of(key, step, new Key(1_000 + step % 50), step);
                    map = map.plusAll(more);
                    model.putAll(more);
                }
                case 2 -> {
                    List<Key> less = List.of(key, new Key(1_000 + step % 50));
                    map = map.minusAll(less);
                    less.forEach(model::remove);
                }
                default -> {
                    map = map.plus(key, step);
                    model.put(key, step);
                }
            }
            assertThat(map.get(key)).isEqualTo(model.get(key));
            assertThat(map.containsKey(key)).isEqualTo(model.containsKey(key));
            assertThat(map).hasSize(model.size());
            if (step % 100 == 0) {
                before.add(map);
                expected.add(Map.copyOf(model));
            }
        }
        for (int i = 0; i < before.size(); i++) {
            assertThat(before.get(i)).isEqualTo(expected.get(i));
            assertThat(before.get(i).hashCode()).isEqualTo(expected.get(i).hashCode());
            assertThat(before.get(i).keySet()).isEqualTo(expected.get(i).keySet());
            assertThat(before.get(i).values())
                    .containsExactlyInAnyOrderElementsOf(expected.get(i).values());
        }
    }

    @Test
    void is_never_changed_in_place() {
        Map<String, Integer> map = ChampMap.<String, Integer>empty().plus("a", 1);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> map.put("b", 2));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> map.remove("b"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> map.putAll(Map.of()));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(map::clear);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> map.keySet().remove("a"));
    }
}
