package org.orangeline.localkafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/**
 * Classes that are loaded and linked already, and profiles of methods, in a file that one kind of
 * process starts from (JEP 483, 514, 515). A training run records it. The virtual machine looks
 * whether it fits its own version, the class path and every jar; if not it starts as it would
 * without one, only slower, since it then does without the JDK's own cache as well. What is
 * certainly stale is therefore not even offered to it.
 *
 * @param file where the cache is, or will be
 * @param madeFrom the jar or folder that a build writes last; a cache that is older is stale
 */
public record AotCache(Path file, Path madeFrom) {
    /** The system property: {@code record} makes every child process record its cache. */
    public static final String PROPERTY = "orangeline.aot";

    private static final String RECORD = "record";

    /** Writing a cache takes a process some seconds at its end, on a busy machine many. */
    private static final Duration RECORDING_LIMIT = Duration.ofMinutes(5);

    /** What a cache that does not fit says about itself helps nobody. */
    private static final String SILENT = "-Xlog:aot*=off,cds*=off";

    /**
     * @param folder one that a clean build removes
     * @param name of the kind of process
     */
    public static AotCache in(Path folder, String name, Path madeFrom) {
        // Of this Java, which the children inherit.
        String version = System.getProperty("java.vm.version", "unknown");
        String file = name + "-" + version.replaceAll("[^A-Za-z0-9.+-]", "_") + ".aot";
        return new AotCache(folder.toAbsolutePath().resolve(file), madeFrom);
    }

    /** Whether processes record caches now. */
    public static boolean isRecording() {
        return RECORD.equals(System.getProperty(PROPERTY));
    }

    /** How long a process may take to end: longer when it writes its cache then. */
    public static Duration endsWithin(Duration limit) {
        return isRecording() ? RECORDING_LIMIT : limit;
    }

    /** The options of a process that uses the cache, or records it; none when there is none. */
    public List<String> options() {
        if (!isRecording()) {
            return isFresh() ? List.of("-XX:AOTCache=" + file, SILENT) : List.of();
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(part());
        } catch (IOException e) {
            throw new BrokerException("cannot write " + part() + ": " + e, e);
        }
        return List.of("-XX:AOTCacheOutput=" + part(), SILENT);
    }

    /**
     * A process that had {@link #options()} has ended by itself. What it recorded is a cache from
     * now on, if it came to the end of recording: a virtual machine may crash on half a cache.
     */
    void ended() {
        if (!isRecording() || !Files.isRegularFile(part()) || Files.exists(configuration())) {
            return;
        }
        try {
            Files.move(part(), file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new BrokerException("cannot write " + file + ": " + e, e);
        }
    }

    /** Where a process writes while it records. */
    private Path part() {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    /** What the virtual machine writes first, and removes when the cache is complete. */
    private Path configuration() {
        return file.resolveSibling(part().getFileName() + ".config");
    }

    /** Whether there is one that is not older than what it was made from. */
    public boolean isFresh() {
        try {
            return Files.isRegularFile(file)
                    && Files.getLastModifiedTime(file)
                                    .compareTo(Files.getLastModifiedTime(madeFrom))
                            >= 0;
        } catch (IOException e) {
            return false;
        }
    }
}
