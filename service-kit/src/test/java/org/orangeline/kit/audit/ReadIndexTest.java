package org.orangeline.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.kit.audit.ReadIndex.Kind;
import org.orangeline.kit.audit.ReadIndex.Stretch;

class ReadIndexTest {

    private static final String OPERATION = "baghuz-2019";
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID TWO = new UUID(1, 2);

    @Test
    void it_tells_where_a_person_is_named_and_how_often() {
        ReadIndex index = new ReadIndex(ReadIndex.MOST);
        index.take(0, 3, read(ONE));
        index.take(0, 4, read(TWO));
        index.take(0, 5, read(ONE));
        index.take(0, 700, read(ONE));

        var places = index.of(OPERATION, ONE);
        assertThat(places.lines()).isEqualTo(3);
        assertThat(places.stretches()).containsExactly(new Stretch(0, 32), new Stretch(672, 704));
        assertThat(index.of("another", ONE).lines()).isZero();
        assertThat(index.of(OPERATION, Kind.EXPORT).lines()).isZero();
    }

    @Test
    void a_topic_that_is_read_again_counts_once() {
        ReadIndex index = new ReadIndex(ReadIndex.MOST);
        for (int time = 0; time < 2; time++) {
            index.take(0, 3, read(ONE));
            index.take(1, 3, read(ONE));
            index.take(0, 4, read(ONE));
        }
        assertThat(index.of(OPERATION, ONE).lines()).isEqualTo(3);
    }

    @Test
    void however_much_there_is_nothing_is_forgotten_and_the_memory_is_bounded() {
        int most = 1_000;
        ReadIndex index = new ReadIndex(most);
        int lines = 500_000;
        for (int offset = 0; offset < lines; offset++) {
            index.take(0, offset, read(offset % 64 == 0 ? ONE : new UUID(2, offset % 100)));
            assertThat(index.entries()).isLessThanOrEqualTo(most);
        }
        var places = index.of(OPERATION, ONE);
        assertThat(places.lines()).isEqualTo(Math.ceilDiv(lines, 64));
        for (int offset = 0; offset < lines; offset += 64) {
            int at = offset;
            assertThat(places.stretches())
                    .anyMatch(stretch -> stretch.from() <= at && at < stretch.to());
        }
    }

    @Test
    void a_spelling_of_an_earlier_version_is_the_same_person() {
        ReadIndex index = new ReadIndex(ReadIndex.MOST);
        UUID person = UUID.fromString("00000000-0000-00ab-0000-00000000cdef");
        index.take(0, 0, read(person.toString().toUpperCase(Locale.ROOT)));
        index.take(0, 1, read("0-0-ab-0-cdef"));
        index.take(0, 2, read("nobody"));
        assertThat(index.of(OPERATION, person).lines()).isEqualTo(2);
    }

    private static PersonsRead read(UUID person) {
        return read(person.toString());
    }

    private static PersonsRead read(String person) {
        return new PersonsRead(
                Instant.EPOCH,
                "human:a",
                List.of(),
                OPERATION,
                "GET /x",
                null,
                null,
                null,
                null,
                null,
                List.of(person),
                false,
                null,
                false,
                null,
                null);
    }
}
