package org.orangeline.runtime.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
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

    @Test
    void old_versions_are_kept_unless_every_master_key_is_seen_to_need_only_the_newest()
            throws IOException {
        ProcessKeys third = renewed(SECOND, 3, used(SECOND));
        assertThat(third.versions(KeyPurpose.KEY_WRAP))
                .as("a folder that was left behind in version 1")
                .containsOnlyKeys(1, 2, 3);
        new KeyFolder(folder, SECOND).rotate(NAME);
        assertThat(renewed(SECOND, 3, used(SECOND)).versions(KeyPurpose.KEY_WRAP))
                .as("a folder of both")
                .containsOnlyKeys(1, 2, 3);
    }

    @Test
    void links_are_followed_as_the_service_follows_them() throws IOException {
        Path elsewhere = folder.resolve("disk");
        Path moved = Files.move(folder.resolve("intake-service"), elsewhere);
        Path operation = Files.move(moved.resolve("baghuz-2019"), folder.resolve("operation"));
        Path file = Files.move(operation.resolve("1.key"), folder.resolve("file"));
        Files.createSymbolicLink(operation.resolve("1.key"), file);
        Files.createSymbolicLink(moved.resolve("baghuz-2019"), operation);
        Files.createSymbolicLink(folder.resolve("intake-service"), moved);
        assertThat(used(SECOND)).hasValue(Set.of(1));
        assertThat(new WrapAnew(folder, SECOND).run()).isEqualTo(2);
        assertThat(used(SECOND)).hasValue(Set.of(2));
        assertThat(key()).isSymbolicLink();
        KeyFolder keys = new KeyFolder(folder, SECOND);
        assertThat(keys.unwrap(NAME, 1, wrapped)).hasValue(KEY);
        assertThat(keys.unwrap(HELD, 1, held)).hasValue(KEY);
        keys.destroyBefore(NAME, keys.rotate(NAME));
        assertThat(file).as("what the link led to").doesNotExist();
        assertThat(keys.unwrap(NAME, 1, wrapped)).isEmpty();
        Files.createSymbolicLink(moved.resolve("away"), folder.resolve("not-mounted"));
        assertThat(used(SECOND)).as("a link that leads nowhere").isEmpty();
    }

    @Test
    void a_file_that_cannot_be_read_is_unknown_and_named_and_the_others_are_wrapped_anew()
            throws IOException {
        Path broken = Files.write(key(), new byte[] {(byte) 0xff});
        assertThat(used(SECOND)).isEmpty();
        List<String> logged = new ArrayList<>();
        assertThat(logging(logged, () -> new WrapAnew(folder, SECOND).run())).isEqualTo(1);
        assertThat(logged).hasSize(1).allMatch(line -> line.contains(broken.toString()));
        assertThatThrownBy(() -> new KeyFolder(folder, SECOND).check("intake-service/ready"))
                .isInstanceOf(KeyServiceException.class)
                .hasMessageContaining(broken.toString());
        Files.delete(broken);
        new KeyFolder(folder, SECOND).check("intake-service/ready");
        // An instance without the newest version is not ready.
        assertThatThrownBy(() -> new KeyFolder(folder, FIRST).check("intake-service/ready"))
                .hasMessageContaining("held/1.key");
    }

    @Test
    void a_key_that_is_destroyed_does_not_survive_in_the_copy_of_a_process_that_was_killed()
            throws IOException {
        Path part = Files.copy(key(), key().resolveSibling("new1.part"));
        KeyFolder keys = new KeyFolder(folder, FIRST);
        keys.destroyBefore(NAME, keys.rotate(NAME));
        assertThat(part).doesNotExist();
    }

    private static int logging(List<String> logged, Callable<Integer> action) throws IOException {
        Logger logger = Logger.getLogger("org.orangeline.keys");
        Handler handler =
                new Handler() {
                    @Override
                    public void publish(LogRecord line) {
                        logged.add(
                                line.getParameters() == null
                                        ? line.getMessage()
                                        : String.format(line.getMessage(), line.getParameters()));
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        logger.addHandler(handler);
        try {
            return action.call();
        } catch (Exception e) {
            throw new IOException(e);
        } finally {
            logger.removeHandler(handler);
        }
    }

    private Optional<Set<Integer>> used(ProcessKeys keys) {
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
