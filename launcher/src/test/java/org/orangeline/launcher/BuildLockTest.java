package org.orangeline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of several calls of {@code ./orangeline} one builds. The build is a stand-in for Maven. */
class BuildLockTest {

    private static final Path SCRIPT =
            Path.of(System.getProperty("orangeline.root", "..")).resolve("orangeline");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir Path root;

    private final List<Process> calls = new ArrayList<>();
    private Path lock;
    private Path builds;

    @BeforeEach
    void aFreshClone() throws IOException {
        lock = root.resolve("launcher").resolve("target").resolve(".building");
        builds = root.resolve("builds");
        Files.copy(SCRIPT, root.resolve("orangeline"), StandardCopyOption.COPY_ATTRIBUTES);
    }

    @AfterEach
    void nothingGoesOn() {
        calls.forEach(Process::destroyForcibly);
    }

    @Test
    void a_second_call_waits_for_the_first_one_and_says_for_whom() throws Exception {
        theBuild("echo begun >>builds; until [ -e end ]; do sleep 0.1; done; echo ended >>builds");
        Process first = call("first");
        eventually(() -> read(builds).contains("begun"));
        Process second = call("second");
        eventually(() -> read(said("second")).contains("Waiting for process " + first.pid()));
        Files.createFile(root.resolve("end"));

        ends(first);
        ends(second);
        assertThat(read(builds).lines()).containsExactly("begun", "ended");
        assertThat(read(said("first"))).doesNotContain("Waiting");
        assertThat(Files.exists(lock, LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void nobody_waits_for_a_process_that_died() throws Exception {
        theBuild("echo begun >>builds");
        Process died = new ProcessBuilder("true").start();
        ends(died);
        Files.createDirectories(lock.getParent());
        Files.createSymbolicLink(lock, Path.of("process-" + died.pid()));

        ends(call("one"));
        assertThat(read(builds).lines()).containsExactly("begun");
        assertThat(Files.exists(lock, LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void a_build_that_fails_lets_the_next_call_try() throws Exception {
        theBuild("exit 1");
        Process failed = call("failed");
        ends(failed);
        assertThat(failed.exitValue()).isEqualTo(2);

        theBuild("echo begun >>builds");
        ends(call("next"));
        assertThat(read(builds).lines()).containsExactly("begun");
    }

    private void theBuild(String commands) throws IOException {
        Path maven = root.resolve("mvnw");
        Files.writeString(maven, "#!/bin/sh\n" + commands + "\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
    }

    // What it would start was not built, so that it ends after the build.
    private Process call(String name) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(root.resolve("orangeline").toString(), "keys")
                        .redirectErrorStream(true)
                        .redirectOutput(said(name).toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        calls.add(process);
        return process;
    }

    private Path said(String name) {
        return root.resolve(name + ".out");
    }

    private static void ends(Process process) throws InterruptedException {
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private static void eventually(BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it comes").isLessThan(end);
            Thread.sleep(50);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
