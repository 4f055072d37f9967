package org.orangeline.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventChainTest {

    private static final DomainEvent EVENT = List.copyOf(Samples.sealed().values()).getFirst();
    private static final Envelope ENVELOPE = Samples.envelope(EVENT);
    private static final byte[] VALUE = "{\"a\":1}".getBytes(UTF_8);
    private static final String HASH = EventChain.hash("Topic", "key", ENVELOPE, VALUE);

    static Set<String> changeable() {
        var names = new TreeSet<>(ENVELOPE.headers().keySet());
        // Only one version exists; any other is refused when the envelope is read.
        names.remove("ce_specversion");
        return names;
    }

    @Test
    void the_same_record_has_the_same_hash_of_64_hex_digits() {
        assertThat(HASH).matches("[0-9a-f]{64}");
        assertThat(EventChain.hash("Topic", "key", ENVELOPE, VALUE.clone())).isEqualTo(HASH);
    }

    @Test
    void topic_key_and_value_change_the_hash() {
        byte[] value = "{\"a\":2}".getBytes(UTF_8);

        assertThat(EventChain.hash("topic", "key", ENVELOPE, VALUE)).isNotEqualTo(HASH);
        assertThat(EventChain.hash("Topic", "kez", ENVELOPE, VALUE)).isNotEqualTo(HASH);
        assertThat(EventChain.hash("Topic", "key", ENVELOPE, value)).isNotEqualTo(HASH);
    }

    @ParameterizedTest
    @MethodSource("changeable")
    void every_header_changes_the_hash(String name) {
        Map<String, String> headers = new HashMap<>(ENVELOPE.headers());
        headers.put(name, another(name, headers.getOrDefault(name, "")));

        Envelope changed = Envelope.from(headers);

        assertThat(EventChain.hash("Topic", "key", changed, VALUE)).isNotEqualTo(HASH);
    }

    @Test
    void bytes_that_move_from_one_field_into_the_next_change_the_hash() {
        assertThat(EventChain.hash("Topick", "ey", ENVELOPE, VALUE)).isNotEqualTo(HASH);
        assertThat(EventChain.hash("Topi", "ckey", ENVELOPE, VALUE)).isNotEqualTo(HASH);
        assertThat(EventChain.hash("", "Topickey", ENVELOPE, VALUE)).isNotEqualTo(HASH);

        Map<String, String> headers = new HashMap<>(ENVELOPE.headers());
        headers.put("ce_commandid", "ab");
        headers.put("ce_causationid", "c");
        String hash = EventChain.hash("Topic", "key", Envelope.from(headers), VALUE);
        headers.put("ce_commandid", "a");
        headers.put("ce_causationid", "bc");
        assertThat(EventChain.hash("Topic", "key", Envelope.from(headers), VALUE))
                .isNotEqualTo(hash);
    }

    private static String another(String name, String value) {
        return switch (name) {
            case "ce_id" -> value.replace('6', '7');
            case "ce_type" -> value + "X";
            case "ce_time" -> "2019-03-02T08:15:30.124Z";
            case "ce_sequence" -> "43";
            case "ce_knownthrough" -> "intake-service:13";
            case "ce_previoushash" -> Envelope.NO_HASH;
            default -> value + "x";
        };
    }
}
