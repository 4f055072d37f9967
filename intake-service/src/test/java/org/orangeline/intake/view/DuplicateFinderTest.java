package org.orangeline.intake.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.view.Names.TODAY;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.operations.OperationState;

class DuplicateFinderTest {

    private static final Person ARABIC = Names.person(1, "محمد عبد الرحمن الحسن");
    private static final Person LATIN = Names.person(2, "Mohammed Abdulrahman al-Hassan");
    private static final Person CYRILLIC = Names.person(3, "Мухаммад Абдуррахман аль-Хасан");

    private final DuplicateFinder finder = new DuplicateFinder(Names.index());

    @Test
    void three_scripts_of_one_name_are_offered_as_one_anothers_duplicates() {
        OperationState state = Names.operation(List.of(ARABIC, LATIN, CYRILLIC));
        assertThat(found(state, ARABIC)).containsExactlyInAnyOrder(LATIN, CYRILLIC);
        assertThat(found(state, LATIN)).containsExactlyInAnyOrder(ARABIC, CYRILLIC);
        assertThat(found(state, CYRILLIC)).containsExactlyInAnyOrder(ARABIC, LATIN);
    }

    @Test
    void it_is_told_why() {
        OperationState state = Names.operation(List.of(ARABIC, LATIN));
        follow(state);
        var found = finder.find(state, LATIN, TODAY).getFirst();
        assertThat(found.codes()).containsExactly("NAME", "AGE", "SEX");
        assertThat(found.score()).isBetween(DuplicateFinder.ENOUGH, 100);
    }

    @Test
    void another_sex_or_a_far_age_is_another_person() {
        Person woman = person(4, Sex.FEMALE, 30, 40, "Mohammed Abdulrahman al-Hassan");
        Person boy = person(5, Sex.MALE, 8, 9, "Mohammed Abdulrahman al-Hassan");
        OperationState state = Names.operation(List.of(LATIN, woman, boy));
        assertThat(found(state, LATIN)).isEmpty();
    }

    @Test
    void a_paper_of_the_same_number_outweighs_another_spelling() {
        Person one =
                Names.person(
                        6,
                        Sex.MALE,
                        Age.between(30, 40, TODAY),
                        Names.identity("Abu Omar", null, "P-4711 0815"));
        Person other =
                Names.person(
                        7,
                        Sex.MALE,
                        Age.between(30, 40, TODAY),
                        Names.identity("خالد المصري", null, "p47110815"));
        OperationState state = Names.operation(List.of(one, other));
        follow(state);
        var found = finder.find(state, other, TODAY);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().codes()).contains("DOCUMENT").doesNotContain("NAME");
        assertThat(found.getFirst().score()).isGreaterThanOrEqualTo(DuplicateFinder.PAPER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"47110815", "4711 0815", "4711-0815", "٤٧١١٠٨١٥", "۴۷۱۱–۰۸۱۵", "４７１１０８１５"})
    void a_paper_is_the_same_in_the_digits_of_any_script(String number) {
        Age age = Age.between(30, 40, TODAY);
        Person one = Names.person(6, Sex.MALE, age, Names.identity("Abu Omar", null, "4711/0815"));
        Person other = Names.person(7, Sex.MALE, age, Names.identity("خالد المصري", null, number));
        assertThat(found(Names.operation(List.of(one, other)), other)).containsExactly(one);
    }

    @Test
    void one_word_alone_is_no_name() {
        Person one = Names.person(8, "Mohammed");
        Person other = Names.person(9, "محمد");
        assertThat(found(Names.operation(List.of(one, other)), one)).isEmpty();
    }

    @Test
    void brothers_and_sisters_are_not_one() {
        Person amina = person(10, Sex.FEMALE, 20, 25, "أمينة محمد حسن");
        Person fatima = person(11, Sex.FEMALE, 20, 25, "فاطمة محمد حسن");
        assertThat(found(Names.operation(List.of(amina, fatima)), fatima)).isEmpty();
    }

    private static Person person(int id, Sex sex, int min, int max, String name) {
        return Names.person(id, sex, Age.between(min, max, TODAY), Names.identity(name, null));
    }

    private List<Person> found(OperationState state, Person person) {
        follow(state);
        return finder.find(state, person, TODAY).stream()
                .map(DuplicateFinder.Found::other)
                .toList();
    }

    private void follow(OperationState state) {
        assertThat(finder.follow(state, Integer.MAX_VALUE)).isTrue();
    }
}
