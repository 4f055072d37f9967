package org.orangeline.events.screening;

import java.util.UUID;

/**
 * The people in a line were counted and compared with the register. A mismatch is a fact of its
 * own: it corrects nothing.
 *
 * @param group code of the group
 * @param counted how many stood there
 * @param registered how many waited there by the register at that moment
 * @param mismatch counted less registered; negative when people are missing
 */
public record HeadCounted(String group, UUID countId, int counted, int registered, int mismatch)
        implements ScreeningEvent {

    @Override
    public String subject() {
        return group;
    }
}
