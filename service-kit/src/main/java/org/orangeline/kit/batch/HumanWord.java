package org.orangeline.kit.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.orangeline.kit.batch.HeldItem.Settlement.How;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Caller;
import org.orangeline.kit.rest.Commands;
import org.orangeline.kit.rest.CurrentCaller;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.runtime.kafka.Engine;

/**
 * What a human says about an item that waits: on the instance that leads the operation's partition,
 * once, about the item as it stands then, and with a reason.
 */
@ApplicationScoped
public class HumanWord {

    private final HeldLog log;
    private final HeldItems held;
    private final ItemLog items;
    private final Engine<?, ?, ?, ?> engine;
    private final Commands commands;
    private final Body body;
    private final CurrentCaller caller;
    private final Clock clock;

    HumanWord(
            HeldLog log,
            HeldItems held,
            ItemLog items,
            Engine<?, ?, ?, ?> engine,
            Commands commands,
            Body body,
            CurrentCaller caller,
            Clock clock) {
        this.log = log;
        this.held = held;
        this.items = items;
        this.engine = engine;
        this.commands = commands;
        this.body = body;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * The item as it stands after the word, or the answer of the instance that leads.
     *
     * @param bytes the request's body, a {@link HeldViews.Reason}
     * @throws ProblemException 404 when it is not here, 409 when the word does not fit, 422 (S6)
     */
    Response about(String operation, String id, byte[] bytes, How how) {
        HeldViews.Reason why = body.json(bytes, HeldViews.Reason.class);
        caller.requireHuman();
        Optional<Response> elsewhere = commands.elsewhere(engine, operation, bytes);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        if (!log.leads(operation)) {
            throw ProblemException.unavailable("What is held is not read back yet.");
        }
        UUID itemId = PathId.uuid("itemId", id);
        Caller by = caller.get();
        HeldItem said =
                log.change(
                                log.require(operation, itemId),
                                now ->
                                        now.isSaid(how, by.actor().text())
                                                ? now // sent again, for want of an answer
                                                : held.said(
                                                        fitting(now, how), how, by, why.reason()))
                        .orElseThrow(HeldLog::notHere);
        if (how == How.DISCARDED) {
            items.write(ItemTaken.gone(said, clock.instant()));
        }
        return Response.ok(HeldViews.line(said, held)).build();
    }

    private static HeldItem fitting(HeldItem now, How how) {
        if (!now.fits(how)) {
            throw new ProblemException(
                    Problem.of(409, "conflict", "Conflict with current state", how.otherwise()));
        }
        return now;
    }
}
