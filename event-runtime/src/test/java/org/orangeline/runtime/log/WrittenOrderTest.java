package org.orangeline.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenOrderTest {

    @Test
    void it_says_where_each_sequence_lies() {
        var order =
                new WrittenOrder(
                        17,
                        List.of(
                                new WrittenOrder.Run("PersonArrived", 2),
                                new WrittenOrder.Run("FamilyLinked", 1)));
        assertThat(order.through()).isEqualTo(19);
        assertThat(new String(order.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("17 PersonArrived*2 FamilyLinked*1");
        assertThat(WrittenOrder.parse(order.bytes())).isEqualTo(order);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1 PersonArrived", "1 *2", "1 A*0", "1 A*-3", "1 A*x"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> WrittenOrder.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
