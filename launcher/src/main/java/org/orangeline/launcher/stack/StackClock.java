package org.orangeline.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;

/**
 * How far the clock of a data folder is ahead of the real time. It is kept in the folder, since
 * what was recorded later cannot come before what was recorded earlier; it is only turned forward.
 */
public final class StackClock {
    private final Path file;

    private StackClock(Path file) {
        this.file = file;
    }

    /** The clock of a data folder. */
    public static StackClock in(Path folder) {
        return new StackClock(folder.resolve("clock"));
    }

    /** Whether the folder's clock can be turned, or was turned once. */
    boolean exists() {
        return Files.exists(file);
    }

    StackClock make() {
        if (!exists()) {
            write(Duration.ZERO);
        }
        return this;
    }

    Path file() {
        return file;
    }

    /** How far it is ahead. */
    public Duration ahead() {
        try {
            return exists() ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stack's time. */
    public Instant now() {
        return Instant.now().plus(ahead());
    }

    /** Turns it forward; the services follow within a fraction of a second. */
    public void turn(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("a clock is only turned forward");
        }
        write(ahead().plus(by));
    }

    private void write(Duration ahead) {
        try {
            Path next = file.resolveSibling("clock.next");
            Files.writeString(next, ahead.toString());
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
