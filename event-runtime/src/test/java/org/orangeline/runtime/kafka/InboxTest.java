package org.orangeline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.orangeline.runtime.Limits;

class InboxTest {

    private static final Duration MILLIS_50 = Duration.ofMillis(50);

    private final Inbox<Long, Long> inbox = new Inbox<>(bytes -> bytes, bytes -> bytes);

    @Test
    void commands_are_refused_by_their_bytes_until_some_are_taken() {
        assertThat(inbox.offer(Limits.QUEUED_COMMAND_BYTES - 1)).isTrue();
        assertThat(inbox.offer(10L)).isTrue();
        assertThat(inbox.offer(1L)).isFalse();
        assertThat(inbox.commands(1)).containsExactly(Limits.QUEUED_COMMAND_BYTES - 1);
        assertThat(inbox.offer(1L)).isTrue();
        assertThat(inbox.commandsThat(bytes -> bytes == 10L)).containsExactly(10L);
        assertThat(inbox.commands(9)).containsExactly(1L);
    }

    @Test
    void a_reader_waits_while_too_many_bytes_are_there() throws InterruptedException {
        inbox.put(Limits.QUEUED_BYTES);
        CountDownLatch through = new CountDownLatch(1);
        Thread reader =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                inbox.put(1L);
                                through.countDown();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
        assertThat(through.await(200, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(inbox.tasks()).containsExactly(Limits.QUEUED_BYTES);
        assertThat(through.await(60, TimeUnit.SECONDS)).isTrue();
        reader.join();
    }

    @Test
    void commands_that_nobody_takes_now_keep_nobody_awake() throws InterruptedException {
        assertThat(inbox.offer(1L)).isTrue();
        long before = System.nanoTime();
        inbox.await(50, false);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(MILLIS_50);
        // Ends, although nothing else comes.
        inbox.await(Long.MAX_VALUE, true);
    }
}
