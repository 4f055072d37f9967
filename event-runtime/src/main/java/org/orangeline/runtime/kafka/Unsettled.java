package org.orangeline.runtime.kafka;

import java.util.ArrayList;
import java.util.List;
import org.orangeline.runtime.Command;
import org.orangeline.runtime.Limits;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.log.EventIndex;

/** Commands whose commit had an unknown outcome: they wait until the log can be asked. */
final class Unsettled<C extends Command> {

    private final List<Entry<C>> entries = new ArrayList<>();
    private long since;
    private volatile int waiting;

    void add(Entry<C> entry) {
        if (entries.isEmpty()) {
            since = System.nanoTime();
        }
        entries.add(entry);
        waiting = entries.size();
    }

    /** One that lost its place, or the broker, may never get to ask. */
    void giveUpWhenLate() {
        if (System.nanoTime() - since > Limits.UNSETTLED.toNanos()) {
            giveUp();
        }
    }

    /** The log knows it now: nobody else can have written since. */
    void settle(EventIndex index) {
        for (Entry<C> entry : entries) {
            long sequence = index.command(entry.submission().commandId());
            entry.answer()
                    .complete(
                            sequence > 0
                                    ? new Verdict.InLog(sequence, true)
                                    : unavailable("the transaction did not go through"));
        }
        entries.clear();
        waiting = 0;
    }

    void giveUp() {
        for (Entry<C> entry : entries) {
            entry.answer().complete(unavailable("the outcome is not known yet; send it again"));
        }
        entries.clear();
        waiting = 0;
    }

    /** For readiness, on any thread; empty when none waits. */
    String problem() {
        return waiting == 0
                ? ""
                : "it is not known yet whether " + waiting + " commands were written";
    }

    private static Verdict unavailable(String reason) {
        return new Verdict.Final(Outcome.Unavailable.because(reason));
    }
}
