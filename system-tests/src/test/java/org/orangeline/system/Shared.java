package org.orangeline.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the one {@link RunningSystem} to all tests that break nothing: each opens an operation of
 * its own, which is the boundary of everything, and so does not see the others.
 */
final class Shared implements ParameterResolver {

    private static final int PARTITIONS = 4;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningSystem.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Kept.class, any -> new Kept(), Kept.class)
                .system;
    }

    /** Lives until the last test class is done. */
    private static final class Kept implements AutoCloseable {

        private final Path folder;
        private final RunningSystem system;

        Kept() {
            try {
                folder = Files.createTempDirectory("orangeline-system-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            system = RunningSystem.start(folder.resolve("var"), PARTITIONS);
        }

        @Override
        public void close() throws IOException {
            system.close();
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
