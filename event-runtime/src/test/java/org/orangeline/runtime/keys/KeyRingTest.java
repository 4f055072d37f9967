package org.orangeline.runtime.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.events.Sealed;
import org.orangeline.runtime.SubjectRef;

class KeyRingTest {

    private static final byte[] SECRET = "\"Amina\"".getBytes(StandardCharsets.UTF_8);

    private static final byte[] OTHER_SECRET = "\"Yusuf\"".getBytes(StandardCharsets.UTF_8);

    @TempDir private Path folder;
    private KeyRing ring;

    @BeforeEach
    void open_a_ring() {
        ring = new KeyRing(TestKeys.in(folder), "toy-service");
    }

    @Test
    void what_is_sealed_opens_again_once_its_key_is_committed() {
        SealingSession session = ring.session(0);
        Sealed<?> sealed = session.in("op").seal("p", "Event", "/name", SECRET);
        assertThat(ring.open(sealed)).isEmpty();
        commit(0, session);
        assertThat(ring.open(sealed)).contains(SECRET);
    }

    @Test
    void the_same_value_never_looks_the_same() {
        SealingSession session = ring.session(0);
        assertThat(session.in("op").seal("p", "Event", "/name", SECRET).ciphertext())
                .isNotEqualTo(session.in("op").seal("p", "Event", "/name", SECRET).ciphertext());
    }

    @Test
    void a_value_opens_in_its_own_place_only() {
        SealingSession session = ring.session(0);
        Sealed<?> sealed = session.in("op").seal("p", "Event", "/name", SECRET);
        Sealed<?> others = session.in("op").seal("q", "Event", "/name", SECRET);
        commit(0, session);
        assertThat(ring.open(moved(sealed, "q", "Event", "/name"))).isEmpty();
        assertThat(ring.open(moved(sealed, "p", "Other", "/name"))).isEmpty();
        assertThat(ring.open(moved(sealed, "p", "Event", "/alias"))).isEmpty();
        assertThat(ring.open(moved(others, "p", "Event", "/name"))).isEmpty();
        assertThat(ring.open(moved(sealed, "p", "Event", "/name"))).contains(SECRET);
    }

    @Test
    void a_person_has_one_key_however_many_values() {
        SealingSession session = ring.session(0);
        session.in("op").seal("p", "Event", "/name", SECRET);
        assertThat(session.takeMade()).containsKey("op/p");
        session.in("op").seal("p", "Event", "/alias", SECRET);
        assertThat(session.takeMade()).isEmpty();
    }

    @Test
    void a_committed_key_is_used_again() {
        SealingSession first = ring.session(0);
        first.in("op").seal("p", "Event", "/name", SECRET);
        commit(0, first);
        SealingSession second = ring.session(0);
        Sealed<?> sealed = second.in("op").seal("p", "Event", "/name", SECRET);
        assertThat(second.takeMade()).isEmpty();
        assertThat(ring.open(sealed)).contains(SECRET);
    }

    @Test
    void what_is_said_of_a_person_outside_of_events_goes_with_the_persons_key() {
        assertThat(ring.seal(0, in("op", "p"), "Read", "/reason", SECRET)).isEmpty();
        SealingSession session = ring.session(0);
        session.in("op").seal("p", "Event", "/name", SECRET);
        commit(0, session);

        Sealed<?> sealed = ring.seal(0, in("op", "p"), "Read", "/reason", SECRET).orElseThrow();
        assertThat(ring.open(sealed)).contains(SECRET);
        ring.destroy(0, in("op", "p"));
        assertThat(ring.open(sealed)).isEmpty();
        assertThat(ring.seal(0, in("op", "p"), "Read", "/reason", SECRET)).isEmpty();
    }

    @Test
    void how_many_keys_events_destroyed_is_counted_by_partition() {
        assertThat(ring.destroyed(0)).isZero();
        ring.destroy(0, in("op", "p"));
        ring.destroy(0, in("op", "p"));
        ring.destroy(0, in("op", "q"));
        ring.destroy(1, in("op", "r"));
        assertThat(ring.destroyed(0)).isEqualTo(3);
        assertThat(ring.destroyed(1)).isEqualTo(1);
    }

    @Test
    void a_key_of_a_failed_transaction_is_forgotten_with_it() {
        ring.session(0).in("op").seal("p", "Event", "/name", SECRET);
        SealingSession next = ring.session(0);
        next.in("op").seal("p", "Event", "/name", SECRET);
        assertThat(next.takeMade()).containsKey("op/p");
    }

    @Test
    void a_key_of_a_failed_command_seals_nothing_more_in_its_transaction() {
        SealingSession session = ring.session(0);
        session.in("op").seal("p", "Event", "/name", SECRET);
        session.forgetMade();
        Sealed<?> sealed = session.in("op").seal("p", "Event", "/name", SECRET);
        commit(0, session);
        assertThat(ring.open(sealed)).contains(SECRET);
    }

    @Test
    void forgetting_leaves_keys_that_were_taken() {
        SealingSession session = ring.session(0);
        session.in("op").seal("p", "Event", "/name", SECRET);
        Map<String, byte[]> taken = session.takeMade();
        session.in("op").seal("q", "Event", "/name", SECRET);
        session.forgetMade();
        Sealed<?> sealed = session.in("op").seal("p", "Event", "/alias", SECRET);
        taken.forEach((subject, key) -> ring.put(0, subject, key));
        assertThat(ring.open(sealed)).contains(SECRET);
    }

    @Test
    void two_partitions_that_make_a_key_for_one_id_at_once_do_not_harm_each_other() {
        SealingSession one = ring.session(0);
        SealingSession other = ring.session(1);
        Sealed<?> inOne = one.in("op").seal("p", "Event", "/name", SECRET);
        Sealed<?> inOther = other.in("op").seal("p", "Event", "/name", SECRET);
        commit(0, one);
        commit(1, other);
        assertThat(ring.open(inOne)).contains(SECRET);
        assertThat(ring.open(inOther)).contains(SECRET);
    }

    @Test
    void another_deployments_keys_open_nothing_and_say_so() {
        SealingSession session = ring.session(0);
        Sealed<?> sealed = session.in("op").seal("p", "Event", "/name", SECRET);
        KeyRing stranger = new KeyRing(new KeyFolder(folder, TestKeys.process(2)), "toy-service");
        session.takeMade().forEach((subject, key) -> stranger.put(0, subject, key));
        assertThatThrownBy(() -> stranger.open(sealed))
                .isInstanceOf(KeyServiceException.class)
                .hasMessageContaining("a key that this process does not have");
    }

    @Test
    void a_destroyed_key_opens_nothing_and_what_comes_later_has_another() {
        SealingSession session = ring.session(0);
        Sealed<?> before = session.in("op").seal("p", "Event", "/name", SECRET);
        commit(0, session);
        SealingSession next = ring.session(0);
        next.destroy(in("op", "p"));
        Sealed<?> after = next.in("op").seal("p", "Event", "/name", SECRET);
        ring.put(0, "op/p", null);
        commit(0, next);
        ring.destroy(0, in("op", "p"));
        assertThat(ring.open(before)).isEmpty();
        assertThat(ring.open(after)).contains(SECRET);
        assertThat(ring.leftBehind(0)).isEmpty();
    }

    @Test
    void a_backup_does_not_bring_a_destroyed_key_back() {
        SealingSession session = ring.session(0);
        Sealed<?> sealed = session.in("op").seal("p", "Event", "/name", SECRET);
        Map<String, byte[]> backup = session.takeMade();
        backup.forEach((key, value) -> ring.put(0, key, value));
        ring.destroy(0, in("op", "p"));
        ring.put(0, "op/p", null);
        backup.forEach((key, value) -> ring.put(0, key, value));
        assertThat(ring.open(sealed)).isEmpty();
        assertThat(ring.leftBehind(0)).containsExactly("op/p");
        // The topic of keys is read beside the events: the other order comes out the same.
        KeyRing restored = new KeyRing(TestKeys.in(folder), "toy-service");
        backup.forEach((key, value) -> restored.put(0, key, value));
        assertThat(restored.open(sealed)).contains(SECRET);
        restored.destroy(0, in("op", "p"));
        assertThat(restored.open(sealed)).isEmpty();
        assertThat(restored.leftBehind(0)).containsExactly("op/p");
    }

    @Test
    void after_a_rotation_everything_opens_and_no_copy_of_an_old_key_does() {
        SealingSession session = ring.session(0);
        Sealed<?> kept = session.in("op").seal("p", "Event", "/name", SECRET);
        Sealed<?> erased = session.in("op").seal("q", "Event", "/name", SECRET);
        Map<String, byte[]> copy = session.takeMade();
        copy.forEach((key, value) -> ring.put(0, key, value));
        ring.destroy(0, in("op", "q"));
        ring.put(0, "op/q", null);

        rotate("op");

        assertThat(ring.open(kept)).contains(SECRET);
        // Who has all old records and all keys that are left, but no event that says it is erased:
        KeyRing thief = new KeyRing(TestKeys.in(folder), "toy-service");
        copy.forEach((key, value) -> thief.put(0, key, value));
        assertThat(thief.open(erased)).isEmpty();
        assertThat(thief.open(kept)).isEmpty();
        SealingSession later = ring.session(0);
        Sealed<?> again = later.in("op").seal("r", "Event", "/name", SECRET);
        commit(0, later);
        assertThat(ring.open(again)).contains(SECRET);
    }

    @Test
    void a_rotation_that_breaks_off_loses_nothing() {
        SealingSession session = ring.session(0);
        Sealed<?> one = session.in("op").seal("p", "Event", "/name", SECRET);
        Sealed<?> other = session.in("op").seal("q", "Event", "/name", SECRET);
        commit(0, session);
        var broken = new KeyRotation(ring, 0, "op");
        broken.operationKey().forEach((key, value) -> ring.put(0, key, value));
        broken.parts(1).getFirst().forEach((key, value) -> ring.put(0, key, value));
        assertThat(ring.open(one)).contains(SECRET);
        assertThat(ring.open(other)).contains(SECRET);
        rotate("op");
        assertThat(ring.open(one)).contains(SECRET);
        assertThat(ring.open(other)).contains(SECRET);
    }

    @Test
    void operations_have_keys_of_their_own() {
        SealingSession session = ring.session(0);
        Sealed<?> here = session.in("op").seal("p", "Event", "/name", SECRET);
        Sealed<?> there = session.in("other-op").seal("q", "Event", "/name", SECRET);
        assertThat(session.takeMade().keySet())
                .containsExactlyInAnyOrder(
                        "op/p", "other-op/q", "operation-key op/1", "operation-key other-op/1");
        assertThat(ring.open(here)).isEmpty();
        assertThat(ring.open(there)).isEmpty();
    }

    @Test
    void an_erasure_in_one_operation_leaves_the_same_id_of_another_readable() {
        SealingSession session = ring.session(0);
        Sealed<?> here = session.in("op").seal("p", "Event", "/name", SECRET);
        Sealed<?> there = session.in("other-op").seal("p", "Event", "/name", OTHER_SECRET);
        commit(0, session);
        assertThat(ring.open(here)).contains(SECRET);
        assertThat(ring.open(there)).contains(OTHER_SECRET);

        ring.session(0).destroy(in("op", "p")).forEach(key -> ring.put(0, key, null));
        ring.destroy(0, in("op", "p"));

        assertThat(ring.open(here)).isEmpty();
        assertThat(ring.open(there)).contains(OTHER_SECRET);
        assertThat(ring.wasDestroyed(0, in("op", "p"))).isTrue();
        assertThat(ring.wasDestroyed(0, in("other-op", "p"))).isFalse();
        assertThat(ring.hasKey(0, in("other-op", "p"))).isTrue();
        SealingSession later = ring.session(0);
        Sealed<?> more = later.in("other-op").seal("p", "Event", "/alias", SECRET);
        assertThat(later.takeMade()).isEmpty();
        assertThat(ring.open(more)).contains(SECRET);
    }

    @Test
    void a_key_of_a_subject_alone_stays_readable_and_goes_with_its_own_operation_only() {
        byte[] person = Aes.random(32);
        SealingSession first = ring.session(0);
        first.in("op").seal("q", "Event", "/name", SECRET);
        commit(0, first);
        ring.put(0, "p", ofBefore("op/1", "p", 0, person));
        Sealed<?> before =
                Aes.sealed(new SecretKeySpec(person, "AES"), "p", "Event", "/name", SECRET);
        assertThat(ring.open(before)).contains(SECRET);
        assertThat(ring.seal(0, in("op", "p"), "Read", "/reason", SECRET)).isPresent();
        SealingSession session = ring.session(0);
        Sealed<?> inOther = session.in("other-op").seal("p", "Event", "/name", OTHER_SECRET);
        commit(0, session);
        ring.destroy(0, in("other-op", "p"));
        assertThat(ring.open(inOther)).isEmpty();
        assertThat(ring.open(before)).contains(SECRET);

        rotate("op");
        assertThat(ring.open(before)).contains(SECRET);

        assertThat(ring.session(0).destroy(in("op", "p"))).containsExactlyInAnyOrder("op/p", "p");
        ring.destroy(0, in("op", "p"));
        assertThat(ring.open(before)).isEmpty();
        assertThat(ring.leftBehind(0)).containsExactlyInAnyOrder("p", "other-op/p");
    }

    @Test
    void a_key_of_a_subject_alone_counts_the_erasures_of_all_operations_before_it() {
        SealingSession first = ring.session(0);
        first.in("op").seal("q", "Event", "/name", SECRET);
        commit(0, first);
        byte[] person = Aes.random(32);
        ring.destroy(0, in("op", "p"));
        ring.destroy(0, in("other-op", "p"));
        ring.put(0, "p", ofBefore("op/1", "p", 2, person));
        Sealed<?> sealed =
                Aes.sealed(new SecretKeySpec(person, "AES"), "p", "Event", "/name", SECRET);
        assertThat(ring.open(sealed)).contains(SECRET);
        ring.destroy(0, in("op", "p"));
        assertThat(ring.open(sealed)).isEmpty();
    }

    private byte[] ofBefore(String by, String subject, int number, byte[] key) {
        SecretKeySpec operation = ring.operationKey(0, by).orElseThrow();
        return new KeyRecord(number, by, Wrapping.wrap(operation, "key of " + subject, key))
                .bytes();
    }

    private static SubjectRef in(String operation, String subject) {
        return new SubjectRef(operation, subject);
    }

    @Test
    void a_folder_that_is_not_there_is_a_fault_and_not_an_erasure(@TempDir Path elsewhere) {
        SealingSession session = ring.session(0);
        Sealed<?> sealed = session.in("op").seal("p", "Event", "/name", SECRET);
        KeyRing lost = new KeyRing(TestKeys.in(elsewhere), "toy-service");
        session.takeMade().forEach((key, value) -> lost.put(0, key, value));
        assertThatThrownBy(() -> lost.open(sealed)).isInstanceOf(KeyServiceException.class);
    }

    private void rotate(String operation) {
        var rotation = new KeyRotation(ring, 0, operation);
        rotation.operationKey().forEach((key, value) -> ring.put(0, key, value));
        rotation.parts(1).forEach(part -> part.forEach((key, value) -> ring.put(0, key, value)));
        rotation.obsolete().forEach(key -> ring.put(0, key, null));
        rotation.destroyOld();
    }

    @Test
    void content_hashes_depend_on_content_and_deployment() {
        String hash = TestKeys.process(1).contentHash(SECRET);
        assertThat(hash).matches("[0-9a-f]{64}").isEqualTo(TestKeys.process(1).contentHash(SECRET));
        assertThat(TestKeys.process(2).contentHash(SECRET)).isNotEqualTo(hash);
        assertThat(TestKeys.process(1).contentHash(new byte[0])).isNotEqualTo(hash);
    }

    @Test
    void a_deployment_key_is_read_from_a_file_that_no_message_quotes(@TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("key");
        assertThatThrownBy(() -> DeploymentKey.read(file)).hasMessageContaining("cannot be read");
        Files.writeString(file, "c2hvcnQ=");
        assertThatThrownBy(() -> DeploymentKey.read(file))
                .hasMessageContaining("32 bytes")
                .hasMessageNotContaining("c2hvcnQ=");
        Files.writeString(file, Base64.getEncoder().encodeToString(new byte[32]) + "\n");
        assertThat(DeploymentKey.read(file).derive("a"))
                .isEqualTo(DeploymentKey.of(new byte[32]).derive("a"));
    }

    private void commit(int partition, SealingSession session) {
        session.takeMade().forEach((subject, key) -> ring.put(partition, subject, key));
    }

    private static Sealed<?> moved(Sealed<?> sealed, String subject, String event, String field) {
        return new Sealed<>(subject, event, field, sealed.iv(), sealed.ciphertext());
    }
}
