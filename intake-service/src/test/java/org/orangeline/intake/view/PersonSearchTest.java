package org.orangeline.intake.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Identity;
import org.orangeline.events.model.Name;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.arrival.Person;

class PersonSearchTest {

    private static final LocalDate TODAY = LocalDate.parse("2019-03-01");
    private static final Person AMINA = person(1, Sex.FEMALE, "أَمِينَة محمد");
    private static final Person IVAN = person(2, Sex.MALE, "Иван Петров");
    private static final Person JURGEN = person(3, Sex.MALE, "Jürgen Müller");
    private static final List<Person> ALL = List.of(AMINA, IVAN, JURGEN);

    private final PersonSearch search =
            new PersonSearch(new NameIndex(sealed -> java.util.Optional.empty()));

    @Test
    void a_name_is_found_in_its_script_whatever_its_marks_and_case() {
        assertThat(find("امينة")).containsExactly(AMINA);
        assertThat(find("ИВАН")).containsExactly(IVAN);
        assertThat(find("muller jurgen")).containsExactly(JURGEN);
    }

    @Test
    void the_beginning_of_a_word_and_one_wrong_letter_are_enough() {
        assertThat(find("Петр")).containsExactly(IVAN);
        assertThat(find("Petrov")).isEmpty();
        assertThat(find("Muler")).containsExactly(JURGEN);
    }

    @Test
    void the_better_match_comes_first() {
        Person exact = person(4, Sex.MALE, "Mullers");
        assertThat(
                        search.find(List.of(JURGEN, exact), query("mullers", null), TODAY).stream()
                                .map(PersonSearch.Hit::person))
                .containsExactly(exact, JURGEN);
    }

    @Test
    void facts_narrow_it_down() {
        assertThat(
                        search.find(ALL, query(null, Sex.FEMALE), TODAY).stream()
                                .map(PersonSearch.Hit::person))
                .containsExactly(AMINA);
    }

    private List<Person> find(String name) {
        return search.find(ALL, query(name, null), TODAY).stream()
                .map(PersonSearch.Hit::person)
                .toList();
    }

    private static PersonSearch.Query query(@Nullable String name, @Nullable Sex sex) {
        return new PersonSearch.Query(name, null, sex, null, null, null, null, null);
    }

    private static Person person(int id, Sex sex, String name) {
        return new Person(
                new UUID(0x7000, id),
                "BGZ-00000" + id + "-0",
                "east",
                Instant.EPOCH,
                Instant.EPOCH,
                sex,
                Age.between(30, 40, TODAY),
                List.of(),
                List.of(),
                null,
                Confidential.of(
                        new Identity(
                                List.of(new Name(name, null)),
                                List.of(),
                                null,
                                null,
                                null,
                                List.of(),
                                List.of())),
                id,
                "arrival-" + id,
                null,
                null,
                null);
    }
}
