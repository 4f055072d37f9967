package org.orangeline.events.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes of nationalities as papers carry them (ICAO Doc 9303-3, section 5). */
class NationalityClaimTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SYR", "IRQ", "PSE", "XKX", "RKS", "UNK", "XXA", "XXB", "XXC", "XXX", "UNO", "UNA",
                "EUE", "XOM", "XPO", "XCE", "GBD", "GBN", "GBO", "GBP", "GBS", "YUG", "SUN", "CSK",
                "SCG", "DDR", "STATELESS", "UNKNOWN"
            })
    void what_papers_carry_may_stand_in_a_claim(String code) {
        assertThat(NationalityClaim.isKnown(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTO", "AAA", "XZZ", "ZZZ", "syr", "SY", "D", "", "STATELES", "XXXX"})
    void what_is_none_may_not(String code) {
        assertThat(NationalityClaim.isKnown(code)).isFalse();
    }
}
