package org.orangeline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Envelope;
import org.orangeline.events.EventCodec;
import org.orangeline.events.Service;
import org.orangeline.events.screening.GroupReassigned;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Limits;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.Submission;
import org.orangeline.runtime.keys.KeyFolder;
import org.orangeline.runtime.keys.KeyRing;
import org.orangeline.runtime.keys.KeyService;
import org.orangeline.runtime.keys.TestKeys;
import org.orangeline.runtime.log.LogRecord;
import org.orangeline.runtime.toy.Toy;
import org.orangeline.runtime.toy.ToyCommand;
import org.orangeline.runtime.toy.ToyCommand.Assign;
import org.orangeline.runtime.toy.ToyCommand.AssignAndMove;
import org.orangeline.runtime.toy.ToyCommand.Explode;
import org.orangeline.runtime.toy.ToyCommand.Move;
import org.orangeline.runtime.toy.ToyEvents;
import org.orangeline.runtime.toy.ToyKnown;
import org.orangeline.runtime.toy.ToyOwn;
import org.orangeline.runtime.toy.ToyRecords;

class BatchTest {

    private static final UUID PERSON = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);
    private static final String OP = "op";
    private static final Instant NOW = Instant.parse("2019-03-01T13:00:00Z");

    private final Toy toy = Toy.alone();
    private final KeyRing ring = new KeyRing(TestKeys.shared(), "toy");
    private final PartitionState<ToyCommand, ToyOwn, ToyKnown, ScreeningEvent> state = state(toy);

    @Test
    void each_command_sees_what_the_one_before_made_of_the_state() {
        var batch = batch(NOW);
        Verdict first = add(batch, new Assign(OP, PERSON, "A"), "1");
        Verdict second = add(batch, new Assign(OP, PERSON, "B"), "2");
        Verdict third = add(batch, new Move(OP, PERSON, "B", "why"), "3");
        assertThat(first).isInstanceOf(Verdict.Wrote.class);
        assertThat(outcome(second)).isInstanceOf(Outcome.Refused.class);
        assertThat(third).isInstanceOf(Verdict.Wrote.class);
        assertThat(batch.pending().groups()).containsEntry(PERSON, "B");
        assertThat(state.own().groups()).isEmpty();
    }

    @Test
    void sequences_and_hashes_go_on_from_the_log() {
        var batch = batch(NOW);
        add(batch, new AssignAndMove(OP, PERSON, "A", "B"), "1");
        add(batch, new Assign(OP, OTHER, "A"), "2");
        List<LogRecord> events = batch.events();
        assertThat(events).extracting(LogRecord::sequence).containsExactly(1L, 2L, 3L);
        assertThat(events.getFirst().envelope().previousHash()).isEqualTo(Envelope.NO_HASH);
        assertThat(events.get(1).envelope().previousHash()).isEqualTo(events.get(0).hash());
        assertThat(events.get(2).envelope().previousHash()).isEqualTo(events.get(1).hash());
        assertThat(events).extracting(e -> e.envelope().id()).doesNotHaveDuplicates();
    }

    @Test
    void live_work_ends_where_a_replay_ends() {
        var batch = batch(NOW);
        add(batch, new AssignAndMove(OP, PERSON, "A", "B"), "1");
        state.committed(batch.pending(), placed(batch.events()));
        var replayed = state(toy);
        replayed.apply(placed(batch.events()));
        assertThat(replayed.view()).isEqualTo(state.view());
        assertThat(replayed.lastHash()).isEqualTo(state.lastHash());
    }

    @Test
    void a_repeat_in_the_batch_gets_the_first_answer() {
        var batch = batch(NOW);
        var wrote = (Verdict.Wrote) add(batch, new Assign(OP, PERSON, "A"), "1");
        Verdict again = add(batch, new Assign(OP, PERSON, "A"), "1");
        assertThat(outcome(again)).isEqualTo(new Outcome.Done(wrote.events(), true));
        assertThat(batch.events()).hasSize(1);
    }

    @Test
    void the_same_id_with_other_content_in_the_batch_is_a_conflict() {
        var batch = batch(NOW);
        add(batch, new Assign(OP, PERSON, "A"), "1");
        assertThat(outcome(add(batch, new Assign(OP, PERSON, "B"), "1")))
                .isEqualTo(new Outcome.OtherContent());
        assertThat(batch.events()).hasSize(1);
    }

    @Test
    void a_command_that_the_log_holds_is_not_decided() {
        var first = batch(NOW);
        add(first, new Assign(OP, PERSON, "A"), "1");
        state.committed(first.pending(), placed(first.events()));
        var next = batch(NOW);
        assertThat(add(next, new Assign(OP, PERSON, "A"), "1"))
                .isEqualTo(new Verdict.InLog(1, false));
        assertThat(next.isEmpty()).isTrue();
    }

    @Test
    void an_exception_fails_its_own_command_only() {
        var batch = batch(NOW);
        Verdict before = add(batch, new Assign(OP, PERSON, "A"), "1");
        Verdict exploded = add(batch, new Explode(OP, PERSON), "2");
        Verdict after = add(batch, new Move(OP, PERSON, "B", "why"), "3");
        assertThat(before).isInstanceOf(Verdict.Wrote.class);
        assertThat(outcome(exploded)).isEqualTo(new Outcome.Failed("the decision failed", false));
        assertThat(after).isInstanceOf(Verdict.Wrote.class);
        assertThat(batch.events()).hasSize(2);
    }

    @Test
    void an_id_that_is_no_uuid_fails_its_own_command_only() {
        var batch = batch(NOW);
        var command = new Assign(OP, PERSON, "A");
        var entry =
                new Entry<ToyCommand>(
                        new Submission<>(
                                command, "no uuid", Actor.human("o"), "c", () -> new byte[0]),
                        "h");
        batch.add(entry);
        assertThat(batch.verdicts().get(entry)).isInstanceOf(Verdict.Final.class);
        assertThat(add(batch, command, "1")).isInstanceOf(Verdict.Wrote.class);
    }

    @Test
    void what_could_not_be_read_back_is_not_written() {
        var batch = batch(NOW);
        var entry =
                new Entry<ToyCommand>(
                        new Submission<>(
                                new Assign(OP, PERSON, "A"),
                                new UUID(3, 3).toString(),
                                Actor.human("o"),
                                "c",
                                () -> new byte[0]),
                        "");
        batch.add(entry);
        assertThat(batch.verdicts().get(entry)).isInstanceOf(Verdict.Final.class);
        assertThat(batch.isEmpty()).isTrue();
        assertThat(batch.pending()).isEqualTo(state.own());
    }

    @Test
    void an_event_that_is_too_large_takes_nothing_with_it() {
        var batch = batch(NOW);
        add(batch, new Assign(OP, PERSON, "A"), "1");
        ToyOwn before = batch.pending();
        Verdict large = add(batch, new Move(OP, PERSON, "B", "x".repeat(Limits.EVENT_BYTES)), "2");
        assertThat(outcome(large))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class, failed -> assertThat(failed.tooLarge()).isTrue());
        assertThat(batch.pending()).isEqualTo(before);
        assertThat(batch.events()).hasSize(1);
        assertThat(batch.keys()).isEmpty();
    }

    @Test
    void what_follows_a_failed_command_is_sealed_with_a_key_that_is_written() {
        var batch = batch(NOW);
        add(batch, new Assign(OP, PERSON, "A"), "1");
        add(batch, new Move(OP, PERSON, "B", "x".repeat(Limits.EVENT_BYTES)), "2");
        add(batch, new Move(OP, PERSON, "B", "her sister"), "3");
        batch.keys().forEach((subject, key) -> ring.put(0, subject, key));
        var moved = (GroupReassigned) batch.events().getLast().decode().event();
        assertThat(EventCodec.open(moved.reason(), String.class, ring)).contains("her sister");
    }

    @Test
    void a_command_that_cannot_be_sealed_now_may_come_again() {
        KeyService gone = new KeyFolder(Path.of("/proc/nowhere"), TestKeys.process());
        var batch = new Batch<>(toy, state, 0, new KeyRing(gone, "toy"), NOW);
        Verdict verdict = add(batch, new AssignAndMove(OP, PERSON, "A", "B"), "1");
        assertThat(outcome(verdict)).isInstanceOf(Outcome.Unavailable.class);
        assertThat(batch.isEmpty()).isTrue();
    }

    @Test
    void a_persons_key_is_written_once() {
        var batch = batch(NOW);
        add(batch, new AssignAndMove(OP, PERSON, "A", "B"), "1");
        add(batch, new Move(OP, PERSON, "C", "again"), "2");
        assertThat(batch.keys()).containsOnlyKeys("operation-key " + OP + "/1", OP + "/" + PERSON);
        assertThat(batch.toSend())
                .filteredOn(record -> record.topic().equals(ServiceTopics.keys(Service.SCREENING)))
                .hasSize(2);
    }

    @Test
    void a_refusal_leaves_the_batch_as_it_was() {
        var batch = batch(NOW);
        assertThat(outcome(add(batch, new Move(OP, PERSON, "B", "why"), "1")))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(batch.pending()).isSameAs(state.own());
        assertThat(batch.isEmpty()).isTrue();
        assertThat(batch.toSend()).isEmpty();
        // Refused commands are decided anew.
        add(batch, new Assign(OP, PERSON, "A"), "2");
        assertThat(add(batch, new Move(OP, PERSON, "B", "why"), "1"))
                .isInstanceOf(Verdict.Wrote.class);
    }

    @Test
    void time_never_steps_back() {
        var first = batch(NOW);
        add(first, new Assign(OP, PERSON, "A"), "1");
        state.committed(first.pending(), placed(first.events()));
        var second = batch(NOW.minusSeconds(60));
        add(second, new Move(OP, PERSON, "B", "why"), "2");
        assertThat(second.events().getFirst().envelope().time()).isEqualTo(NOW);
    }

    @Test
    void a_subject_in_quarantine_holds_up_its_own_commands_only() {
        var listening = state(Toy.afterIntake());
        LogRecord arrival =
                new ToyRecords(OP, 0, "")
                        .record(ToyEvents.arrived(PERSON), 1, 0, PERSON, Envelope.NO_HASH);
        var broken =
                new LogRecord(
                        arrival.envelope(),
                        arrival.topic(),
                        0,
                        0,
                        arrival.key(),
                        "{".getBytes(StandardCharsets.UTF_8));
        assertThat(listening.learn(Service.INTAKE, broken)).isNotEmpty();
        assertThat(listening.learned(Service.INTAKE)).isEqualTo(1);
        var batch = new Batch<>(toy, listening, 0, ring, NOW);
        assertThat(outcome(add(batch, new Assign(OP, PERSON, "A"), "1")))
                .isInstanceOf(Outcome.Unavailable.class);
        assertThat(add(batch, new Assign(OP, OTHER, "A"), "2")).isInstanceOf(Verdict.Wrote.class);
    }

    private Batch<ToyCommand, ToyOwn, ToyKnown, ScreeningEvent> batch(Instant clock) {
        return new Batch<>(toy, state, 0, ring, clock);
    }

    private static PartitionState<ToyCommand, ToyOwn, ToyKnown, ScreeningEvent> state(Toy model) {
        return new PartitionState<>(
                model, 0, ServiceTopics.events(Service.SCREENING), subject -> {});
    }

    private static Verdict add(
            Batch<ToyCommand, ToyOwn, ToyKnown, ScreeningEvent> batch,
            ToyCommand command,
            String key) {
        String id = Submission.id(OP, "test", key);
        var entry =
                new Entry<>(
                        new Submission<>(
                                command, id, Actor.human("officer"), id, () -> new byte[0]),
                        "hash of " + command);
        batch.add(entry);
        Verdict verdict = batch.verdicts().get(entry);
        assertThat(verdict).isNotNull();
        return verdict == null ? new Verdict.InLog(-1, false) : verdict;
    }

    private static Outcome outcome(Verdict verdict) {
        return ((Verdict.Final) verdict).outcome();
    }

    private static List<LogRecord> placed(List<LogRecord> records) {
        return records.stream().map(record -> record.at(record.sequence())).toList();
    }
}
