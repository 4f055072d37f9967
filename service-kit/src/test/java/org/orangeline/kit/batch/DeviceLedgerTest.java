package org.orangeline.kit.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orangeline.kit.rest.TabletTime;

class DeviceLedgerTest {

    private static final Instant NOW = Instant.parse("2019-03-05T12:00:00Z");

    @Test
    void gaps_are_what_is_missing_below_the_highest() {
        DeviceLedger ledger = of(1, 2, 5, 6, 9);
        assertThat(ledger.cursor("t", 0))
                .returns(2L, Cursor::contiguous)
                .returns(9L, Cursor::highest)
                .returns(List.of(new Cursor.Gap(3, 4), new Cursor.Gap(7, 8)), Cursor::gaps)
                .returns(5, Cursor::items)
                .returns(0L, Cursor::held)
                .returns(0L, Cursor::clockOffSeconds)
                .returns(false, Cursor::clockFlagged);
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
                        null,
                        null));
        assertThat(ledger.cursor("t", 0).clockFlagged()).isTrue();
        assertThat(ledger.cursor("t", 0).clockOffSeconds()).isEqualTo(-365 * 86_400L);
    }

    @Test
    void what_was_refused_leaves_no_gap_and_takes_the_sequence_from_no_item() {
        DeviceLedger ledger = of(1);
        ledger.add(ItemTaken.refused("op", "human:o", "t", 2, 400, NOW));
        assertThat(ledger.cursor("t", 0).contiguous()).isEqualTo(2);
        UUID later = new UUID(0, 9);
        assertThat(ledger.conflict(later, 2)).isEmpty();
        ledger.add(item(2, "c"));
        assertThat(ledger.conflict(later, 2)).isPresent();
        ledger.add(ItemTaken.refused("op", "human:o", "t", 2, 400, NOW));
        assertThat(ledger.conflict(later, 2)).isPresent();
        assertThat(ledger.cursor("t", 0).contiguous()).isEqualTo(2);
    }

    @Test
    void a_clock_of_another_calendar_is_flagged_whatever_it_says() {
        DeviceLedger ledger = of(1);
        ledger.add(clock(2, Instant.parse("2019-03-05T11:59:00Z"), "1440-06-28T11:59:00Z"));
        assertThat(ledger.cursor("t", 0))
                .returns(-60L, Cursor::clockOffSeconds)
                .returns(true, Cursor::clockFlagged)
                .returns(TabletTime.Calendar.HIJRI, Cursor::clockCalendar);
        ledger.add(clock(3, null, "?"));
        assertThat(ledger.cursor("t", 0))
                .returns(null, Cursor::clockOffSeconds)
                .returns(true, Cursor::clockFlagged)
                .returns(null, Cursor::clockCalendar);
    }

    private static ItemTaken clock(long sequence, @Nullable Instant told, String sent) {
        return new ItemTaken(
                "op",
                "t",
                sequence,
                new UUID(0, sequence),
                null,
                ItemOutcome.Outcome.DURABLE,
                201,
                "human:o",
                NOW,
                told,
                null,
                null,
                null,
                sent);
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
                null,
                null);
    }
}
