package org.orangeline.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.orangeline.localkafka.TestBroker;

/**
 * A broker without topics, and a deployment key. The key pair for tokens is Quarkus' own, which it
 * makes for tests.
 */
public final class LocalDeployment implements QuarkusTestResourceLifecycleManager {

    /** Small, so that tests meet several partitions without waiting for many. */
    public static final int PARTITIONS = 2;

    /** Short, so that tests of it end soon. */
    public static final Duration IDLE = Duration.ofSeconds(5);

    private static final int DEPLOYMENT_KEY_BYTES = 32;

    @Override
    public Map<String, String> start() {
        return Map.of(
                "kafka.bootstrap.servers", TestBroker.shared(),
                "orangeline.partitions", Integer.toString(PARTITIONS),
                "orangeline.deployment-key-file", deploymentKey().toString(),
                "quarkus.http.test-port", "0",
                "quarkus.http.idle-timeout", IDLE.toString());
    }

    private static Path deploymentKey() {
        byte[] key = new byte[DEPLOYMENT_KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            // In a folder of its own: the master keys are made beside it.
            Path file =
                    Files.createTempDirectory("orangeline-deployment-").resolve("deployment.key");
            return Files.writeString(file, Base64.getEncoder().encodeToString(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The broker goes with the virtual machine, see {@link TestBroker}. */
    @Override
    public void stop() {}
}
