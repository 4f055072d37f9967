package org.orangeline.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.intake.IntakeCommand;
import org.orangeline.intake.IntakeCommand.RegisterArrival;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.custody.Custody;
import org.orangeline.kit.batch.Lines;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Commands;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.kafka.Engine;

/** A tablet's batch: every line is a command of its own, and has an outcome of its own. */
@ApplicationScoped
public class ArrivalBatch {

    private final Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine;
    private final Commands commands;
    private final Body body;
    private final ObjectMapper mapper;
    private final ReceiptSigner signer;
    private final ArrivalOrigin origin;
    private final Arrivals arrivals;
    private final ShownNumbers numbers;

    ArrivalBatch(
            Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine,
            Commands commands,
            Body body,
            ObjectMapper mapper,
            ReceiptSigner signer,
            ArrivalOrigin origin,
            Arrivals arrivals,
            ShownNumbers numbers) {
        this.arrivals = arrivals;
        this.numbers = numbers;
        this.origin = origin;
        this.engine = engine;
        this.commands = commands;
        this.body = body;
        this.mapper = mapper;
        this.signer = signer;
    }

    Response register(String operation, byte @Nullable [] bytes) {
        body.requireMediaType(ArrivalResource.NDJSON);
        List<Lines.Line> lines = Lines.of(bytes == null ? new byte[0] : bytes);
        Optional<Response> elsewhere = commands.elsewhere(engine, operation, bytes);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        // All of them before the first answer is awaited: a commit takes what waits.
        List<Pending> pending = lines.stream().map(line -> submit(operation, line)).toList();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        for (LineOutcome outcome : outcomes(pending)) {
            answer.writeBytes(json(outcome));
            answer.write('\n');
        }
        return Response.ok(answer.toByteArray()).type(ArrivalResource.NDJSON).build();
    }

    private Pending submit(String operation, Lines.Line line) {
        UUID personId = null;
        try {
            ArrivalRequest request = body.read(line.whole(), ArrivalRequest.class);
            personId = request.personId();
            if (personId == null) {
                throw ProblemException.field("personId", "must be there in a batch");
            }
            origin.require(operation, personId, request);
            RegisterArrival command = arrivals.command(operation, personId, request);
            return new Pending(line.number(), personId, command, arrivals.submit(command), null);
        } catch (ProblemException e) {
            return new Pending(line.number(), personId, null, null, e.problem());
        }
    }

    // A line without an answer makes the whole batch one to send again: what is stored stays
    // stored, and its lines get their receipts.
    private List<LineOutcome> outcomes(List<Pending> pending) {
        List<Outcome.Done> done = new ArrayList<>();
        List<Object> answers = new ArrayList<>();
        for (Pending one : pending) {
            Object answer = answer(one);
            answers.add(answer);
            if (answer instanceof Outcome.Done stored) {
                done.add(stored);
            }
        }
        Iterator<String> signed = signer.sign(done).iterator();
        List<LineOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < pending.size(); i++) {
            outcomes.add(
                    answers.get(i) instanceof Outcome.Done stored
                            ? LineOutcome.durable(
                                    pending.get(i), Receipt.of(numbers.of(stored), signed.next()))
                            : LineOutcome.rejected(pending.get(i), (Problem) answers.get(i)));
        }
        return outcomes;
    }

    /** What was stored, or the problem. */
    private Object answer(Pending pending) {
        if (pending.command == null || pending.answer == null) {
            return Objects.requireNonNull(pending.problem);
        }
        return switch (arrivals.await(pending.command, pending.answer)) {
            case Outcome.Done done -> done;
            case Outcome.Unavailable unavailable ->
                    throw new ProblemException(Commands.problem(unavailable));
            case Outcome other -> Commands.problem(other);
        };
    }

    private byte[] json(LineOutcome outcome) {
        try {
            return mapper.writeValueAsBytes(outcome);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an outcome is plain data", e);
        }
    }

    private record Pending(
            int line,
            @Nullable UUID personId,
            @Nullable RegisterArrival command,
            @Nullable CompletableFuture<Outcome> answer,
            @Nullable Problem problem) {}

    /**
     * @param line counted from 1
     * @param status {@code durable}, or {@code rejected}: never send again as it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LineOutcome(
            int line,
            @Nullable UUID personId,
            String status,
            @Nullable String registrationNumber,
            @Nullable Long sequence,
            @Nullable String signed,
            @Nullable Problem problem) {

        static LineOutcome durable(Pending pending, Receipt receipt) {
            return new LineOutcome(
                    pending.line,
                    receipt.personId(),
                    Receipt.DURABLE,
                    receipt.registrationNumber(),
                    receipt.sequence(),
                    receipt.signed(),
                    null);
        }

        static LineOutcome rejected(Pending pending, @Nullable Problem problem) {
            return new LineOutcome(
                    pending.line, pending.personId, "rejected", null, null, null, problem);
        }
    }
}
