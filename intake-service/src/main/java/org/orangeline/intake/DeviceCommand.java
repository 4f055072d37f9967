package org.orangeline.intake;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.DeviceKey;

/** Which tablets are trusted. */
public sealed interface DeviceCommand extends IntakeCommand {

    String deviceId();

    @Override
    default Set<String> subjects() {
        return Set.of(operation());
    }

    /**
     * A human lets a tablet enrol; gives {@code DeviceInvited}.
     *
     * @param codeHash keyed hash of the code
     * @param lasts how long the code is good
     */
    record InviteDevice(
            String operation,
            String deviceId,
            String receptionPoint,
            String codeHash,
            Duration lasts)
            implements DeviceCommand {}

    /**
     * Somebody with a code gives a key; gives {@code DeviceEnrolled}, or {@code DeviceCodeRejected}
     * when the code is a wrong one.
     *
     * @param codeHashes keyed hashes of the code that was given, with each version of the key
     */
    record EnrolDevice(
            String operation, String deviceId, List<String> codeHashes, DeviceKey publicKey)
            implements DeviceCommand {}

    /** A human trusts a tablet no more; gives {@code DeviceRevoked}. */
    record RevokeDevice(String operation, String deviceId, Confidential<String> reason)
            implements DeviceCommand {}
}
