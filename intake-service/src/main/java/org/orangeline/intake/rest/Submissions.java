package org.orangeline.intake.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.orangeline.events.EventCodec;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.intake.IntakeCommand;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.births.Births;
import org.orangeline.kit.rest.Commands;
import org.orangeline.kit.rest.CurrentCaller;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.Submission;
import org.orangeline.runtime.kafka.Engine;

/** Hands commands to the engine in the caller's name. */
@ApplicationScoped
public class Submissions {

    private final Engine<IntakeCommand, IntakeState, Births, IntakeEvent> engine;
    private final Commands commands;
    private final CurrentCaller caller;

    Submissions(
            Engine<IntakeCommand, IntakeState, Births, IntakeEvent> engine,
            Commands commands,
            CurrentCaller caller) {
        this.engine = engine;
        this.commands = commands;
        this.caller = caller;
    }

    /**
     * A command that an {@code Idempotency-Key} may name.
     *
     * @param call names the call and the ids in its path, the scope of the key
     */
    Response run(
            IntakeCommand command,
            String call,
            byte[] body,
            Function<Outcome.Done, Response> answer) {
        Actor actor = caller.get().actor();
        return submit(
                command,
                commands.commandId(command.operation(), call),
                () -> EventCodec.canonical(List.of(command, actor)),
                body,
                answer);
    }

    /**
     * A command that is named by an id in its path: the same content again gives the first answer,
     * whoever holds the tablet.
     *
     * @param content what counts as its content
     */
    Response runNamed(
            IntakeCommand command,
            IntakeCommand content,
            String call,
            String id,
            byte[] body,
            Function<Outcome.Done, Response> answer) {
        return submit(
                command,
                Submission.id(command.operation(), call, id),
                () -> EventCodec.canonical(content),
                body,
                answer);
    }

    private Response submit(
            IntakeCommand command,
            String commandId,
            Submission.Content content,
            byte[] body,
            Function<Outcome.Done, Response> answer) {
        return commands.run(
                engine,
                new Submission<>(command, commandId, caller.get().actor(), commandId, content),
                body,
                answer);
    }
}
