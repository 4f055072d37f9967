package org.orangeline.screening.lines;

import java.util.Optional;
import org.orangeline.events.screening.HeadCounted;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.ToldTime;
import org.orangeline.screening.ScreeningCommand.CountHeads;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;

/** Holds a head count against the register; a mismatch is a fact and corrects nothing. */
public final class HeadCountDecider {

    /** More do not stand in one line: a slip of the hand is refused. */
    public static final int MOST = 1_000_000;

    private HeadCountDecider() {}

    public static Decision<ScreeningEvent> count(
            CountHeads command, ScreeningState own, Knowledge known, Context context) {
        KnownOperation open = known.operation(command.operation());
        if (open == null || open.group(command.group()).isEmpty()) {
            return Decision.refuse(Refusal.notFound("The operation's plan has no such group."));
        }
        Optional<Refusal> never =
                ToldTime.at(
                        "the count",
                        command.at(),
                        context.now().minus(open.clockSkew()),
                        "the earliest that the legal profile believes",
                        context.now());
        if (never.isPresent()) {
            return Decision.refuse(never.get());
        }
        int registered = registered(command, own, known);
        return Decision.accept(
                new HeadCounted(
                        command.group(),
                        context.newId("count"),
                        command.counted(),
                        registered,
                        command.counted() - registered,
                        command.at()));
    }

    private static int registered(CountHeads command, ScreeningState own, Knowledge known) {
        return Math.toIntExact(
                own.operation(command.operation()).places().entrySet().stream()
                        .filter(place -> place.getValue().group().equals(command.group()))
                        .filter(place -> known.isHere(command.operation(), place.getKey()))
                        .count());
    }
}
