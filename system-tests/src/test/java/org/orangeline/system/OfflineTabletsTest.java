package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.orangeline.events.model.PersonField;

/**
 * Tablets that come back after days, all at once, on bad links: what comes out is the union of what
 * they kept, whatever the order. {@code -Dorangeline.tablets} and {@code
 * -Dorangeline.tablets.persons} (by tablet) say how many; 200 and 135 make 100,000 items.
 */
@OnTheSharedSystem
class OfflineTabletsTest {

    private static final int TABLETS = Integer.getInteger("orangeline.tablets", 12);
    private static final int PERSONS = Integer.getInteger("orangeline.tablets.persons", 25);
    private static final int READERS = 16;
    private static final List<List<String>> NEEDS =
            List.of(List.of("WOUNDED"), List.of("PREGNANT"), List.of("DISABILITY", "WOUNDED"));

    private final RunningSystem system;

    OfflineTabletsTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void what_is_stored_is_the_union_of_what_the_tablets_kept_each_item_once() throws Exception {
        long seed = Long.getLong("orangeline.seed", System.nanoTime());
        System.out.printf("%d tablets, seed %d%n", TABLETS, seed);
        Random random = new Random(seed);
        Emergency emergency = Emergency.opened(system, "tablets");
        List<Tablet> tablets = new ArrayList<>();
        for (int i = 0; i < TABLETS; i++) {
            tablets.add(new Tablet("tablet-" + i, random.nextLong()));
        }
        List<ToldPerson> persons = told(tablets, random);
        long items = tablets.stream().mapToLong(Tablet::sequence).sum();

        eachOf(
                tablets,
                TABLETS,
                tablet -> {
                    long deadline =
                            System.nanoTime() + Eventually.LIMIT.toNanos() * (3 + items / 4_000);
                    while (!tablet.isEmpty()) {
                        assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
                        tablet.upload(emergency);
                    }
                });

        System.out.printf(
                "%d items in %d uploads%n",
                items, tablets.stream().mapToInt(Tablet::uploads).sum());
        assertThat(tablets).allSatisfy(tablet -> assertThat(tablet.rejected()).isEmpty());
        assertThat(tablets.stream().mapToInt(Tablet::held).sum()).as("held").isPositive();
        Eventually.holds(
                "everything is released",
                () ->
                        tablets.stream()
                                .allMatch(tablet ->
                                        cursor(emergency, tablet).path("held").asInt() == 0));
        assertThat(read(emergency, "held").path("total").asInt()).as("refused").isZero();
        AtomicInteger conflicts = new AtomicInteger();
        eachOf(
                persons,
                READERS,
                person -> {
                    String path = "persons/" + person.id();
                    JsonNode shown = read(emergency, path);
                    assertThat(ToldPerson.said(read(emergency, path + "/history")))
                            .isEqualTo(person.said());
                    assertThat(
                                    ToldPerson.state(
                                            shown,
                                            read(emergency, path + "/family"),
                                            read(emergency, path + "/property")))
                            .isEqualTo(person.state());
                    assertThat(person.authors()).containsAll(ToldPerson.authors(shown));
                    conflicts.addAndGet(shown.path("conflicts").size());
                });
        System.out.printf("%d persons, %d conflicts%n", persons.size(), conflicts.get());
        assertThat(conflicts).hasPositiveValue();
        for (Tablet tablet : tablets) {
            JsonNode cursor = cursor(emergency, tablet);
            assertThat(cursor.path("contiguous").asLong()).isEqualTo(tablet.sequence());
            assertThat(cursor.path("gaps")).isEmpty();
        }
    }

    /** Has the tablets keep what was told them, each person's things on any of them. */
    private static List<ToldPerson> told(List<Tablet> tablets, Random random) {
        List<ToldPerson> persons = new ArrayList<>();
        List<Runnable> told = new ArrayList<>();
        for (int i = 0; i < TABLETS * PERSONS; i++) {
            ToldPerson person = new ToldPerson(new UUID(random.nextLong(), random.nextLong()));
            persons.add(person);
            told.add(() -> arrival(person, any(tablets, random), random));
            told.add(() -> property(person, any(tablets, random), random));
            for (int times = random.nextInt(3); times > 0; times--) {
                told.add(() -> correction(person, any(tablets, random), random));
            }
        }
        for (int i = 0; i + 1 < persons.size(); i += 2) {
            ToldPerson one = persons.get(i);
            ToldPerson other = persons.get(i + 1);
            told.add(() -> {
                one.linkedTo(other);
                any(tablets, random)
                        .keep("PUT", "persons/" + one.id() + "/family/" + other.id(), link());
            });
        }
        Collections.shuffle(told, random);
        told.forEach(Runnable::run);
        return persons;
    }

    private static void arrival(ToldPerson person, Tablet tablet, Random random) {
        ObjectNode form = People.named(People.man("SYR"), name(random));
        person.arrived(form);
        tablet.keep("PUT", "arrivals/" + person.id(), form);
    }

    /** Said mostly by another tablet than the one that registered, and often before it. */
    private static void property(ToldPerson person, Tablet tablet, Random random) {
        UUID receipt = new UUID(random.nextLong(), random.nextLong());
        ObjectNode form = Answer.MAPPER.createObjectNode().put("storedAt", "store-1");
        form.putArray("items").addObject().put("code", "PHONE").put("quantity", 1);
        person.property(receipt);
        tablet.keep("PUT", "persons/" + person.id() + "/property/" + receipt, form);
        if (random.nextInt(3) == 0) {
            person.left();
            tablet.keep("POST", "persons/" + person.id() + "/departure", departure());
        }
    }

    private static void correction(ToldPerson person, Tablet tablet, Random random) {
        ObjectNode form = Answer.MAPPER.createObjectNode().put("reason", "misheard");
        PersonField field =
                switch (random.nextInt(3)) {
                    case 0 -> {
                        List<String> needs = NEEDS.get(random.nextInt(NEEDS.size()));
                        form.set("needs", Answer.MAPPER.valueToTree(needs));
                        yield PersonField.NEEDS;
                    }
                    case 1 -> {
                        int min = 20 + random.nextInt(2);
                        form.putObject("age").put("min", min).put("max", 40);
                        yield PersonField.AGE;
                    }
                    default -> {
                        ObjectNode unused = People.named(form, name(random));
                        yield PersonField.IDENTITY;
                    }
                };
        if (person.corrected(tablet.id(), field, form)) {
            tablet.correct("persons/" + person.id(), form);
        }
    }

    private static String name(Random random) {
        return word(random) + " " + word(random);
    }

    /** No two people are named alike, so that nobody is found twice. */
    private static String word(Random random) {
        return random.ints(8, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static ObjectNode link() {
        return Answer.MAPPER
                .createObjectNode()
                .put("relation", "SIBLING")
                .put("reason", "both said so");
    }

    private static ObjectNode departure() {
        return Answer.MAPPER
                .createObjectNode()
                .put("leftAt", "2019-03-06T10:00:00Z")
                .put("kind", "WITH_FAMILY")
                .put("reason", "fetched by relatives");
    }

    private static Tablet any(List<Tablet> tablets, Random random) {
        return tablets.get(random.nextInt(tablets.size()));
    }

    /** All of them, so many at a time. */
    private static <T> void eachOf(List<T> all, int atATime, Consumer<T> what) throws Exception {
        var places = new Semaphore(atATime);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> begun = new ArrayList<>();
            for (T one : all) {
                begun.add(
                        threads.submit(() -> {
                            places.acquireUninterruptibly();
                            try {
                                what.accept(one);
                            } finally {
                                places.release();
                            }
                        }));
            }
            for (Future<?> one : begun) {
                one.get();
            }
        }
    }

    private static JsonNode cursor(Emergency emergency, Tablet tablet) {
        return read(emergency, "devices/" + tablet.id() + "/cursor");
    }

    private static JsonNode read(Emergency emergency, String path) {
        return emergency
                .intake()
                .settle(emergency.call("GET", path).token(emergency.officers().intake()))
                .expect(200)
                .json();
    }
}
