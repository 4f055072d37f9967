package org.orangeline.localkafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void ports_that_are_asked_for_together_are_different_ones() {
        for (int i = 0; i < 200; i++) {
            assertThat(Ports.free(8)).doesNotHaveDuplicates().allMatch(port -> port > 0);
        }
    }
}
