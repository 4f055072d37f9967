package org.orangeline.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A file for each child, with its process id and when it started. Children end with their parent;
 * these files catch the one that could not notice, a paused one for instance.
 */
final class PidFiles {
    /** The start of a process is known to about a hundredth; a clock may be set by a little. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final long TERM_SECONDS = 3;
    private final Path folder;

    PidFiles(Path folder) {
        this.folder = folder;
    }

    void started(String name, long pid) {
        String start =
                ProcessHandle.of(pid)
                        .flatMap(process -> process.info().startInstant())
                        .map(Instant::toString)
                        .orElse("unknown");
        try {
            Files.writeString(file(name), pid + " " + start + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void ended(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends what an earlier stack of this folder left behind. The caller holds the folder's lock, so
     * no living stack owns them; the start time tells them from a stranger with the same id.
     *
     * @return a line for each one that was ended
     */
    List<String> endLeftOvers() {
        List<String> lines = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.pid")) {
            for (Path file : files) {
                leftOver(Files.readString(file).strip().split(" "))
                        .ifPresent(process -> {
                            end(process);
                            lines.add(
                                    "ended a process that an earlier stack left behind: "
                                            + file.getFileName().toString().replace(".pid", "")
                                            + ", process id "
                                            + process.pid());
                        });
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static Optional<ProcessHandle> leftOver(String[] pidAndStart) {
        if (pidAndStart.length != 2 || !pidAndStart[0].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(pidAndStart[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> startedAt(process, pidAndStart[1]));
    }

    private static boolean startedAt(ProcessHandle process, String start) {
        if (start.equals("unknown")) {
            return false;
        }
        return process.info()
                .startInstant()
                .map(found -> Duration.between(Instant.parse(start), found).abs())
                .filter(difference -> difference.compareTo(TOLERANCE) < 0)
                .isPresent();
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(TERM_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".pid");
    }
}
