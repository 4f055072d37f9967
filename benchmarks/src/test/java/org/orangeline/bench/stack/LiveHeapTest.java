package org.orangeline.bench.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LiveHeapTest {

    private static final String HISTOGRAM =
            """
            4711:
             num     #instances         #bytes  class name (module)
            -------------------------------------------------------
               1:        758893       44960032  [B (java.base@25.0.3)
               2:        720615       17294760  java.lang.String (java.base@25.0.3)
            Total       2698417      121327168
            """;

    @Test
    void what_is_in_use_stands_in_the_last_line() {
        assertThat(LiveHeap.parsed(HISTOGRAM)).isEqualTo(121_327_168);
    }

    @Test
    void what_says_nothing_about_the_heap_is_no_figure() {
        assertThatThrownBy(() -> LiveHeap.parsed("no such process"))
                .isInstanceOf(LostException.class)
                .hasMessageContaining("no such process");
    }
}
