package org.orangeline.events.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.Sex;

class BuiltInTest {

    private static final GroupingPlan BAGHUZ = BuiltIn.plan("baghuz-2019").orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "MALE,    ADULT, SYR,         SYRIAN_MEN",
        "MALE,    ADULT, IRQ,         IRAQI_MEN",
        "MALE,    ADULT, RUS,         FOREIGN_MEN",
        "MALE,    ADULT, SWE FRA,     FOREIGN_MEN",
        "MALE,    ADULT, STATELESS,   UNDETERMINED",
        "MALE,    ADULT, XXA,         UNDETERMINED",
        "MALE,    ADULT, XXB,         UNDETERMINED",
        "MALE,    ADULT, STATELESS FRA, FOREIGN_MEN",
        "MALE,    ADULT, XKX,         FOREIGN_MEN",
        "MALE,    ADULT, DEU UNKNOWN, FOREIGN_MEN",
        "MALE,    ADULT, SYR FRA,     SYRIAN_MEN",
        "MALE,    ADULT, IRQ FRA,     IRAQI_MEN",
        "MALE,    ADULT, IRQ SYR,     SYRIAN_MEN",
        "MALE,    ADULT, UNKNOWN,     UNDETERMINED",
        "MALE,    ADULT, ,            UNDETERMINED",
        "FEMALE,  ADULT, IRQ,         IRAQI_WOMEN",
        "FEMALE,  ADULT, IRQ SYR,     IRAQI_WOMEN",
        "FEMALE,  ADULT, SYR,         IS_WOMEN",
        "FEMALE,  ADULT, FRA,         IS_WOMEN",
        "FEMALE,  ADULT, STATELESS,   UNDETERMINED",
        "FEMALE,  ADULT, UNKNOWN,     UNDETERMINED",
        "FEMALE,  ADULT, ,            UNDETERMINED",
        "UNKNOWN, ADULT, SYR,         UNDETERMINED",
        "UNKNOWN, ADULT, IRQ,         UNDETERMINED",
        "UNKNOWN, ADULT, ,            UNDETERMINED",
        "MALE,    CHILD, IRQ,         IRAQI_WOMEN",
        "FEMALE,  CHILD, IRQ,         IRAQI_WOMEN",
        "UNKNOWN, CHILD, IRQ,         IRAQI_WOMEN",
        "MALE,    CHILD, SYR,         IS_WOMEN",
        "MALE,    CHILD, FRA,         IS_WOMEN",
        "FEMALE,  CHILD, STATELESS,   IS_WOMEN",
        "MALE,    CHILD, UNKNOWN,     IS_WOMEN",
        "UNKNOWN, CHILD, ,            IS_WOMEN"
    })
    void baghuz_says_who_waits_where(Sex sex, AgeBand band, @Nullable String claims, String group) {
        Set<String> countries = claims == null ? Set.of() : Set.of(claims.split(" "));

        String waits =
                BAGHUZ.rules().stream()
                        .filter(rule -> rule.fits(sex, band, countries))
                        .map(GroupingRule::group)
                        .findFirst()
                        .orElse(BAGHUZ.otherwise());

        assertThat(waits).isEqualTo(group);
    }

    @Test
    void baghuz_has_two_orange_lines_and_keeps_children_out_of_those_for_men() {
        assertThat(BAGHUZ.groups())
                .extracting(Group::code, Group::line, Group::kind)
                .containsExactly(
                        line("SYRIAN_MEN", "orange line 1", GroupKind.MEN),
                        line("IRAQI_MEN", "orange line 2", GroupKind.MEN),
                        line("FOREIGN_MEN", "third line", GroupKind.MEN),
                        line("IS_WOMEN", "women's line 1", GroupKind.WOMEN_AND_CHILDREN),
                        line("IRAQI_WOMEN", "women's line 2", GroupKind.WOMEN_AND_CHILDREN),
                        line("FAMILY", "family line", GroupKind.FAMILY),
                        line("UNDETERMINED", "officer's table", GroupKind.UNDETERMINED));
        assertThat(BAGHUZ.rules())
                .filteredOn(
                        rule -> BAGHUZ.group(rule.group()).orElseThrow().kind() == GroupKind.MEN)
                .hasSize(3)
                .allMatch(rule -> rule.age() == AgeBand.ADULT);
    }

    @Test
    void the_conventions_set_the_limits() {
        assertThat(BuiltIn.legalProfile("gc-1949"))
                .contains(
                        new LegalProfile(
                                "gc-1949",
                                Duration.ofHours(24),
                                Duration.ofHours(72),
                                Period.ofMonths(6),
                                Duration.ofDays(7),
                                Duration.ofDays(14),
                                Duration.ofDays(14),
                                Duration.ofDays(30),
                                Duration.ofHours(24),
                                Duration.ofDays(14),
                                Duration.ofDays(90),
                                Duration.ofHours(48),
                                Duration.ofHours(24),
                                Duration.ofHours(24),
                                Duration.ofDays(183),
                                null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nowhere-1999", "../plans/baghuz-2019", "gc-1949/../gc-1949"})
    void an_id_that_is_not_built_in_gives_nothing(String id) {
        assertThat(BuiltIn.plan(id)).isEmpty();
        assertThat(BuiltIn.legalProfile(id)).isEmpty();
    }

    @Test
    void a_negative_limit_and_reviews_without_distance_are_refused() {
        Duration day = Duration.ofDays(1);
        for (Period every : List.of(Period.ZERO, Period.ofMonths(-1))) {
            assertThatThrownBy(() ->
                            new LegalProfile(
                                    "p", day, day, every, day, day, day, day, null, null, null,
                                    null, null, null, null, null))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() ->
                        new LegalProfile(
                                "p",
                                day,
                                day.negated(),
                                Period.ofMonths(6),
                                day,
                                day,
                                day,
                                day,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static org.assertj.core.groups.Tuple line(String code, String line, GroupKind kind) {
        return org.assertj.core.api.Assertions.tuple(code, line, kind);
    }
}
