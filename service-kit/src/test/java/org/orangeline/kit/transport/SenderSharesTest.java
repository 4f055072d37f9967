package org.orangeline.kit.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SenderSharesTest {

    @Test
    void one_sender_has_its_share_and_leaves_that_of_others() {
        SenderShares shares = new SenderShares(2);
        assertThat(shares.enter("a")).isTrue();
        assertThat(shares.enter("a")).isTrue();
        assertThat(shares.enter("a")).isFalse();
        assertThat(shares.enter("b")).isTrue();
        shares.leave("a");
        assertThat(shares.enter("a")).isTrue();
        assertThat(shares.enter("a")).isFalse();
    }

    @Test
    void nobody_is_remembered_whose_connections_have_ended() {
        SenderShares shares = new SenderShares(3);
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        int[] open = new int[5];
        for (int i = 0; i < 10_000; i++) {
            int sender = random.nextInt(open.length);
            if (random.nextBoolean()) {
                boolean entered = shares.enter("s" + sender);
                assertThat(entered).as("seed %d, step %d", seed, i).isEqualTo(open[sender] < 3);
                open[sender] += entered ? 1 : 0;
            } else if (open[sender] > 0) {
                shares.leave("s" + sender);
                open[sender]--;
            }
        }
        for (int sender = 0; sender < open.length; sender++) {
            for (; open[sender] > 0; open[sender]--) {
                shares.leave("s" + sender);
            }
        }
        assertThat(shares.senders()).as("seed %d", seed).isZero();
    }

    @Test
    void zero_is_no_bound() {
        SenderShares shares = new SenderShares(0);
        for (int i = 0; i < 10_000; i++) {
            assertThat(shares.enter("a")).isTrue();
        }
        shares.leave("a");
        assertThat(shares.senders()).isZero();
    }
}
