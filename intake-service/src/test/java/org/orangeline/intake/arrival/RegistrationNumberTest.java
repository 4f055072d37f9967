package org.orangeline.intake.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegistrationNumberTest {

    @Test
    void it_is_short_and_ends_with_a_check_digit() {
        assertThat(RegistrationNumber.of("BGZ", 123)).isEqualTo("BGZ-000123-7");
        assertThat(RegistrationNumber.of("BGZ", 1_234_567)).startsWith("BGZ-1234567-");
    }

    @Test
    void every_single_wrong_digit_is_noticed() {
        String number = RegistrationNumber.of("BGZ", 48_213);
        assertThat(RegistrationNumber.isValid(number)).isTrue();
        for (int at = 4; at < number.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (number.charAt(at) == '-' || number.charAt(at) == digit) {
                    continue;
                }
                String wrong = number.substring(0, at) + digit + number.substring(at + 1);
                assertThat(RegistrationNumber.isValid(wrong)).as(wrong).isFalse();
            }
        }
    }

    @Test
    void numbers_are_unique() {
        Set<String> numbers = new HashSet<>();
        for (int count = 1; count <= 10_000; count++) {
            assertThat(numbers.add(RegistrationNumber.of("BGZ", count))).isTrue();
        }
    }
}
