package org.orangeline.runtime.keys;

import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.orangeline.events.Service;

/**
 * Which keys each service has, and how they follow from the deployment key. Only who makes the
 * files needs that; a service reads its {@link ProcessKeys}.
 */
public final class DerivedKeys {

    /** Signs tablets' tokens and receipts. */
    private static final Service SIGNER = Service.INTAKE;

    private static final String DEVICE_TOKEN = "device-token";
    private static final String RECEIPT = "receipt";
    private static final String EARLIER_RECEIPTS = "orangeline receipts v1";

    /** The labels of keys that made what is still in a log or a key folder. */
    private static final Map<KeyPurpose, String> EARLIER =
            Map.of(
                    KeyPurpose.CONTENT_HASH, "orangeline content hash v1",
                    KeyPurpose.KEY_WRAP, "orangeline key wrap v1",
                    KeyPurpose.ENROLMENT_CODE, "orangeline enrolment code v1");

    private static final List<KeyPurpose> OF_EACH =
            List.of(
                    KeyPurpose.CONTENT_HASH,
                    KeyPurpose.KEY_WRAP,
                    KeyPurpose.HELD_TICKET,
                    KeyPurpose.PASSED_ON);

    private static final List<KeyPurpose> OF_INTAKE =
            List.of(KeyPurpose.DEVICE_CHALLENGE, KeyPurpose.ENROLMENT_CODE);

    private DerivedKeys() {}

    /** Those of a service in a new deployment. */
    public static ProcessKeys of(DeploymentKey root, Service service) {
        return make(
                root,
                service,
                purpose -> named(root, service, purpose),
                root.named(SIGNER.id(), RECEIPT, 1));
    }

    /**
     * Those of a service in a deployment whose services all read the deployment key: version 1 is
     * what they had, so that what is in the log and in the key folder stays readable. Keys that
     * sign short-lived tokens are new, and no longer what the other services have, too.
     */
    public static ProcessKeys ofEarlier(DeploymentKey root, Service service) {
        return make(
                root,
                service,
                purpose ->
                        EARLIER.containsKey(purpose)
                                ? root.derive(EARLIER.get(purpose))
                                : named(root, service, purpose),
                root.derive(EARLIER_RECEIPTS));
    }

    private static byte[] named(DeploymentKey root, Service service, KeyPurpose purpose) {
        return root.named(service.id(), purpose.spelled(), 1);
    }

    private static ProcessKeys make(
            DeploymentKey root,
            Service service,
            Function<KeyPurpose, byte[]> key,
            byte[] receipts) {
        ProcessKeys keys = ProcessKeys.none(service.id());
        for (KeyPurpose purpose : OF_EACH) {
            keys = keys.with(purpose, 1, key.apply(purpose));
        }
        if (service == SIGNER) {
            for (KeyPurpose purpose : OF_INTAKE) {
                keys = keys.with(purpose, 1, key.apply(purpose));
            }
        }
        return withReceipts(
                withDeviceTokens(keys, root, service, 1), service, Ed25519Pair.of(receipts));
    }

    /** The same with another pair for receipts, one that stood in a file of its own. */
    public static ProcessKeys withReceipts(ProcessKeys keys, Service service, KeyPair pair) {
        return service == SIGNER
                ? keys.with(KeyPurpose.RECEIPT_PRIVATE, 1, pair.getPrivate().getEncoded())
                        .with(KeyPurpose.RECEIPT_PUBLIC, 1, pair.getPublic().getEncoded())
                : keys;
    }

    private static ProcessKeys withDeviceTokens(
            ProcessKeys keys, DeploymentKey root, Service service, int version) {
        KeyPair pair = Ed25519Pair.of(root.named(SIGNER.id(), DEVICE_TOKEN, version));
        ProcessKeys checking =
                keys.with(KeyPurpose.DEVICE_TOKEN_PUBLIC, version, pair.getPublic().getEncoded());
        return service == SIGNER
                ? checking.with(
                        KeyPurpose.DEVICE_TOKEN_PRIVATE, version, pair.getPrivate().getEncoded())
                : checking;
    }

    /**
     * A new version of every key that can be renewed. Not of content hashes: those in the log are
     * compared with commands that come again. Not of receipts: tablets have the public key, and
     * paper is checked for years. Of stamps the version before is kept; of hashes of enrolment
     * codes, which stand in the log, every one.
     *
     * @param version larger than any that there is
     *     <p>Old versions of {@link KeyPurpose#KEY_WRAP} go only when every master key was seen to
     *     be wrapped with the newest. Anything else may be a folder that was left behind, while the
     *     service wraps in another place.
     * @param wrapping versions that wrap a file in the key folder; empty when that is not known
     */
    public static ProcessKeys renewed(
            ProcessKeys before,
            DeploymentKey root,
            Service service,
            int version,
            Optional<Set<Integer>> wrapping) {
        ProcessKeys keys = before;
        for (KeyPurpose purpose : List.of(KeyPurpose.HELD_TICKET, KeyPurpose.PASSED_ON)) {
            keys = stamp(keys, root, purpose, version);
        }
        if (service == SIGNER) {
            keys = stamp(keys, root, KeyPurpose.DEVICE_CHALLENGE, version);
            keys = next(keys, root, KeyPurpose.ENROLMENT_CODE, version);
            keys = keys.keeping(KeyPurpose.DEVICE_TOKEN_PRIVATE, _ -> false);
        }
        int checked = keys.newestVersion(KeyPurpose.DEVICE_TOKEN_PUBLIC);
        keys =
                withDeviceTokens(keys, root, service, version)
                        .keeping(KeyPurpose.DEVICE_TOKEN_PUBLIC, one -> one >= checked);
        int wrapped = keys.newestVersion(KeyPurpose.KEY_WRAP);
        boolean isSure = wrapping.equals(Optional.of(Set.of(wrapped)));
        return next(keys, root, KeyPurpose.KEY_WRAP, version)
                .keeping(KeyPurpose.KEY_WRAP, one -> !isSure || one >= wrapped);
    }

    private static ProcessKeys stamp(
            ProcessKeys keys, DeploymentKey root, KeyPurpose purpose, int version) {
        int last = keys.newestVersion(purpose);
        return next(keys, root, purpose, version).keeping(purpose, one -> one >= last);
    }

    private static ProcessKeys next(
            ProcessKeys keys, DeploymentKey root, KeyPurpose purpose, int version) {
        return keys.with(purpose, version, root.named(keys.process(), purpose.spelled(), version));
    }
}
