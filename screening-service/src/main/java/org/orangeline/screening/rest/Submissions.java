package org.orangeline.screening.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.kit.rest.Commands;
import org.orangeline.kit.rest.Created;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;

/** Hands commands to the engine in the caller's name. */
@ApplicationScoped
public class Submissions {

    private final Engine<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> engine;
    private final Commands commands;

    Submissions(
            Engine<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> engine,
            Commands commands) {
        this.engine = engine;
        this.commands = commands;
    }

    /**
     * Answers 201 with what was recorded.
     *
     * @param call names the call and the ids in its path, the scope of an {@code Idempotency-Key}
     */
    Response created(
            ScreeningCommand command,
            String call,
            byte[] body,
            Function<Outcome.Done, Object> answer) {
        return commands.run(
                engine,
                commands.submission(command, call, commands.key()),
                body,
                Created.with(answer));
    }

    /**
     * Answers 202 with what was recorded: it waits for a second human.
     *
     * @param call as in {@link #created}
     */
    Response waiting(
            ScreeningCommand command,
            String call,
            byte[] body,
            Function<Outcome.Done, Object> answer) {
        return commands.run(
                engine,
                commands.submission(command, call, commands.key()),
                body,
                done -> Response.status(202).entity(answer.apply(done)).build());
    }
}
