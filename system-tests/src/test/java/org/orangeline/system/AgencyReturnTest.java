package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.system.SharedFeeds.Feeds;

/**
 * Two readers of one agency, one of pages and one of topics, are away while many thousand events
 * pass and the gateway is killed again and again. Each goes on from what it kept itself.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AgencyReturnTest {

    /** Events of the feed; a person who arrives is two. */
    private static final int MANY = Boolean.getBoolean("orangeline.long") ? 50_000 : 10_000;

    private static final int BATCH = 500;
    private static final int DEATHS = 2;
    private static final int BEFORE = 40;
    private static final int ALL = BEFORE + MANY;
    private static final String[] TOPICS = {
        "agency.away.PersonArrived", "agency.away.GroupAssigned"
    };

    @TempDir static Path home;
    private static Feeds feeds;
    private static Agency pages;
    private static AgencyTopicReader topics;

    @BeforeAll
    static void many_events_pass_while_both_are_away(@TempDir Path folder) {
        // Not the shared ones: it kills their gateway.
        feeds = Feeds.start(folder);
        pages = new Agency(feeds.system(), "away");
        topics = new AgencyTopicReader(home, feeds.system(), "away");
        arrive(BEFORE / 2);
        pages.awaitEvents(BEFORE);
        topics.readsUntil(BEFORE);

        Thread writing =
                Thread.startVirtualThread(() -> {
                    for (int i = 0; i < MANY / 2 / BATCH; i++) {
                        arrive(BATCH);
                    }
                });
        for (int death = 1; death <= DEATHS; death++) {
            int share = MANY / (DEATHS + 1) * death;
            Eventually.holds("a part of it is told", () -> told() >= share);
            feeds.system().stack().gateway().kill();
            feeds.system().startGateway();
        }
        join(writing);
        Eventually.holds("all is told", () -> told() >= ALL);
    }

    @AfterAll
    static void stop() {
        feeds.system().close();
    }

    @Test
    @Order(1)
    void a_reader_of_pages_goes_on_with_its_cursor_and_misses_none_and_gets_none_twice() {
        List<String> before = List.copyOf(pages.ids());
        // The same cursor, and the gateway dies once more while it is read.
        while (pages.events().size() < BEFORE + MANY / 2) {
            boolean more = pages.readPage(1000);
            assertThat(more).isTrue();
        }
        feeds.system().stack().gateway().kill();
        feeds.system().startGateway();
        pages.readAll(1000);

        assertThat(pages.ids()).hasSize(ALL).doesNotHaveDuplicates();
        assertThat(pages.ids().subList(0, BEFORE)).isEqualTo(before);
        assertThat(pages.readAll(1000).events()).hasSize(ALL);
    }

    @Test
    @Order(2)
    void a_reader_of_topics_whose_group_is_forgotten_misses_none_and_gets_none_twice()
            throws Exception {
        forgetTheGroup();
        topics.diesAfter(BEFORE + MANY / 10);
        forgetTheGroup();
        topics.readsUntil(ALL);

        assertThat(topics.ids()).hasSize(ALL).doesNotHaveDuplicates();
        assertThat(new HashSet<>(topics.ids())).isEqualTo(new HashSet<>(pages.ids()));
    }

    @Test
    @Order(3)
    void the_topics_hold_each_event_once_and_for_ever_and_a_new_reader_is_told_the_very_same()
            throws Exception {
        List<String> inTopics =
                feeds.system().log().records(TOPICS).stream()
                        .map(record -> LogReading.header(record, "ce_id"))
                        .toList();

        assertThat(inTopics).hasSize(ALL).doesNotHaveDuplicates();
        assertThat(new HashSet<>(inTopics)).isEqualTo(new HashSet<>(pages.ids()));
        Agency again = new Agency(feeds.system(), "away").readAll(1000);
        assertThat(new HashSet<>(again.ids())).isEqualTo(new HashSet<>(pages.ids()));
        assertThat(again.ids()).hasSize(ALL);
        for (String topic : TOPICS) {
            assertThat(feeds.system().log().settings(topic))
                    .containsEntry("retention.ms", "-1")
                    .containsEntry("retention.bytes", "-1")
                    .containsEntry("cleanup.policy", "delete");
        }
    }

    /** What an expiry does to a group that nobody is in, at once: nothing of it is left. */
    private static void forgetTheGroup() {
        String group = topics.group();
        try (Admin admin = feeds.system().clients().admin()) {
            assertThat(committed(admin, group)).isNotEmpty();
            Eventually.holds("the group is deleted", () -> isDeleted(admin, group));
        }
        // Who goes by the group does not know where to go on.
        try (var reader = feeds.system().clients().reader(Map.of("group.id", group))) {
            reader.subscribe(List.of(TOPICS));
            assertThatThrownBy(() -> reader.poll(Eventually.LIMIT))
                    .isInstanceOf(NoOffsetForPartitionException.class);
        }
    }

    private static Map<?, ?> committed(Admin admin, String group) {
        try {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isDeleted(Admin admin, String group) {
        try {
            admin.deleteConsumerGroups(List.of(group)).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupNotEmptyException) {
                return false; // the broker still waits for a reader that was killed
            }
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void arrive(int persons) {
        List<UUID> unused = feeds.large().arrivedTogether(persons, People.woman("SYR"));
        assertThat(unused).hasSize(persons);
    }

    /** Events of the feed so far, as the gateway counts them. */
    private static int told() {
        String metrics = feeds.system().gateway().send(Call.get("q/metrics")).expect(200).body();
        return metrics.lines()
                .filter(line -> line.startsWith("orangeline_feed_events{agency=\"away\"}"))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
                .findFirst()
                .orElse(0);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
