package org.orangeline.kit.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line that cannot be read as an item still says which one it would have been. */
class LineHeadTest {

    private static final UUID ITEM = UUID.fromString("01957a41-2222-7222-8333-444455556666");
    private static final String HEAD =
            "{\"itemId\":\"%s\",\"deviceId\":\"tablet-3\",\"deviceSequence\":17".formatted(ITEM);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "}",
                ",\"method\":7,\"body\":{\"deviceSequence\":99,\"itemId\":[[1]]}}",
                ",\"body\":{\"a\":",
                ",\"body\":nonsense",
                ",\"deviceTime\":[1,2,{\"deviceId\":\"other\"}]}"
            })
    void what_is_told_before_the_fault_counts(String rest) {
        assertThat(head(HEAD + rest)).isEqualTo(new LineHead(ITEM, "tablet-3", 17));
    }

    @Test
    void a_line_that_is_too_long_is_one_of_them() {
        assertThat(head(HEAD + ",\"body\":\"" + "x".repeat(100_000) + "\"}"))
                .isEqualTo(new LineHead(ITEM, "tablet-3", 17));
        assertThat(head(HEAD + ",\"body\":" + "[".repeat(50_000)).deviceSequence()).isEqualTo(17);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\"17\"",
                "{\"deviceSequence\":\"17\"}",
                "{\"deviceSequence\":0}",
                "{\"deviceSequence\":-1}",
                "{\"deviceSequence\":1.5}",
                "{\"deviceSequence\":9223372036854775807}",
                "{\"deviceSequence\":92233720368547758070}",
                "{\"deviceSequence\":[17]}"
            })
    void what_is_no_sequence_counts_for_none(String line) {
        assertThat(head(line).deviceSequence()).isZero();
    }

    private static LineHead head(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return LineHead.of(new Lines.Line(1, bytes, 0, bytes.length));
    }
}
