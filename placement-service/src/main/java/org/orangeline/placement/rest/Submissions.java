package org.orangeline.placement.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.orangeline.events.EventCodec;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.kit.rest.Commands;
import org.orangeline.kit.rest.CurrentCaller;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.PlacementState;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.orders.HumansOnly;
import org.orangeline.placement.orders.Placement;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.Submission;
import org.orangeline.runtime.kafka.Engine;

/** Hands commands to the engine in the caller's name. */
@ApplicationScoped
public class Submissions {

    private final Engine<PlacementCommand, PlacementState, Knowledge, PlacementEvent> engine;
    private final Commands commands;
    private final CurrentCaller caller;

    Submissions(
            Engine<PlacementCommand, PlacementState, Knowledge, PlacementEvent> engine,
            Commands commands,
            CurrentCaller caller) {
        this.engine = engine;
        this.commands = commands;
        this.caller = caller;
    }

    /**
     * @param call names the call and the ids in its path, the scope of an {@code Idempotency-Key}
     */
    Response run(
            PlacementCommand command,
            String call,
            byte[] body,
            Function<Outcome.Done, Response> answer) {
        return submit(command, commands.commandId(command.operation(), call), body, answer);
    }

    /** A command that is named by an id in its path. */
    Response runNamed(
            PlacementCommand command,
            String call,
            String id,
            byte[] body,
            Function<Outcome.Done, Response> answer) {
        return submit(command, Submission.id(command.operation(), call, id), body, answer);
    }

    private Response submit(
            PlacementCommand command,
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

    /** The caller's key of a request that becomes several commands. */
    String key() {
        return commands.key();
    }

    /** S6, for a request that would otherwise be refused in each of its parts. */
    void requireHuman() {
        if (!caller.get().actor().isHuman()) {
            throw new ProblemException(Commands.problem(new Outcome.Refused(HumansOnly.refusal())));
        }
    }

    /** One of several commands of a request. */
    CompletableFuture<Outcome> submitKeyed(PlacementCommand command, String call, String key) {
        Actor actor = caller.get().actor();
        String id = Submission.id(command.operation(), call, key);
        return engine.submit(
                new Submission<>(
                        command,
                        id,
                        actor,
                        id,
                        () -> EventCodec.canonical(List.of(command, actor))));
    }

    Outcome await(CompletableFuture<Outcome> outcome) {
        return commands.await(outcome);
    }

    /** The instance that decides knows every placement; another one may not know the newest. */
    Optional<Response> elsewhere(String operation, byte[] body) {
        return commands.elsewhere(engine, operation, body);
    }

    /**
     * A command about a placement. That there is none is a decision like any other: it leaves only
     * when this instance still is the owner, since one that was paused knows no newer placement.
     */
    Response runOnPlacement(
            String operation,
            UUID placementId,
            String call,
            byte[] body,
            Function<UUID, PlacementCommand> command,
            Function<Outcome.Done, Response> answer) {
        Optional<UUID> person = personOf(operation, placementId);
        try {
            return run(command.apply(person.orElse(placementId)), call, body, answer);
        } catch (ProblemException e) {
            if (person.isEmpty() && personOf(operation, placementId).isPresent()) {
                throw ProblemException.unavailable("The placement became known only now.");
            }
            throw e;
        }
    }

    /** A call on a placement whose answer is what changed. */
    Response changed(
            String operation,
            UUID placementId,
            String call,
            byte[] body,
            Function<UUID, PlacementCommand> command) {
        return elsewhere(operation, body)
                .orElseGet(() ->
                        runOnPlacement(
                                operation,
                                placementId,
                                call + " " + placementId,
                                body,
                                command,
                                done ->
                                        Response.status(201)
                                                .entity(Changed.of(placementId, done))
                                                .build()));
    }

    /** A command about a placement that is named by an id in its path. */
    Response runNamedOnPlacement(
            String operation,
            UUID placementId,
            String call,
            String id,
            byte[] body,
            Function<UUID, PlacementCommand> command,
            Function<Outcome.Done, Response> answer) {
        return elsewhere(operation, body)
                .orElseGet(() ->
                        runNamed(
                                command.apply(personOf(operation, placementId).orElse(placementId)),
                                call,
                                id,
                                body,
                                answer));
    }

    Optional<UUID> personOf(String operation, UUID placementId) {
        return engine.view(operation)
                .own()
                .operation(operation)
                .placement(placementId)
                .map(Placement::personId);
    }
}
