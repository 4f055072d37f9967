package org.orangeline.kit.batch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.orangeline.kit.batch.HeldItem.Settlement;
import org.orangeline.kit.batch.HeldItem.State;
import org.orangeline.kit.rest.Role;
import org.orangeline.runtime.keys.Boxed;

/** Held items for tests. */
final class HeldSamples {

    static final String OPERATION = "baghuz-2019";
    static final UUID PERSON = new UUID(0x0195, 77);
    static final Instant NOON = Instant.parse("2019-03-05T12:00:00Z");
    private static final Boxed SEALED = new Boxed(1, "key", "nonce", "ciphertext");

    private HeldSamples() {}

    static HeldItem waiting(String deviceId, UUID itemId) {
        return waiting(deviceId, 1, itemId);
    }

    static HeldItem waiting(String deviceId, long sequence, UUID itemId) {
        return item(deviceId, sequence, itemId, List.of(PERSON), State.WAITING);
    }

    static HeldItem quarantined(String deviceId, UUID itemId) {
        return item(deviceId, 1, itemId, List.of(PERSON), State.QUARANTINED);
    }

    static HeldItem about(List<UUID> persons) {
        return item("tablet-1", 1, new UUID(0, 9), persons, State.WAITING);
    }

    static Settlement discarded() {
        return new Settlement(Settlement.How.DISCARDED, "human:amira", NOON, SEALED);
    }

    static Settlement acknowledged() {
        return new Settlement(Settlement.How.ACKNOWLEDGED, "human:amira", NOON, SEALED);
    }

    static Settlement erased() {
        return new Settlement(Settlement.How.ERASED, "machine:intake-service", NOON, null);
    }

    private static HeldItem item(
            String deviceId, long sequence, UUID itemId, List<UUID> persons, State state) {
        return new HeldItem(
                OPERATION,
                itemId,
                deviceId,
                sequence,
                persons,
                List.of(),
                false,
                true,
                "rojda",
                List.of(Role.INTAKE_OFFICER),
                NOON,
                state,
                false,
                0,
                SEALED,
                null,
                null,
                null);
    }
}
