package org.orangeline.kit.batch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.orangeline.kit.rest.DeviceToken;
import org.orangeline.kit.rest.Problem;

/** Whether an item can come from the tablet that sends it; if not, a human has to look at it. */
final class Origin {

    /** Where a call says at which reception point it was made. */
    private static final String RECEPTION_POINT = "receptionPoint";

    private Origin() {}

    static Problem otherDevice(DeviceToken device) {
        return Problem.of(
                403,
                "other-device",
                "This is another tablet's",
                "A tablet uploads its own items; deviceId must be " + device.deviceId() + ".");
    }

    static Problem revoked() {
        return Problem.of(
                403,
                "device-revoked",
                "This tablet is trusted no more",
                "What it uploads is decided once a human has released it.");
    }

    /** Why it cannot; empty when it can. */
    static Optional<Problem> whyNot(Item item, DeviceToken device) {
        if (!isMadeThere(item)) {
            return Optional.empty();
        }
        JsonNode tablet = item.body().path("device").path("deviceId");
        if (tablet.isTextual() && !tablet.asText().equals(device.deviceId())) {
            return Optional.of(otherDevice(device));
        }
        JsonNode said = item.body().path(RECEPTION_POINT);
        return said.isTextual() && !said.asText().equals(device.receptionPoint())
                ? Optional.of(
                        Problem.of(
                                403,
                                "other-reception-point",
                                "This tablet belongs to another reception point",
                                "Its arrivals are those of "
                                        + device.receptionPoint()
                                        + "; a human has to look at this one."))
                : Optional.empty();
    }

    // What is wrong with an arrival that names no place, the call itself says.
    private static boolean isMadeThere(Item item) {
        return item.path().startsWith("arrivals/") || item.path().startsWith("pre-registrations/");
    }
}
