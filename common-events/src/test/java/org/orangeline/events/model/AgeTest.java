package org.orangeline.events.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {

    private static final LocalDate DAY = LocalDate.of(2019, 3, 2);

    @ParameterizedTest
    @CsvSource({
        "2001-03-02, 2019-03-01, true",
        "2001-03-02, 2019-03-02, false",
        "2001-03-02, 2019-03-03, false",
        "2000-02-29, 2018-02-28, true",
        "2000-02-29, 2018-03-01, false",
        "2019-03-05, 2019-03-02, true"
    })
    void a_birth_date_makes_a_child_until_the_day_before_the_18th_birthday(
            LocalDate born, LocalDate on, boolean child) {
        Age age = Age.born(born);

        assertThat(age.isChildOrInDoubt(on)).isEqualTo(child);
        assertThat(age.isInDoubt(on)).as("a birth date leaves no doubt").isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2001-03-02, 2019-03-02",
        "2000-02-29, 2018-03-01",
        "2004-02-29, 2022-03-01",
    })
    void the_first_day_of_an_adult_is_the_18th_birthday(LocalDate born, LocalDate grown) {
        assertThat(Age.born(born).adultFrom()).isEqualTo(grown);
    }

    @Test
    void a_range_is_that_of_an_adult_when_its_lowest_age_is() {
        assertThat(Age.between(15, 20, DAY).adultFrom()).isEqualTo("2022-03-02");
        assertThat(Age.between(30, 40, DAY).adultFrom()).isEqualTo(DAY);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 17, true, false",
        "14, 18, true, true",
        "17, 18, true, true",
        "17, 40, true, true",
        "18, 18, false, false",
        "18, 60, false, false"
    })
    void a_range_is_a_child_an_adult_or_in_doubt(
            int min, int max, boolean childOrInDoubt, boolean inDoubt) {
        Age age = Age.between(min, max, DAY);

        assertThat(age.isChildOrInDoubt(DAY)).isEqualTo(childOrInDoubt);
        assertThat(age.isInDoubt(DAY)).isEqualTo(inDoubt);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-03-01, true, false",
        "2020-03-02, true, true",
        "2022-03-01, true, true",
        "2022-03-02, false, false",
        "2018-03-02, true, false"
    })
    void a_range_grows_with_the_years_since_the_estimate_and_never_shrinks(
            LocalDate on, boolean childOrInDoubt, boolean inDoubt) {
        Age age = Age.between(15, 17, DAY);

        assertThat(age.isChildOrInDoubt(on)).isEqualTo(childOrInDoubt);
        assertThat(age.isInDoubt(on)).isEqualTo(inDoubt);
    }

    @ParameterizedTest
    @CsvSource({
        ",,,",
        ",15,,2019-03-02",
        ",,17,2019-03-02",
        ",15,17,",
        ",18,17,2019-03-02",
        ",-1,17,2019-03-02",
        ",15,131,2019-03-02",
        "2001-03-02,15,17,2019-03-02",
        "2001-03-02,15,,",
        "2001-03-02,,,2019-03-02"
    })
    void neither_a_birth_date_nor_a_range_is_refused(
            @Nullable LocalDate born,
            @Nullable Integer min,
            @Nullable Integer max,
            @Nullable LocalDate on) {
        assertThatThrownBy(() -> new Age(born, min, max, null, null, on))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_birth_date_has_no_method_and_no_assessor() {
        assertThatThrownBy(() -> new Age(DAY, null, null, AgeMethod.MEDICAL, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Age(DAY, null, null, null, "M-12", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_outermost_range_is_accepted() {
        assertThat(Age.between(0, Age.HIGHEST, DAY).isInDoubt(DAY)).isTrue();
    }
}
