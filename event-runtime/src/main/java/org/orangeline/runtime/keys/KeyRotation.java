package org.orangeline.runtime.keys;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/**
 * Gives an operation a new master key and a new operation key, and wraps the persons' keys anew. No
 * event is touched. When it has ended, what the old keys had wrapped cannot be read by anybody,
 * wherever a copy of it lies: a destroyed key of a person is then gone from every segment and
 * backup of the log. Broken off, it is begun anew, and everything stays readable.
 */
public final class KeyRotation {

    private static final int KEY_BYTES = 32;

    private final KeyRing ring;
    private final int partition;
    private final String operation;
    private final String name;
    private final SecretKeySpec key;
    private final Map<String, byte[]> first = new LinkedHashMap<>();
    private final int master;

    /**
     * @throws KeyServiceException when the key service cannot be asked
     */
    public KeyRotation(KeyRing ring, int partition, String operation) {
        ring.requireMaster(partition, operation);
        this.ring = ring;
        this.partition = partition;
        this.operation = operation;
        this.name =
                OperationKeyName.of(
                        operation,
                        ring.current(partition, operation).map(OperationKeyName::number).orElse(0)
                                + 1);
        byte[] bytes = Aes.random(KEY_BYTES);
        this.key = new SecretKeySpec(bytes, "AES");
        this.master = ring.masters().rotate(ring.masterName(operation));
        KeyRecord record = ring.wrapOperationKey(operation, bytes);
        first.put(KeyRecord.OPERATION_KEY + name, record.bytes());
    }

    /** The new operation key, to be written before anything that it wraps. */
    public Map<String, byte[]> operationKey() {
        return first;
    }

    /** Records to write, a part at a time; the last step destroys nothing yet. */
    public List<Map<String, byte[]>> parts(int most) {
        List<Map<String, byte[]>> parts = new ArrayList<>();
        Map<String, byte[]> part = new LinkedHashMap<>();
        for (PersonKey person : ring.wrappedByOthers(partition, operation, name)) {
            Optional<SecretKeySpec> opened = ring.opened(partition, person);
            if (opened.isEmpty()) {
                continue; // destroyed with what wrapped it
            }
            part.put(
                    person.recordKey(),
                    new KeyRecord(
                                    person.record().number(),
                                    name,
                                    Wrapping.wrap(key, person.context(), opened.get().getEncoded()))
                            .bytes());
            if (part.size() == most) {
                parts.add(part);
                part = new LinkedHashMap<>();
            }
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    /** Record keys of the operation keys that nothing needs any more. */
    public List<String> obsolete() {
        return ring.others(partition, operation, name).stream()
                .map(old -> KeyRecord.OPERATION_KEY + old)
                .toList();
    }

    /** The end: from here on the old keys are gone. Only after all parts are committed. */
    public void destroyOld() {
        ring.masters().destroyBefore(ring.masterName(operation), master);
    }
}
