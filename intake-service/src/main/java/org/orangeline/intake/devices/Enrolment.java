package org.orangeline.intake.devices;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
 * @param guesses wrong codes that were written down since then or since the last pause
 * @param guessedAt when the last of them was
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
        @Nullable Instant guessedAt,
        @Nullable DeviceKey publicKey,
        @Nullable Instant enrolledAt,
        @Nullable Revocation revocation) {

    /** Wrong codes that are written down before a pause: enough to be seen in the log. */
    public static final int MOST_GUESSES = 5;

    /** After so long wrong codes are written down again. The right one is good all the while. */
    public static final Duration PAUSE = Duration.ofMinutes(15);

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
                null,
                null);
    }

    Enrolment guessed(Instant at) {
        int wrong = guesses < MOST_GUESSES ? guesses + 1 : 1;
        return with(wrong, at, publicKey, enrolledAt, revocation);
    }

    Enrolment enrolled(DeviceEnrolled event, Envelope envelope) {
        return with(guesses, guessedAt, event.publicKey(), envelope.time(), revocation);
    }

    Enrolment revoked(DeviceRevoked event, Envelope envelope) {
        return with(
                guesses,
                guessedAt,
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
        return state() == State.INVITED && now.isBefore(expiresAt);
    }

    /** Whether a wrong code is written down. */
    boolean isGuessWritten(Instant now) {
        return guesses < MOST_GUESSES || guessedAt == null || !now.isBefore(guessedAt.plus(PAUSE));
    }

    /** In a time that does not tell how much of it was right. */
    boolean isCode(List<String> hashes) {
        byte[] code = codeHash.getBytes(StandardCharsets.UTF_8);
        boolean found = false;
        for (String hash : hashes) {
            found |= MessageDigest.isEqual(code, hash.getBytes(StandardCharsets.UTF_8));
        }
        return found;
    }

    private Enrolment with(
            int wrong,
            @Nullable Instant wrongAt,
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
                wrongAt,
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
