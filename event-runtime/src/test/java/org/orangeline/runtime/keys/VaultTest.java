package org.orangeline.runtime.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    private static final byte[] SECRET = "\"Amina\"".getBytes(StandardCharsets.UTF_8);

    @TempDir private Path folder;
    private KeyRing ring;
    private Vault vault;

    @BeforeEach
    void open_a_vault() {
        ring = new KeyRing(TestKeys.in(folder), "toy-service");
        vault = ring.vault("held");
    }

    @Test
    void a_value_opens_at_every_instance_and_as_what_it_is_only() {
        Boxed box = vault.seal("op", "item 1", SECRET);
        Vault elsewhere = new KeyRing(TestKeys.in(folder), "toy-service").vault("held");
        assertThat(elsewhere.open("op", "item 1", box)).contains(SECRET);
        assertThat(vault.open("op", "item 2", box)).isEmpty();
        assertThat(vault.seal("op", "item 1", SECRET)).isNotEqualTo(box);
    }

    @Test
    void what_is_wrapped_anew_outlives_a_rotation_and_what_is_not_is_destroyed() {
        Boxed kept = vault.seal("op", "item 1", SECRET);
        Boxed left = vault.seal("op", "item 2", SECRET);
        int version = vault.rotate("op");
        assertThat(vault.isCurrent("op", kept)).isFalse();
        Boxed anew = vault.wrapAnew("op", kept).orElseThrow();
        assertThat(vault.isCurrent("op", anew)).isTrue();
        vault.destroyBefore("op", version);
        assertThat(vault.open("op", "item 1", anew)).contains(SECRET);
        assertThat(vault.open("op", "item 1", kept)).isEmpty();
        assertThat(vault.open("op", "item 2", left)).isEmpty();
        assertThat(vault.wrapAnew("op", left)).isEmpty();
    }

    @Test
    void its_keys_and_those_of_persons_are_rotated_apart() {
        SealingSession session = ring.session(0);
        var sealed = session.in("op").seal("p", "Event", "/name", SECRET);
        session.takeMade().forEach((key, value) -> ring.put(0, key, value));
        Boxed box = vault.seal("op", "item 1", SECRET);
        vault.destroyBefore("op", vault.rotate("op"));
        assertThat(ring.open(sealed)).contains(SECRET);
        assertThat(vault.open("op", "item 1", box)).isEmpty();
    }
}
