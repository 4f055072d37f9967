package org.orangeline.system;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ./orangeline} as the person at the terminal runs it, without the building. */
final class Launched {

    private static final Path ROOT =
            Path.of(System.getProperty("orangeline.root", "..")).toAbsolutePath();

    private final Process process;
    private final Path out;
    private final Path err;

    private Launched(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static Launched run(Path folder, String... arguments) {
        Path target = ROOT.resolve("launcher").resolve("target");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dorangeline.root=" + ROOT);
        command.add(
                "-Dorangeline.kafka.libs="
                        + ROOT.resolve("local-kafka").resolve("target").resolve("kafka-libs"));
        command.add("-cp");
        command.add(target.resolve("classes") + File.pathSeparator + target.resolve("lib") + "/*");
        command.add("org.orangeline.launcher.Main");
        command.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile(folder, "launched", ".out");
            Path err = Files.createTempFile(folder, "launched", ".err");
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile());
            // Java says that it took these, in a line of its own.
            builder.environment().remove("JDK_JAVA_OPTIONS");
            return new Launched(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Process process() {
        return process;
    }

    int exitCode() {
        return exitCode(Eventually.LIMIT);
    }

    int exitCode(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("it does not end: " + said());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    List<String> complaints() {
        return lines(err);
    }

    String said() {
        return String.join("\n", lines(out)) + "\n" + String.join("\n", lines(err));
    }

    /** Every process that it started, and those that they started. */
    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
