package org.orangeline.intake.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.view.Names.TODAY;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.operations.OperationState;

/** A name among 100,000: few are compared, and the right one is among them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyNamesTest {

    static final int PEOPLE = 100_000;
    private static final int ROUNDS = 5;

    private static final Person WANTED =
            Names.person(
                    PEOPLE + 1,
                    Sex.MALE,
                    Age.between(28, 33, TODAY),
                    Names.identity("محمد عبد الرحمن الحسن", null));

    private final NameIndex index = Names.index();

    @SuppressWarnings("NullAway.Init")
    private OperationState state;

    @BeforeAll
    void read_all_names() {
        List<Person> crowd = new ArrayList<>(Crowd.of(PEOPLE, 7));
        crowd.add(WANTED);
        state = Names.operation(crowd);
        assertThat(index.of("baghuz-2019").follow(state, Integer.MAX_VALUE)).isTrue();
    }

    @Test
    void a_whole_name_is_compared_with_few() {
        List<String> candidates = candidates("Мухаммад Абдуррахман аль-Хасан");
        assertThat(candidates).startsWith(WANTED.id());
        assertThat(candidates.size()).isLessThanOrEqualTo(OperationNames.MOST_SCORED);
    }

    @Test
    void a_slip_of_the_finger_still_finds_it() {
        assertThat(candidates("Mohamed Abdlurahman al-Hasan")).contains(WANTED.id());
        assertThat(candidates("Abdulrahman")).contains(WANTED.id());
    }

    @Test
    void the_commonest_name_is_compared_with_no_more_than_the_limit() {
        assertThat(candidates("Mohammed")).hasSize(OperationNames.MOST_SCORED);
        assertThat(candidates("Mohammed Ahmed").size())
                .isLessThanOrEqualTo(OperationNames.MOST_SCORED);
    }

    @Test
    void the_search_puts_it_first() {
        var search = new PersonSearch(index);
        var query =
                new PersonSearch.Query(
                        "Mohammed Abdulrahman Hassan",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        var hits = search.find(state, query, TODAY).orElseThrow();
        assertThat(hits.getFirst().person()).isEqualTo(WANTED);
    }

    @Test
    void the_best_of_a_full_scan_comes_first_and_sooner() {
        var search = new PersonSearch(index);
        String name = "Mohammed Abdulrahman Hassan";
        List<PersonSearch.Hit> hits = search.find(state, byName(name, null), TODAY).orElseThrow();
        assertThat(hits.getFirst().person()).isEqualTo(WANTED);
        assertThat(hits.getFirst().score()).isEqualTo(scan(name).getFirst());
        assertThat(hits.stream().map(hit -> -hit.score())).isSorted();
        long searched = nanos(() -> search.find(state, byName(name, null), TODAY));
        long scanned = nanos(() -> scan(name));
        System.out.printf(
                "search among %,d: %.1f ms; full scan: %.1f ms%n",
                PEOPLE, searched / 1e6, scanned / 1e6);
        assertThat(searched).isLessThan(scanned);
    }

    @Test
    void spellings_rank_before_other_names_and_age_decides_between_two_of_a_name() {
        List<Person> crowd = new ArrayList<>(state.persons().values());
        Person old = named(2, Age.between(60, 70, TODAY), "محمد عبد الرحمن الحسن");
        Person cyrillic = named(3, Age.between(28, 33, TODAY), "Мухаммад Абдуррахман аль-Хасан");
        Person typed = named(4, Age.between(28, 33, TODAY), "Mohamed Abdlurahman al-Hasan");
        crowd.addAll(List.of(old, cyrillic, typed));
        var search = new PersonSearch(Names.index());
        OperationState more = Names.operation(crowd);
        Optional<List<PersonSearch.Hit>> found = Optional.empty();
        while (found.isEmpty()) { // the names are read a part at a time
            found = search.find(more, byName("Mohammed Abdulrahman al-Hassan", 30), TODAY);
        }
        List<Person> ranked = found.get().stream().map(PersonSearch.Hit::person).toList();
        assertThat(ranked.subList(0, 3)).containsExactlyInAnyOrder(WANTED, cyrillic, typed);
        assertThat(ranked.indexOf(old)).isPositive();
        assertThat(ranked.indexOf(old)).isGreaterThan(ranked.indexOf(cyrillic));
        assertThat(found.get().stream().map(hit -> -hit.score())).isSorted();
    }

    private static Person named(int number, Age age, String name) {
        return Names.person(PEOPLE + number, Sex.MALE, age, Names.identity(name, null));
    }

    private static PersonSearch.Query byName(String name, @Nullable Integer years) {
        return new PersonSearch.Query(name, null, null, null, null, null, years, null, null, null);
    }

    /** What everybody's name scores, the best first. */
    private List<Double> scan(String name) {
        List<Word> asked = index.words(name);
        NameLikeness likeness = new NameLikeness();
        OperationNames names = index.of("baghuz-2019");
        return state.persons().values().stream()
                .flatMap(person -> names.names(person).stream())
                .map(known -> likeness.contained(asked, known.names()))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** The best of some rounds. */
    private static long nanos(Runnable call) {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            call.run();
            best = Math.min(best, System.nanoTime() - began);
        }
        return best;
    }

    private List<String> candidates(String name) {
        return index.of("baghuz-2019").candidates(index.words(name), id -> true, true);
    }
}
