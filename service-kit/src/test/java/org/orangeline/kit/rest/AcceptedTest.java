package org.orangeline.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedTest {

    private static final List<String> OFFERED = List.of("application/json", "text/csv");

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "text/csv→text/csv",
                "text/csv;q=0, application/json→application/json",
                "application/json;q=0.1, text/csv→text/csv",
                "application/json, text/csv→application/json",
                "text/csv, application/json→application/json",
                "text/csv, application/json;q=0.999→text/csv",
                "*/*→application/json",
                "*/*, application/json;q=0→text/csv",
                "text/*→text/csv",
                "text/*;q=0, */*→application/json",
                "TEXT/CSV; Q=1.000; header=present→text/csv",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2→application/json",
                "text/html, */*;q=0.2→application/json",
                "application/json;v=\"a,b\", image/png→application/json",
                "*/*;q=0.1,image/png→application/json",
                ",,application/json→application/json",
                "application/json;→application/json",
                "image/png→",
                "*/*;q=0→",
                "application/json;q=0→",
                "application/json;q=2→",
                "application/json;q=.→",
                "application/json;q=→",
                "application/json;q=0., text/csv;q=.1→text/csv",
                "application/json;q=-1→",
                "application/json;q=abc→",
                "application/problem+json→",
                "application/jsonx→",
                "*/json→",
                "garbage→",
            })
    void what_is_wanted_most_is_given(String header, String best) {
        assertThat(Accepted.of(List.of(header)).best(OFFERED)).isEqualTo(Optional.ofNullable(best));
    }

    @Test
    void more_than_one_header_is_one_list() {
        assertThat(Accepted.of(List.of("image/png", "text/csv")).best(OFFERED))
                .contains("text/csv");
    }

    @Test
    void a_header_of_a_thousand_ranges_or_quotes_costs_nothing_and_names_nothing() {
        String json = "application/json";
        for (String odd : List.of(",", "\"\",", ";q=\"" + "a".repeat(9_000) + "\",")) {
            String header = odd.repeat(odd.length() > 9 ? 1 : 3_000) + json;
            assertThat(Accepted.of(List.of(header)).best(OFFERED)).isEmpty();
        }
        assertThat(Accepted.of(List.of(",".repeat(900) + json)).best(OFFERED)).contains(json);
        assertThat(Accepted.of(List.of("\"".repeat(900) + "," + json)).best(OFFERED))
                .contains(json);
    }
}
