package org.orangeline.kit.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.kit.batch.HeldItem.State;

class HeldStoreTest {

    private static final UUID ONE = new UUID(0x0195, 1);
    private static final UUID OTHER = new UUID(0x0195, 2);

    private final HeldStore store = new HeldStore();

    @Test
    void it_counts_what_is_in_each_state_as_it_changes() {
        HeldItem waiting = HeldSamples.waiting("tablet-1", ONE);
        store.put(waiting);
        store.put(waiting);
        store.put(HeldSamples.quarantined("tablet-2", OTHER));
        assertThat(counts()).containsExactly(1, 1, 0);
        assertThat(store.count(State.WAITING)).isEqualTo(1);

        store.put(waiting.settled(HeldSamples.discarded()));
        assertThat(counts()).containsExactly(0, 1, 1);

        store.remove(HeldSamples.OPERATION, ONE);
        store.remove(HeldSamples.OPERATION, ONE);
        store.remove("another", OTHER);
        assertThat(counts()).containsExactly(0, 1, 0);
        assertThat(store.count("another", State.WAITING)).isZero();
    }

    @Test
    void an_older_record_never_takes_a_newer_ones_place() {
        HeldItem waiting = HeldSamples.waiting("tablet-1", ONE);
        HeldItem settled = waiting.settled(HeldSamples.discarded());
        store.put(settled);
        store.put(waiting);
        assertThat(store.of(HeldSamples.OPERATION, ONE)).contains(settled);
        assertThat(store.of(HeldSamples.OPERATION, "tablet-1")).containsExactly(settled);
        assertThat(counts()).containsExactly(0, 0, 1);
    }

    @Test
    void each_tablets_items_are_in_its_order() {
        HeldItem second = HeldSamples.waiting("tablet-1", 2, OTHER);
        HeldItem first = HeldSamples.waiting("tablet-1", 1, ONE);
        HeldItem elsewhere = HeldSamples.waiting("tablet-0", 9, new UUID(0x0195, 3));
        store.put(second);
        store.put(first);
        store.put(elsewhere);
        assertThat(store.in(HeldSamples.OPERATION)).containsExactly(elsewhere, first, second);
        assertThat(store.of(HeldSamples.OPERATION, "tablet-1")).containsExactly(first, second);
        assertThat(store.of(HeldSamples.OPERATION, "tablet-9")).isEmpty();
        assertThat(store.operations()).containsExactly(HeldSamples.OPERATION);
    }

    @Test
    void an_operation_that_holds_nothing_any_more_is_still_known() {
        assertThat(store.mark(HeldSamples.OPERATION)).isEmpty();
        store.put(new HeldMark(HeldSamples.OPERATION, 0));
        store.put(new HeldMark(HeldSamples.OPERATION, 3));
        assertThat(store.mark(HeldSamples.OPERATION)).contains(3);
        assertThat(store.operations()).containsExactly(HeldSamples.OPERATION);
        assertThat(store.in(HeldSamples.OPERATION)).isEmpty();
    }

    private int[] counts() {
        return new int[] {
            store.count(HeldSamples.OPERATION, State.WAITING),
            store.count(HeldSamples.OPERATION, State.QUARANTINED),
            store.count(HeldSamples.OPERATION, State.SETTLED)
        };
    }
}
