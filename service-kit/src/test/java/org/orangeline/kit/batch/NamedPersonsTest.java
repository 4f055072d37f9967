package org.orangeline.kit.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NamedPersonsTest {

    private static final UUID ONE = new UUID(0x0195, 1);
    private static final UUID OTHER = new UUID(0x0195, 2);

    @Test
    void a_call_names_whom_its_path_names() {
        assertThat(NamedPersons.of(item("persons/" + ONE, "{}"))).containsExactly(ONE);
        assertThat(NamedPersons.of(item("persons/" + ONE + "/family/" + OTHER, "{}")))
                .containsExactly(ONE, OTHER);
        assertThat(NamedPersons.of(item("persons/" + ONE + "/kept-apart/" + OTHER, "{}")))
                .containsExactly(ONE, OTHER);
        // A receipt is no person.
        assertThat(NamedPersons.of(item("persons/" + ONE + "/property/" + OTHER, "{}")))
                .containsExactly(ONE);
        assertThat(NamedPersons.of(item("persons/search", "{}"))).isEmpty();
    }

    @Test
    void and_whom_its_body_names_however_deep() {
        String orders =
                "{\"orders\":[{\"order\":{\"personId\":\"%s\",\"accompanies\":\"%s\"}}]}"
                        .formatted(ONE, OTHER);
        assertThat(NamedPersons.of(item("placements/orders", orders))).containsExactly(ONE, OTHER);
        String convoy = "{\"personIds\":[\"%s\",\"x\"]}".formatted(OTHER);
        assertThat(NamedPersons.of(item("convoys/1", convoy))).containsExactly(OTHER);
    }

    @Test
    void an_arrival_waits_for_nobody() {
        assertThat(NamedPersons.of(item("arrivals/" + ONE, "{\"personId\":\"" + ONE + "\"}")))
                .isEmpty();
    }

    @Test
    void an_arrival_is_about_who_is_registered_by_it() {
        Item arrival = item("arrivals/" + ONE, "{\"accompanies\":\"" + OTHER + "\"}");
        assertThat(NamedPersons.registers(arrival)).isTrue();
        assertThat(NamedPersons.concernedBy(arrival)).containsExactly(ONE, OTHER);
        Item departure = item("persons/" + ONE + "/departure", "{}");
        assertThat(NamedPersons.registers(departure)).isFalse();
        assertThat(NamedPersons.concernedBy(departure)).containsExactly(ONE);
    }

    @Test
    void and_what_it_names_in_place_of_a_person() {
        assertThat(NamedPersons.things(item("placements/" + ONE + "/release", "{}")))
                .containsExactly("placements/" + ONE);
        assertThat(NamedPersons.things(item("persons/" + ONE + "/departure", "{}"))).isEmpty();
        assertThat(NamedPersons.of(item("placements/" + ONE + "/births/" + OTHER, "{}")))
                .containsExactly(OTHER);
    }

    private static Item item(String path, String body) {
        try {
            return new Item(
                    new UUID(0, 7),
                    "tablet-1",
                    1L,
                    null,
                    null,
                    "POST",
                    path,
                    null,
                    null,
                    new ObjectMapper().readTree(body));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
