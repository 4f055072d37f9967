package org.orangeline.kit.rest;

import java.time.Instant;

/**
 * What intake-service says about a tablet that has shown that it has its key. It says which tablet
 * it is and not who holds it: that is the officer's token.
 *
 * @param operation the only one that it is good for
 * @param receptionPoint the only one from which the tablet's arrivals may come
 * @param revoked whether what it uploads is kept for a human
 * @param until when it runs out, by the server's clock
 */
public record DeviceToken(
        String operation, String deviceId, String receptionPoint, boolean revoked, Instant until) {

    /** The header that carries it. */
    public static final String HEADER = "Device-Token";

    /** The problem of a tablet that is trusted no more. */
    public static final String REVOKED = "device-revoked";

    /** The header of a call that says which tablet kept it; believed together with its token. */
    public static final String DEVICE_ID = "Device-Id";
}
