package org.orangeline.intake.numbers;

import java.time.Instant;
import java.util.UUID;
import org.orangeline.events.Envelope;
import org.orangeline.events.intake.NumberBlockLeased;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * Numbers that one tablet may give.
 *
 * @param from the first count
 * @param to the last count
 * @param used counts that persons have
 * @param lease {@code ce_id} of the lease, the cause of its end
 * @param expired whether its end was recorded
 */
public record NumberBlock(
        UUID blockId,
        String deviceId,
        long from,
        long to,
        Instant leasedAt,
        Instant expiresAt,
        PSet<Long> used,
        String lease,
        boolean expired) {

    static NumberBlock leased(NumberBlockLeased event, Envelope envelope) {
        return new NumberBlock(
                event.blockId(),
                event.deviceId(),
                event.from(),
                event.to(),
                envelope.time(),
                event.expiresAt(),
                HashTreePSet.empty(),
                envelope.id(),
                false);
    }

    NumberBlock use(long count) {
        return with(used.plus(count), expired);
    }

    NumberBlock expire() {
        return with(used, true);
    }

    public long size() {
        return to - from + 1;
    }

    public long unused() {
        return size() - used.size();
    }

    private NumberBlock with(PSet<Long> nowUsed, boolean nowExpired) {
        return new NumberBlock(
                blockId, deviceId, from, to, leasedAt, expiresAt, nowUsed, lease, nowExpired);
    }
}
