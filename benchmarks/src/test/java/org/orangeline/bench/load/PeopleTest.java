package org.orangeline.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PeopleTest {

    @Test
    void the_same_seed_makes_the_same_names_and_other_ids() {
        assertThat(names(new People(7))).isEqualTo(names(new People(7)));
        assertThat(names(new People(7))).isNotEqualTo(names(new People(8)));
        assertThat(new People(7).next().id()).isNotEqualTo(new People(7).next().id());
    }

    @Test
    void names_vary() {
        assertThat(new HashSet<>(names(new People(7)))).hasSizeGreaterThan(900);
    }

    @Test
    void a_search_is_for_somebody_who_came_or_nearly_so() {
        People people = new People(7);
        Set<String> names = new HashSet<>(names(people));
        SplittableRandom random = new SplittableRandom(1);
        long exact =
                IntStream.range(0, 400)
                        .filter(i -> names.contains(people.someName(random)))
                        .count();
        assertThat(exact).isBetween(250L, 350L);
    }

    private static List<String> names(People people) {
        return IntStream.range(0, 1_000).mapToObj(i -> people.next().name()).toList();
    }
}
