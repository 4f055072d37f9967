package org.orangeline.intake.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.view.Names.TODAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "Amina, Hassan, Amina, Hassan",
        "Amina, Hassan, أمينة, حسن",
        "أمينة, حسن, Амина, Хасан",
        "Amina, Hassan, Amina Hassan,",
        "Amina, Hassan, Amina, Hassan Ali",
    })
    void one_word_and_the_fathers_name_are_a_name(
            String name, String father, String otherName, @Nullable String otherFather) {
        Age age = Age.born(LocalDate.parse("2001-05-04"));
        Person one = Names.person(8, Sex.FEMALE, age, Names.identity(name, father));
        Person other = Names.person(9, Sex.FEMALE, age, Names.identity(otherName, otherFather));
        OperationState state = Names.operation(List.of(one, other));
        assertThat(found(state, one)).containsExactly(other);
        assertThat(found(state, other)).containsExactly(one);
    }

    @Test
    void another_father_or_another_age_is_another_person_of_one_word() {
        Age age = Age.born(LocalDate.parse("2001-05-04"));
        Person one = Names.person(8, Sex.FEMALE, age, Names.identity("Amina", "Hassan"));
        Person sister = Names.person(9, Sex.FEMALE, age, Names.identity("Fatima", "Hassan"));
        Person namesake = Names.person(10, Sex.FEMALE, age, Names.identity("Amina", "Zebedee"));
        Person niece =
                Names.person(
                        11,
                        Sex.FEMALE,
                        Age.born(LocalDate.parse("2015-05-04")),
                        Names.identity("Amina", "Hassan"));
        OperationState state = Names.operation(List.of(one, sister, namesake, niece));
        assertThat(found(state, one)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mohammed", "Mohammed Ahmed"})
    void among_1101_of_one_name_and_age_the_twin_is_found_by_father_or_day_of_birth(String name) {
        Age thirties = Age.between(30, 40, TODAY);
        Age born = Age.born(LocalDate.parse("1983-05-04"));
        List<Person> crowd = new ArrayList<>();
        Person byFather = Names.person(1, Sex.MALE, thirties, Names.identity(name, "Zebedee"));
        Person byBirth = Names.person(2, Sex.MALE, born, Names.identity(name, "Ahmed"));
        crowd.add(byFather);
        crowd.add(byBirth);
        for (int i = 3; i <= 1_101; i++) {
            crowd.add(Names.person(i, Sex.MALE, thirties, Names.identity(name, "Ahmed")));
        }
        Person sameFather =
                Names.person(2_001, Sex.MALE, thirties, Names.identity(name, "Zebedee"));
        Person sameBirth = Names.person(2_002, Sex.MALE, born, Names.identity(name, "Ahmed"));
        crowd.add(sameFather);
        crowd.add(sameBirth);
        OperationState state = Names.operation(crowd);
        assertThat(found(state, sameFather).getFirst()).isEqualTo(byFather);
        assertThat(found(state, sameBirth).getFirst()).isEqualTo(byBirth);
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
