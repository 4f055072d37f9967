package org.orangeline.runtime.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeploymentKeyTest {

    private static final DeploymentKey KEY = DeploymentKey.of(new byte[32]);

    /** HKDF-SHA256, computed with another implementation. */
    private static final String GOLDEN =
            "a2b4ea48c022d37aed416fef28268bb06faec8324be4ff00916e46e072f6ba24";

    @Test
    void each_process_purpose_and_version_has_a_key_of_its_own() {
        assertThat(
                        Stream.of(
                                        KEY.named("a", "b", 1),
                                        KEY.named("a", "b", 2),
                                        KEY.named("a", "c", 1),
                                        KEY.named("b", "b", 1),
                                        DeploymentKey.of(HexFormat.of().parseHex("01".repeat(32)))
                                                .named("a", "b", 1))
                                .map(HexFormat.of()::formatHex))
                .allMatch(key -> key.length() == 64)
                .doesNotHaveDuplicates();
    }

    @Test
    void it_is_the_same_in_every_version_of_this_program() {
        assertThat(HexFormat.of().formatHex(KEY.named("agency-gateway", "feed cursors", 2)))
                .isEqualTo(GOLDEN);
    }
}
