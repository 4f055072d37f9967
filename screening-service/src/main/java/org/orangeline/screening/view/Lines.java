package org.orangeline.screening.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.orangeline.events.plan.Group;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.ScreeningState.Persons;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.knowledge.KnownPerson;
import org.orangeline.screening.knowledge.Whereabouts;
import org.orangeline.screening.lines.Place;
import org.orangeline.screening.screening.Screening;
import org.pcollections.PMap;

/** The lines as they stand at one committed moment. */
public final class Lines {

    /** The last queue that was asked for, so that a reader who pages through it sorts it once. */
    private final Map<String, Queue> queues = new ConcurrentHashMap<>();

    /** Every line of the operation's plan, in its order. */
    public List<LineCount> counts(String operation, ScreeningState own, Knowledge known) {
        KnownOperation open = known.operation(operation);
        if (open == null) {
            return List.of();
        }
        Map<String, LineCount> counts = new LinkedHashMap<>();
        for (Group group : open.plan().groups()) {
            counts.put(group.code(), new LineCount(group.code(), group.line(), 0, null));
        }
        forEach(
                own.operation(operation),
                open,
                known.gone(operation),
                (person, place) ->
                        counts.computeIfPresent(
                                place.group(), (_, count) -> count.with(person.recordedAt())));
        return List.copyOf(counts.values());
    }

    /** Who waits in a group: vulnerable first, then longest waiting. */
    public List<Waiting> queue(
            String operation, Group group, ScreeningState own, Knowledge known, LocalDate today) {
        KnownOperation open = known.operation(operation);
        if (open == null) {
            return List.of();
        }
        String name = operation + '\n' + group.code();
        Queue last = queues.get(name);
        Persons persons = own.operation(operation);
        PMap<String, Whereabouts> gone = known.gone(operation);
        if (last != null && last.isOf(persons, open, gone, today)) {
            return last.waiting;
        }
        List<Waiting> waiting = new ArrayList<>();
        forEach(
                persons,
                open,
                gone,
                (person, place) -> {
                    if (place.group().equals(group.code())) {
                        Screening screening = own.screening(operation, person.personId());
                        waiting.add(
                                Waiting.of(person, place, group.kind(), screening.status(), today));
                    }
                });
        waiting.sort(Waiting.ORDER);
        Queue queue = new Queue(persons, open, gone, today, List.copyOf(waiting));
        queues.put(name, queue);
        return queue.waiting;
    }

    // A follower may have read an assignment before it has learned of the arrival.
    private static void forEach(
            Persons persons,
            KnownOperation open,
            PMap<String, Whereabouts> gone,
            BiConsumer<KnownPerson, Place> each) {
        persons.places()
                .forEach((id, place) -> {
                    KnownPerson person = open.persons().get(id);
                    if (person != null && !gone.containsKey(id)) {
                        each.accept(person, place);
                    }
                });
    }

    /** What it was made of is immutable, so that the same objects give the same queue. */
    private record Queue(
            Persons persons,
            KnownOperation open,
            PMap<String, Whereabouts> gone,
            LocalDate today,
            List<Waiting> waiting) {

        @SuppressWarnings("ReferenceEquality") // a deep comparison would cost more than sorting
        boolean isOf(
                Persons others,
                KnownOperation other,
                PMap<String, Whereabouts> left,
                LocalDate day) {
            return persons == others && open == other && gone == left && today.equals(day);
        }
    }
}
