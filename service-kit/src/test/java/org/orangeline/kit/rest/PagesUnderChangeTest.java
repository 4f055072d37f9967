package org.orangeline.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.runtime.View;

/** Pages of a list that changes: nobody is skipped, and nobody is shown twice. */
class PagesUnderChangeTest {

    private static final Instant NOON = Instant.parse("2019-03-01T12:00:00Z");

    @Test
    void nobody_is_skipped_or_shown_twice_while_a_list_changes() {
        for (int seed = 0; seed < 1_000; seed++) {
            var random = new Random(seed);
            var pinned = new PinnedViews(Clock.fixed(NOON, ZoneOffset.UTC));
            List<Integer> list =
                    new ArrayList<>(IntStream.range(0, random.nextInt(60)).boxed().toList());
            List<Integer> first = List.copyOf(list);
            List<Integer> shown = new ArrayList<>();
            String cursor = null;
            do {
                Page<Integer> page = page(pinned, list, cursor, 1 + random.nextInt(9));
                shown.addAll(page.items());
                cursor = page.next();
                change(random, list);
            } while (cursor != null);
            assertThat(shown).as("seed " + seed).isEqualTo(first);
        }
    }

    /** As {@link Reads} and {@link PinsPages} do it around a call. */
    private static Page<Integer> page(
            PinnedViews pinned, List<Integer> present, @Nullable String cursor, int limit) {
        String moment = cursor == null ? null : PageCursor.parse(cursor).orElseThrow().pin();
        View<?, ?> view =
                moment == null
                        ? view(List.copyOf(present))
                        : pinned.pin(moment).orElseThrow().view();
        Page<Integer> page = Page.of(items(view), cursor, limit);
        if (page.next() == null) {
            return page;
        }
        return page.pinned(moment == null ? pinned.pin("officer", view, NOON) : moment);
    }

    private static View<List<Integer>, String> view(List<Integer> items) {
        return new View<>(0, items, "", 0, Map.of());
    }

    private static List<Integer> items(View<?, ?> view) {
        return ((List<?>) Objects.requireNonNull(view.own()))
                .stream().map(Integer.class::cast).toList();
    }

    private static void change(Random random, List<Integer> list) {
        for (int i = random.nextInt(8); i > 0; i--) {
            if (random.nextBoolean() && !list.isEmpty()) {
                list.remove(random.nextInt(list.size()));
            } else {
                list.add(random.nextInt(list.size() + 1), 1_000 + random.nextInt(1_000));
            }
        }
    }

    @Test
    void a_moment_is_kept_for_a_while_and_so_many_only() {
        var clock = new Turned();
        var pinned = new PinnedViews(clock);
        var view = view(List.of());
        String first = pinned.pin("officer", view, NOON);
        for (int i = 1; i < PinnedViews.MOST; i++) {
            pinned.pin("officer " + i, view, NOON);
        }
        assertThat(pinned.pin(first)).isPresent();
        String last = pinned.pin("another", view, NOON);
        assertThat(pinned.pin(first)).as("the oldest goes").isEmpty();
        clock.now = NOON.plus(PinnedViews.KEPT).plus(Duration.ofSeconds(1));
        assertThat(pinned.pin(last)).isEmpty();
    }

    @Test
    void who_asks_often_ends_nobody_elses_pages() {
        var pinned = new PinnedViews(Clock.fixed(NOON, ZoneOffset.UTC));
        var view = view(List.of());
        String other = pinned.pin("officer", view, NOON);
        String own = pinned.pin("poller", view, NOON);
        for (int i = 0; i < PinnedViews.MOST; i++) {
            pinned.pin("poller", view, NOON);
        }
        assertThat(pinned.pin(other)).isPresent();
        assertThat(pinned.pin(own)).isEmpty();
    }

    private static final class Turned extends Clock {

        private Instant now = NOON;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
