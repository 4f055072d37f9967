package org.orangeline.runtime.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Master keys in a key management service that speaks the Transit API of HashiCorp Vault and
 * OpenBao, version 1: the keys never leave it, and this process never sees one. A key is named
 * {@code <service>_.<operation>}; what was wrapped is bound to that name and its version as
 * associated data. Destroying versions is the service's {@code trim}, which takes them out of its
 * own storage; its backups have to expire like those of a folder.
 */
public final class TransitKeys implements KeyService {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int NOT_FOUND = 404;

    private final HttpClient client;
    private final String mount;
    private final Supplier<String> token;

    /**
     * @param mount where the engine is mounted, for example {@code https://vault:8200/v1/transit}
     * @param token asked for at each call, since it may be renewed
     */
    public TransitKeys(HttpClient client, URI mount, Supplier<String> token) {
        this.client = client;
        this.mount = mount.toString().replaceAll("/+$", "");
        this.token = token;
    }

    @Override
    public void check(String name) {
        Optional<JsonNode> unused = known(name);
    }

    @Override
    public int current(String name) {
        return known(name).orElseGet(() -> make(name)).path("latest_version").asInt();
    }

    @Override
    public byte[] wrap(String name, int version, byte[] key) {
        ObjectNode asked =
                JSON.createObjectNode()
                        .put("plaintext", Base64.getEncoder().encodeToString(key))
                        .put("associated_data", context(name, version))
                        .put("key_version", version);
        String wrapped =
                required("POST", "encrypt/" + path(name), asked, name)
                        .path("ciphertext")
                        .asText("");
        if (wrapped.isEmpty()) {
            throw new KeyServiceException("the key service did not wrap a key of " + name);
        }
        return wrapped.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Optional<byte[]> unwrap(String name, int version, byte[] wrapped) {
        // Asked first: whether a version is gone for good must not be guessed from an error.
        JsonNode key =
                known(name)
                        .orElseThrow(() ->
                                new KeyServiceException("the key service has no key " + name));
        if (version < Math.max(1, key.path("min_available_version").asInt())) {
            return Optional.empty();
        }
        ObjectNode asked =
                JSON.createObjectNode()
                        .put("ciphertext", new String(wrapped, StandardCharsets.US_ASCII))
                        .put("associated_data", context(name, version));
        String plain =
                required("POST", "decrypt/" + path(name), asked, name).path("plaintext").asText("");
        if (plain.isEmpty()) {
            throw new KeyServiceException("the key service did not unwrap a key of " + name);
        }
        return Optional.of(Base64.getDecoder().decode(plain));
    }

    @Override
    public int rotate(String name) {
        int unused = current(name);
        Optional<JsonNode> done =
                call("POST", "keys/" + path(name) + "/rotate", JSON.createObjectNode(), name);
        return done.map(answer -> answer.path("latest_version").asInt())
                .filter(version -> version > 0)
                .orElseGet(() -> current(name));
    }

    // The service trims no further than both of these say.
    @Override
    public void destroyBefore(String name, int version) {
        JsonNode unused =
                required(
                        "POST",
                        "keys/" + path(name) + "/config",
                        JSON.createObjectNode()
                                .put("min_decryption_version", version)
                                .put("min_encryption_version", version),
                        name);
        unused =
                required(
                        "POST",
                        "keys/" + path(name) + "/trim",
                        JSON.createObjectNode().put("min_available_version", version),
                        name);
    }

    private JsonNode make(String name) {
        JsonNode unused =
                required(
                        "POST",
                        "keys/" + path(name),
                        JSON.createObjectNode().put("type", "aes256-gcm96"),
                        name);
        return known(name)
                .orElseThrow(() -> new KeyServiceException("the key service made no key " + name));
    }

    private Optional<JsonNode> known(String name) {
        return call("GET", "keys/" + path(name), null, name);
    }

    private JsonNode required(String method, String path, JsonNode body, String name) {
        return call(method, path, body, name)
                .orElseThrow(
                        () -> new KeyServiceException("the key service does not know " + name));
    }

    /** What the answer holds as its data; empty for what is not there. */
    private Optional<JsonNode> call(
            String method, String path, @Nullable JsonNode body, String name) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(mount + "/" + path))
                        .timeout(LIMIT)
                        .header("X-Vault-Token", token.get())
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build();
        try {
            HttpResponse<byte[]> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            if (answer.statusCode() / 100 != 2) {
                throw new KeyServiceException(
                        "the key service answered " + answer.statusCode() + " about " + name);
            }
            return Optional.of(
                    answer.body().length == 0
                            ? JSON.createObjectNode()
                            : JSON.readTree(answer.body()).path("data"));
        } catch (IOException e) {
            throw new KeyServiceException("the key service cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeyServiceException("interrupted while asking the key service", e);
        }
    }

    private static String path(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*")) {
            throw new KeyServiceException("not a name");
        }
        // Two names never become one: an underscore is written twice.
        return name.replace("_", "__").replace("/", "_.");
    }

    private static String context(String name, int version) {
        return Base64.getEncoder()
                .encodeToString(
                        ("master key " + version + " of " + name).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "TransitKeys[" + mount + "]";
    }
}
