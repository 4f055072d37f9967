package org.orangeline.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orangeline.kit.rest.TabletTime.Calendar;

/** Times as tablets of the region write them. */
class TabletTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2019-03-05T09:12:00Z, 2019-03-05T09:12:00Z, GREGORIAN",
        "2019-03-05T09:12:00.250+03:00, 2019-03-05T06:12:00.250Z, GREGORIAN",
        "2019-03-05T09:12Z, 2019-03-05T09:12:00Z, GREGORIAN",
        "1970-01-01T00:00:09Z, 1970-01-01T00:00:09Z, GREGORIAN",
        "٢٠١٩-٠٣-٠٥T٠٩:١٢:٠٠Z, 2019-03-05T09:12:00Z, GREGORIAN",
        "۲۰۱۹-۰۳-۰۵T۰۹:۱۲:۰۰Z, 2019-03-05T09:12:00Z, GREGORIAN",
        "२०१९-०३-०५T०९:१२:००Z, 2019-03-05T09:12:00Z, GREGORIAN",
        "1440-06-28T09:12:00Z, 2019-03-05T09:12:00Z, HIJRI",
        "١٤٤٠-٠٦-٢٨T٠٩:١٢:٠٠+٠٣:٠٠, 2019-03-05T06:12:00Z, HIJRI",
        "1448-01-01T00:00:00Z, 2026-06-16T00:00:00Z, HIJRI",
        "1397-12-14T09:12:00Z, 2019-03-05T09:12:00Z, JALALI",
        "۱۳۹۷-۱۲-۱۴T۰۹:۱۲:۰۰Z, 2019-03-05T09:12:00Z, JALALI",
        "1380-01-01T00:00:00Z, 2001-03-21T00:00:00Z, JALALI",
        "1399-12-30T00:00:00Z, 2021-03-20T00:00:00Z, JALALI",
        "1405-09-09T00:00:00Z, 2026-11-30T00:00:00Z, JALALI",
        "1408-12-30T00:00:00Z, 2030-03-20T00:00:00Z, JALALI",
        "1424-12-29T00:00:00Z, 2046-03-19T00:00:00Z, JALALI",
        "2562-03-05T09:12:00Z, 2019-03-05T09:12:00Z, BUDDHIST",
        "๒๕๖๒-๐๓-๐๕T๐๙:๑๒:๐๐Z, 2019-03-05T09:12:00Z, BUDDHIST",
    })
    void the_year_tells_the_calendar(String sent, Instant at, Calendar calendar) {
        TabletTime time = TabletTime.of(sent);
        assertThat(time.at()).isEqualTo(at);
        assertThat(time.calendar()).isEqualTo(calendar);
        assertThat(time.require("arrivedAt")).isEqualTo(at);
        boolean plain = calendar == Calendar.GREGORIAN && sent.charAt(0) < 128;
        assertThat(time.asSent()).isEqualTo(plain ? null : sent);
    }

    @ParameterizedTest
    @CsvSource({
        "1440-06-31T09:12:00Z, Hijri",
        "1440-13-01T09:12:00Z, Hijri",
        "1398-12-30T09:12:00Z, Jalali",
        "1397-07-31T09:12:00Z, Jalali",
        "2562-02-29T09:12:00Z, Buddhist",
        "2019-02-29T09:12:00Z, Gregorian",
        "9999-01-01T00:00:00Z, Gregorian",
        "2300-01-01T00:00:00Z, Gregorian",
        "1600-01-01T00:00:00Z, Gregorian",
        "0031-03-05T09:12:00Z, Gregorian",
        "05/03/2019 09:12, Gregorian",
        "2019-03-05, Gregorian",
        "2019-03-05T09:12:00, Gregorian",
        "yesterday, Gregorian",
    })
    void what_is_no_time_is_refused_by_the_name_of_its_calendar(String sent, String calendar) {
        TabletTime time = TabletTime.of(sent);
        assertThat(time.at()).isNull();
        assertThatThrownBy(() -> time.require("arrivedAt"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> {
                            var error = refused.problem().errors().getFirst();
                            assertThat(refused.problem().status()).isEqualTo(400);
                            assertThat(error.field()).isEqualTo("arrivedAt");
                            assertThat(error.message()).contains(calendar).doesNotContain(sent);
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Amina Khaled", "", "2019-03-05T09:12:00Z and Amina", "\u0000"})
    void what_may_be_a_name_is_not_kept(String sent) {
        assertThat(TabletTime.of(sent).asSent()).isEqualTo("?");
    }

    @Test
    void marks_of_direction_are_not_kept_and_change_nothing() {
        TabletTime time = TabletTime.of("\u200F١٤٤٠-٠٦-٢٨T٠٩:١٢:٠٠Z\u200E");
        assertThat(time.at()).isEqualTo(Instant.parse("2019-03-05T09:12:00Z"));
        assertThat(time.asSent()).isEqualTo("١٤٤٠-٠٦-٢٨T٠٩:١٢:٠٠Z");
    }

    @Test
    void each_jalali_year_begins_where_the_one_before_it_ends() {
        for (int year = 1381; year <= 1424; year++) {
            LocalDate first = day("%d-01-01".formatted(year));
            assertThat(first.getMonthValue()).isEqualTo(3);
            assertThat(first.getDayOfMonth()).isBetween(20, 21);
            String last = day("%d-12-29".formatted(year - 1)).format(DateTimeFormatter.ISO_DATE);
            assertThat(LocalDate.parse(last)).isBetween(first.minusDays(2), first.minusDays(1));
        }
    }

    private static LocalDate day(String jalali) {
        Instant at = TabletTime.of(jalali + "T00:00:00Z").require("day");
        return LocalDate.parse(at.toString().substring(0, 10));
    }
}
