package org.orangeline.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HeadcountTest {

    private final Headcount headcount = new Headcount();

    @Test
    void who_left_is_not_counted_and_a_birth_needs_no_place() {
        headcount.admitted("camp");
        headcount.admitted("camp");
        headcount.left("camp");
        headcount.born("camp");
        headcount.onTheWay("camp");

        assertThat(headcount.present("camp")).isEqualTo(2);
        assertThat(headcount.reserved("camp")).isEqualTo(1);
        assertThat(headcount.most("camp", 2)).isEqualTo(3);
        assertThat(headcount.present("prison")).isZero();
    }

    @Test
    void a_convoy_takes_a_bus_full_to_the_place_that_most_are_ordered_to() {
        List<Order> toCamp = orders("camp", 30);
        List<Order> toPrison = orders("prison", 3);

        assertThat(
                        ConvoyChapter.passengers(
                                Stream.concat(toPrison.stream(), toCamp.stream()).toList()))
                .hasSize(12)
                .allMatch(order -> order.facilityId().equals("camp"));
        assertThat(ConvoyChapter.passengers(List.of())).isEmpty();
    }

    private static List<Order> orders(String facility, int many) {
        return IntStream.range(0, many)
                .mapToObj(i ->
                        new Order(
                                new Proposal("p" + i, "CAMP", facility, "VOLUNTARY_SHELTER", ""),
                                facility,
                                facility + i))
                .toList();
    }
}
