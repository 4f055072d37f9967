package org.orangeline.intake.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.EventCodec;
import org.orangeline.events.Recorded;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.SensitiveNeedsRecorded;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.SensitiveNeeds;
import org.orangeline.intake.IntakeCommand;
import org.orangeline.intake.IntakeCommand.RecordSensitiveNeeds;
import org.orangeline.intake.IntakeCommand.RegisterArrival;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.needs.SensitiveNeedsDecider;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.kit.rest.Commands;
import org.orangeline.kit.rest.CurrentCaller;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.kafka.Engine;

/**
 * Arrivals on their way to the log. Sensitive needs do not count as content: an arrival that is
 * sent again with others of them, or with none, gets the same answer, and nobody learns from it
 * whether there are any. What it tells anew is recorded.
 */
@ApplicationScoped
public class Arrivals {

    /** Scope of a person's id as the name of a command. */
    private static final String CALL = "arrival";

    private static final String NEEDS = "arrival-needs ";

    private final Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine;
    private final Commands commands;
    private final CurrentCaller caller;
    private final SeenVersion seen;

    Arrivals(
            Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine,
            Commands commands,
            CurrentCaller caller,
            SeenVersion seen) {
        this.engine = engine;
        this.commands = commands;
        this.caller = caller;
        this.seen = seen;
    }

    /**
     * @throws ProblemException 422 (S6) for sensitive needs that a machine tells, whoever it is
     *     about
     */
    RegisterArrival command(String operation, UUID personId, ArrivalRequest request) {
        RegisterArrival command =
                ArrivalMapping.command(operation, personId, request, seen.device().orElse(null));
        SensitiveNeedsDecider.whyNot(command.arrival().needs(), caller.get().actor())
                .ifPresent(refusal -> {
                    throw new ProblemException(Commands.problem(new Outcome.Refused(refusal)));
                });
        return command;
    }

    CompletableFuture<Outcome> submit(RegisterArrival command) {
        return submit(command, command.content());
    }

    private CompletableFuture<Outcome> submit(RegisterArrival command, RegisterArrival content) {
        return engine.submit(
                commands.submission(command, content, CALL, command.personId().toString()));
    }

    /** Waits, and records the sensitive needs that a repetition tells anew. */
    Outcome await(RegisterArrival command, CompletableFuture<Outcome> pending) {
        Outcome outcome = commands.await(pending);
        // An arrival of before its sensitive needs were no content.
        if (outcome instanceof Outcome.OtherContent && !told(command).isEmpty()) {
            outcome = commands.await(submit(command, command.contentWithNeeds()));
        }
        return outcome instanceof Outcome.Done done && done.repeated()
                ? addNeeds(command, done)
                : outcome;
    }

    private Outcome addNeeds(RegisterArrival command, Outcome.Done done) {
        Set<String> more = new TreeSet<>(told(command));
        done.events().stream().flatMap(this::said).forEach(more::remove);
        for (String code : more) {
            Outcome added = addNeed(command, code);
            if (added instanceof Outcome.Unavailable) {
                return added;
            }
        }
        // Of an erased identity nothing is recorded: the answer is that of every repetition.
        return done;
    }

    // The key names the code: no repetition adds again what a protection officer took back. A
    // merged
    // record's needs are those of the record in use.
    private Outcome addNeed(RegisterArrival command, String code) {
        OperationState state = engine.view(command.operation()).own().require(command.operation());
        UUID inUse = UUID.fromString(state.merges().inUse(command.personId().toString()));
        List<String> codes = List.of(code);
        return commands.await(
                engine.submit(
                        commands.submission(
                                new RecordSensitiveNeeds(
                                        command.operation(), inUse, codes, List.of(), null),
                                codes,
                                NEEDS + command.personId(),
                                code)));
    }

    private Stream<String> said(Recorded<? extends DomainEvent> recorded) {
        return switch (recorded.event()) {
            case SensitiveNeedsRecorded event ->
                    EventCodec.open(event.needs(), SensitiveNeeds.class, engine.keys()).stream()
                            .flatMap(needs -> needs.added().stream());
            case PersonArrived event -> Needs.sensitive(event.needs()).stream();
            default -> Stream.empty();
        };
    }

    private static List<String> told(RegisterArrival command) {
        return Needs.sensitive(command.arrival().needs());
    }
}
