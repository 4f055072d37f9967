package org.orangeline.runtime.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key service is asked for a key, not for each value. */
class LastingVaultTest {

    private static final byte[] SECRET = "a mother asks".getBytes(StandardCharsets.UTF_8);

    @TempDir private Path folder;
    private final AtomicLong nanos = new AtomicLong();
    private Asked keys;
    private LastingVault vault;

    @BeforeEach
    void open_a_vault() {
        keys = new Asked(TestKeys.in(folder));
        vault = new LastingVault(new Vault(keys, "toy-service", "reads"), nanos::get);
    }

    @Test
    void many_values_of_an_operation_cost_one_question() {
        Set<Boxed> boxes = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            boxes.add(vault.seal("op", "item " + i, SECRET));
        }
        assertThat(keys.questions).as("which version, and to wrap").isEqualTo(2);
        assertThat(boxes.stream().map(Boxed::nonce)).doesNotHaveDuplicates();
        Boxed other = vault.seal("other", "item 1", SECRET);
        assertThat(boxes.stream().map(Boxed::key)).doesNotContain(other.key());
    }

    @Test
    void any_instance_opens_them_and_as_what_they_are_only() {
        Boxed one = vault.seal("op", "item 1", SECRET);
        Boxed two = vault.seal("op", "item 2", SECRET);
        Vault elsewhere = new KeyRing(TestKeys.in(folder), "toy-service").vault("reads");
        assertThat(elsewhere.open("op", "item 1", one)).contains(SECRET);
        assertThat(elsewhere.open("op", "item 2", two)).contains(SECRET);
        assertThat(elsewhere.open("op", "item 2", one)).isEmpty();
    }

    @Test
    void while_the_key_service_is_away_values_are_sealed_under_the_last_key() {
        Boxed before = vault.seal("op", "item 1", SECRET);
        keys.away = true;
        nanos.addAndGet(LastingVault.GOOD_FOR.toNanos());
        Boxed meanwhile = vault.seal("op", "item 2", SECRET);
        assertThat(meanwhile.key()).isEqualTo(before.key());
        int asked = keys.questions;
        Boxed next = vault.seal("op", "item 3", SECRET);
        assertThat(next.key()).isEqualTo(before.key());
        assertThat(keys.questions).as("not for each value").isEqualTo(asked);
        assertThatThrownBy(() -> vault.seal("unused yet", "item 1", SECRET))
                .isInstanceOf(KeyServiceException.class);
        keys.away = false;
        nanos.addAndGet(LastingVault.PAUSE.toNanos());
        Boxed renewed = vault.seal("op", "item 3", SECRET);
        assertThat(renewed.key()).isNotEqualTo(before.key());
        assertThat(vault.open("op", "item 2", meanwhile)).contains(SECRET);
        assertThat(vault.open("op", "item 3", renewed)).contains(SECRET);
    }

    @Test
    void what_its_master_key_is_destroyed_for_opens_no_more() {
        Boxed box = vault.seal("op", "item 1", SECRET);
        Vault plain = new Vault(keys, "toy-service", "reads");
        plain.destroyBefore("op", plain.rotate("op"));
        assertThat(vault.open("op", "item 1", box)).isEmpty();
    }

    /** Counts what it is asked, and may be away. */
    private static final class Asked implements KeyService {

        private final KeyService real;
        private int questions;
        private boolean away;

        Asked(KeyService real) {
            this.real = real;
        }

        private void ask() {
            questions++;
            if (away) {
                throw new KeyServiceException("away");
            }
        }

        @Override
        public void check(String name) {
            ask();
            real.check(name);
        }

        @Override
        public int current(String name) {
            ask();
            return real.current(name);
        }

        @Override
        public byte[] wrap(String name, int version, byte[] key) {
            ask();
            return real.wrap(name, version, key);
        }

        @Override
        public Optional<byte[]> unwrap(String name, int version, byte[] wrapped) {
            ask();
            return real.unwrap(name, version, wrapped);
        }

        @Override
        public int rotate(String name) {
            ask();
            return real.rotate(name);
        }

        @Override
        public void destroyBefore(String name, int version) {
            ask();
            real.destroyBefore(name, version);
        }
    }
}
