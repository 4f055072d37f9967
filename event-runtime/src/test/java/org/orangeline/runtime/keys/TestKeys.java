package org.orangeline.runtime.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Master keys in a folder that all nodes of a test run share. */
public final class TestKeys {

    private static final KeyFolder SHARED = in(folder());

    private TestKeys() {}

    public static KeyService shared() {
        return SHARED;
    }

    static KeyFolder in(Path folder) {
        return new KeyFolder(folder, DeploymentKey.of(new byte[32]));
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("orangeline-master-keys");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
