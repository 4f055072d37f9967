package org.orangeline.intake.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.intake.IntakeCommand;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.custody.Custody;
import org.orangeline.kit.rest.Commands;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.kafka.Engine;

/** Hands commands to the engine in the caller's name. */
@ApplicationScoped
public class Submissions {

    private final Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine;
    private final Commands commands;
    private final ShownNumbers numbers;

    Submissions(
            Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine,
            Commands commands,
            ShownNumbers numbers) {
        this.numbers = numbers;
        this.engine = engine;
        this.commands = commands;
    }

    /** The answer of the instance that decides, when that is another one. */
    Optional<Response> elsewhere(String operation, byte @Nullable [] body) {
        return commands.elsewhere(engine, operation, body);
    }

    /**
     * A command that an {@code Idempotency-Key} may name.
     *
     * @param call names the call and the ids in its path, the scope of the key
     */
    Response run(
            IntakeCommand command,
            String call,
            byte @Nullable [] body,
            Function<Outcome.Done, Response> answer) {
        return commands.run(
                engine,
                commands.submission(command, call, commands.key()),
                body,
                done -> answer.apply(numbers.of(done)));
    }

    /**
     * The same of a command that is made anew each time that it is told.
     *
     * @param content what counts as its content; who calls is a part of it
     */
    Response run(
            IntakeCommand command,
            Object content,
            String call,
            String key,
            byte @Nullable [] body,
            Function<Outcome.Done, Response> answer) {
        return commands.run(
                engine,
                commands.submission(command, content, call, key),
                body,
                done -> answer.apply(numbers.of(done)));
    }

    /** The caller's {@code Idempotency-Key}, or a fresh one. */
    String key() {
        return commands.key();
    }

    /**
     * A command that is named by an id in its path: the same content again gives the first answer,
     * whoever holds the tablet.
     *
     * @param content what counts as its content
     */
    Response runNamed(
            IntakeCommand command,
            Object content,
            String call,
            String id,
            byte @Nullable [] body,
            Function<Outcome.Done, Response> answer) {
        return commands.run(
                engine,
                commands.submission(command, content, call, id),
                body,
                done -> answer.apply(numbers.of(done)));
    }
}
