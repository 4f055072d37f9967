package org.orangeline.runtime.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps apart who makes, destroys and wraps anew the master keys of one service, in this process
 * and in others: a key that was destroyed must not come back because somebody was about to replace
 * its file. It goes with the process that holds it.
 */
final class FolderLock implements AutoCloseable {

    private static final String NAME = ".lock";

    /** A process cannot lock a file twice, so its threads wait here. */
    private static final ReentrantLock HERE = new ReentrantLock();

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock of(Path folder) throws IOException {
        HERE.lock();
        try {
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve(NAME),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            try {
                var unused = channel.lock();
                return new FolderLock(channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            HERE.unlock();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HERE.unlock();
        }
    }
}
