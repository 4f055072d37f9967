package org.orangeline.kit.batch;

import java.time.Duration;

/**
 * How far a tablet's clock is off.
 *
 * @param offSeconds how far it was ahead of the server's at its last item
 * @param flagged whether that is more than a day
 */
public record DeviceClock(long offSeconds, boolean flagged) {

    static DeviceClock of(Duration off) {
        return new DeviceClock(off.toSeconds(), DeviceLedger.isFlagged(off));
    }
}
