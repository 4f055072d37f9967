package org.orangeline.kit.batch;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.rest.TabletTime;

/**
 * How far a tablet's items are here.
 *
 * @param contiguous every item up to this one has its final outcome; 0 for none
 * @param highest the highest one that has
 * @param gaps what is missing between them, a hundred at most
 * @param items how many have their outcome
 * @param held how many of them are here undecided, in quarantine as well: the tablet has nothing to
 *     do about them
 * @param clockOffSeconds how far the tablet's clock was ahead of the server's at its last item
 * @param clockFlagged whether that is more than a day, or it writes another calendar, other digits
 *     or no time
 * @param clockCalendar to which the tablet is set, where it does not write ISO 8601
 */
@Schema(name = "DeviceCursor")
public record Cursor(
        String deviceId,
        long contiguous,
        long highest,
        List<Gap> gaps,
        int items,
        long held,
        @Nullable Long clockOffSeconds,
        boolean clockFlagged,
        TabletTime.@Nullable Calendar clockCalendar) {

    public Cursor {
        gaps = List.copyOf(gaps);
    }

    /** Both ends belong to it. */
    @Schema(name = "DeviceGap")
    public record Gap(long from, long to) {}
}
