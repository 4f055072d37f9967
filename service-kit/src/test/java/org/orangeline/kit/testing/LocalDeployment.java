package org.orangeline.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.orangeline.events.Service;
import org.orangeline.localkafka.TestBroker;
import org.orangeline.runtime.keys.DeploymentKey;
import org.orangeline.runtime.keys.DerivedKeys;

/**
 * A broker without topics, and the keys of the service whose tests run. The key pair for tokens is
 * Quarkus' own, which it makes for tests.
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
                "orangeline.process-keys", processKeys().toString(),
                "quarkus.http.test-port", "0",
                "quarkus.http.idle-timeout", IDLE.toString());
    }

    private static Path processKeys() {
        byte[] key = new byte[DEPLOYMENT_KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Service service = tested();
        try {
            Path folder = Files.createTempDirectory("orangeline-deployment-");
            Files.createDirectories(folder.resolve("operation-keys").resolve(service.id()));
            return Files.writeString(
                    folder.resolve(service.id() + ".keys"),
                    DerivedKeys.of(DeploymentKey.of(key), service).text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // A module is named as its service is.
    private static Service tested() {
        String module = Path.of(System.getProperty("basedir", "")).toAbsolutePath().toString();
        return Arrays.stream(Service.values())
                .filter(service -> module.endsWith(service.id()))
                .findFirst()
                .orElseThrow();
    }

    /** The broker goes with the virtual machine, see {@link TestBroker}. */
    @Override
    public void stop() {}
}
