package org.orangeline.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that takes long to start: started for the first test that asks, and ended with the
 * virtual machine, whichever test classes run in it.
 */
final class StartedOnce<T> {

    private final Function<Path, T> start;
    private final Consumer<T> end;
    private @Nullable T started;

    /**
     * @param start is given a folder of its own
     */
    StartedOnce(Function<Path, T> start, Consumer<T> end) {
        this.start = start;
        this.end = end;
    }

    synchronized T get() {
        if (started == null) {
            try {
                Path folder = Files.createTempDirectory("orangeline-system-");
                T now = start.apply(folder);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(now, folder)));
                started = now;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return started;
    }

    private void end(T now, Path folder) {
        end.accept(now);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
