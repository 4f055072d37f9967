package org.orangeline.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class GapsTest {

    private final Gaps gaps = new Gaps();

    @Test
    void lines_that_were_taken_away_are_noticed_at_the_start_and_later() {
        assertThat(gaps.missing(0, 12)).isEqualTo(OptionalLong.of(0));
        assertThat(gaps.missing(0, 13)).isEmpty();
        assertThat(gaps.missing(0, 15)).isEqualTo(OptionalLong.of(14));
        assertThat(gaps.missing(1, 0)).isEmpty();
    }

    @Test
    void a_reader_that_begins_again_finds_nothing_missing() {
        for (int time = 0; time < 2; time++) {
            for (int offset = 0; offset < 3; offset++) {
                assertThat(gaps.missing(0, offset)).isEmpty();
            }
        }
        assertThat(gaps.missing(0, 3)).isEmpty();
    }
}
