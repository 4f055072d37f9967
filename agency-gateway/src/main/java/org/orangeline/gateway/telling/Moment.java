package org.orangeline.gateway.telling;

import java.util.Map;
import java.util.function.Supplier;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.gateway.people.People;

/**
 * An event, and what was known before and after it.
 *
 * @param payload its JSON, read when somebody asks
 */
public record Moment(
        People before, People after, Recorded<DomainEvent> recorded, Supplier<Map<?, ?>> payload) {}
