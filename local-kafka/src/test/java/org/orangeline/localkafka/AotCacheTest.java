package org.orangeline.localkafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir Path folder;
    private Path jar;
    private AotCache cache;

    @BeforeEach
    void nothingIsCached() throws IOException {
        jar = Files.writeString(folder.resolve("app.jar"), "jar");
        cache = AotCache.in(folder.resolve("aot"), "app", jar);
    }

    @Test
    void without_a_cache_a_process_starts_as_ever() {
        assertThat(cache.options()).isEmpty();
    }

    @Test
    void a_cache_is_of_one_version_of_java() {
        assertThat(cache.file().getFileName())
                .asString()
                .startsWith("app-")
                .contains(System.getProperty("java.vm.version").substring(0, 3));
    }

    @Test
    void a_cache_that_is_older_than_the_build_is_not_used() throws IOException {
        write("cache");
        assertThat(cache.options()).contains("-XX:AOTCache=" + cache.file());

        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(cache.options()).isEmpty();
    }

    @Test
    void a_cache_that_does_not_fit_is_ignored_without_a_word() throws IOException {
        write("not a cache");
        Path output = folder.resolve("output");
        ChildProcess child = ChildProcess.start(launch(Speaks.class, output));

        assertThat(child.awaitExit(LIMIT)).isTrue();
        assertThat(child.exitCode()).isZero();
        // Java says which options it found in the environment; the cache says nothing.
        assertThat(Files.readAllLines(output).stream().filter(line -> !line.startsWith("NOTE: ")))
                .containsExactly("started");
    }

    /** Java may crash on half a cache, at every start. */
    @Test
    void a_process_that_is_killed_leaves_no_cache() {
        ChildProcess child = started();
        recording(() -> {
            write("half a cache", ".part");
            child.kill();
            child.stop(LIMIT);
        });
        assertThat(cache.file()).doesNotExist();
        assertThat(cache.options()).isEmpty();
    }

    @Test
    void a_process_whose_recording_broke_off_leaves_no_cache() {
        ChildProcess child = started();
        recording(() -> {
            write("half a cache", ".part");
            write("what a cache is made from", ".part.config");
            child.stop(LIMIT);
        });
        assertThat(cache.file()).doesNotExist();
    }

    @Test
    void a_process_that_ends_in_order_leaves_its_cache() {
        ChildProcess child = started();
        recording(() -> {
            write("cache", ".part");
            child.stop(LIMIT);
        });
        assertThat(cache.file()).hasContent("cache");
        assertThat(cache.options()).contains("-XX:AOTCache=" + cache.file());
    }

    /** It does not record, as its classes lie in folders; the test writes what it would. */
    private ChildProcess started() {
        ChildProcess child = ChildProcess.start(launch(Waits.class, folder.resolve("waits")));
        awaitStarted(child);
        return child;
    }

    private ChildProcess.Launch launch(Class<?> main, Path output) {
        return new ChildProcess.Launch(
                "child",
                List.of("-Xmx64m"),
                cache,
                List.of(System.getProperty("java.class.path")),
                main.getName(),
                List.of(),
                Map.of(),
                output);
    }

    private static void awaitStarted(ChildProcess child) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!child.tail().contains("started")) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            assertThat(child.awaitExit(Duration.ofMillis(20))).isFalse();
        }
    }

    private static void recording(Runnable what) {
        System.setProperty(AotCache.PROPERTY, "record");
        try {
            what.run();
        } finally {
            System.clearProperty(AotCache.PROPERTY);
        }
    }

    private void write(String content) {
        write(content, "");
    }

    private void write(String content, String suffix) {
        Path file = cache.file().resolveSibling(cache.file().getFileName() + suffix);
        try {
            Files.createDirectories(file.getParent());
            Path unused = Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a child process runs. */
    public static final class Speaks {
        private Speaks() {}

        public static void main(String[] args) {
            System.out.println("started");
        }
    }

    /** What a child process runs until it is told to end. */
    public static final class Waits {
        private Waits() {}

        public static void main(String[] args) throws InterruptedException {
            System.out.println("started");
            Thread.sleep(Duration.ofHours(1));
        }
    }
}
