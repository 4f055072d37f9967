package org.orangeline.kit.batch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.rest.TabletTime;

/**
 * What a tablet's clock said at its last item.
 *
 * @param offSeconds how far it was ahead of the server's; null where it cannot be read
 * @param flagged whether that is more than a day, or the tablet writes another calendar, other
 *     digits or no time
 * @param calendar to which the tablet is set, where it is not ISO 8601 and the year tells
 */
public record DeviceClock(
        @Nullable Long offSeconds, boolean flagged, TabletTime.@Nullable Calendar calendar) {

    /**
     * @param sent what the tablet wrote, where that is not ISO 8601
     */
    static DeviceClock of(@Nullable Duration off, @Nullable String sent) {
        return new DeviceClock(
                off == null ? null : off.toSeconds(),
                sent != null || off == null || off.abs().compareTo(DeviceLedger.CLOCK_OFF) > 0,
                sent == null ? null : TabletTime.of(sent).calendar());
    }
}
