package org.orangeline.runtime.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key service as its public API says that it behaves, with real AES-256-GCM: names, versions,
 * associated data, the least versions for decryption and encryption, and trimming.
 */
public final class TransitServer implements AutoCloseable {

    public static final String TOKEN = "s.right";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int IV = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final HttpServer server;
    private final Map<String, Key> keys = new ConcurrentHashMap<>();

    public TransitServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/transit/", this::handle);
        server.start();
    }

    public URI mount() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/transit/");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
                answer(exchange, 403, JSON.createObjectNode());
                return;
            }
            byte[] body = exchange.getRequestBody().readAllBytes();
            JsonNode asked = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
            String[] path = exchange.getRequestURI().getPath().substring(12).split("/");
            ObjectNode data = JSON.createObjectNode();
            answer(exchange, answer(exchange.getRequestMethod(), path, asked, data), data);
        }
    }

    private synchronized int answer(String method, String[] path, JsonNode asked, ObjectNode data) {
        String name = path[1];
        Key key = keys.get(name);
        if (path[0].equals("keys") && path.length == 2 && method.equals("POST")) {
            keys.putIfAbsent(name, new Key());
            return 200;
        }
        if (key == null) {
            return method.equals("GET") ? 404 : 400;
        }
        return switch (path[0] + (path.length > 2 ? "/" + path[2] : "")) {
            case "keys" -> key.describe(data);
            case "keys/rotate" -> key.rotate(data);
            case "keys/config" -> key.configure(asked);
            case "keys/trim" -> key.trim(asked.path("min_available_version").asInt());
            case "encrypt" -> key.encrypt(asked, data);
            case "decrypt" -> key.decrypt(asked, data);
            default -> 404;
        };
    }

    private static void answer(HttpExchange exchange, int status, ObjectNode data)
            throws IOException {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("data", data);
        byte[] bytes = JSON.writeValueAsBytes(whole);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static final class Key {

        private final TreeMap<Integer, byte[]> versions = new TreeMap<>(Map.of(1, random(32)));
        private int minDecryption = 1;
        private int minEncryption;
        private int minAvailable;

        int describe(ObjectNode data) {
            data.put("latest_version", versions.lastKey())
                    .put("min_decryption_version", minDecryption)
                    .put("min_encryption_version", minEncryption)
                    .put("min_available_version", minAvailable);
            return 200;
        }

        int rotate(ObjectNode data) {
            versions.put(versions.lastKey() + 1, random(32));
            return describe(data);
        }

        int configure(JsonNode asked) {
            minDecryption = asked.path("min_decryption_version").asInt(minDecryption);
            minEncryption = asked.path("min_encryption_version").asInt(minEncryption);
            return minDecryption > versions.lastKey() ? 400 : 200;
        }

        int trim(int version) {
            if (minEncryption == 0
                    || minDecryption == 0
                    || version > Math.min(minDecryption, minEncryption)) {
                return 400;
            }
            minAvailable = version;
            versions.headMap(version).clear();
            return 200;
        }

        int encrypt(JsonNode asked, ObjectNode data) {
            int version = asked.path("key_version").asInt(versions.lastKey());
            if (version < minEncryption || !versions.containsKey(version)) {
                return 400;
            }
            byte[] iv = random(IV);
            byte[] sealed =
                    crypt(
                            Cipher.ENCRYPT_MODE,
                            version,
                            iv,
                            asked,
                            Base64.getDecoder().decode(asked.path("plaintext").asText()));
            byte[] both = Arrays.copyOf(iv, IV + sealed.length);
            System.arraycopy(sealed, 0, both, IV, sealed.length);
            data.put(
                    "ciphertext",
                    "vault:v" + version + ":" + Base64.getEncoder().encodeToString(both));
            return 200;
        }

        int decrypt(JsonNode asked, ObjectNode data) {
            String[] parts = asked.path("ciphertext").asText().split(":");
            int version = Integer.parseInt(parts[1].substring(1));
            if (version < minDecryption || !versions.containsKey(version)) {
                return 400;
            }
            byte[] both = Base64.getDecoder().decode(parts[2]);
            try {
                byte[] plain =
                        crypt(
                                Cipher.DECRYPT_MODE,
                                version,
                                Arrays.copyOf(both, IV),
                                asked,
                                Arrays.copyOfRange(both, IV, both.length));
                data.put("plaintext", Base64.getEncoder().encodeToString(plain));
                return 200;
            } catch (IllegalArgumentException e) {
                return 400;
            }
        }

        private byte[] crypt(int mode, int version, byte[] iv, JsonNode asked, byte[] text) {
            try {
                Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
                cipher.init(
                        mode,
                        new SecretKeySpec(versions.get(version), "AES"),
                        new GCMParameterSpec(128, iv));
                cipher.updateAAD(
                        asked.path("associated_data").asText().getBytes(StandardCharsets.US_ASCII));
                return cipher.doFinal(text);
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException(e);
            }
        }
    }
}
