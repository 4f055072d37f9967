package org.orangeline.kit.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.orangeline.kit.transport.Trust;
import org.orangeline.runtime.keys.KeyFolder;
import org.orangeline.runtime.keys.KeyService;
import org.orangeline.runtime.keys.ProcessKeys;
import org.orangeline.runtime.keys.TransitKeys;
import org.orangeline.runtime.keys.WrapAnew;

/** Who keeps the master keys, as configured: a key service, or a folder on this machine. */
final class MasterKeys {

    private static final Logger LOG = Logger.getLogger("org.orangeline.keys");

    private MasterKeys() {}

    static KeyService of(KitConfig config, ProcessKeys keys) {
        Optional<URI> url = config.keyService().url();
        if (url.isPresent()) {
            return remote(config.keyService(), url.get());
        }
        Path folder = OwnKeys.folder(config);
        wrapAnew(folder, keys);
        return new KeyFolder(folder, keys);
    }

    // What an earlier version wraps can be read, so a disk that cannot be written is no reason not
    // to start; readiness says that it cannot.
    private static void wrapAnew(Path folder, ProcessKeys keys) {
        try {
            int many = new WrapAnew(folder, keys).run();
            if (many > 0) {
                LOG.infof("%d master keys were wrapped with the renewed key", many);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.errorf("master keys are not wrapped with the renewed key: %s", e.getMessage());
        }
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
