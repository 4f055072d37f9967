package org.orangeline.kit.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceLedgerTest {

    private static final Instant NOW = Instant.parse("2019-03-05T12:00:00Z");

    @Test
    void gaps_are_what_is_missing_below_the_highest() {
        DeviceLedger ledger = of(1, 2, 5, 6, 9);
        assertThat(ledger.cursor("t", 0))
                .isEqualTo(
                        new Cursor(
                                "t",
                                2,
                                9,
                                List.of(new Cursor.Gap(3, 4), new Cursor.Gap(7, 8)),
                                5,
                                0,
                                0L,
                                false));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void any_order_and_any_repeats_come_to_the_same(long seed) {
        Random random = new Random(seed);
        List<ItemTaken> items =
                new ArrayList<>(
                        LongStream.rangeClosed(1, 200).mapToObj(i -> item(i, "c")).toList());
        items.removeIf(item -> random.nextInt(10) == 0);
        DeviceLedger straight = new DeviceLedger();
        items.forEach(straight::add);
        List<ItemTaken> mixed = new ArrayList<>(items);
        mixed.addAll(items.subList(0, items.size() / 2));
        Collections.shuffle(mixed, random);
        DeviceLedger other = new DeviceLedger();
        mixed.forEach(other::add);
        assertThat(other.cursor("t", 0)).as("seed %d", seed).isEqualTo(straight.cursor("t", 0));
    }

    @Test
    void a_sequence_with_another_item_is_a_conflict_and_of_each_item_the_content_is_known() {
        DeviceLedger ledger = of(1, 2);
        UUID one = new UUID(0, 1);
        assertThat(ledger.conflict(one, 1)).isEmpty();
        assertThat(ledger.conflict(new UUID(0, 7), 2)).isPresent();
        assertThat(ledger.conflict(new UUID(0, 3), 3)).isEmpty();
        assertThat(ledger.content(one)).contains(new ContentMark("c", List.of()));
        assertThat(ledger.content(new UUID(0, 3))).isEmpty();
    }

    @Test
    void a_clock_that_is_far_off_is_flagged() {
        DeviceLedger ledger = new DeviceLedger();
        ledger.add(
                new ItemTaken(
                        "op",
                        "t",
                        1,
                        new UUID(0, 1),
                        new ContentMark("c", List.of()),
                        ItemOutcome.Outcome.DURABLE,
                        201,
                        "human:o",
                        NOW,
                        NOW.minusSeconds(365 * 86_400L),
                        null,
                        null,
                        null));
        assertThat(ledger.cursor("t", 0).clockFlagged()).isTrue();
        assertThat(ledger.cursor("t", 0).clockOffSeconds()).isEqualTo(-365 * 86_400L);
    }

    private static DeviceLedger of(long... sequences) {
        DeviceLedger ledger = new DeviceLedger();
        LongStream.of(sequences).forEach(sequence -> ledger.add(item(sequence, "c")));
        return ledger;
    }

    private static ItemTaken item(long sequence, String content) {
        return new ItemTaken(
                "op",
                "t",
                sequence,
                new UUID(0, sequence),
                new ContentMark(content, List.of()),
                ItemOutcome.Outcome.DURABLE,
                201,
                "human:o",
                NOW,
                NOW,
                null,
                null,
                null);
    }
}
