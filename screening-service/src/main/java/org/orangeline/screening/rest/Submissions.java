package org.orangeline.screening.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.orangeline.events.EventCodec;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.kit.rest.Commands;
import org.orangeline.kit.rest.CurrentCaller;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.Submission;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;

/** Hands commands to the engine in the caller's name. */
@ApplicationScoped
public class Submissions {

    private final Engine<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> engine;
    private final Commands commands;
    private final CurrentCaller caller;

    Submissions(
            Engine<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> engine,
            Commands commands,
            CurrentCaller caller) {
        this.engine = engine;
        this.commands = commands;
        this.caller = caller;
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
        return submit(
                command,
                commands.commandId(command.operation(), call),
                body,
                done -> Response.status(201).entity(answer.apply(done)).build());
    }

    /** A command that is named by its path: 201, or 200 when it was recorded before. */
    Response named(
            ScreeningCommand command,
            String call,
            String id,
            byte[] body,
            Function<Outcome.Done, Object> answer) {
        return submit(
                command,
                Submission.id(command.operation(), call, id),
                body,
                done ->
                        Response.status(done.repeated() ? 200 : 201)
                                .entity(answer.apply(done))
                                .build());
    }

    private Response submit(
            ScreeningCommand command,
            String commandId,
            byte[] body,
            Function<Outcome.Done, Response> answer) {
        Actor actor = caller.get().actor();
        return commands.run(
                engine,
                new Submission<>(
                        command,
                        commandId,
                        actor,
                        commandId,
                        () -> EventCodec.canonical(List.of(command, actor))),
                body,
                answer);
    }
}
