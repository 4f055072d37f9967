package org.orangeline.intake.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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

    private static final Person WANTED =
            Names.person(
                    PEOPLE + 1,
                    Sex.MALE,
                    Age.between(28, 33, Names.TODAY),
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
        var hits = search.find(state, query, Names.TODAY).orElseThrow();
        assertThat(hits.getFirst().person()).isEqualTo(WANTED);
    }

    private List<String> candidates(String name) {
        return index.of("baghuz-2019").candidates(index.words(name), id -> true, true);
    }
}
