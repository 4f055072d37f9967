package org.orangeline.events.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Random;
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

    /** S5: told day by day, who was born when and acted when. */
    @Test
    void an_act_fits_when_there_is_a_day_of_birth_and_a_day_of_the_act_that_fit() {
        for (int seed = 0; seed < Integer.getInteger("orangeline.seeds", 200); seed++) {
            var random = new Random(seed);
            int years = random.nextInt(40);
            boolean estimated = random.nextBoolean();
            String month = DAY.minusYears(years).minusMonths(random.nextInt(14)).toString();
            Age age =
                    estimated
                            ? Age.between(years, years, DAY)
                            : Age.born(
                                    PartialDate.of(month.substring(0, 7)), BirthDateBasis.DOCUMENT);
            LocalDate first =
                    estimated
                            ? DAY.minusYears(years + 1).plusDays(1)
                            : Objects.requireNonNull(age.birthDate());
            LocalDate last = estimated ? DAY.minusYears(years) : first.plusMonths(1).minusDays(1);
            String on =
                    DAY.minusYears(random.nextInt(years + 2)).minusDays(random.nextInt(400)) + "";
            PartialDate act = PartialDate.of(on.substring(0, random.nextBoolean() ? 7 : 10));
            @Nullable Integer told = random.nextBoolean() ? null : random.nextInt(years + 3);
            boolean can = false;
            for (var born = first; !born.isAfter(last); born = born.plusDays(1)) {
                for (var day = act.first(); !day.isAfter(act.last()); day = day.plusDays(1)) {
                    can |=
                            !day.isAfter(DAY)
                                    && !day.isBefore(born)
                                    && (told == null
                                            || ChronoUnit.YEARS.between(born, day) == told);
                }
            }
            assertThat(age.fits(act, told, DAY))
                    .as("seed %s: %s, %s, %s", seed, age, act, told)
                    .isEqualTo(can);
        }
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
        assertThatThrownBy(() -> new Age(born, min, max, null, null, on, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_partial_birth_date_has_the_ages_of_every_day_that_it_may_be() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            LocalDate day = LocalDate.ofEpochDay(7_000 + random.nextInt(12_000));
            String text = day.toString().substring(0, new int[] {4, 7, 10}[random.nextInt(3)]);
            PartialDate told = PartialDate.of(text);
            Age age = Age.born(told, BirthDateBasis.VERIFIED);
            LocalDate on = day.plusDays(370 + random.nextInt(9_000));
            List<Age> each =
                    told.first().datesUntil(told.last().plusDays(1)).map(Age::born).toList();
            String seen = "seed " + seed + ": " + text + " on " + on;

            assertThat(age.atLeast(on))
                    .as(seen)
                    .isEqualTo(each.stream().mapToLong(one -> one.atLeast(on)).min().orElseThrow());
            assertThat(age.atMost(on))
                    .as(seen)
                    .isEqualTo(each.stream().mapToLong(one -> one.atMost(on)).max().orElseThrow());
            assertThat(age.isChildOrInDoubt(on))
                    .as(seen)
                    .isEqualTo(each.stream().anyMatch(one -> one.isChildOrInDoubt(on)));
            assertThat(age.mayHaveBeenChild(on))
                    .as(seen)
                    .isEqualTo(each.stream().anyMatch(one -> one.mayHaveBeenChild(on)));
            assertThat(age.adultFrom())
                    .as(seen)
                    .isEqualTo(
                            each.stream()
                                    .map(Age::adultFrom)
                                    .max(LocalDate::compareTo)
                                    .orElseThrow());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2001-01-01, CLAIMED, YEAR",
        "2001-01-01, DOCUMENT, YEAR",
        "2001-01-01, VERIFIED, DAY",
        "2001-01-02, CLAIMED, DAY",
        "2001, VERIFIED, YEAR",
        "2001-01, CLAIMED, MONTH"
    })
    void a_first_of_january_is_the_whole_year_unless_it_was_verified(
            String told, BirthDateBasis basis, DatePrecision precision) {
        Age age = Age.born(PartialDate.of(told), basis);

        assertThat(age.precision()).isEqualTo(precision);
        assertThat(age.basis()).isEqualTo(basis);
        assertThat(age.isChildOrInDoubt(DAY)).isEqualTo(precision == DatePrecision.YEAR);
    }

    @Test
    void a_birth_date_of_an_old_log_is_the_day_that_it_names() {
        LocalDate newYear = LocalDate.of(2001, 1, 1);

        assertThat(Age.born(newYear).precision()).isNull();
        assertThat(Age.born(newYear).isChildOrInDoubt(newYear.plusYears(18))).isFalse();
    }

    @Test
    void a_margin_widens_what_a_partial_birth_date_leaves_possible() {
        Age wide =
                Age.born(PartialDate.of("2001"), BirthDateBasis.CLAIMED)
                        .widened(2, AgeMethod.MEDICAL, DAY);

        assertThat(wide.min()).isEqualTo(15);
        assertThat(wide.max()).isEqualTo(20);
        assertThat(wide.precision()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2001-03-02, YEAR", "2001-03-02, MONTH", ", DAY", ", YEAR"})
    void a_precision_is_that_of_the_first_day_of_a_birth_date(
            @Nullable LocalDate born, DatePrecision precision) {
        Integer min = born == null ? 3 : null;
        LocalDate on = born == null ? DAY : null;
        assertThatThrownBy(() -> new Age(born, min, min, null, null, on, precision, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_birth_date_has_no_method_and_no_assessor() {
        assertThatThrownBy(
                        () -> new Age(DAY, null, null, AgeMethod.MEDICAL, null, null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Age(DAY, null, null, null, "M-12", null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_outermost_range_is_accepted() {
        assertThat(Age.between(0, Age.HIGHEST, DAY).isInDoubt(DAY)).isTrue();
    }
}
