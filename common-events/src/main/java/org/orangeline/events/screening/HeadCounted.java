package org.orangeline.events.screening;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The people in a line were counted and compared with the register. A mismatch is a fact of its
 * own: it corrects nothing.
 *
 * @param group code of the group
 * @param counted how many stood there
 * @param registered how many waited there by the register at that moment
 * @param mismatch counted less registered; negative when people are missing
 * @param at when the heads were counted, where that was told; null means when it was recorded
 */
public record HeadCounted(
        String group, UUID countId, int counted, int registered, int mismatch, @Nullable Instant at)
        implements ScreeningEvent {

    @Override
    public String subject() {
        return group;
    }
}
