package org.orangeline.bench.load;

import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ObjLongConsumer;

/** Registers one new person a call, and remembers whose arrival was acknowledged. */
public final class Arrivals implements Calls {
    private static final int STORED = 201;

    private final Requests requests;
    private final String path;
    private final People people;
    private final ObjLongConsumer<String> sent;
    private final Queue<String> acknowledged;

    private Arrivals(
            Requests requests,
            String path,
            People people,
            ObjLongConsumer<String> sent,
            Queue<String> acknowledged) {
        this.requests = requests;
        this.path = path;
        this.people = people;
        this.sent = sent;
        this.acknowledged = acknowledged;
    }

    /** Of one operation. */
    public static Arrivals in(String operation, Requests requests, People people) {
        return new Arrivals(
                requests,
                "/operations/" + operation + "/arrivals/",
                people,
                (id, intended) -> {},
                new ConcurrentLinkedQueue<>());
    }

    /** The same, telling somebody who was sent and when it was due. */
    public Arrivals tell(ObjLongConsumer<String> listener) {
        return new Arrivals(requests, path, people, listener, acknowledged);
    }

    @Override
    public Call next(long intendedNanos) {
        People.Person person = people.next();
        sent.accept(person.id(), intendedNanos);
        return new Call(person.id(), requests.put(path + person.id(), person.json()));
    }

    @Override
    public void answered(Call call, int status, byte[] body) {
        if (status == STORED) {
            acknowledged.add(call.id());
        }
    }

    /** The ids of those whose arrival was acknowledged. */
    public Collection<String> acknowledged() {
        return acknowledged;
    }
}
