package org.orangeline.kit.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.orangeline.runtime.keys.Ed25519Pair;
import org.orangeline.runtime.keys.KeyPurpose;
import org.orangeline.runtime.keys.ProcessKeys;

/**
 * Signs tokens of tablets in intake-service, and reads them in every service. Only intake-service
 * has the private key: another service can check a token and make none.
 */
@ApplicationScoped
public class DeviceTokens {

    /** Long enough for an upload on a bad link, short enough for one that was copied. */
    public static final Duration GOOD_FOR = Duration.ofMinutes(15);

    /** Tokens that are remembered; more tablets than any operation has. */
    private static final int MOST_KNOWN = 4_096;

    private final Stamp<DeviceToken> stamp;
    private final Clock clock;

    /**
     * Tokens whose signature was checked, by their SHA-256: a check costs 2 to 3 ms, and a tablet
     * shows its token with each call. Guarded by itself.
     */
    private final Map<ByteBuffer, DeviceToken> known =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<ByteBuffer, DeviceToken> eldest) {
                    return size() > MOST_KNOWN;
                }
            };

    DeviceTokens(ProcessKeys keys, ObjectMapper mapper, Clock clock) {
        List<PublicKey> checking =
                keys.accepted(KeyPurpose.DEVICE_TOKEN_PUBLIC).stream()
                        .map(Ed25519Pair::publicKey)
                        .toList();
        this.stamp =
                new Stamp<>(
                        signing(keys),
                        (said, signature) ->
                                checking.stream()
                                        .anyMatch(
                                                key -> Ed25519Pair.isSigned(key, said, signature)),
                        mapper,
                        DeviceToken.class);
        this.clock = clock;
    }

    private static UnaryOperator<byte[]> signing(ProcessKeys keys) {
        if (!keys.has(KeyPurpose.DEVICE_TOKEN_PRIVATE)) {
            return said -> {
                throw new IllegalStateException(keys.process() + " makes no tokens of tablets");
            };
        }
        PrivateKey key = Ed25519Pair.privateKey(keys.newest(KeyPurpose.DEVICE_TOKEN_PRIVATE));
        return said -> Ed25519Pair.sign(key, said);
    }

    /**
     * The header's value, good from now on.
     *
     * @throws IllegalStateException in another service than intake-service
     */
    public String issue(String operation, String deviceId, String receptionPoint, boolean revoked) {
        return stamp.sign(
                new DeviceToken(
                        operation,
                        deviceId,
                        receptionPoint,
                        revoked,
                        clock.instant().plus(GOOD_FOR)));
    }

    /** The token, when it was signed by intake-service for this operation and has not run out. */
    Optional<DeviceToken> read(String header, String operation) {
        return signed(header)
                .filter(token ->
                        token.operation().equals(operation)
                                && clock.instant().isBefore(token.until()));
    }

    /** Whether its signature was checked before, so that reading it costs next to nothing. */
    boolean isKnown(String header) {
        return before(ByteBuffer.wrap(sha256(header))).isPresent();
    }

    private Optional<DeviceToken> before(ByteBuffer hash) {
        synchronized (known) {
            return Optional.ofNullable(known.get(hash));
        }
    }

    private Optional<DeviceToken> signed(String header) {
        ByteBuffer hash = ByteBuffer.wrap(sha256(header));
        Optional<DeviceToken> before = before(hash);
        if (before.isPresent()) {
            return before;
        }
        Optional<DeviceToken> checked = stamp.read(header);
        checked.ifPresent(token -> {
            synchronized (known) {
                known.put(hash, token);
            }
        });
        return checked;
    }

    private static byte[] sha256(String header) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(header.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
