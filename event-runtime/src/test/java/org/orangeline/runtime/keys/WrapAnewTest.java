package org.orangeline.runtime.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.events.Service;

/** Master keys outlive a renewal of the key that wraps them. */
class WrapAnewTest {

    private static final String NAME = "intake-service/baghuz-2019";
    private static final String HELD = NAME + "/held";
    private static final byte[] KEY = Aes.random(32);
    private static final ProcessKeys FIRST = TestKeys.process();
    private static final ProcessKeys SECOND = renewed(FIRST, 2, Optional.empty());

    @TempDir Path folder;

    private byte[] wrapped;
    private byte[] held;

    @BeforeEach
    void wrapped() {
        KeyFolder before = TestKeys.in(folder, FIRST);
        wrapped = before.wrap(NAME, before.current(NAME), KEY);
        held = before.wrap(HELD, before.current(HELD), KEY);
    }

    @Test
    void what_an_earlier_version_wraps_is_read_and_new_keys_are_wrapped_with_the_newest()
            throws IOException {
        KeyFolder renewed = new KeyFolder(folder, SECOND);
        assertThat(renewed.unwrap(NAME, 1, wrapped)).hasValue(KEY);
        assertThat(renewed.rotate(NAME)).isEqualTo(2);
        assertThat(used(SECOND)).hasValue(Set.of(1, 2));
        assertThat(used(FIRST)).as("a file that it cannot read").isEmpty();
    }

    @Test
    void after_it_the_same_keys_need_the_newest_version_only() throws IOException {
        assertThat(new WrapAnew(folder, SECOND).run()).isEqualTo(2);
        assertThat(new WrapAnew(folder, SECOND).run()).isZero();
        assertThat(used(SECOND)).hasValue(Set.of(2));
        ProcessKeys third = renewed(SECOND, 3, used(SECOND));
        assertThat(third.versions(KeyPurpose.KEY_WRAP)).containsOnlyKeys(2, 3);
        KeyFolder after = new KeyFolder(folder, third);
        assertThat(after.unwrap(NAME, 1, wrapped)).hasValue(KEY);
        assertThat(after.unwrap(HELD, 1, held)).hasValue(KEY);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key())))
                .isEqualTo("rw-------");
        // A thief of an old copy of the folder has no use for the keys of now.
        assertThatThrownBy(() -> new KeyFolder(folder, FIRST).unwrap(NAME, 1, wrapped))
                .isInstanceOf(KeyServiceException.class);
    }

    @Test
    void a_process_that_was_killed_in_between_leaves_nothing_and_loses_nothing()
            throws IOException {
        Path part = Files.copy(key(), key().resolveSibling("new1.part"));
        Path half = Files.writeString(key().resolveSibling("new2.part"), "AA");
        assertThat(new WrapAnew(folder, SECOND).run()).isEqualTo(2);
        assertThat(part).doesNotExist();
        assertThat(half).doesNotExist();
        assertThat(new KeyFolder(folder, SECOND).unwrap(NAME, 1, wrapped)).hasValue(KEY);
    }

    @Test
    void what_it_cannot_read_stays_as_it_is() throws IOException {
        ProcessKeys stranger = TestKeys.process(7);
        String before = Files.readString(key());
        Path none = Files.writeString(key().resolveSibling("2.key"), "no base64!");
        assertThat(new WrapAnew(folder, stranger).run()).isZero();
        assertThat(key()).hasContent(before);
        assertThat(none).hasContent("no base64!");
    }

    @Test
    void without_a_file_it_is_not_known_which_versions_are_used() throws IOException {
        assertThat(new WrapAnew(folder.resolve("elsewhere"), FIRST).versionsInUse()).isEmpty();
        assertThat(new WrapAnew(folder.resolve("elsewhere"), FIRST).run()).isZero();
        assertThat(folder.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void a_key_that_is_destroyed_at_the_same_time_does_not_come_back() throws Exception {
        for (int round = 0; round < 30; round++) {
            String name = NAME + "-" + round;
            KeyFolder before = new KeyFolder(folder, FIRST);
            byte[] old = before.wrap(name, before.current(name), KEY);
            int second = before.rotate(name);
            CompletableFuture<Void> anew =
                    CompletableFuture.runAsync(() -> {
                        try {
                            int unused = new WrapAnew(folder, SECOND).run();
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    });
            new KeyFolder(folder, SECOND).destroyBefore(name, second);
            anew.join();
            assertThat(new KeyFolder(folder, SECOND).unwrap(name, 1, old)).isEmpty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    @Test
    void a_folder_that_is_missing_is_not_made_and_the_error_says_what_to_do() throws IOException {
        KeyFolder forgotten = new KeyFolder(folder.resolve("not-mounted"), FIRST);
        for (Runnable use :
                new Runnable[] {() -> forgotten.check(NAME), () -> forgotten.current(NAME)}) {
            assertThatThrownBy(use::run)
                    .isInstanceOf(KeyServiceException.class)
                    .hasMessageContaining("not-mounted/intake-service is missing")
                    .hasMessageContaining("orangeline keys");
        }
        assertThat(folder.resolve("not-mounted")).doesNotExist();
    }

    private Optional<Set<Integer>> used(ProcessKeys keys) throws IOException {
        return new WrapAnew(folder, keys).versionsInUse();
    }

    private Path key() {
        return folder.resolve(NAME).resolve("1.key");
    }

    private static ProcessKeys renewed(ProcessKeys keys, int version, Optional<Set<Integer>> used) {
        return DerivedKeys.renewed(
                keys, DeploymentKey.of(new byte[32]), Service.INTAKE, version, used);
    }
}
