package org.orangeline.runtime.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.events.Sealed;

class KeyRingTest {

    private static final byte[] SECRET = "\"Amina\"".getBytes(StandardCharsets.UTF_8);

    private final KeyRing ring = new KeyRing(deploymentKey(1));

    @Test
    void what_is_sealed_opens_again_once_its_key_is_committed() {
        SealingSession session = ring.session(0);
        Sealed<?> sealed = session.seal("p", "Event", "/name", SECRET);
        assertThat(ring.open(sealed)).isEmpty();
        commit(0, session);
        assertThat(ring.open(sealed)).contains(SECRET);
    }

    @Test
    void the_same_value_never_looks_the_same() {
        SealingSession session = ring.session(0);
        assertThat(session.seal("p", "Event", "/name", SECRET).ciphertext())
                .isNotEqualTo(session.seal("p", "Event", "/name", SECRET).ciphertext());
    }

    @Test
    void a_value_opens_in_its_own_place_only() {
        SealingSession session = ring.session(0);
        Sealed<?> sealed = session.seal("p", "Event", "/name", SECRET);
        Sealed<?> others = session.seal("q", "Event", "/name", SECRET);
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
        session.seal("p", "Event", "/name", SECRET);
        assertThat(session.takeMade()).containsOnlyKeys("p");
        session.seal("p", "Event", "/alias", SECRET);
        assertThat(session.takeMade()).isEmpty();
    }

    @Test
    void a_committed_key_is_used_again() {
        SealingSession first = ring.session(0);
        first.seal("p", "Event", "/name", SECRET);
        commit(0, first);
        SealingSession second = ring.session(0);
        Sealed<?> sealed = second.seal("p", "Event", "/name", SECRET);
        assertThat(second.takeMade()).isEmpty();
        assertThat(ring.open(sealed)).contains(SECRET);
    }

    @Test
    void a_key_of_a_failed_transaction_is_forgotten_with_it() {
        ring.session(0).seal("p", "Event", "/name", SECRET);
        SealingSession next = ring.session(0);
        next.seal("p", "Event", "/name", SECRET);
        assertThat(next.takeMade()).containsOnlyKeys("p");
    }

    @Test
    void a_key_of_a_failed_command_seals_nothing_more_in_its_transaction() {
        SealingSession session = ring.session(0);
        session.seal("p", "Event", "/name", SECRET);
        session.forgetMade();
        Sealed<?> sealed = session.seal("p", "Event", "/name", SECRET);
        commit(0, session);
        assertThat(ring.open(sealed)).contains(SECRET);
    }

    @Test
    void forgetting_leaves_keys_that_were_taken() {
        SealingSession session = ring.session(0);
        session.seal("p", "Event", "/name", SECRET);
        Map<String, byte[]> taken = session.takeMade();
        session.seal("q", "Event", "/name", SECRET);
        session.forgetMade();
        Sealed<?> sealed = session.seal("p", "Event", "/alias", SECRET);
        taken.forEach((subject, key) -> ring.put(0, subject, key));
        assertThat(ring.open(sealed)).contains(SECRET);
    }

    @Test
    void two_partitions_that_make_a_key_for_one_id_at_once_do_not_harm_each_other() {
        SealingSession one = ring.session(0);
        SealingSession other = ring.session(1);
        Sealed<?> inOne = one.seal("p", "Event", "/name", SECRET);
        Sealed<?> inOther = other.seal("p", "Event", "/name", SECRET);
        commit(0, one);
        commit(1, other);
        assertThat(ring.open(inOne)).contains(SECRET);
        assertThat(ring.open(inOther)).contains(SECRET);
    }

    @Test
    void another_deployment_key_opens_nothing_and_says_so() {
        SealingSession session = ring.session(0);
        Sealed<?> sealed = session.seal("p", "Event", "/name", SECRET);
        KeyRing stranger = new KeyRing(deploymentKey(2));
        session.takeMade().forEach((subject, key) -> stranger.put(0, subject, key));
        assertThatThrownBy(() -> stranger.open(sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another deployment key");
    }

    @Test
    void content_hashes_depend_on_content_and_deployment() {
        String hash = deploymentKey(1).contentHash(SECRET);
        assertThat(hash).matches("[0-9a-f]{64}").isEqualTo(deploymentKey(1).contentHash(SECRET));
        assertThat(deploymentKey(2).contentHash(SECRET)).isNotEqualTo(hash);
        assertThat(deploymentKey(1).contentHash(new byte[0])).isNotEqualTo(hash);
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
        assertThat(DeploymentKey.read(file).contentHash(SECRET))
                .isEqualTo(DeploymentKey.of(new byte[32]).contentHash(SECRET));
    }

    private void commit(int partition, SealingSession session) {
        session.takeMade().forEach((subject, key) -> ring.put(partition, subject, key));
    }

    private static Sealed<?> moved(Sealed<?> sealed, String subject, String event, String field) {
        return new Sealed<>(subject, event, field, sealed.iv(), sealed.ciphertext());
    }

    private static DeploymentKey deploymentKey(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return DeploymentKey.of(key);
    }
}
