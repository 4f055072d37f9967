package org.orangeline.kit.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.orangeline.kit.transport.Trust;
import org.orangeline.runtime.keys.DeploymentKey;
import org.orangeline.runtime.keys.KeyFolder;
import org.orangeline.runtime.keys.KeyService;
import org.orangeline.runtime.keys.TransitKeys;

/** Who keeps the master keys, as configured: a key service, or a folder on this machine. */
final class MasterKeys {

    private MasterKeys() {}

    static KeyService of(KitConfig config, DeploymentKey deployment) {
        Optional<URI> url = config.keyService().url();
        return url.isPresent()
                ? remote(config.keyService(), url.get())
                : new KeyFolder(folder(config), deployment);
    }

    private static Path folder(KitConfig config) {
        return config.keyFolder()
                .orElseGet(() -> config.deploymentKeyFile().resolveSibling("operation-keys"));
    }

    private static KeyService remote(KitConfig.RemoteKeys config, URI url) {
        HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2));
        config.trust().ifPresent(file -> client.sslContext(Trust.in(file)));
        Path token =
                config.tokenFile()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "orangeline.key-service.token-file is needed"));
        return new TransitKeys(client.build(), url, () -> read(token));
    }

    // At each call: an agent beside the service renews it.
    private static String read(Path token) {
        try {
            return Files.readString(token).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the key service's token cannot be read", e);
        }
    }
}
