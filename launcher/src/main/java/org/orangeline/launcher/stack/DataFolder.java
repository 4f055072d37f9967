package org.orangeline.launcher.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Service;
import org.orangeline.launcher.LaunchException;
import org.orangeline.runtime.kafka.ServiceTopics;

/** The folder of one stack: {@code kafka}, {@code keys}, {@code logs}, {@code pids}. */
public final class DataFolder {
    private final Path path;

    private DataFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes the folder when it is missing; only its owner may look into a new one.
     *
     * @throws LaunchException when it cannot be made or written to
     */
    public static DataFolder open(Path path) {
        try {
            ownerOnly(path);
            Files.createDirectories(path.resolve("logs"));
            Files.createDirectories(path.resolve("pids"));
        } catch (FileAlreadyExistsException e) {
            throw new LaunchException("the data folder " + path + " is not a folder", e);
        } catch (IOException e) {
            throw new LaunchException(
                    "the data folder " + path + " cannot be used: " + reason(e), e);
        }
        if (!Files.isWritable(path)) {
            throw new LaunchException("the data folder " + path + " is not writable");
        }
        return new DataFolder(path);
    }

    /** Makes a folder that only its owner may enter, where the file system knows owners. */
    private static void ownerOnly(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectory(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(folder);
        }
    }

    /** Whether a stack has it now. */
    public boolean isInUse() {
        try {
            lock().acquiredBy().close();
            return false;
        } catch (IOException e) {
            throw new LaunchException(
                    "the data folder " + path + " cannot be used: " + reason(e), e);
        } catch (LaunchException e) {
            return true;
        }
    }

    /**
     * Removes what an earlier stack left in it.
     *
     * @throws LaunchException when a stack uses it, or something cannot be removed
     */
    public void empty() {
        try (FileChannel held = lock().acquiredBy() instanceof FileChannel file ? file : null;
                Stream<Path> all = Files.walk(path)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                // The lock stays, so that nobody takes the folder in between.
                if (!file.equals(path) && !file.equals(path.resolve("lock"))) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new LaunchException(
                    "the data folder " + path + " cannot be emptied: " + reason(e), e);
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** The folder of the keys; made by whoever writes the first one. */
    public Path keys() {
        return path.resolve("keys");
    }

    /**
     * How many partitions each topic of the log in this folder has; empty when there is no log yet.
     * The log was pinned to the number when it was made, and cannot be opened with another one.
     */
    OptionalInt partitions() {
        Path log = path.resolve("kafka").resolve("log");
        if (!Files.isDirectory(log)) {
            return OptionalInt.empty();
        }
        String topic = ServiceTopics.owners(Service.INTAKE) + "-";
        try (Stream<Path> partitions = Files.list(log)) {
            return partitions
                    .map(partition -> partition.getFileName().toString())
                    .filter(name -> name.startsWith(topic))
                    .map(name -> name.substring(topic.length()))
                    .filter(number -> number.matches("\\d{1,6}"))
                    .mapToInt(number -> Integer.parseInt(number) + 1)
                    .max();
        } catch (IOException e) {
            throw new LaunchException("the log in " + path + " cannot be read: " + reason(e), e);
        }
    }

    /** A process's log file. */
    public Path log(String process) {
        return path.resolve("logs").resolve(process + ".log");
    }

    /** The folder with a file for each child that runs. */
    Path pids() {
        return path.resolve("pids");
    }

    /**
     * Takes the folder for this process; the operating system gives it back when the process ends,
     * however it ends.
     *
     * @throws LaunchException when another stack has it
     */
    FileLock lock() {
        FileChannel channel = null;
        try {
            channel =
                    FileChannel.open(
                            path.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process; the message is the same.
        } catch (IOException e) {
            closeQuietly(channel);
            throw new LaunchException(
                    "the data folder " + path + " cannot be locked: " + reason(e), e);
        }
        closeQuietly(channel);
        throw new LaunchException("the data folder " + path + " is in use by another stack");
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // Nothing was written, and the caller is about to fail anyway.
        }
    }

    // Many file system exceptions have only the path as their message.
    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + " " + e.getMessage();
    }
}
