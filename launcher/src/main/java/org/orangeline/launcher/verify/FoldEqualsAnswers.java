package org.orangeline.launcher.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Service;
import org.orangeline.intake.IntakeModel;
import org.orangeline.launcher.Terminal;
import org.orangeline.placement.PlacementModel;
import org.orangeline.runtime.Command;
import org.orangeline.runtime.Model;
import org.orangeline.runtime.StateDigest;
import org.orangeline.runtime.View;
import org.orangeline.runtime.log.SequencedLog;
import org.orangeline.screening.ScreeningModel;

/**
 * Folds the log as a service does, up to the position that the service states, and compares what
 * comes out with what the service says it has.
 */
final class FoldEqualsAnswers implements Check {
    /** A partition of a million people's events, with much to spare. */
    private static final Duration READ = Duration.ofHours(6);

    private static final List<Model<?, ?, ?, ?>> MODELS =
            List.of(new IntakeModel(), new ScreeningModel(), new PlacementModel());

    private final Terminal terminal;
    private final ServiceAnswers answers = new ServiceAnswers();

    FoldEqualsAnswers(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "fold equals what each service answers";
    }

    @Override
    public void run(Target target, Findings findings) {
        for (Model<?, ?, ?, ?> model : MODELS) {
            answers.all(model.service(), target, findings)
                    .forEach((partition, answer) ->
                            compare(model, partition, answer, target, findings));
        }
    }

    private <C extends Command, O, K, E extends DomainEvent> void compare(
            Model<C, O, K, E> model,
            int partition,
            JsonNode answer,
            Target target,
            Findings findings) {
        String place = model.service().id() + "-" + partition;
        Fold<O, K> fold = new Fold<>(model, findings);
        terminal.line("  folding " + place + " up to " + answer.path("sequence").asLong());
        SequencedLog log = new SequencedLog(target.log(), READ);
        long sequence = answer.path("sequence").asLong();
        new PartitionReader(log, model.service(), partition, sequence)
                .through(sequence, fold::evolve);
        for (Service upstream : model.upstream()) {
            long through = answer.path("knownThrough").path(upstream.id()).asLong();
            new PartitionReader(log, upstream, partition, through).through(through, fold::learn);
        }
        View<O, K> view = fold.view(partition);
        if (!StateDigest.of(view).equals(answer.path("digest").asText())) {
            findings.fault(place, "has another state than the log at " + answer.path("sequence"));
        }
    }
}
