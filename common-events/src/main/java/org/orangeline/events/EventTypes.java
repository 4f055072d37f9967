package org.orangeline.events;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.screening.ScreeningEvent;

/** Every event there is, read off the sealed hierarchies: nothing can be forgotten here. */
public final class EventTypes {

    private static final List<EventType> ALL =
            Stream.of(
                            of(IntakeEvent.class, Service.INTAKE),
                            of(ScreeningEvent.class, Service.SCREENING),
                            of(PlacementEvent.class, Service.PLACEMENT))
                    .flatMap(List::stream)
                    .toList();

    private static final Map<String, EventType> BY_NAME =
            ALL.stream()
                    .collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));

    private static final Map<Class<?>, EventType> BY_CLASS =
            ALL.stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    EventType::eventClass, Function.identity()));

    private EventTypes() {}

    public static List<EventType> all() {
        return ALL;
    }

    /** The event types that one service writes, in a fixed order. */
    public static List<EventType> of(Service writer) {
        return ALL.stream().filter(type -> type.writer() == writer).toList();
    }

    /**
     * @param name an event's name, which is its topic
     * @throws IllegalArgumentException when there is no such event
     */
    public static EventType named(String name) {
        EventType type = BY_NAME.get(name);
        if (type == null) {
            throw new IllegalArgumentException("no event is named " + name);
        }
        return type;
    }

    /**
     * @throws IllegalArgumentException when the class is none of the contracts, even under the name
     *     of one
     */
    public static EventType of(DomainEvent event) {
        EventType type = BY_CLASS.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException(event.getClass().getName() + " is no event");
        }
        return type;
    }

    private static List<EventType> of(Class<? extends DomainEvent> family, Service writer) {
        return Stream.of(family.getPermittedSubclasses())
                .map(type -> type.<DomainEvent>asSubclass(DomainEvent.class))
                .flatMap(type ->
                        type.isSealed()
                                ? of(type, writer).stream()
                                : Stream.of(new EventType(type, writer)))
                .toList();
    }
}
