package org.orangeline.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A disk of its own for one folder, small enough to be filled to the last byte. */
final class SmallDisk implements AutoCloseable {

    private static final int BLOCK = 4_096;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts it; a machine on which the tests may not mount skips what needs it. */
    static SmallDisk at(Path folder, String size) throws IOException {
        Files.createDirectories(folder);
        assumeTrue(
                ran("mount", "-t", "tmpfs", "-o", "mode=700,size=" + size, "tmpfs", "" + folder),
                "a full disk needs the right to mount one");
        return new SmallDisk(folder);
    }

    /** Takes all the space that is left. */
    void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(ballast())) {
            byte[] block = new byte[BLOCK];
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            if (Files.getFileStore(folder).getUsableSpace() > 0) {
                throw e;
            }
        }
    }

    /** Gives it back. */
    void free() throws IOException {
        Files.delete(ballast());
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    private static boolean ran(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }

    /** Also when a process still has a file open. */
    @Override
    public void close() {
        boolean unused = ran("umount", "-l", "" + folder);
    }
}
