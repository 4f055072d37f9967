package org.orangeline.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** One agency has half of the readers of the log, and gives them back. */
class ReaderPlacesTest {

    private final ReaderPlaces<String> four =
            new ReaderPlaces<>(List.of("a", "b", "c", "d"), Duration.ofMillis(1));

    @Test
    void one_agency_has_two_of_four_and_another_one_has_the_others() {
        String read =
                four.with(
                        "camps",
                        first ->
                                four.with(
                                        "camps",
                                        second -> {
                                            assertThatThrownBy(() ->
                                                            four.with("camps", third -> third))
                                                    .isInstanceOf(TimeoutException.class);
                                            return four.with(
                                                    "children",
                                                    third ->
                                                            four.with(
                                                                    "children",
                                                                    fourth ->
                                                                            first + second + third
                                                                                    + fourth));
                                        }));
        assertThat(read).isEqualTo("abcd");
    }

    @Test
    void a_reader_is_free_again_when_its_work_failed() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() ->
                            four.with(
                                    "camps",
                                    reader -> {
                                        throw new IllegalStateException("broken off");
                                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(four.<Integer>with("camps", String::length)).isEqualTo(1);
    }

    @Test
    void a_gateway_with_one_reader_gives_it_to_one_agency() {
        assertThat(
                        new ReaderPlaces<>(List.of("only"), Duration.ofMillis(1))
                                .<Integer>with("camps", String::length))
                .isEqualTo(4);
    }
}
