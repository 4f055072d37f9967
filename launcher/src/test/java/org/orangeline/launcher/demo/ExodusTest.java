package org.orangeline.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ExodusTest {
    private static final int PEOPLE = 20_000;
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2019-03-01T06:00:00Z"), ZoneOffset.UTC);

    private final List<Household> exodus = exodus(7);

    @Test
    void people_come_in_the_known_proportions() {
        Percentage about = Percentage.withPercentage(8);
        assertThat(count(person -> !person.adult())).isCloseTo(PEOPLE * 67L / 100, about);
        assertThat(count(person -> person.adult() && !person.female()))
                .isCloseTo(PEOPLE * 10L / 100, about);
        assertThat(count(person -> person.nation() == Nation.SYRIA))
                .isCloseTo(PEOPLE * 43L / 100, about);
        assertThat(count(person -> person.nation() == Nation.IRAQ))
                .isCloseTo(PEOPLE * 42L / 100, about);
        assertThat(exodus.stream().mapToInt(household -> household.members().size()).sum())
                .isEqualTo(PEOPLE);
    }

    @Test
    void names_come_in_three_scripts() {
        assertThat(
                        people().stream()
                                .map(person -> person.arrival().at("/identity/names/0/script"))
                                .map(script -> script.asText())
                                .distinct())
                .containsExactlyInAnyOrder("Arab", "Cyrl", "Latn");
    }

    @Test
    void the_same_seed_makes_the_same_people() {
        assertThat(exodus(7)).isEqualTo(exodus);
        assertThat(exodus(8)).isNotEqualTo(exodus);
    }

    @Test
    void a_family_shares_its_group_and_every_id_is_used_once() {
        assertThat(people().stream().map(Refugee::id).distinct()).hasSize(PEOPLE);
        for (Household household : exodus) {
            assertThat(
                            household.members().stream()
                                    .map(member -> member.arrival().at("/family/groupId"))
                                    .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void every_adult_is_screened_and_only_adults_are_found_fighters() {
        List<Case> cases = Case.of(exodus, new SplittableRandom(1));

        assertThat(cases.stream().map(Case::person))
                .containsAll(people().stream().filter(Refugee::adult).toList())
                .anyMatch(Refugee::urgent);
        assertThat(cases)
                .filteredOn(one -> one.finding().equals("FIGHTER"))
                .isNotEmpty()
                .allMatch(one -> one.person().adult());
        assertThat(cases)
                .filteredOn(one -> one.finding().equals("CHILD_ASSOCIATED"))
                .isNotEmpty()
                .allMatch(one -> one.person().child());
    }

    @Test
    void even_the_smallest_exodus_has_a_child_that_is_alone() {
        SplittableRandom random = new SplittableRandom(7);
        List<Household> few = Exodus.of(1, random, new Arrivals(random, CLOCK));

        assertThat(few.getFirst().members())
                .singleElement()
                .satisfies(child -> assertThat(child.adult()).isFalse())
                .satisfies(child -> assertThat(child.role()).isNull());
    }

    @Test
    void a_household_goes_where_all_of_it_fits() {
        Places places =
                new Places(
                        List.of(
                                new Facility("a", "A", "CAMP", 3, false),
                                new Facility("b", "B", "CAMP", 5, false)));

        assertThat(places.take("CAMP", "a", 2)).isEqualTo("a");
        assertThat(places.take("CAMP", "a", 2)).isEqualTo("b");
        assertThat(places.take("CAMP", "", 1)).isEqualTo("a");
        assertThatThrownBy(() -> places.take("CAMP", "a", 4)).isInstanceOf(DemoException.class);
        assertThatThrownBy(() -> places.take("PRISON", "a", 1)).isInstanceOf(DemoException.class);
    }

    private static List<Household> exodus(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Exodus.of(PEOPLE, random, new Arrivals(random, CLOCK));
    }

    private List<Refugee> people() {
        return exodus.stream().flatMap(household -> household.members().stream()).toList();
    }

    private long count(Predicate<Refugee> which) {
        return people().stream().filter(which).count();
    }
}
