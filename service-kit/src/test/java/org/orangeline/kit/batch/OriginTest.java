package org.orangeline.kit.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.kit.rest.DeviceToken;

class OriginTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ARRIVAL = "arrivals/" + new UUID(0x0195, 1);
    private static final DeviceToken TABLET =
            new DeviceToken("op", "tablet-1", "east", false, Instant.EPOCH);

    @Test
    void an_arrival_is_made_at_the_tablets_own_reception_point() {
        assertThat(why(ARRIVAL, body("east"))).isEmpty();
        assertThat(why(ARRIVAL, body("west"))).endsWith(":other-reception-point");
        assertThat(why("pre-registrations/7", body("west"))).endsWith(":other-reception-point");
    }

    @Test
    void and_says_no_other_tablet() {
        ObjectNode mine = body("east");
        mine.putObject("device").put("deviceId", "tablet-1");
        assertThat(why(ARRIVAL, mine)).isEmpty();
        ObjectNode others = body("east");
        others.putObject("device").put("deviceId", "tablet-2");
        assertThat(why(ARRIVAL, others)).endsWith(":other-device");
    }

    @Test
    void what_is_wrong_with_its_form_and_what_is_made_elsewhere_is_for_the_call_to_say() {
        assertThat(why(ARRIVAL, MAPPER.createObjectNode())).isEmpty();
        assertThat(why(ARRIVAL, MAPPER.createObjectNode().put("receptionPoint", 7))).isEmpty();
        assertThat(why("persons/1/departure", body("west"))).isEmpty();
        assertThat(why("arrivalsx/1", body("west"))).isEmpty();
    }

    private static ObjectNode body(String receptionPoint) {
        return MAPPER.createObjectNode().put("receptionPoint", receptionPoint);
    }

    private static String why(String path, ObjectNode body) {
        Item item =
                new Item(new UUID(0, 1), "tablet-1", 1L, null, null, "PUT", path, null, null, body);
        return Origin.whyNot(item, TABLET).map(problem -> problem.type()).orElse("");
    }
}
