package org.orangeline.runtime.kafka;

import java.util.ArrayList;
import java.util.List;
import org.orangeline.runtime.Command;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.log.EventIndex;

/** Commands whose commit had an unknown outcome: they wait until the log can be asked. */
final class Unsettled<C extends Command> {

    private final List<Entry<C>> entries = new ArrayList<>();

    void add(Entry<C> entry) {
        entries.add(entry);
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
    }

    /** The caller does not wait as long as the log may take. */
    void giveUp() {
        for (Entry<C> entry : entries) {
            entry.answer().complete(unavailable("the outcome is not known yet; send it again"));
        }
        entries.clear();
    }

    private static Verdict unavailable(String reason) {
        return new Verdict.Final(Outcome.Unavailable.because(reason));
    }
}
