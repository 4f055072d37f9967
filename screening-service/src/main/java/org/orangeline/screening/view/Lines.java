package org.orangeline.screening.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.orangeline.events.plan.Group;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Coming;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.knowledge.KnownPerson;
import org.orangeline.screening.lines.Place;

/** The lines as they stand at one committed moment. */
public final class Lines {

    private final LastAsked<List<LineCount>> counts = new LastAsked<>();
    private final LastAsked<List<Waiting>> queues = new LastAsked<>();
    private final LastAsked<List<Suggested>> suggestions = new LastAsked<>();

    /**
     * Every line of the operation's plan, in its order; then those of earlier plans in which people
     * still wait.
     */
    public List<LineCount> counts(String operation, ScreeningState own, Knowledge known) {
        KnownOperation open = known.operation(operation);
        return open == null
                ? List.of()
                : counts.get(
                        operation,
                        Moment.of(operation, open, own, known, ""),
                        () -> counted(operation, open, own, known));
    }

    /** Who waits in a group: vulnerable first, then longest waiting. */
    public List<Waiting> queue(
            String operation, Group group, ScreeningState own, Knowledge known, LocalDate today) {
        KnownOperation open = known.operation(operation);
        return open == null
                ? List.of()
                : queues.get(
                        operation + '\n' + group.code(),
                        Moment.of(operation, open, own, known, today),
                        () -> queued(operation, open, group, own, known, today));
    }

    /** What the line officer has not decided on, the oldest first. */
    public List<Suggested> suggestions(String operation, ScreeningState own, Knowledge known) {
        KnownOperation open = known.operation(operation);
        return open == null
                ? List.of()
                : suggestions.get(
                        operation,
                        Moment.of(operation, open, own, known, ""),
                        () -> Suggested.open(operation, open, own, known));
    }

    private static List<LineCount> counted(
            String operation, KnownOperation open, ScreeningState own, Knowledge known) {
        Map<String, LineCount> lines = new LinkedHashMap<>();
        for (Group group : open.groups()) {
            lines.put(group.code(), new LineCount(group.code(), group.line(), 0, null));
        }
        forEach(
                operation,
                open,
                own,
                known,
                (person, place) ->
                        lines.computeIfPresent(
                                place.group(),
                                (_, count) -> count.with(Coming.cameAt(operation, person, known))));
        return lines.values().stream()
                .filter(line -> line.waiting() > 0 || open.plan().group(line.group()).isPresent())
                .toList();
    }

    private static List<Waiting> queued(
            String operation,
            KnownOperation open,
            Group group,
            ScreeningState own,
            Knowledge known,
            LocalDate today) {
        List<Waiting> waiting = new ArrayList<>();
        forEach(
                operation,
                open,
                own,
                known,
                (person, place) -> {
                    if (place.group().equals(group.code())) {
                        waiting.add(
                                Waiting.of(
                                        open.whole(person),
                                        place,
                                        group.kind(),
                                        own.screening(operation, person.personId()).status(),
                                        Coming.cameAt(operation, person, known),
                                        today));
                    }
                });
        waiting.sort(Waiting.ORDER);
        return List.copyOf(waiting);
    }

    /** Everybody who waits in a line. A follower may have read an assignment before the arrival. */
    static void forEach(
            String operation,
            KnownOperation open,
            ScreeningState own,
            Knowledge known,
            BiConsumer<KnownPerson, Place> each) {
        own.operation(operation)
                .places()
                .forEach((id, place) -> {
                    KnownPerson person = open.persons().get(id);
                    if (person != null && known.isHere(operation, id)) {
                        each.accept(person, place);
                    }
                });
    }
}
