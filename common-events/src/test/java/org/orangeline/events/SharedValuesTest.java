package org.orangeline.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.model.Identity;
import org.orangeline.events.screening.HeadCounted;

class SharedValuesTest {

    @Test
    void what_is_equal_and_comes_again_soon_is_one_instance() {
        String first = SharedValues.of(new String("reception-point-1"));
        assertThat(SharedValues.of(new String("reception-point-1"))).isSameAs(first);
        UUID id = new UUID(1, 2);
        assertThat(SharedValues.text(new UUID(1, 2)))
                .isEqualTo(id.toString())
                .isSameAs(SharedValues.text(id))
                .isSameAs(SharedValues.of(id.toString()));
    }

    @Test
    void however_many_come_each_is_what_it_was() {
        Random random = new Random(2019);
        for (int i = 0; i < 100_000; i++) {
            UUID id = new UUID(random.nextInt(300), random.nextInt(300));
            assertThat(SharedValues.text(id)).isEqualTo(id.toString());
            assertThat(SharedValues.of(id.toString())).isEqualTo(id.toString());
        }
    }

    @Test
    void texts_of_two_events_are_the_same_instance() {
        byte[] json =
                EventCodec.encode(
                        new HeadCounted("SYRIAN_MEN", new UUID(1, 2), 12, 11, 1, null), null);
        EventType type = EventTypes.named("HeadCounted");
        var one = (HeadCounted) EventCodec.decode(type, "SYRIAN_MEN", json);
        var again = (HeadCounted) EventCodec.decode(type, "SYRIAN_MEN", json);
        assertThat(again.group()).isSameAs(one.group());
    }

    @Test
    void what_was_sealed_is_not_kept() {
        byte[] json =
                """
                {"names":[],"aliases":[],"documents":[],"marks":[],"fatherName":"Zarema"}\
                """
                        .getBytes(StandardCharsets.UTF_8);
        String one = EventCodec.read(json, Identity.class).fatherName();
        String again = EventCodec.read(json, Identity.class).fatherName();
        assertThat(again).isEqualTo(one).isNotSameAs(one);
    }
}
