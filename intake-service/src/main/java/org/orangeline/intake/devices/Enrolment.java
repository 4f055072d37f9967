package org.orangeline.intake.devices;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.Envelope;
import org.orangeline.events.intake.DeviceEnrolled;
import org.orangeline.events.intake.DeviceInvited;
import org.orangeline.events.intake.DeviceRevoked;
import org.orangeline.events.model.DeviceKey;

/**
 * A tablet of an operation.
 *
 * <pre>
 * INVITED -- the code --> ENROLLED -- a human --> REVOKED
 *    |                                               ^
 *    +------------------- a human -------------------+
 * </pre>
 *
 * @param receptionPoint the only one from which its arrivals may come
 * @param codeHash keyed hash of the last code that it was given
 * @param expiresAt when that code runs out
 * @param guesses wrong codes since then
 * @param publicKey null until it enrolled
 */
public record Enrolment(
        UUID enrolmentId,
        String deviceId,
        String receptionPoint,
        String codeHash,
        Instant invitedAt,
        Instant expiresAt,
        int guesses,
        @Nullable DeviceKey publicKey,
        @Nullable Instant enrolledAt,
        @Nullable Revocation revocation) {

    /** Nobody mistypes a code more often who reads it off a paper. */
    public static final int MOST_GUESSES = 5;

    static Enrolment invited(DeviceInvited event, Envelope envelope) {
        return new Enrolment(
                event.enrolmentId(),
                event.deviceId(),
                event.receptionPoint(),
                event.codeHash(),
                envelope.time(),
                event.expiresAt(),
                0,
                null,
                null,
                null);
    }

    Enrolment guessed() {
        return with(guesses + 1, publicKey, enrolledAt, revocation);
    }

    Enrolment enrolled(DeviceEnrolled event, Envelope envelope) {
        return with(guesses, event.publicKey(), envelope.time(), revocation);
    }

    Enrolment revoked(DeviceRevoked event, Envelope envelope) {
        return with(
                guesses,
                publicKey,
                enrolledAt,
                new Revocation(envelope.actor(), envelope.time(), event.reason()));
    }

    /** What it may do. */
    public State state() {
        if (revocation != null) {
            return State.REVOKED;
        }
        return publicKey == null ? State.INVITED : State.ENROLLED;
    }

    /** Whether its code is good still. */
    boolean isCodeOpen(Instant now) {
        return state() == State.INVITED && guesses < MOST_GUESSES && now.isBefore(expiresAt);
    }

    /** In a time that does not tell how much of it was right. */
    boolean isCode(String hash) {
        return MessageDigest.isEqual(
                codeHash.getBytes(StandardCharsets.UTF_8), hash.getBytes(StandardCharsets.UTF_8));
    }

    private Enrolment with(
            int wrong,
            @Nullable DeviceKey key,
            @Nullable Instant since,
            @Nullable Revocation revoked) {
        return new Enrolment(
                enrolmentId,
                deviceId,
                receptionPoint,
                codeHash,
                invitedAt,
                expiresAt,
                wrong,
                key,
                since,
                revoked);
    }

    /** What a tablet may do. */
    public enum State {
        /** It has a code at most. */
        INVITED,
        /** Its uploads are decided. */
        ENROLLED,
        /** Its uploads are kept for a human. */
        REVOKED
    }

    /** Who trusts it no more, since when, and why. */
    public record Revocation(String by, Instant at, Confidential<String> reason) {}
}
