package org.orangeline.launcher.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets one command at a time make or renew the keys of a folder, in this process and in others. It
 * goes with the process that holds it.
 */
final class KeysLock implements AutoCloseable {
    private static final String NAME = "keys.lock";

    /** A process cannot lock a file twice, so its threads wait here. */
    private static final ReentrantLock HERE = new ReentrantLock();

    private final @Nullable FileChannel channel;

    private KeysLock(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    static KeysLock of(Path folder) throws IOException {
        HERE.lock();
        try {
            return new KeysLock(locked(folder));
        } catch (IOException | RuntimeException e) {
            HERE.unlock();
            throw e;
        }
    }

    // Keys in a folder that nobody can write can be read without a lock.
    private static @Nullable FileChannel locked(Path folder) throws IOException {
        if (!Files.isWritable(folder)) {
            return null;
        }
        Path file = folder.resolve(NAME);
        FileChannel channel =
                FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        SecretFiles.rights(file, "rw-------"));
        try {
            var unused = channel.lock();
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (channel != null) {
                channel.close();
            }
        } finally {
            HERE.unlock();
        }
    }
}
