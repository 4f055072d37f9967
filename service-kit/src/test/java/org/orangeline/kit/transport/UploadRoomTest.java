package org.orangeline.kit.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Uploads have a share of the heap together; who finds none is told to come back. */
class UploadRoomTest {

    /** Larger than any heap's share, so that the room is that of one upload. */
    private static final long WHOLE_ROOM = 1L << 40;

    private final UploadRoom room = new UploadRoom(WHOLE_ROOM);

    @Test
    void when_it_is_full_nobody_else_gets_in_until_somebody_gives_back() {
        UploadRoom.Place first = room.place();
        assertThat(first.reach(WHOLE_ROOM)).isTrue();
        assertThat(room.place().reach(1)).isFalse();
        first.giveBack();
        assertThat(room.place().reach(WHOLE_ROOM)).isTrue();
    }

    @Test
    void an_upload_takes_only_what_it_lacks() {
        UploadRoom.Place one = room.place();
        assertThat(one.reach(WHOLE_ROOM / 2)).isTrue();
        assertThat(one.reach(WHOLE_ROOM)).as("the other half").isTrue();
        assertThat(one.reach(1)).as("nothing more").isTrue();
        assertThat(room.place().reach(1)).isFalse();
    }

    @Test
    void what_was_given_back_is_given_back_once_and_taken_no_more() {
        UploadRoom.Place one = room.place();
        assertThat(one.reach(WHOLE_ROOM / 2)).isTrue();
        one.giveBack();
        one.giveBack();
        assertThat(one.reach(1)).as("its answer has ended").isFalse();
        List<UploadRoom.Place> halves = new ArrayList<>();
        UploadRoom.Place half = room.place();
        while (halves.size() < 4 && half.reach(WHOLE_ROOM / 2 - 1024)) {
            halves.add(half);
            half = room.place();
        }
        assertThat(halves).hasSize(2);
    }
}
