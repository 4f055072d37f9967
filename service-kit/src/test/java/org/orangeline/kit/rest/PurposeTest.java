package org.orangeline.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PurposeTest {

    private static final String SAID = "طلب تتبّع ١٢";

    @Test
    void it_is_plain_or_encoded() {
        assertThat(Purpose.read("tracing request 12")).contains("tracing request 12");
        assertThat(Purpose.read("100% sure 5")).contains("100% sure 5");
        assertThat(Purpose.read(encoded())).contains(SAID);
        assertThat(Purpose.read("UTF-8'ar'" + encoded())).contains(SAID);
        assertThat(Purpose.read("utf-8''" + encoded().toLowerCase(Locale.ROOT))).contains(SAID);
    }

    @Test
    void bytes_that_nobody_can_name_the_charset_of_are_refused() {
        String utf8 =
                new String(SAID.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        for (String raw : List.of(utf8, "caf\u00E9 3", "caf%E9 3", "UTF-8''%FF", SAID)) {
            assertThatThrownBy(() -> Purpose.read(raw))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().status()).isEqualTo(400));
        }
    }

    @Test
    void one_that_says_nothing_is_none() {
        assertThat(Purpose.read(" ")).isEmpty();
        assertThat(Purpose.read("...")).isEmpty();
        assertThat(Purpose.read("%E2%80%8B%E2%80%8B")).isEmpty();
        assertThat(Purpose.read("a%00b")).isEmpty();
    }

    @Test
    void it_is_cut_between_characters() {
        assertThat(Purpose.read("%F0%90%B4%94".repeat(300)))
                .contains("\uD803\uDD14".repeat(Purpose.LONGEST));
    }

    private static String encoded() {
        StringBuilder encoded = new StringBuilder();
        for (byte one : SAID.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(String.format("%%%02X", one & 0xFF));
        }
        return encoded.toString();
    }
}
