package org.orangeline.kit.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.orangeline.runtime.kafka.PartitionStatus;
import org.orangeline.runtime.kafka.Role;

class TenuresTest {

    private final Tenures tenures = new Tenures();
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void who_comes_to_lead_reads_what_is_held_to_its_end_before_it_acts() {
        assertThat(mayAct(0, Role.CATCHING_UP, 0, true)).isFalse();
        assertThat(mayAct(0, Role.LEADING, 1, false)).as("not at its end").isFalse();
        assertThat(mayAct(0, Role.LEADING, 1, true)).isTrue();
        assertThat(reads).hasValue(2);
        assertThat(mayAct(0, Role.LEADING, 1, false)).as("read before").isTrue();
        assertThat(reads).hasValue(2);
    }

    @Test
    void each_time_and_of_each_partition_anew() {
        assertThat(mayAct(0, Role.LEADING, 1, true)).isTrue();
        assertThat(mayAct(1, Role.LEADING, 1, false)).isFalse();
        assertThat(mayAct(0, Role.LEADING, 2, false))
                .as("somebody else led in between, however short")
                .isFalse();
        assertThat(mayAct(0, Role.FOLLOWING, 2, true)).isFalse();
        assertThat(mayAct(0, Role.LEADING, 2, true)).isTrue();
    }

    private boolean mayAct(int partition, Role role, long tenure, boolean atItsEnd) {
        return tenures.mayAct(
                new PartitionStatus(partition, role, tenure, 7, 7, Map.of(), Map.of(), 0, ""),
                () -> {
                    reads.incrementAndGet();
                    return atItsEnd;
                });
    }
}
