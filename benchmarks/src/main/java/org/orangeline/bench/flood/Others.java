package org.orangeline.bench.flood;

import java.util.List;
import java.util.SplittableRandom;
import org.orangeline.bench.load.Arrivals;
import org.orangeline.bench.load.Calls;
import org.orangeline.bench.load.People;
import org.orangeline.bench.load.Requests;
import org.orangeline.bench.stack.BenchStack;

/** What officers do while somebody floods: of ten calls five arrivals, four reads, one search. */
final class Others implements Calls {
    private static final String PERSONS = "/operations/" + BenchStack.OPERATION + "/persons/";

    private final Arrivals arrivals;
    private final Requests officer;
    private final People people;
    private final List<String> known;
    private final SplittableRandom random;

    /**
     * @param known people who were registered
     */
    Others(Arrivals arrivals, Requests officer, People people, List<String> known, long seed) {
        this.arrivals = arrivals;
        this.officer = officer;
        this.people = people;
        this.known = known;
        this.random = new SplittableRandom(seed);
    }

    /** Which answer is the one that was asked for. */
    static boolean isDone(int status) {
        return status == 200 || status == 201;
    }

    @Override
    public synchronized Call next(long intendedNanos) {
        int kind = random.nextInt(10);
        if (kind < 5) {
            return arrivals.next(intendedNanos);
        }
        if (kind < 9) {
            return new Call("", officer.get(PERSONS + known.get(random.nextInt(known.size()))));
        }
        String name = people.someName(random);
        return new Call(
                "", officer.post(PERSONS + "search", "{\"name\":\"" + name + "\",\"limit\":20}"));
    }

    @Override
    public void answered(Call call, int status, byte[] body) {
        arrivals.answered(call, status, body);
    }
}
