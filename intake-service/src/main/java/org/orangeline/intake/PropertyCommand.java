package org.orangeline.intake;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.PropertyItem;

/**
 * What people hand over for safe keeping. {@code at} is when it happened, as an officer tells it;
 * null means now.
 */
public sealed interface PropertyCommand extends IntakeCommand {

    UUID personId();

    @Override
    default Set<String> subjects() {
        return Set.of(personId().toString());
    }

    /** Takes property against a receipt; gives {@code PropertyReceived}. */
    record ReceiveProperty(
            String operation,
            UUID personId,
            UUID receiptId,
            List<PropertyItem> items,
            String storedAt,
            @Nullable String witness,
            @Nullable Instant at)
            implements PropertyCommand {

        public ReceiveProperty {
            items = List.copyOf(items);
        }
    }

    /**
     * Gives property back; gives {@code PropertyReturned}.
     *
     * @param items positions in the receipt, from 0
     * @param to who takes it, when that is another person
     */
    record ReturnProperty(
            String operation,
            UUID personId,
            UUID receiptId,
            List<Integer> items,
            @Nullable UUID to,
            Confidential<String> note,
            @Nullable Instant at)
            implements PropertyCommand {

        public ReturnProperty {
            items = List.copyOf(items);
        }
    }
}
