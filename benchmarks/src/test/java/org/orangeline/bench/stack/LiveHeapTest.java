package org.orangeline.bench.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LiveHeapTest {

    @Test
    void a_running_process_says_what_it_has_in_use() {
        byte[] mine = new byte[20_000_000];
        long live = LiveHeap.bytes(ProcessHandle.current().pid());
        assertThat(live).isGreaterThan(mine.length);
    }

    @Test
    void what_says_nothing_about_the_heap_is_no_figure() {
        assertThatThrownBy(() -> LiveHeap.parsed("no such process"))
                .isInstanceOf(LostException.class);
    }
}
