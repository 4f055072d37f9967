package org.orangeline.kit.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {

    private static final int BATCHES = 200;
    private static final int SIZE = 40_000;

    /** Mostly one name of few, so that pieces often meet; sometimes nobody knows. */
    private record Piece(int number, Optional<Set<String>> ties, int micros, boolean last) {

        static Piece any(int number, Random random) {
            Set<String> ties = new TreeSet<>();
            for (int names = random.nextInt(1, 3); names > 0; names--) {
                ties.add("person " + random.nextInt(12));
            }
            return new Piece(
                    number,
                    random.nextInt(25) == 0 ? Optional.empty() : Optional.of(ties),
                    random.nextInt(400),
                    random.nextInt(150) == 0);
        }

        boolean keepsOrderWith(Piece other) {
            return ties.isEmpty()
                    || other.ties.isEmpty()
                    || !Collections.disjoint(ties.get(), other.ties.get());
        }
    }

    /** Writes down when it was asked what. */
    private static class Decisions implements Lanes.Work<Piece, Integer> {

        final List<Piece> begun = Collections.synchronizedList(new ArrayList<>());
        final List<Piece> done = Collections.synchronizedList(new ArrayList<>());
        final List<String> order = Collections.synchronizedList(new ArrayList<>());
        final AtomicInteger now = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();

        @Override
        public int size(Piece piece) {
            return SIZE;
        }

        @Override
        public Optional<Set<String>> ties(Piece piece) {
            return piece.ties();
        }

        @Override
        public Integer outcome(Piece piece) {
            begun.add(piece);
            order.add("begin " + piece.number());
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            pause(piece.micros());
            now.decrementAndGet();
            order.add("end " + piece.number());
            done.add(piece);
            return piece.last() ? -piece.number() : piece.number();
        }

        @Override
        public boolean isUndone(Integer outcome) {
            return outcome < 0;
        }

        @Override
        public Integer notTried(Piece piece) {
            return 0;
        }
    }

    @Test
    void any_batch_is_told_in_order_and_decided_in_order_for_each_name() throws IOException {
        long seed = Long.getLong("orangeline.seed", System.nanoTime());
        System.out.printf("lanes, seed %d%n", seed);
        Random random = new Random(seed);
        for (int batch = 0; batch < BATCHES; batch++) {
            int atATime = random.nextInt(1, 33);
            List<Piece> pieces =
                    IntStream.rangeClosed(1, random.nextInt(1, 120))
                            .mapToObj(number -> Piece.any(number, random))
                            .toList();
            Decisions decisions = new Decisions();
            List<Integer> told = new ArrayList<>();

            Lanes.run(pieces, decisions, (outcome, _) -> told.add(outcome), new Semaphore(atATime));

            String what = "batch " + batch + " of seed " + seed;
            assertThat(decisions.most.get()).as(what).isLessThanOrEqualTo(atATime);
            assertThat(decisions.begun).as(what).doesNotHaveDuplicates();
            assertThat(told).as(what).hasSameSizeAs(pieces);
            for (Piece piece : pieces) {
                boolean tried = decisions.begun.contains(piece);
                int said = piece.last() ? -piece.number() : piece.number();
                assertThat(told.get(piece.number() - 1)).as(what).isEqualTo(tried ? said : 0);
            }
            assertOrder(pieces, decisions, what);
        }
    }

    private static void assertOrder(List<Piece> pieces, Decisions decisions, String what) {
        for (Piece later : pieces) {
            int begun = decisions.order.indexOf("begin " + later.number());
            for (Piece earlier : pieces.subList(0, later.number() - 1)) {
                if (begun >= 0 && earlier.keepsOrderWith(later)) {
                    assertThat(decisions.order.indexOf("end " + earlier.number()))
                            .as("%s: %d before %d", what, earlier.number(), later.number())
                            .isBetween(0, begun);
                    assertThat(earlier.last()).as(what).isFalse();
                }
            }
        }
    }

    @Test
    void behind_a_piece_that_stays_undone_only_what_shares_a_name_with_it_waits()
            throws IOException {
        List<Integer> told =
                told(
                        undone(1, "a"),
                        done(2, "b"),
                        done(3, "a", "c"),
                        done(4, "c"),
                        done(5, "d"),
                        new Piece(6, Optional.empty(), 0, false),
                        done(7, "d"));
        assertThat(told).containsExactly(-1, 2, 0, 0, 5, 0, 0);
    }

    @Test
    void after_many_in_a_row_or_one_that_may_concern_anybody_nothing_is_begun() throws IOException {
        Piece[] pieces =
                IntStream.rangeClosed(1, Lanes.MOST_IN_A_ROW + 4)
                        .mapToObj(number -> undone(number, "person " + number))
                        .toArray(Piece[]::new);
        assertThat(told(pieces).stream().filter(outcome -> outcome != 0))
                .hasSize(Lanes.MOST_IN_A_ROW);
        assertThat(told(new Piece(1, Optional.empty(), 0, true), done(2, "a")))
                .containsExactly(-1, 0);
    }

    private static List<Integer> told(Piece... pieces) throws IOException {
        List<Integer> told = new ArrayList<>();
        Lanes.run(
                List.of(pieces),
                new Decisions(),
                (outcome, _) -> told.add(outcome),
                new Semaphore(1));
        return told;
    }

    private static Piece undone(int number, String... ties) {
        return new Piece(number, Optional.of(Set.of(ties)), 0, true);
    }

    private static Piece done(int number, String... ties) {
        return new Piece(number, Optional.of(Set.of(ties)), 0, false);
    }

    @Test
    void pieces_that_share_nothing_are_worked_on_at_the_same_time() throws IOException {
        var all = new CountDownLatch(8);
        List<Piece> pieces = IntStream.rangeClosed(1, 8).mapToObj(LanesTest::alone).toList();
        Decisions meet =
                new Decisions() {
                    @Override
                    public Integer outcome(Piece piece) {
                        all.countDown();
                        assertThat(await(all)).as("the others have begun").isTrue();
                        return super.outcome(piece);
                    }
                };
        Lanes.run(pieces, meet, (_, _) -> {}, new Semaphore(8));
        assertThat(meet.done).hasSize(8);
    }

    @Test
    void an_outcome_is_told_while_a_later_piece_is_still_under_way() throws IOException {
        var firstIsTold = new CountDownLatch(1);
        List<Piece> pieces = List.of(alone(1), alone(2));
        Decisions slow =
                new Decisions() {
                    @Override
                    public Integer outcome(Piece piece) {
                        if (piece.number() == 2) {
                            assertThat(await(firstIsTold)).as("the first is told").isTrue();
                        }
                        return super.outcome(piece);
                    }
                };
        Lanes.run(pieces, slow, (_, _) -> firstIsTold.countDown(), new Semaphore(2));
        assertThat(slow.done).hasSize(2);
    }

    @Test
    void nothing_is_begun_after_nobody_listens_and_what_is_under_way_ends() {
        Decisions decisions = new Decisions();
        List<Piece> pieces = IntStream.rangeClosed(1, 3_000).mapToObj(LanesTest::alone).toList();
        assertThatThrownBy(() ->
                        Lanes.run(
                                pieces,
                                decisions,
                                (_, _) -> {
                                    throw new IOException("the link is cut");
                                },
                                new Semaphore(4)))
                .isInstanceOf(IOException.class);
        assertThat(decisions.now).hasValue(0);
        assertThat(decisions.begun).hasSameSizeAs(decisions.done).hasSizeLessThan(3_000);
    }

    @Test
    void no_more_pieces_are_read_ahead_than_there_is_room_for() throws IOException {
        AtomicInteger read = new AtomicInteger();
        AtomicInteger told = new AtomicInteger();
        AtomicInteger mostAhead = new AtomicInteger();
        Iterable<Piece> pieces =
                () ->
                        IntStream.rangeClosed(1, 300)
                                .mapToObj(number -> {
                                    mostAhead.accumulateAndGet(
                                            read.incrementAndGet() - told.get(), Math::max);
                                    return alone(number);
                                })
                                .iterator();
        Lanes.run(pieces, new Decisions(), (_, _) -> told.incrementAndGet(), new Semaphore(4));
        assertThat(told).hasValue(300);
        assertThat(mostAhead.get()).isBetween(1, Lanes.MOST_BYTES_AHEAD / SIZE + 2);
    }

    private static Piece alone(int number) {
        return new Piece(number, Optional.of(Set.of("person " + number)), 1_000, false);
    }

    private static void pause(int micros) {
        try {
            Thread.sleep(Duration.ofNanos(micros * 1_000L));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
