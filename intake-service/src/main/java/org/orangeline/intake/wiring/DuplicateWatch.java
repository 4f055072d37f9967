package org.orangeline.intake.wiring;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.EventCodec;
import org.orangeline.events.Service;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.intake.DuplicateCommand.ReportPossibleDuplicate;
import org.orangeline.intake.IntakeCommand;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.duplicates.Duplicate;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.intake.view.DuplicateFinder;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.Submission;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.runtime.kafka.PartitionStatus;
import org.orangeline.runtime.kafka.Role;

/**
 * Looks at every identity that was given or changed and reports who may be registered twice. It
 * stands at the edge since names are sealed for the decider. Every instance reads the names, for
 * its searches; the one that leads a partition reports. Who begins to lead looks at everybody
 * again: the decider refuses what was raised, dismissed or merged, so that nothing depends on how
 * often.
 */
@ApplicationScoped
public class DuplicateWatch {

    private static final Logger LOG = Logger.getLogger(DuplicateWatch.class);

    /** How soon after an arrival it looks. */
    private static final Duration EVERY = Duration.ofMillis(200);

    /**
     * Persons between two pauses; a pause is as long as the work was, so that others get a turn.
     */
    private static final int AT_ONCE = 100;

    private static final Duration MOST_PAUSE = Duration.ofSeconds(1);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    private final Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine;
    private final DuplicateFinder finder;
    private final Clock clock;
    private final Map<String, Integer> looked = new HashMap<>();
    private volatile boolean stopped;
    private @Nullable Thread thread;

    DuplicateWatch(
            Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine,
            DuplicateFinder finder,
            Clock clock) {
        this.engine = engine;
        this.finder = finder;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        Thread watch = new Thread(this::run, "duplicate-watch");
        watch.setDaemon(true);
        watch.setPriority(Thread.MIN_PRIORITY);
        watch.start();
        thread = watch;
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run() {
        while (!stopped) {
            long began = System.nanoTime();
            boolean more = false;
            try {
                for (PartitionStatus status : engine.status()) {
                    more |= look(status);
                }
                Duration worked = Duration.ofNanos(System.nanoTime() - began);
                Duration pause = worked.compareTo(MOST_PAUSE) < 0 ? worked : MOST_PAUSE;
                Thread.sleep(more || pause.compareTo(EVERY) > 0 ? pause : EVERY);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // No name and no person in it: only where it failed.
                LOG.errorf("looking for duplicates failed: %s", e.getClass().getName());
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(MOST_PAUSE);
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    private boolean look(PartitionStatus status) throws InterruptedException {
        boolean more = false;
        for (var operation :
                engine.partitionView(status.partition()).own().operations().entrySet()) {
            boolean followed = finder.follow(operation.getValue(), AT_ONCE);
            more |= !followed;
            if (status.role() != Role.LEADING) {
                looked.remove(operation.getKey());
            } else if (followed) {
                more |= look(operation.getKey(), operation.getValue());
            }
        }
        return more;
    }

    private boolean look(String operation, OperationState state) throws InterruptedException {
        int from = looked.getOrDefault(operation, 0);
        int to = Math.min(state.identified().size(), from + AT_ONCE);
        LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        List<CompletableFuture<Outcome>> reports = new ArrayList<>();
        // One by one: a persistent vector makes a part of itself by taking the rest away, which
        // costs more the more people there are.
        for (int at = from; at < to; at++) {
            Person person = state.persons().get(state.identified().get(at));
            if (person != null) {
                reports.addAll(report(operation, state, person, today));
            }
        }
        if (areAnswered(reports)) {
            looked.put(operation, to);
        }
        return to < state.identified().size();
    }

    private List<CompletableFuture<Outcome>> report(
            String operation, OperationState state, Person person, LocalDate today) {
        try {
            return finder.find(state, person, today).stream()
                    .filter(found ->
                            state.duplicate(person.personId(), found.other().personId()).isEmpty())
                    .map(found -> engine.submit(report(operation, person, found)))
                    .toList();
        } catch (RuntimeException e) {
            // One that cannot be compared holds up nobody else. The id is no personal data.
            LOG.errorf("%s cannot be compared: %s", person.id(), e.getClass().getName());
            return List.of();
        }
    }

    private static boolean areAnswered(List<CompletableFuture<Outcome>> reports)
            throws InterruptedException {
        try {
            for (CompletableFuture<Outcome> report : reports) {
                if (report.get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                        instanceof Outcome.Unavailable) {
                    return false;
                }
            }
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private static Submission<IntakeCommand> report(
            String operation, Person person, DuplicateFinder.Found found) {
        boolean later = LATEST_LAST.compare(person, found.other()) > 0;
        Person last = later ? person : found.other();
        Person first = later ? found.other() : person;
        String key = Duplicate.key(last.personId(), first.personId());
        return new Submission<>(
                new ReportPossibleDuplicate(
                        operation, last.personId(), first.personId(), found.score(), found.codes()),
                Submission.id(operation, "possible-duplicate", key),
                Actor.machine(Service.INTAKE.id()),
                last.arrival().toString(),
                // The pair alone: a report with another score is the same report.
                () -> EventCodec.canonical(List.of(key)));
    }

    private static final Comparator<Person> LATEST_LAST =
            Comparator.comparing(Person::recordedAt)
                    .thenComparing(person -> person.registrationNumber().length())
                    .thenComparing(Person::registrationNumber);
}
