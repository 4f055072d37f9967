package org.orangeline.kit.batch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.rest.TabletTime;

/**
 * That an item got its final outcome; a line of the topic {@code <service>.items}. Never what was
 * in the item.
 *
 * @param content null as long as the item itself is kept, and when it was erased
 * @param status of the call
 * @param actor who uploaded
 * @param at the server's time
 * @param deviceTime the tablet's clock, evidence; null where it cannot be read
 * @param counter the tablet's monotonic counter, evidence
 * @param capturedBy who captured it, by the tablet's word; null when it did not say
 * @param deviceTimeAsSent what the tablet wrote, in another calendar or in other digits; null where
 *     that is {@code deviceTime}
 * @param releasedBy the human who let it be decided although its tablet is not trusted
 */
public record ItemTaken(
        String operation,
        String deviceId,
        long deviceSequence,
        UUID itemId,
        @Nullable ContentMark content,
        ItemOutcome.Outcome outcome,
        int status,
        String actor,
        Instant at,
        @Nullable Instant deviceTime,
        @Nullable Long counter,
        @Nullable String releasedBy,
        @Nullable String capturedBy,
        @Nullable String deviceTimeAsSent) {

    /** In place of an item's id: nothing was decided, so another item may have the sequence. */
    static final UUID NO_ITEM = new UUID(0, 0);

    /** HTTP's word for what was there and is not any more. */
    static final int GONE = 410;

    static ItemTaken of(
            String operation,
            String actor,
            Item item,
            @Nullable ContentMark content,
            ItemOutcome.Outcome outcome,
            int status,
            Instant now) {
        TabletTime clock = item.clock();
        return new ItemTaken(
                operation,
                item.deviceId(),
                item.deviceSequence(),
                item.itemId(),
                content,
                outcome,
                status,
                actor,
                now,
                clock == null ? null : clock.at(),
                item.counter(),
                null,
                item.capturedBy(),
                clock == null ? null : clock.asSent());
    }

    /** Of what cannot be read as an item, or cannot be the item that it says. */
    static ItemTaken refused(
            String operation,
            String actor,
            String deviceId,
            long deviceSequence,
            int status,
            Instant now) {
        return new ItemTaken(
                operation,
                deviceId,
                deviceSequence,
                NO_ITEM,
                null,
                ItemOutcome.Outcome.REJECTED,
                status,
                actor,
                now,
                null,
                null,
                null,
                null,
                null);
    }

    /** Of an item that waited here and is not to be decided any more. */
    static ItemTaken gone(HeldItem held, Instant now) {
        return after(held, null, ItemOutcome.Outcome.REJECTED, GONE, now);
    }

    /**
     * Of an item that waited here; what the tablet's clock said, and who captured it, was noted
     * when it came.
     */
    static ItemTaken after(
            HeldItem held,
            @Nullable ContentMark content,
            ItemOutcome.Outcome outcome,
            int status,
            Instant now) {
        return new ItemTaken(
                held.operation(),
                held.deviceId(),
                held.deviceSequence(),
                held.itemId(),
                content,
                outcome,
                status,
                held.actor(),
                now,
                null,
                null,
                held.release() == null ? null : held.release().by(),
                null,
                null);
    }
}
