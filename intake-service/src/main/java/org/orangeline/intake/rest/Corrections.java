package org.orangeline.intake.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.EventCodec;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.model.Identity;
import org.orangeline.intake.ConflictCommand.CorrectFromStore;
import org.orangeline.intake.ConflictCommand.Correction;
import org.orangeline.intake.IntakeCommand;
import org.orangeline.intake.IntakeCommand.CorrectDetails;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.custody.Custody;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.CurrentCaller;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.kafka.Engine;

/**
 * Corrections as they are sent: a merge-patch (RFC 7396). An identity is merged here, where it can
 * be opened; the decider refuses it when the person has another one by then.
 */
@ApplicationScoped
public class Corrections {

    /** Another identity between two of these was given within milliseconds. */
    private static final int MOST_TRIES = 5;

    private static final int CHANGED = 412;

    private final Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine;
    private final Submissions submissions;
    private final CurrentCaller caller;
    private final Body body;
    private final SeenVersion seen;

    Corrections(
            Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine,
            Submissions submissions,
            CurrentCaller caller,
            Body body,
            SeenVersion seen) {
        this.engine = engine;
        this.submissions = submissions;
        this.caller = caller;
        this.body = body;
        this.seen = seen;
    }

    // What was sent is the same whichever tablet sends it again.
    private static IntakeCommand by(@Nullable String tablet, IntakeCommand command) {
        return command instanceof CorrectDetails details ? details.by(tablet) : command;
    }

    /**
     * @throws ProblemException 400 for what is no correction, 412 for one of an earlier version
     */
    Response correct(
            String operation,
            UUID personId,
            byte[] bytes,
            Function<Outcome.Done, Response> answer) {
        body.requireMediaType(MediaType.APPLICATION_JSON, "application/merge-patch+json");
        CorrectionRequest request = body.read(bytes, CorrectionRequest.class);
        IdentityPatch patch = IdentityPatch.of(request.identity(), body.nulls(bytes));
        request.requireOneChange(patch, body.nulls(bytes));
        Optional<Long> basedOn = seen.basedOn();
        String tablet = seen.device().orElse(null);
        Function<Correction, IntakeCommand> command =
                basedOn.<Function<Correction, IntakeCommand>>map(version ->
                                correction ->
                                        new CorrectFromStore(
                                                operation, personId, version, tablet, correction))
                        .orElseGet(() -> {
                            long version = seen.ifMatch();
                            return correction ->
                                    ArrivalMapping.command(
                                            operation, personId, version, correction);
                        });
        Correction told = ArrivalMapping.correction(request);
        List<Object> content = new ArrayList<>(List.of(command.apply(told), caller.get().actor()));
        if (!patch.removed().isEmpty()) {
            content.add(patch.removed());
        }
        String key = submissions.key();
        for (int tries = 1; ; tries++) {
            Optional<Response> elsewhere = submissions.elsewhere(operation, bytes);
            if (elsewhere.isPresent()) {
                return elsewhere.get();
            }
            Correction merged = merged(operation, personId, told, patch);
            try {
                return submissions.run(
                        by(tablet, command.apply(merged)),
                        content,
                        "correct " + personId,
                        key,
                        bytes,
                        answer);
            } catch (ProblemException refused) {
                boolean again =
                        refused.problem().status() == CHANGED
                                && tries < MOST_TRIES
                                && merged.isOfOtherIdentity(identity(operation, personId));
                if (!again) {
                    throw refused;
                }
            }
        }
    }

    private Correction merged(
            String operation, UUID personId, Correction told, IdentityPatch patch) {
        if (told.identity() == null) {
            return told;
        }
        Confidential<Identity> before = identity(operation, personId);
        if (before == null) {
            return told;
        }
        return EventCodec.open(before, Identity.class, engine.keys())
                .map(open -> told.with(patch.on(open), before))
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.of(
                                        409,
                                        "conflict",
                                        "Conflict with current state",
                                        "The identity cannot be read, so nothing is merged into"
                                                + " it.")));
    }

    private @Nullable Confidential<Identity> identity(String operation, UUID personId) {
        return engine.view(operation)
                .own()
                .person(operation, personId)
                .map(Person::identity)
                .orElse(null);
    }
}
