package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/** A key that an erasure destroyed leaves the disk within a stated time. */
@OnTheSharedSystem
class KeyTopicsTest {

    private static final String DAY = "86400000";
    private static final String HOUR = "3600000";
    private static final String LAG = "max.compaction.lag.ms";

    private final LogReading log;

    KeyTopicsTest(RunningSystem system) {
        this.log = system.log();
    }

    @Test
    void the_topics_of_keys_are_compacted_within_a_day_and_close_their_segments_within_an_hour() {
        for (Service service : Service.values()) {
            assertThat(log.settings(service.id() + ".keys"))
                    .as(service.id())
                    .containsAllEntriesOf(
                            Map.of(
                                    "cleanup.policy",
                                    "compact",
                                    LAG,
                                    DAY,
                                    "segment.ms",
                                    HOUR,
                                    "delete.retention.ms",
                                    DAY));
        }
    }

    @Test
    void whatever_else_is_replaced_by_a_later_record_is_gone_within_a_day_of_its_segments_end() {
        for (Service service : Service.values()) {
            for (String kind : List.of("held", "owners", "quarantine")) {
                assertThat(log.settings(service.id() + "." + kind))
                        .as(service.id() + "." + kind)
                        .containsAllEntriesOf(Map.of("cleanup.policy", "compact", LAG, DAY));
            }
        }
    }
}
