package org.orangeline.placement.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.kit.rest.Commands;
import org.orangeline.kit.rest.Created;
import org.orangeline.kit.rest.CurrentCaller;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.PlacementState;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.orders.HumansOnly;
import org.orangeline.placement.orders.Party;
import org.orangeline.placement.orders.Placement;
import org.orangeline.runtime.Outcome;
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
            byte @Nullable [] body,
            Function<Outcome.Done, Response> answer) {
        return commands.run(
                engine, commands.submission(command, call, commands.key()), body, answer);
    }

    /** Answers 201 with the event that was recorded. */
    Response recorded(
            PlacementCommand command,
            String call,
            byte @Nullable [] body,
            Class<? extends PlacementEvent> event) {
        return run(command, call, body, Created.with(Created.event(event)));
    }

    /**
     * Answers 201 with what may be shown of the event: a reason is sealed, and stays in the log.
     */
    <E extends PlacementEvent> Response recorded(
            PlacementCommand command,
            String call,
            byte @Nullable [] body,
            Class<E> event,
            Function<E, ?> view) {
        return run(
                command, call, body, Created.with(done -> view.apply(done.first(event).event())));
    }

    /** A command that is named by an id in its path: 201, or 200 when it was recorded before. */
    Response recordedOnce(
            PlacementCommand command,
            String call,
            String id,
            byte[] body,
            Class<? extends PlacementEvent> event) {
        return commands.run(
                engine,
                commands.submission(command, call, id),
                body,
                Created.once(Created.event(event)));
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
    CompletableFuture<Outcome> submit(PlacementCommand command, String call, String key) {
        return engine.submit(commands.submission(command, call, key));
    }

    Outcome await(CompletableFuture<Outcome> outcome) {
        return commands.await(outcome);
    }

    /** The instance that decides knows every placement; another one may not know the newest. */
    Optional<Response> elsewhere(String operation, byte @Nullable [] body) {
        return commands.elsewhere(engine, operation, body);
    }

    /** A call on a placement whose answer is what changed. */
    Response changed(
            String operation,
            UUID placementId,
            String call,
            byte @Nullable [] body,
            Function<UUID, PlacementCommand> command) {
        return changed(
                operation,
                placementId,
                call,
                body,
                command,
                (placement, done) ->
                        Response.status(201).entity(Changed.of(placement, done)).build());
    }

    /**
     * As {@link #changed(String, UUID, String, byte[], Function)}.
     *
     * @param answer what the caller is told
     */
    Response changed(
            String operation,
            UUID placementId,
            String call,
            byte @Nullable [] body,
            Function<UUID, PlacementCommand> command,
            BiFunction<UUID, Outcome.Done, Response> answer) {
        return together(
                operation,
                call + " " + placementId,
                body,
                List.of(placementId),
                named -> command.apply(named.getFirst().personId()),
                done -> answer.apply(placementId, done));
    }

    /**
     * A call on several placements, all or none. That there is no such placement is a decision like
     * any other: it leaves only when this instance still is the owner, since one that was paused
     * knows no newer placement.
     */
    Response together(
            String operation,
            String call,
            byte @Nullable [] body,
            List<UUID> placements,
            Function<List<Party.Named>, PlacementCommand> command,
            Function<Outcome.Done, Response> answer) {
        Optional<Response> elsewhere = elsewhere(operation, body);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        List<Party.Named> named = named(operation, placements);
        try {
            return run(command.apply(named), call, body, answer);
        } catch (ProblemException e) {
            if (!named.equals(named(operation, placements))) {
                throw ProblemException.unavailable("The placement became known only now.");
            }
            throw e;
        }
    }

    // Of a placement that is not known nobody is named: it is refused.
    private List<Party.Named> named(String operation, List<UUID> placements) {
        return placements.stream()
                .map(id -> new Party.Named(id, personOf(operation, id).orElse(id)))
                .toList();
    }

    /** A command about a placement that is named by an id in its path. */
    Response recordedOnceOnPlacement(
            String operation,
            UUID placementId,
            String call,
            String id,
            byte[] body,
            Function<UUID, PlacementCommand> command,
            Class<? extends PlacementEvent> event) {
        return elsewhere(operation, body)
                .orElseGet(() ->
                        recordedOnce(
                                command.apply(personOf(operation, placementId).orElse(placementId)),
                                call,
                                id,
                                body,
                                event));
    }

    Optional<UUID> personOf(String operation, UUID placementId) {
        return engine.view(operation)
                .own()
                .operation(operation)
                .placement(placementId)
                .map(Placement::personId);
    }
}
