package org.orangeline.intake.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BGZ-000123-7",
                "bgz 000123 7",
                "BGZ0001237",
                "bgz–000123–7",
                "BGZ-٠٠٠١٢٣-٧",
                "ＢＧＺ０００１２３７",
                "BGZ-000123",
                "0001237",
                "000123"
            })
    void it_is_meant_however_it_is_written(String written) {
        String number = RegistrationNumber.of("BGZ", 123);
        assertThat(RegistrationNumber.isMistyped(written)).isFalse();
        assertThat(RegistrationNumber.isMeant(RegistrationNumber.asked(written), number)).isTrue();
        assertThat(
                        RegistrationNumber.isMeant(
                                RegistrationNumber.asked(written),
                                RegistrationNumber.of("BGZ", 124)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BGZ-000123-8", "bgz0001238", "BGZ 1234567 0", "BGZ-٠٠٠١٢٣-٨"})
    void a_wrong_check_digit_is_noticed_in_what_is_asked(String written) {
        assertThat(RegistrationNumber.isMistyped(written)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BGZ", "BGZ-0001", "", "1", "ZZZ-000123-7"})
    void too_little_means_nobody(String written) {
        String number = RegistrationNumber.of("BGZ", 123);
        assertThat(RegistrationNumber.isMeant(RegistrationNumber.asked(written), number)).isFalse();
    }
}
