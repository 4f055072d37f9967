package org.orangeline.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void the_order_of_a_map_does_not_matter() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("b", 1);
        one.put("a", Map.of("y", 1, "x", 2, "z", 3));
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("a", Map.of("z", 3, "x", 2, "y", 1));
        other.put("b", 1);

        assertThat(json(one))
                .isEqualTo(json(other))
                .isEqualTo("{\"a\":{\"x\":2,\"y\":1,\"z\":3},\"b\":1}");
    }

    @Test
    void the_order_of_a_set_does_not_matter_and_that_of_a_list_does() {
        assertThat(json(new LinkedHashSet<>(List.of("b", "a"))))
                .isEqualTo(json(new LinkedHashSet<>(List.of("a", "b"))))
                .isEqualTo("[\"a\",\"b\"]");
        assertThat(json(Map.of("sets", Set.of(Set.of(2, 1), Set.of(3)))))
                .isEqualTo("{\"sets\":[[1,2],[3]]}");
        assertThat(json(List.of("b", "a"))).isEqualTo("[\"b\",\"a\"]");
    }

    @Test
    void the_order_of_a_json_tree_does_not_matter() throws Exception {
        var mapper = new ObjectMapper();

        assertThat(json(mapper.readTree("{\"b\":{\"d\":1,\"c\":2},\"a\":3}")))
                .isEqualTo("{\"a\":3,\"b\":{\"c\":2,\"d\":1}}");
    }

    @Test
    void fields_are_sorted_nulls_left_out_and_times_are_texts() {
        record Command(String name, @Nullable String absent, Instant at, Duration limit) {}

        assertThat(
                        json(
                                new Command(
                                        "أحمد",
                                        null,
                                        Instant.parse("2019-03-02T08:00:00Z"),
                                        Duration.ofHours(24))))
                .isEqualTo(
                        "{\"at\":\"2019-03-02T08:00:00Z\",\"limit\":\"PT24H\",\"name\":\"أحمد\"}");
    }

    @Test
    void every_event_gives_the_same_bytes_each_time_and_no_two_give_the_same() {
        Map<String, DomainEvent> once = Samples.all(Hiding.CLEAR);
        Map<String, DomainEvent> again = Samples.all(Hiding.CLEAR);

        once.forEach((file, event) -> assertThat(json(event)).isEqualTo(json(again.get(file))));
        // Two types may have the same fields; the topic tells them apart.
        assertThat(once.values())
                .extracting(event -> event.getClass().getSimpleName() + json(event))
                .doesNotHaveDuplicates();
    }

    private static String json(@Nullable Object value) {
        return new String(EventCodec.canonical(java.util.Objects.requireNonNull(value)), UTF_8);
    }
}
