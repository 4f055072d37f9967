package org.orangeline.intake.rest;

import java.time.Instant;
import java.util.UUID;
import org.orangeline.events.Recorded;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.runtime.Outcome;

/**
 * What a tablet keeps: the registration is stored and will not be lost.
 *
 * @param sequence of {@code PersonArrived} among what everybody may know of
 * @param recordedAt the server's time
 * @param status always {@code durable}
 * @param signed the receipt as text for a QR code, which another tablet checks offline
 */
public record Receipt(
        UUID personId,
        String registrationNumber,
        long sequence,
        Instant recordedAt,
        String status,
        String signed) {

    /** The only status of a receipt: committed to the log. */
    static final String DURABLE = "durable";

    static Receipt of(Outcome.Done done, String signed) {
        Recorded<PersonArrived> arrived = done.first(PersonArrived.class);
        return new Receipt(
                arrived.event().personId(),
                arrived.event().registrationNumber(),
                arrived.envelope().sequence(),
                arrived.envelope().time(),
                DURABLE,
                signed);
    }
}
