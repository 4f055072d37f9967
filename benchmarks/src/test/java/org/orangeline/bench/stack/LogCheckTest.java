package org.orangeline.bench.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogCheckTest {

    @Test
    void what_nobody_acknowledged_may_be_there() {
        LogCheck.compare(Map.of("a", 1, "b", 1), List.of("a"));
    }

    @Test
    void a_lost_arrival_leaves_no_figure() {
        assertThatThrownBy(() -> LogCheck.compare(Map.of("a", 1), List.of("a", "b")))
                .isInstanceOf(LostException.class)
                .hasMessageContaining("1 acknowledged arrivals are lost");
    }

    @Test
    void a_doubled_arrival_leaves_no_figure() {
        assertThatThrownBy(() -> LogCheck.compare(Map.of("a", 2), List.of("a")))
                .isInstanceOf(LostException.class)
                .hasMessageContaining("1 are in the log twice");
    }

    @Test
    void progress_is_read_from_the_readiness_page() throws IOException {
        String page =
                """
                {"status":"UP","checks":[{"name":"other","status":"UP"},
                {"name":"event log and view","status":"UP","data":{"events folded":30,
                "events in the log at start":28,"percent":100,"events per second":9,
                "partition 0":"LEADING at 20 knows {placement-service=10}"}}]}
                """;
        Progress progress = Progress.parsed(200, page.getBytes(StandardCharsets.UTF_8));
        assertThat(progress).isEqualTo(new Progress(true, 30, 28, 100, 20));
        assertThat(progress.caughtUp()).isTrue();
    }
}
