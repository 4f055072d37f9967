package org.orangeline.runtime.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.orangeline.events.Service;

/** Master keys in a folder that all nodes of a test run share. */
public final class TestKeys {

    private static final List<String> SERVICES =
            List.of(
                    "intake-service",
                    "screening-service",
                    "placement-service",
                    "toy-service",
                    "toy",
                    "s");
    private static final KeyFolder SHARED = in(folder());

    private TestKeys() {}

    public static KeyService shared() {
        return SHARED;
    }

    /** The keys that all nodes of a test run have. */
    public static ProcessKeys process() {
        return process(0);
    }

    static ProcessKeys process(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return DerivedKeys.of(DeploymentKey.of(key), Service.INTAKE);
    }

    static KeyFolder in(Path folder) {
        return in(folder, process());
    }

    /** Makes the folders that a service has to find. */
    static KeyFolder in(Path folder, ProcessKeys keys) {
        try {
            for (String service : SERVICES) {
                Files.createDirectories(folder.resolve(service));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new KeyFolder(folder, keys);
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
