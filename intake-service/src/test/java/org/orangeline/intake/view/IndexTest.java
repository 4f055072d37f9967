package org.orangeline.intake.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.view.Names.TODAY;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Identity;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.operations.OperationState;

class IndexTest {

    private static final Confidential<Identity> IDENTITY =
            Confidential.of(Names.identity("Amina", null));

    @Test
    void blocks_give_back_what_was_put_in_the_latest_first() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Blocks blocks = new Blocks();
        Map<Long, List<Integer>> model = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            // Some keys are shared by many, most by few.
            long key = random.nextInt(1 << (1 + random.nextInt(20)));
            blocks.add(key, i);
            model.computeIfAbsent(key, unused -> new ArrayList<>()).addFirst(i);
        }
        model.forEach((key, persons) -> {
            List<Integer> found = new ArrayList<>();
            for (int at = blocks.first(key); at >= 0; at = blocks.next(at)) {
                found.add(blocks.person(at));
            }
            assertThat(found).as("seed %d, key %d", seed, key).containsSubsequence(persons);
        });
        assertThat(blocks.first(-1)).isEqualTo(-1);
        blocks.clear();
        assertThat(blocks.first(1)).isEqualTo(-1);
    }

    @Test
    void people_are_found_by_id_and_keep_their_words() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        People people = new People();
        Map<String, int[]> model = new HashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            boolean again = !ids.isEmpty() && random.nextInt(10) == 0;
            String id =
                    again
                            ? ids.get(random.nextInt(ids.size()))
                            : new UUID(random.nextLong(), random.nextLong()).toString();
            int[] words = random.ints(1 + random.nextInt(12), 0, 1_000).toArray();
            int number = people.put(id, IDENTITY, words);
            assertThat(numbers.getOrDefault(id, number)).isEqualTo(number);
            numbers.put(id, number);
            if (again) {
                assertThat(people.isChanged(number)).isTrue();
            } else {
                ids.add(id);
            }
            model.put(id, words);
        }
        assertThat(people.size()).isEqualTo(model.size());
        model.forEach((id, words) -> {
            int number = people.find(id);
            assertThat(people.id(number)).as("seed %d", seed).isEqualTo(id);
            int[] chunk = people.chunk(number);
            for (int i = 0; i < words.length; i++) {
                assertThat(chunk[people.begin(number) + i]).isEqualTo(words[i]);
            }
        });
        assertThat(people.find("nobody")).isEqualTo(-1);
        assertThat(people.find(ids.getFirst(), null)).isEqualTo(-1);
    }

    @Test
    void names_are_the_same_after_they_were_packed() {
        NameReader reader = new NameReader();
        Identity identity =
                Names.identity("محمد عبد الرحمن الحسن", "Абдуррахман", "P-4711 0815", "X-12345");
        KnownNames names = KnownNames.read(IDENTITY, identity, reader);
        List<Word> words = new ArrayList<>();
        int[] packed =
                names.packed(word -> {
                    words.add(word);
                    return words.size() - 1;
                });
        int[] within = new int[packed.length + 7];
        System.arraycopy(packed, 0, within, 7, packed.length);
        assertThat(KnownNames.unpacked(IDENTITY, within, 7, words)).isEqualTo(names);
    }

    @Test
    void of_a_name_that_thousands_share_the_one_with_the_same_rest_is_found() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Person> crowd = new ArrayList<>();
        for (int i = 1; i <= 4_000; i++) {
            int age = 3 * random.nextInt(25);
            crowd.add(
                    Names.person(
                            i,
                            random.nextBoolean() ? Sex.MALE : Sex.FEMALE,
                            Age.between(age, age + 2, TODAY),
                            Names.identity("Ahmed al-Hassan", "Father" + (char) ('b' + i % 20))));
        }
        Collections.shuffle(crowd, random);
        Person twin =
                Names.person(
                        5_001,
                        Sex.FEMALE,
                        Age.between(80, 82, TODAY),
                        Names.identity("أحمد الحسن", "Zebedee"));
        crowd.addFirst(twin);
        Person again =
                Names.person(
                        5_002,
                        Sex.FEMALE,
                        Age.between(79, 83, TODAY),
                        Names.identity("Ahmed al-Hasan", "Zebedee"));
        crowd.add(again);
        OperationState state = Names.operation(crowd);
        NameIndex index = Names.index();
        DuplicateFinder finder = new DuplicateFinder(index);
        assertThat(finder.follow(state, Integer.MAX_VALUE)).isTrue();
        assertThat(finder.find(state, again, TODAY).getFirst().other())
                .as("seed %d", seed)
                .isEqualTo(twin);
        assertThat(finder.find(state, twin, TODAY).getFirst().other())
                .as("seed %d", seed)
                .isEqualTo(again);
        Set<String> compared =
                new HashSet<>(
                        new TwinQuestion(
                                        index.of("baghuz-2019"),
                                        again,
                                        index.of("baghuz-2019").names(again).orElseThrow())
                                .likeliest());
        assertThat(compared).hasSizeLessThanOrEqualTo(TwinQuestion.MOST_COMPARED);
    }
}
