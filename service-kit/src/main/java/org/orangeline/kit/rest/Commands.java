package org.orangeline.kit.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.EventCodec;
import org.orangeline.kit.wiring.KitConfig;
import org.orangeline.runtime.Command;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.Submission;
import org.orangeline.runtime.kafka.Engine;

/** From a submission to an HTTP answer. */
@ApplicationScoped
public class Commands {

    /** Names a command that may be sent again; scope is the operation and the call. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final int LONGEST_KEY = 200;

    private final Forwarder forwarder;
    private final RawRequest request;
    private final CurrentCaller caller;
    private final KitConfig config;
    private final HeldTickets tickets;
    private final PassedOn passedOn;

    Commands(
            Forwarder forwarder,
            RawRequest request,
            CurrentCaller caller,
            KitConfig config,
            HeldTickets tickets,
            PassedOn passedOn) {
        this.passedOn = passedOn;
        this.forwarder = forwarder;
        this.request = request;
        this.caller = caller;
        this.config = config;
        this.tickets = tickets;
    }

    /**
     * A command in the caller's name. Who calls counts as its content.
     *
     * @param call names the call within the operation, with the ids in its path
     * @param key names the command within the call: an id in its path, or {@link #key}
     */
    public <C extends Command> Submission<C> submission(C command, String call, String key) {
        return submission(command, List.of(command, caller.get().actor()), call, key);
    }

    /**
     * A command in the caller's name.
     *
     * @param content what counts as its content
     */
    public <C extends Command> Submission<C> submission(
            C command, Object content, String call, String key) {
        String id = Submission.id(command.operation(), call, key);
        return new Submission<>(
                command, id, caller.get().actor(), id, () -> EventCodec.canonical(content));
    }

    /**
     * The caller's key, or a fresh one, which then cannot be repeated.
     *
     * @throws ProblemException 400 for one that is empty or too long
     */
    public String key() {
        String key = request.header(IDEMPOTENCY_KEY).orElseGet(() -> UUID.randomUUID().toString());
        if (key.strip().isEmpty() || key.length() > LONGEST_KEY) {
            throw ProblemException.badRequest(
                    IDEMPOTENCY_KEY + " must have 1 to " + LONGEST_KEY + " characters.");
        }
        return key;
    }

    /** Decides here, or passes the request on to the instance that does. */
    public <C extends Command> Response run(
            Engine<C, ?, ?, ?> engine,
            Submission<C> submission,
            byte @Nullable [] body,
            Function<Outcome.Done, Response> answer) {
        Optional<Response> elsewhere = elsewhere(engine, submission.command().operation(), body);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        return answer.apply(done(await(engine.submit(submission))));
    }

    /** The answer of the instance that decides, when that is another one. */
    public Optional<Response> elsewhere(
            Engine<?, ?, ?, ?> engine, String operation, byte @Nullable [] body) {
        requireTicketOf(body);
        return wasForwarded()
                ? Optional.empty()
                : engine.otherOwner(operation)
                        .map(owner -> forwarder.forward(request, body, owner));
    }

    // Only an instance can say so, and no call goes round in circles.
    private boolean wasForwarded() {
        Optional<String> mark = request.header(RawRequest.FORWARDED);
        if (mark.isPresent() && passedOn.sender(mark.get(), request.target()).isEmpty()) {
            throw ProblemException.badRequest(
                    RawRequest.FORWARDED + " is for instances of the service.");
        }
        return mark.isPresent();
    }

    private void requireTicketOf(byte @Nullable [] body) {
        HeldTicket ticket = caller.ticket();
        if (ticket != null
                && !ticket.contentHash().equals(tickets.hash(body == null ? new byte[0] : body))) {
            throw new ProblemException(
                    Problem.of(
                            401,
                            "unauthorized",
                            "Authentication required",
                            "The ticket is not good for this content."));
        }
    }

    /** Waits for the commit; past the limit the outcome is unknown and the caller repeats. */
    public Outcome await(CompletableFuture<Outcome> outcome) {
        try {
            return outcome.get(config.commandTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Outcome.Unavailable.because(
                    "no commit in time; it may still come: send the same request again");
        } catch (ExecutionException e) {
            throw new IllegalStateException("the engine answers with outcomes", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.Unavailable.because("the instance is being stopped");
        }
    }

    private static Outcome.Done done(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            return done;
        }
        throw new ProblemException(problem(outcome));
    }

    /** The problem of an outcome that is not {@link Outcome.Done}. */
    public static Problem problem(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused refused -> problem(refused.refusal());
            case Outcome.OtherContent unused ->
                    Problem.of(
                            409,
                            "other-content",
                            "Id used with other content",
                            "A command with this id is recorded; its content was different.");
            case Outcome.Unavailable unavailable ->
                    Problem.of(503, "unavailable", "Temporarily unavailable", unavailable.reason());
            case Outcome.Failed failed ->
                    failed.tooLarge()
                            ? Problem.of(413, "too-large", "Too large", failed.reason())
                            : Problem.of(500, "internal", "Internal error", failed.reason());
            case Outcome.Done unused -> throw new IllegalArgumentException("nothing is wrong");
        };
    }

    private static Problem problem(Refusal refusal) {
        return switch (refusal.kind()) {
            case NOT_FOUND -> Problem.of(404, "not-found", "Not found", refusal.detail());
            case PRECONDITION_FAILED ->
                    Problem.of(412, "changed", "Changed meanwhile", refusal.detail());
            case CONFLICT ->
                    refusal.violations().isEmpty()
                            ? Problem.of(
                                    409,
                                    "conflict",
                                    "Conflict with current state",
                                    refusal.detail())
                            : Problem.ofRules(409, "full", "No capacity", refusal.violations());
            case RULE ->
                    refusal.violations().isEmpty()
                            ? Problem.of(422, "implausible", "Implausible value", refusal.detail())
                            : Problem.ofRules(422, "rule", "Rule violated", refusal.violations());
        };
    }
}
