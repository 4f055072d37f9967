package org.orangeline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orangeline.gateway.rest.Cursors;

class CursorsTest {

    private static final Instant NOW = Instant.parse("2019-03-05T09:12:00Z");
    private static final List<Long> POSITION = List.of(7L, 1L << 41, 0L);

    private final Cursors cursors = cursors(1);

    @Test
    void a_cursor_brings_back_where_the_reader_was_weeks_later_and_in_another_process() {
        String cursor = cursors.write("tracing-bureau/1", POSITION, NOW);

        assertThat(cursors(1).read("tracing-bureau/1", cursor, NOW.plus(Duration.ofDays(399))))
                .contains(POSITION);
    }

    @Test
    void a_cursor_that_is_too_old_is_refused() {
        String cursor = cursors.write("tracing-bureau/1", POSITION, NOW);

        assertThat(cursors.read("tracing-bureau/1", cursor, NOW.plus(Duration.ofDays(401))))
                .isEmpty();
    }

    @Test
    void a_cursor_of_another_agency_or_another_version_is_refused() {
        String cursor = cursors.write("tracing-bureau/1", POSITION, NOW);

        assertThat(cursors.read("justice/1", cursor, NOW)).isEmpty();
        assertThat(cursors.read("tracing-bureau/2", cursor, NOW)).isEmpty();
    }

    @Test
    void a_cursor_that_anybody_else_made_or_changed_is_refused() {
        String forged = cursors(2).write("tracing-bureau/1", POSITION, NOW);
        assertThat(cursors.read("tracing-bureau/1", forged, NOW)).isEmpty();

        String[] parts = cursors.write("tracing-bureau/1", POSITION, NOW).split("\\.");
        for (int part = 0; part < parts.length; part++) {
            byte[] bytes = Base64.getUrlDecoder().decode(parts[part]);
            for (int i = 0; i < bytes.length; i++) {
                byte[] changed = bytes.clone();
                changed[i] ^= 1;
                String[] other = parts.clone();
                other[part] = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
                assertThat(cursors.read("tracing-bureau/1", String.join(".", other), NOW))
                        .isEmpty();
            }
        }
        for (String nothing : List.of("", "A", "not base64!", "AAAA", "A".repeat(5_000))) {
            assertThat(cursors.read("tracing-bureau/1", nothing, NOW)).isEmpty();
        }
    }

    private static Cursors cursors(int key) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) key;
        return new Cursors(bytes, new ObjectMapper(), Duration.ofDays(400));
    }
}
