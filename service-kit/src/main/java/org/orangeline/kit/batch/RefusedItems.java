package org.orangeline.kit.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Writes down what a tablet uploaded and never sends again, although nothing was decided about it:
 * its cursor has no gap there.
 */
@ApplicationScoped
public class RefusedItems {

    private final ItemLog items;
    private final Clock clock;

    RefusedItems(ItemLog items, Clock clock) {
        this.items = items;
        this.clock = clock;
    }

    /** Of a line that is no item, as far as it tells which one it would have been. */
    void note(Upload upload, LineHead head, int status) {
        if (upload.device().deviceId().equals(head.deviceId()) && head.deviceSequence() > 0) {
            note(upload, head.deviceSequence(), status);
        }
    }

    /** Once for each sequence of the tablet. */
    void note(Upload upload, long sequence, int status) {
        String tablet = upload.device().deviceId();
        if (!items.of(upload.operation(), tablet).isKnown(sequence)) {
            items.write(
                    ItemTaken.refused(
                            upload.operation(),
                            upload.by().actor().text(),
                            tablet,
                            sequence,
                            status,
                            clock.instant()));
        }
    }
}
