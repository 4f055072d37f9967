package org.orangeline.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.model.Identity;
import org.orangeline.events.model.Name;
import org.orangeline.events.placement.PlacementCancelled;
import org.orangeline.events.screening.FindingRecommended;

class ConfidentialityTest {

    private static final TestSealer SEALER = new TestSealer();

    static Set<String> files() {
        return Samples.sealed().keySet();
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_payload_holds_none_of_the_plain_text(String file) {
        byte[] payload = EventCodec.encode(Samples.named(Hiding.CLEAR, file), SEALER);

        String text = new String(payload, StandardCharsets.UTF_8);
        for (String secret : Samples.SECRETS) {
            byte[] plain = secret.getBytes(StandardCharsets.UTF_8);
            assertThat(text)
                    .doesNotContain(secret)
                    .doesNotContain(escaped(secret))
                    .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(plain));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_clear_value_without_a_sealer_is_an_error_that_quotes_nothing(String file) {
        DomainEvent event = Samples.named(Hiding.CLEAR, file);
        if (event.equals(Samples.sealed().get(file))) {
            return; // It holds nothing confidential.
        }
        assertThatThrownBy(() -> EventCodec.encode(event, null))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(event.getClass().getSimpleName() + " cannot be written")
                .satisfies(ConfidentialityTest::quotesNothing);
    }

    @ParameterizedTest
    @MethodSource("files")
    void to_string_of_an_event_leaks_nothing(String file) {
        assertThat(Samples.named(Hiding.CLEAR, file).toString())
                .doesNotContain(Samples.SECRETS.toArray(String[]::new));
    }

    @Test
    void to_string_of_clear_identity_and_name_leaks_nothing() {
        assertThat(Confidential.of(Samples.REASON)).hasToString("Clear[…]");
        assertThat(Confidential.of(Samples.IDENTITY)).hasToString("Clear[…]");
        assertThat(Samples.IDENTITY).hasToString("Identity[…]");
        assertThat(new Name("Claire Dubois", "Latn")).hasToString("Name[…]");
    }

    @Test
    void a_sealer_that_fails_with_the_plain_text_in_its_message_leaks_nothing() {
        DomainEvent event = Samples.named(Hiding.CLEAR, "PersonArrived.1.json");
        Sealer quoting =
                (subject, name, field, plaintext) -> {
                    throw new IllegalStateException(new String(plaintext, StandardCharsets.UTF_8));
                };

        assertThatThrownBy(() -> EventCodec.encode(event, quoting))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("/identity")
                .satisfies(ConfidentialityTest::quotesNothing);
    }

    @Test
    void decoding_binds_a_sealed_value_to_subject_event_and_field() {
        var recommended = (FindingRecommended) Golden.read("FindingRecommended.1.json").decode();

        var second = (Sealed<String>) recommended.grounds().get(1).statement();

        assertThat(second.subject()).isEqualTo(Samples.SUBJECT);
        assertThat(second.event()).isEqualTo("FindingRecommended");
        assertThat(second.field()).isEqualTo("/grounds/1/statement");
    }

    @Test
    void a_sealed_value_opens_where_it_was_sealed() {
        var arrived = (PersonArrived) Golden.read("PersonArrived.1.json").decode();
        Confidential<Identity> identity = java.util.Objects.requireNonNull(arrived.identity());

        assertThat(EventCodec.open(identity, Identity.class, SEALER)).contains(Samples.IDENTITY);
        assertThat(EventCodec.open(identity, Identity.class, sealed -> Optional.empty())).isEmpty();
        assertThat(EventCodec.open(Confidential.of("x"), String.class, SEALER)).contains("x");
    }

    @Test
    void a_sealed_value_moved_to_another_person_event_field_or_place_in_a_list_does_not_open() {
        Golden golden = Golden.read("FindingRecommended.1.json");
        ObjectNode swapped = golden.payload();
        var first = (ObjectNode) swapped.at("/grounds/0");
        var second = (ObjectNode) swapped.at("/grounds/1");
        var statement = first.get("statement");
        first.set("statement", second.get("statement"));
        second.set("statement", statement);
        var moved = (FindingRecommended) golden.decode(swapped);
        var reason =
                (Sealed<String>)
                        Samples.of(
                                Hiding.SEALED, PlacementCancelled.class, "/reason", Samples.REASON);

        assertThat(moved.grounds())
                .allSatisfy(ground ->
                        assertThat(EventCodec.open(ground.statement(), String.class, SEALER))
                                .isEmpty());
        assertThat(SEALER.open(reason)).isPresent();
        assertThat(SEALER.open(at(reason, "another", "PlacementCancelled", "/reason"))).isEmpty();
        assertThat(SEALER.open(at(reason, reason.subject(), "Other", "/reason"))).isEmpty();
        assertThat(SEALER.open(at(reason, reason.subject(), "PlacementCancelled", "/x"))).isEmpty();
    }

    @Test
    void a_value_sealed_for_another_place_cannot_be_written() {
        Confidential<String> elsewhere =
                Samples.of(Hiding.SEALED, PlacementCancelled.class, "/reason", Samples.REASON);
        var corrected =
                new PersonDetailsCorrected(
                        Samples.PERSON, null, null, null, null, null, null, elsewhere);

        assertThatThrownBy(() -> EventCodec.encode(corrected, SEALER))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("/reason");
    }

    @Test
    void what_is_not_sealed_is_not_read_as_if_it_were() {
        Golden golden = Golden.read("PlacementCancelled.1.json");
        for (String field : java.util.List.of("sealed", "iv", "ciphertext")) {
            ObjectNode payload = golden.payload().deepCopy();
            ((ObjectNode) payload.get("reason")).put(field, "plain words");

            assertThatThrownBy(() -> golden.decode(payload))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("/reason")
                    .hasMessageNotContaining("plain words");
            assertThat(Schemas.errors(golden.type(), payload)).isNotEmpty();
        }
        ObjectNode more = golden.payload().deepCopy();
        ((ObjectNode) more.get("reason")).put("note", "plain words");
        assertThat(Schemas.errors(golden.type(), more)).as("nothing beside it").isNotEmpty();
    }

    @Test
    void a_long_text_is_valid_once_sealed() {
        var cancelled =
                new PlacementCancelled(
                        Samples.PERSON,
                        Samples.OTHER_ID,
                        "al-hol",
                        Confidential.of("ا".repeat(64 * 1024)));
        EventType type = EventTypes.of(cancelled);
        Golden golden = Golden.read("PlacementCancelled.1.json");

        byte[] payload = EventCodec.encode(cancelled, SEALER);
        ObjectNode json = golden.payload();
        json.set("reason", read(payload).get("reason"));

        assertThat(Schemas.errors(type, json)).isEmpty();
        assertThat(golden.decode(json)).isInstanceOf(PlacementCancelled.class);
    }

    private static ObjectNode read(byte[] payload) {
        try {
            return (ObjectNode) Golden.JSON.readTree(payload);
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sealed<String> at(
            Sealed<String> sealed, String subject, String event, String field) {
        return new Sealed<>(subject, event, field, sealed.iv(), sealed.ciphertext());
    }

    private static void quotesNothing(Throwable failure) {
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(Samples.SECRETS.toArray(String[]::new));
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.chars()
                .forEach(c ->
                        escaped.append(c < 128 ? Character.toString(c) : "\\u%04x".formatted(c)));
        return escaped.toString();
    }
}
