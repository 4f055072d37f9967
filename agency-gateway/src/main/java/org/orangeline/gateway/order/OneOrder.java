package org.orangeline.gateway.order;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Envelope;
import org.orangeline.events.Service;

/**
 * Puts the logs of the three services of one partition into one order. Nothing comes before what
 * its writer knew ({@code knownthrough}), and of what may come the earliest by its recorded time.
 * That depends on which events are there, so the cuts at which batches ended are kept in a journal;
 * between two cuts the order follows from the events alone. A restart that steps through the same
 * cuts meets the same order.
 *
 * @param <R> an event of the log
 */
public final class OneOrder<R> {

    private final java.util.function.Function<R, Envelope> envelopes;
    private final Map<Service, Deque<R>> waiting = new EnumMap<>(Service.class);
    private Cut reached = Cut.START;

    public OneOrder(java.util.function.Function<R, Envelope> envelopes) {
        this.envelopes = envelopes;
        for (Service service : Service.values()) {
            waiting.put(service, new ArrayDeque<>());
        }
    }

    /** Takes the next event of a service's log. */
    public void add(Service service, R event) {
        queue(service).add(event);
    }

    /** How far it has handed on. */
    public Cut reached() {
        return reached;
    }

    /** Events of a service that wait. */
    public int waiting(Service service) {
        return queue(service).size();
    }

    /** Whether everything up to the cut has come, so that it can be stepped to. */
    public boolean has(Cut cut) {
        for (Service service : Service.values()) {
            if (reached.of(service) + queue(service).size() < cut.of(service)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Steps to a cut of the journal.
     *
     * @throws IllegalStateException when the cut was not one of this order
     */
    public List<R> stepTo(Cut cut) {
        List<R> next = take(Integer.MAX_VALUE, cut);
        if (!reached.equals(cut)) {
            throw new IllegalStateException("the journal's cut " + cut.text() + " is not reached");
        }
        return next;
    }

    /** Hands on what can be handed on, at most so many; the cut that it ends at is a new one. */
    public List<R> next(int most) {
        return take(most, new Cut(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE));
    }

    private List<R> take(int most, Cut until) {
        List<R> taken = new ArrayList<>();
        while (taken.size() < most) {
            Service service = earliest(until);
            if (service == null) {
                return taken;
            }
            taken.add(queue(service).removeFirst());
            reached = reached.after(service);
        }
        return taken;
    }

    private @Nullable Service earliest(Cut until) {
        Service found = null;
        Instant earliest = Instant.MAX;
        for (Service service : Service.values()) {
            R head = queue(service).peekFirst();
            if (head != null && reached.of(service) < until.of(service)) {
                Envelope envelope = envelopes.apply(head);
                if (envelope.time().isBefore(earliest)
                        && reached.reaches(Cut.parse(envelope.knownThrough()))) {
                    found = service;
                    earliest = envelope.time();
                }
            }
        }
        return found;
    }

    private Deque<R> queue(Service service) {
        return java.util.Objects.requireNonNull(waiting.get(service));
    }
}
