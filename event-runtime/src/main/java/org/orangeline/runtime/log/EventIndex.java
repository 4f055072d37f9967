package org.orangeline.runtime.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.AboutOthers;
import org.orangeline.events.EventTypes;

/**
 * Where one partition's own events lie in the log: by sequence, by subject and by command id. It
 * keeps positions, never contents, so that histories and first answers are read from the log.
 * Written by the partition's thread, read by any.
 */
public final class EventIndex {

    private final List<String> topics;
    private final Map<String, Integer> topicNumbers = new HashMap<>();
    private final LongList positions = new LongList();
    private final SubjectTable bySubject = new SubjectTable();
    private final CommandTable byCommand = new CommandTable();

    public EventIndex(List<String> topics) {
        this.topics = List.copyOf(topics);
        for (int i = 0; i < topics.size(); i++) {
            topicNumbers.put(topics.get(i), i);
        }
    }

    /** Events must come in the order of their sequence. */
    public synchronized void add(LogRecord event) {
        if (event.sequence() != positions.size() + 1L) {
            throw new LogFault("index expected sequence " + (positions.size() + 1L));
        }
        Integer topic = topicNumbers.get(event.topic());
        if (topic == null) {
            throw new LogFault(event.place() + " is no topic of this service");
        }
        positions.add(((long) topic << 48) | event.offset());
        String operation = event.envelope().operation();
        bySubject.add(operation, event.key(), event.sequence());
        others(event).forEach(other -> bySubject.add(operation, other, event.sequence()));
        byCommand.putIfAbsent(UUID.fromString(event.envelope().commandId()), event.sequence());
    }

    /** The first sequence that a command recorded, or 0. */
    public synchronized long command(String commandId) {
        return byCommand.get(UUID.fromString(commandId));
    }

    /** Where the events about a subject lie, oldest first. */
    public synchronized List<Position> subjectEvents(String operation, String subject) {
        List<Position> found = new ArrayList<>();
        for (long sequence : bySubject.of(operation, subject)) {
            found.add(position(sequence));
        }
        return found;
    }

    /** Whether there is any event about a subject. */
    public synchronized boolean hasSubject(String operation, String subject) {
        return bySubject.has(operation, subject);
    }

    /** Where an event lies, or null when there is none yet. */
    public synchronized @Nullable Position at(long sequence) {
        return sequence >= 1 && sequence <= positions.size() ? position(sequence) : null;
    }

    // The content is looked at for those few events only that name others.
    private static List<String> others(LogRecord event) {
        boolean naming =
                AboutOthers.class.isAssignableFrom(EventTypes.named(event.topic()).eventClass());
        return naming && event.decode().event() instanceof AboutOthers about
                ? about.others()
                : List.of();
    }

    private Position position(long sequence) {
        long packed = positions.get((int) (sequence - 1));
        return new Position(topics.get((int) (packed >>> 48)), packed & 0xffffffffffffL);
    }

    /** A topic and an offset in it. */
    public record Position(String topic, long offset) {}
}
