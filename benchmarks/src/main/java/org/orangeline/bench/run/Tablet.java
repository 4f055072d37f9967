package org.orangeline.bench.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.orangeline.bench.load.Requests;
import org.orangeline.bench.stack.BenchStack;
import org.orangeline.bench.stack.LostException;
import org.orangeline.bench.stack.Once;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;

/** A tablet with a key of its own, as docs/tablets.md describes it. */
public final class Tablet {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEVICES = "/operations/" + BenchStack.OPERATION + "/devices";
    private static final int KEY_BYTES = 32;

    private final Requests requests;
    private final String id;
    private final KeyPair keys;

    private Tablet(Requests requests, String id, KeyPair keys) {
        this.requests = requests;
        this.id = id;
        this.keys = keys;
    }

    /** Invited by a coordinator, and enrolled with its code. */
    public static Tablet enrolled(BenchStack stack, String id, String receptionPoint) {
        Requests coordinator = stack.as(Service.INTAKE, "Rahel Brandt", Role.COORDINATOR);
        String invitation =
                "{\"deviceId\":\"%s\",\"receptionPoint\":\"%s\",\"hours\":24}"
                        .formatted(id, receptionPoint);
        String code = call(coordinator, DEVICES, invitation).path("code").asText();
        try {
            KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            // The encoded form ends with the key itself.
            byte[] encoded = keys.getPublic().getEncoded();
            byte[] key = Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
            Requests nobody = new Requests(stack.address(Service.INTAKE), "");
            String enrolment =
                    ("{\"code\":\"%s\",\"publicKey\":{\"kty\":\"OKP\",\"crv\":\"Ed25519\","
                                    + "\"x\":\"%s\"}}")
                            .formatted(code, text(key));
            call(nobody, DEVICES + "/" + id + "/enrolment", enrolment);
            return new Tablet(nobody, id, keys);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /** For the header of an upload. */
    public String token() {
        String path = DEVICES + "/" + id;
        JsonNode challenge = call(requests, path + "/challenge", "{\"use\":\"TOKEN\"}");
        String claims =
                JSON.createObjectNode()
                        .put("aud", challenge.path("audience").asText())
                        .put("sub", id)
                        .put("nonce", challenge.path("nonce").asText())
                        .put("jti", UUID.randomUUID().toString())
                        .toString();
        String assertion = "{\"assertion\":\"" + signed(claims) + "\"}";
        return call(requests, path + "/token", assertion).path("token").asText();
    }

    private String signed(String claims) {
        String content = text(bytes("{\"alg\":\"EdDSA\"}")) + "." + text(bytes(claims));
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(bytes(content));
            return content + "." + text(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    private static JsonNode call(Requests who, String path, String json) {
        Once.Answer answer = Once.send(who.base(), who.post(path, json));
        if (answer.status() / 100 != 2) {
            throw new LostException(path + " was answered " + answer.status());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
