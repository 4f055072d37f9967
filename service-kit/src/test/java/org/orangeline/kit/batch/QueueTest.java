package org.orangeline.kit.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class QueueTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final UUID THIRD = new UUID(0, 3);

    @Test
    void who_is_waited_for_holds_up_what_else_is_about_the_same_persons() {
        Queue queue = new Queue();
        assertThat(queue.isBehind(about(ONE))).isFalse();
        queue.wait(about(ONE, OTHER));
        assertThat(queue.isBehind(about(ONE))).isTrue();
        assertThat(queue.isBehind(about(THIRD, OTHER))).isTrue();
        assertThat(queue.isBehind(about(THIRD))).isFalse();
        assertThat(queue.isBehind(about())).isFalse();
    }

    @Test
    void what_names_something_else_that_is_missing_is_tried_at_growing_distances() {
        Patience patience = Patience.first(0);
        assertThat(patience.until()).isEqualTo(TimeUnit.SECONDS.toNanos(1));
        assertThat(patience.longer(0).seconds()).isEqualTo(2);
        for (int i = 0; i < 10; i++) {
            patience = patience.longer(0);
        }
        assertThat(patience.seconds()).isEqualTo(60);
    }

    @Test
    void a_change_is_a_newer_record_and_what_is_settled_has_no_content() {
        HeldItem held = about(ONE);
        assertThat(held.withOverdueSaid().revision()).isEqualTo(held.revision() + 1);
        assertThat(held.refused(null).isOpen()).isFalse();
        assertThat(held.refused(null).content()).isEqualTo(held.content());
        HeldItem.Settlement seen = HeldSamples.discarded();
        assertThat(held.refused(null).settled(seen).content()).isNull();
    }

    private static HeldItem about(UUID... persons) {
        return HeldSamples.about(List.of(persons));
    }
}
