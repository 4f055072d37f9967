package org.orangeline.kit.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    @Test
    void pieces_are_worked_on_at_the_same_time() {
        var all = new CountDownLatch(4);
        SideBySide.each(
                4,
                IntStream.range(0, 4).boxed().toList(),
                piece -> {
                    all.countDown();
                    assertThat(await(all)).as("the others have begun").isTrue();
                });
        assertThat(all.getCount()).isZero();
    }

    @Test
    void one_that_fails_is_told_and_keeps_no_other_from_its_end() {
        Set<Integer> done = ConcurrentHashMap.newKeySet();
        assertThatThrownBy(() ->
                        SideBySide.each(
                                2,
                                IntStream.range(0, 50).boxed().toList(),
                                piece -> {
                                    if (piece == 3) {
                                        throw new IllegalStateException("piece 3");
                                    }
                                    done.add(piece);
                                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("piece 3");
        assertThat(done).hasSize(49);
    }

    private static boolean await(CountDownLatch all) {
        try {
            return all.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
