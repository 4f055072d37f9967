package org.orangeline.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    private static final Envelope ENVELOPE =
            Samples.envelope(new ArrayList<>(Samples.sealed().values()).getFirst());

    static Set<String> names() {
        return ENVELOPE.headers().keySet();
    }

    @Test
    void headers_come_back_as_the_same_envelope_in_whatever_order_they_are_read() {
        assertThat(Envelope.from(ENVELOPE.headers())).isEqualTo(ENVELOPE);
        assertThat(Envelope.from(new TreeMap<>(ENVELOPE.headers()).descendingMap()))
                .isEqualTo(ENVELOPE);
    }

    @Test
    void headers_stand_in_a_fixed_order() {
        assertThat(List.copyOf(names()))
                .containsExactly(
                        "ce_specversion",
                        "ce_id",
                        "ce_type",
                        "ce_source",
                        "ce_subject",
                        "ce_time",
                        "ce_dataschema",
                        "ce_sequence",
                        "ce_operation",
                        "ce_actor",
                        "ce_commandid",
                        "ce_causationid",
                        "ce_commandhash",
                        "ce_knownthrough",
                        "ce_previoushash");
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_missing_header_is_named(String name) {
        Map<String, String> headers = new HashMap<>(ENVELOPE.headers());
        headers.remove(name);

        assertThatThrownBy(() -> Envelope.from(headers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ce_specversion  | 0.3 secret",
                "ce_id           | secret",
                "ce_id           | 1-2-3-4-5",
                "ce_type         | com.example.secret",
                "ce_type         | org.orangeline.secret secret",
                "ce_source       | ' '",
                "ce_subject      | ''",
                "ce_time         | yesterday secret",
                "ce_time         | 2019-03-02T08:15:30.1230Z",
                "ce_time         | 2019-03-02T08:15:30",
                "ce_dataschema   | ''",
                "ce_sequence     | secret",
                "ce_sequence     | 0",
                "ce_sequence     | -1",
                "ce_sequence     | +1",
                "ce_sequence     | 01",
                "ce_sequence     | 9223372036854775808",
                "ce_operation    | ''",
                "ce_actor        | secret",
                "ce_actor        | human:",
                "ce_commandid    | ''",
                "ce_causationid  | ''",
                "ce_commandhash  | ''",
                "ce_knownthrough | secret",
                "ce_knownthrough | intake-service:",
                "ce_knownthrough | intake-service:1,",
                "ce_previoushash | secret",
                "ce_previoushash |"
                        + " E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"
            })
    void a_malformed_header_is_named_without_its_content(String name, String value) {
        Map<String, String> headers = new HashMap<>(ENVELOPE.headers());
        headers.put(name, value);

        assertThatThrownBy(() -> Envelope.from(headers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageStartingWith(name)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "intake-service:12", "intake-service:12,placement-service:0"})
    void known_through_lists_the_upstream_services(String knownThrough) {
        Map<String, String> headers = new HashMap<>(ENVELOPE.headers());
        headers.put("ce_knownthrough", knownThrough);

        assertThat(Envelope.from(headers).knownThrough()).isEqualTo(knownThrough);
    }

    @Test
    void the_first_event_names_no_hash() {
        Map<String, String> headers = new HashMap<>(ENVELOPE.headers());
        headers.put("ce_previoushash", Envelope.NO_HASH);

        assertThat(Envelope.from(headers).previousHash()).hasSize(64);
    }

    @Test
    void a_ce_header_that_the_chain_does_not_cover_is_refused_and_others_are_let_through() {
        Map<String, String> headers = new HashMap<>(ENVELOPE.headers());
        headers.put("content-type", "application/json");
        headers.put("traceparent", "00-1-2-01");
        assertThat(Envelope.from(headers)).isEqualTo(ENVELOPE);

        headers.put("ce_forged", "secret");
        assertThatThrownBy(() -> Envelope.from(headers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("forged");
    }
}
