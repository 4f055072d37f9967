package org.orangeline.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownThroughTest {

    @Test
    void what_is_written_is_read_in_a_fixed_order() {
        Map<String, Long> learned = Map.of("placement-service", 3L, "intake-service", 12L);
        String text = KnownThrough.text(learned);
        assertThat(text).isEqualTo("intake-service:12,placement-service:3");
        assertThat(KnownThrough.parse(text)).isEqualTo(learned);
    }

    @Test
    void nothing_known_is_an_empty_text() {
        assertThat(KnownThrough.text(Map.of())).isEmpty();
        assertThat(KnownThrough.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake-service", ":3", "intake-service:", "intake-service:x", ","})
    void malformed_text_is_refused(String text) {
        assertThatThrownBy(() -> KnownThrough.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
