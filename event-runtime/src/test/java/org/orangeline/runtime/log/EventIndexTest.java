package org.orangeline.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Envelope;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.BornInCustody;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.events.screening.GroupReassigned;
import org.orangeline.runtime.toy.ToyRecords;

class EventIndexTest {

    private static final UUID PERSON = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);
    private static final long FAR = 0xffff_ffff_ffffL;

    private final EventIndex index = new EventIndex(List.of("GroupAssigned", "GroupReassigned"));

    @Test
    void finds_events_by_sequence_subject_and_command() {
        index.add(record("a", new GroupAssigned(PERSON, "A", "l", "t"), 1, 10, new UUID(7, 1)));
        index.add(record("a", moved(PERSON), 2, FAR, new UUID(7, 1)));
        index.add(record("a", new GroupAssigned(OTHER, "A", "l", "t"), 3, 11, new UUID(7, 2)));
        index.add(record("b", new GroupAssigned(PERSON, "A", "l", "t"), 4, 12, new UUID(7, 3)));

        assertThat(index.at(2)).isEqualTo(new EventIndex.Position("GroupReassigned", FAR));
        assertThat(index.at(0)).isNull();
        assertThat(index.at(5)).isNull();
        assertThat(index.subjectEvents("a", PERSON.toString()))
                .containsExactly(
                        new EventIndex.Position("GroupAssigned", 10),
                        new EventIndex.Position("GroupReassigned", FAR));
        assertThat(index.subjectEvents("b", PERSON.toString())).hasSize(1);
        assertThat(index.subjectEvents("b", OTHER.toString())).isEmpty();
        assertThat(index.command(new UUID(7, 1).toString())).isEqualTo(1);
        assertThat(index.command(new UUID(7, 3).toString())).isEqualTo(4);
        assertThat(index.command(new UUID(7, 4).toString())).isZero();
    }

    @Test
    void a_birth_is_in_the_mothers_history_too() {
        EventIndex births = new EventIndex(List.of("BornInCustody"));
        births.add(
                record(
                        "a",
                        new BornInCustody(
                                PERSON, OTHER, new UUID(1, 3), "roj", Instant.EPOCH, Sex.FEMALE),
                        1,
                        10,
                        new UUID(7, 1)));
        for (UUID one : List.of(PERSON, OTHER)) {
            assertThat(births.subjectEvents("a", one.toString()))
                    .containsExactly(new EventIndex.Position("BornInCustody", 10));
        }
    }

    @Test
    void takes_no_gap_and_no_foreign_topic() {
        var event = new GroupAssigned(PERSON, "A", "l", "t");
        assertThatThrownBy(() -> index.add(record("a", event, 2, 0, PERSON)))
                .isInstanceOf(LogFault.class);
        EventIndex narrow = new EventIndex(List.of("GroupReassigned"));
        assertThatThrownBy(() -> narrow.add(record("a", event, 1, 0, PERSON)))
                .isInstanceOf(LogFault.class);
    }

    @Test
    void a_command_table_remembers_all_of_many_and_the_first_of_each() {
        CommandTable table = new CommandTable();
        Map<UUID, Long> expected = new HashMap<>();
        Random random = new Random(4);
        for (long sequence = 1; sequence <= 20_000; sequence++) {
            // Few high bits, so that slots collide; nil is an id like any other.
            UUID id = new UUID(random.nextInt(3), random.nextInt(15_000));
            expected.putIfAbsent(id, sequence);
            table.putIfAbsent(id, sequence);
        }
        expected.forEach((id, sequence) -> assertThat(table.get(id)).isEqualTo(sequence));
        assertThat(table.get(new UUID(5, 5))).isZero();
    }

    private static GroupReassigned moved(UUID person) {
        return new GroupReassigned(person, "A", "B", "l", Confidential.of("why"), null);
    }

    private static LogRecord record(
            String operation, DomainEvent event, long sequence, long offset, UUID command) {
        return new ToyRecords(operation, 0, "")
                .record(event, sequence, offset, command, Envelope.NO_HASH);
    }
}
