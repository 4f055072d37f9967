package org.orangeline.localkafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
        ChildProcess child =
                ChildProcess.start(
                        new ChildProcess.Launch(
                                "child",
                                cache.options(),
                                List.of(System.getProperty("java.class.path")),
                                Speaks.class.getName(),
                                List.of(),
                                Map.of(),
                                output));

        assertThat(child.awaitExit(LIMIT)).isTrue();
        assertThat(child.exitCode()).isZero();
        // Java says which options it found in the environment; the cache says nothing.
        assertThat(Files.readAllLines(output).stream().filter(line -> !line.startsWith("NOTE: ")))
                .containsExactly("started");
    }

    private void write(String content) throws IOException {
        Files.createDirectories(cache.file().getParent());
        Path unused = Files.writeString(cache.file(), content);
    }

    /** What a child process runs. */
    public static final class Speaks {
        private Speaks() {}

        public static void main(String[] args) {
            System.out.println("started");
        }
    }
}
