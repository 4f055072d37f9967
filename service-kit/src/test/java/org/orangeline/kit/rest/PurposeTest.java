package org.orangeline.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PurposeTest {

    private static final String SAID = "طلب تتبّع ١٢";

    @Test
    void it_is_plain_or_encoded_or_bytes_of_utf8() {
        assertThat(Purpose.read("tracing request 12")).contains("tracing request 12");
        assertThat(Purpose.read("100% sure 5")).contains("100% sure 5");
        assertThat(Purpose.read(encoded())).contains(SAID);
        assertThat(Purpose.read("UTF-8'ar'" + encoded())).contains(SAID);
        assertThat(
                        Purpose.read(
                                new String(
                                        SAID.getBytes(StandardCharsets.UTF_8),
                                        StandardCharsets.ISO_8859_1)))
                .contains(SAID);
        assertThat(Purpose.read("caf\u00E9 3")).contains("café 3");
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
