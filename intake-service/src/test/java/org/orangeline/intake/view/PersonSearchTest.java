package org.orangeline.intake.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.view.Names.TODAY;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.operations.OperationState;

class PersonSearchTest {

    private static final Person AMINA =
            Names.person(
                    1,
                    Sex.FEMALE,
                    Age.between(30, 40, TODAY),
                    Names.identity("أَمِينَة محمد", "محمد علي"));
    private static final Person IVAN = Names.person(2, "Иван Петров");
    private static final Person JURGEN = Names.person(3, "Jürgen Müller");
    private static final List<Person> ALL = List.of(AMINA, IVAN, JURGEN);

    private final PersonSearch search = new PersonSearch(Names.index());

    @Test
    void a_name_is_found_in_its_script_whatever_its_marks_and_case() {
        assertThat(find("امينة")).containsExactly(AMINA);
        assertThat(find("ИВАН")).containsExactly(IVAN);
        assertThat(find("muller jurgen")).containsExactly(JURGEN);
    }

    @Test
    void a_name_is_found_in_another_script() {
        assertThat(find("Petrov")).containsExactly(IVAN);
        assertThat(find("إيفان بيتروف")).containsExactly(IVAN);
        assertThat(find("Amina Mohammed")).containsExactly(AMINA);
        assertThat(find("Амина")).containsExactly(AMINA);
    }

    @Test
    void the_beginning_of_a_word_and_a_slip_of_the_finger_are_enough() {
        assertThat(find("Петр")).containsExactly(IVAN);
        assertThat(find("Muler")).containsExactly(JURGEN);
        assertThat(find("Jurgne Muller")).containsExactly(JURGEN);
    }

    @Test
    void what_nobody_is_called_finds_nobody() {
        assertThat(find("Zebedee Ostrogorsky")).isEmpty();
        assertThat(find("12345 %%")).isEmpty();
    }

    @Test
    void the_better_match_comes_first() {
        Person exact = Names.person(4, "Mullers");
        assertThat(
                        hits(List.of(JURGEN, exact), query("mullers", null, null, null)).stream()
                                .map(PersonSearch.Hit::person))
                .containsExactly(exact, JURGEN);
    }

    @Test
    void an_age_and_a_fathers_name_rank_and_explain() {
        Person young =
                Names.person(
                        5,
                        Sex.FEMALE,
                        Age.between(8, 9, TODAY),
                        Names.identity("أمينة محمد", null));
        var hits = hits(List.of(young, AMINA), query("Amina Mohamed", "Mohamed Ali", 35, null));
        assertThat(hits.stream().map(PersonSearch.Hit::person)).containsExactly(AMINA, young);
        assertThat(hits.getFirst().because().stream().map(Because::code))
                .containsExactly("NAME", "FATHER_NAME", "AGE");
        assertThat(hits.getFirst().because())
                .allSatisfy(part -> assertThat(part.agrees()).isTrue());
        assertThat(hits.getLast().score()).isLessThan(hits.getFirst().score());
    }

    @ParameterizedTest
    @CsvSource({
        "Mohammed, , 1101",
        "Mohammed Ahmed, , 1101",
        "Mohammed Ahmed, Khaled, 1101",
        "Mohammed, , 12000",
        "Mohammed Ahmed, , 12000",
        "Mohammed Ahmed, Khaled, 12000",
    })
    void among_many_of_one_name_the_fathers_name_finds_the_last(
            String name, @Nullable String otherFather, int people) {
        List<Person> crowd = new ArrayList<>();
        for (int i = 1; i < people; i++) {
            // In the middle of all who are gathered by the name alone, too.
            boolean wanted = i == people / 2;
            crowd.add(
                    Names.person(
                            i,
                            Sex.MALE,
                            Age.between(30, 40, TODAY),
                            Names.identity(name, wanted ? "Yusuf" : otherFather)));
        }
        Person last =
                Names.person(
                        people,
                        Sex.MALE,
                        Age.between(30, 40, TODAY),
                        Names.identity(name, "Zebedee"));
        crowd.add(last);
        PersonSearch many = new PersonSearch(Names.index());
        OperationState state = Names.operation(crowd);
        assertThat(found(many, state, name, "Zebedee")).isEqualTo(last);
        assertThat(found(many, state, "محمد", "Yousef")).isEqualTo(crowd.get(people / 2 - 1));
    }

    private static Person found(
            PersonSearch search, OperationState state, String name, String father) {
        Optional<List<PersonSearch.Hit>> found = Optional.empty();
        while (found.isEmpty()) { // the names are read a part at a time
            found = search.find(state, query(name, father, null, null), TODAY);
        }
        return found.get().getFirst().person();
    }

    @Test
    void facts_narrow_it_down() {
        assertThat(
                        hits(ALL, query(null, null, null, Sex.FEMALE)).stream()
                                .map(PersonSearch.Hit::person))
                .containsExactly(AMINA);
        assertThat(hits(ALL, query("Ivan", null, null, Sex.FEMALE))).isEmpty();
    }

    @Test
    void a_name_that_was_corrected_is_no_longer_found_and_the_new_one_is() {
        var before = Names.operation(ALL);
        assertThat(search.find(before, query("Ivan", null, null, null), TODAY).orElseThrow())
                .hasSize(1);
        Person renamed = Names.person(2, "Борис Годунов");
        var after = before.change().person(renamed).identified(renamed.id()).made();
        assertThat(search.find(after, query("Ivan", null, null, null), TODAY).orElseThrow())
                .isEmpty();
        assertThat(search.find(after, query("Boris", null, null, null), TODAY).orElseThrow())
                .hasSize(1);
        // As of then it is still the old one.
        assertThat(search.find(before, query("Ivan", null, null, null), TODAY).orElseThrow())
                .hasSize(1);
    }

    private List<Person> find(String name) {
        return hits(ALL, query(name, null, null, null)).stream()
                .map(PersonSearch.Hit::person)
                .toList();
    }

    private List<PersonSearch.Hit> hits(List<Person> persons, PersonSearch.Query query) {
        return new PersonSearch(Names.index())
                .find(Names.operation(persons), query, TODAY)
                .orElseThrow();
    }

    private static PersonSearch.Query query(
            @Nullable String name,
            @Nullable String father,
            @Nullable Integer years,
            @Nullable Sex sex) {
        return new PersonSearch.Query(name, father, null, sex, null, null, years, null, null, null);
    }
}
