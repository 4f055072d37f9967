package org.orangeline.kit.batch;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.rest.DeviceToken;
import org.orangeline.kit.rest.Problem;

/** Whether something can come from the tablet that sends it; if not, a human has to look at it. */
public final class Origin {

    /** Where a call says at which reception point it was made. */
    private static final String RECEPTION_POINT = "receptionPoint";

    private Origin() {}

    static Problem otherDevice(DeviceToken device) {
        return otherDevice(
                "A tablet uploads its own items; deviceId must be " + device.deviceId() + ".");
    }

    /** Of what names a tablet and is not known to come from it. */
    public static Problem otherDevice(String detail) {
        return Problem.of(403, "other-device", "Wrong device", detail);
    }

    static Problem revoked() {
        return Problem.of(
                403,
                "device-revoked",
                "Device revoked",
                "What it uploads is decided once a human has released it.");
    }

    /** Why it cannot; empty when it can. */
    static Optional<Problem> whyNot(Item item, DeviceToken device) {
        if (!isMadeThere(item)) {
            return Optional.empty();
        }
        return whyNot(
                item.body().path("device").path("deviceId").textValue(),
                item.body().path(RECEPTION_POINT).textValue(),
                device);
    }

    /**
     * Why what is made at a reception point cannot come from a tablet; empty when it can.
     *
     * @param named the tablet that it names
     * @param receptionPoint where it says that it was made
     */
    public static Optional<Problem> whyNot(
            @Nullable String named, @Nullable String receptionPoint, DeviceToken device) {
        if (named != null && !named.equals(device.deviceId())) {
            return Optional.of(otherDevice(device));
        }
        return receptionPoint == null || receptionPoint.equals(device.receptionPoint())
                ? Optional.empty()
                : Optional.of(
                        Problem.of(
                                403,
                                "other-reception-point",
                                "Wrong reception point",
                                "Its arrivals are those of "
                                        + device.receptionPoint()
                                        + "; a human has to look at this one."));
    }

    // What is wrong with an arrival that names no place, the call itself says.
    private static boolean isMadeThere(Item item) {
        return item.path().startsWith("arrivals/") || item.path().startsWith("pre-registrations/");
    }
}
