package org.orangeline.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BulkheadTest {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void a_caller_takes_its_share_and_nobody_elses() throws InterruptedException {
        Bulkhead bulkhead = new Bulkhead(3, 2, AT_ONCE);
        Bulkhead.Place first = bulkhead.enter("zerin").orElseThrow();
        assertThat(bulkhead.enter("zerin")).isPresent();
        assertThat(bulkhead.enter("zerin")).isEmpty();
        assertThat(bulkhead.enter("hevin")).isPresent();
        assertThat(bulkhead.enter("hevin")).as("all places are taken").isEmpty();
        first.close();
        first.close();
        assertThat(bulkhead.enter("hevin")).isPresent();
        assertThat(bulkhead.enter("rojda")).as("a place was given back once").isEmpty();
    }

    @Test
    void who_waits_gets_the_place_that_is_given_back() throws Exception {
        Bulkhead bulkhead = new Bulkhead(1, 1, LONG);
        Bulkhead.Place first = bulkhead.enter("zerin").orElseThrow();
        List<CompletableFuture<Boolean>> waiting =
                IntStream.range(0, 20)
                        .mapToObj(i -> later(bulkhead, i % 2 == 0 ? "zerin" : "hevin"))
                        .toList();
        first.close();
        for (CompletableFuture<Boolean> one : waiting) {
            assertThat(one.get(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        assertThat(bulkhead.callers()).isZero();
    }

    @Test
    void nothing_is_kept_of_callers_who_have_gone() throws InterruptedException {
        Bulkhead bulkhead = new Bulkhead(1, 1, AT_ONCE);
        try (Bulkhead.Place unused = bulkhead.enter("zerin").orElseThrow()) {
            for (int i = 0; i < 100; i++) {
                assertThat(bulkhead.enter("caller " + i)).isEmpty();
            }
            assertThat(bulkhead.callers()).isEqualTo(1);
        }
        assertThat(bulkhead.callers()).isZero();
    }

    @Test
    void kinds_are_known_by_the_call_that_was_matched() {
        Heavy.Query none = name -> List.of();
        Heavy.Query all = name -> name.equals("format") ? List.of("csv") : List.of("2019-01-01");
        String search = "/operations/{op}/persons/search";
        assertThat(Heavy.of("POST", search, none, null)).containsExactly(Heavy.SEARCH);
        assertThat(Heavy.of("POST", search, none, "text/csv"))
                .containsExactly(Heavy.SEARCH, Heavy.EXPORT);
        assertThat(Heavy.of("HEAD", "/operations/{op}/persons/{id}/history", all, null))
                .isEqualTo(Set.of(Heavy.EXPORT, Heavy.HISTORY, Heavy.PAST));
        assertThat(Heavy.of("GET", "/verification/{partition}", none, "*/*"))
                .containsExactly(Heavy.HISTORY);
        assertThat(Heavy.of("POST", "/operations/{op}/batches", none, null))
                .containsExactly(Heavy.UPLOAD);
        assertThat(Heavy.of("PUT", "/operations/{op}/arrivals/{personId}", none, null)).isEmpty();
    }

    private static CompletableFuture<Boolean> later(Bulkhead bulkhead, String caller) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        Optional<Bulkhead.Place> place = bulkhead.enter(caller);
                        place.ifPresent(Bulkhead.Place::close);
                        return place.isPresent();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return false;
                    }
                },
                task -> {
                    Thread unused = Thread.startVirtualThread(task);
                });
    }
}
