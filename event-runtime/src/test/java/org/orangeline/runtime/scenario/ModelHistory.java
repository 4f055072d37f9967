package org.orangeline.runtime.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Command;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Model;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.SubjectRef;
import org.orangeline.runtime.Submission;

/**
 * A long random life of a model: commands and news of other services as a seed has it, reactions
 * until nothing is left to do, and now and then a restart from nothing, which must change nothing.
 *
 * <pre>
 * ModelHistory.of(model, (random, own, known) -> ...)
 *         .steps(500)
 *         .always("no facility is over capacity", (own, known) -> ...)
 *         .run(seed);
 * </pre>
 *
 * <p>The same seed gives the same history. A failure prints seed and log.
 */
public final class ModelHistory<C extends Command, O, K, E extends DomainEvent> {

    private static final int STEPS = 200;
    private static final int REACTION_ROUNDS = 1_000;
    private static final int MOST_SECONDS = 3_600;

    private final Model<C, O, K, E> model;
    private final Moves<C, O, K> moves;
    private final Map<String, BiPredicate<O, K>> invariants = new LinkedHashMap<>();
    private int steps = STEPS;
    private int restartEvery = 1;
    private int mostSeconds = MOST_SECONDS;
    private boolean restartsMayReact;

    private ModelHistory(Model<C, O, K, E> model, Moves<C, O, K> moves) {
        this.model = model;
        this.moves = moves;
    }

    public static <C extends Command, O, K, E extends DomainEvent> ModelHistory<C, O, K, E> of(
            Model<C, O, K, E> model, Moves<C, O, K> moves) {
        return new ModelHistory<>(model, moves);
    }

    public ModelHistory<C, O, K, E> steps(int count) {
        steps = count;
        return this;
    }

    /** The longest time between two steps; an hour is what it starts with. */
    public ModelHistory<C, O, K, E> longestPause(Duration pause) {
        mostSeconds = Math.toIntExact(pause.toSeconds());
        return this;
    }

    /** A restart costs a fold of the whole log; 1, after every step, is what it starts with. */
    public ModelHistory<C, O, K, E> restartEvery(int count) {
        restartEvery = count;
        return this;
    }

    /** What must hold after every step. */
    public ModelHistory<C, O, K, E> always(String what, BiPredicate<O, K> holds) {
        invariants.put(what, holds);
        return this;
    }

    /**
     * For models whose reactions also depend on the time or on other subjects: then a restart,
     * which looks at every subject, may find something to do.
     */
    public ModelHistory<C, O, K, E> restartsMayReact() {
        restartsMayReact = true;
        return this;
    }

    /** Lives it through. */
    public Life run(long seed) {
        Life life = new Life(new Random(seed));
        try {
            for (int step = 0; step < steps; step++) {
                life.step(step);
            }
            return life;
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(
                    "seed " + seed + ": " + e.getMessage() + "\nThe log:\n" + life.log, e);
        }
    }

    /** Where a history gets its next step from. */
    @FunctionalInterface
    public interface Moves<C extends Command, O, K> {
        Move<C> next(Random random, O own, K known);
    }

    /** One step of a history. */
    public sealed interface Move<C extends Command> {

        static <C extends Command> Move<C> ask(C command, Actor actor) {
            return new Ask<>(command, actor);
        }

        static <C extends Command> Move<C> hear(String operation, DomainEvent event) {
            return new Hear<>(operation, event);
        }

        /** Somebody asks for something. */
        record Ask<C extends Command>(C command, Actor actor) implements Move<C> {}

        /** Another service recorded something. */
        record Hear<C extends Command>(String operation, DomainEvent event) implements Move<C> {}
    }

    /** A history as it went. */
    public final class Life {

        private final Random random;
        private final TestLog log = new TestLog();
        private final Set<String> done = new HashSet<>();
        private final LinkedHashSet<SubjectRef> touched = new LinkedHashSet<>();
        private final Map<SubjectRef, Instant> alarms = new LinkedHashMap<>();
        private Folded<O, K> state = Folded.nothing(model);
        private Instant now = Scenario.NOON;
        private int accepted;
        private int refused;

        private Life(Random random) {
            this.random = random;
        }

        private void step(int step) {
            now = now.plus(Duration.ofSeconds(random.nextInt(mostSeconds)));
            ring();
            switch (moves.next(random, state.own(), state.known())) {
                case Move.Ask<C> ask -> {
                    String id = TestLog.uuid("step", step);
                    decide(ask.command(), ask.actor(), id, id);
                }
                case Move.Hear<C> hear -> {
                    String id = TestLog.uuid("news", step);
                    record(
                            hear.event(),
                            new TestLog.Origin(
                                    hear.operation(), now, Actor.machine("history"), id, id));
                }
            }
            react();
            check();
            if ((step + 1) % restartEvery == 0) {
                restart();
            }
        }

        // Whose time has come is asked first: the state may call for something without any news.
        private void ring() {
            alarms.entrySet()
                    .removeIf(alarm -> {
                        boolean due = !alarm.getValue().isAfter(now);
                        if (due) {
                            touched.add(alarm.getKey());
                        }
                        return due;
                    });
            react();
        }

        private boolean decide(C command, Actor actor, String commandId, String causationId) {
            var context = new Context(now, actor, commandId);
            if (command.subjects().isEmpty()) {
                throw new AssertionError("a command is about somebody: " + command);
            }
            Decision<E> decision = model.decide(command, state.own(), state.known(), context);
            if (!decision.equals(model.decide(command, state.own(), state.known(), context))) {
                throw new AssertionError("deciding twice gives two things: " + command);
            }
            return switch (decision) {
                case Decision.Refused<E> _ -> {
                    refused++;
                    yield false;
                }
                case Decision.Accepted<E> events -> {
                    var origin =
                            new TestLog.Origin(
                                    command.operation(), now, actor, commandId, causationId);
                    events.events().forEach(event -> record(event, origin));
                    done.add(commandId);
                    accepted++;
                    yield true;
                }
            };
        }

        private void record(DomainEvent event, TestLog.Origin origin) {
            Recorded<DomainEvent> recorded = log.append(event, origin);
            state = state.with(model, recorded);
            touched.add(new SubjectRef(origin.operation(), event.subject()));
            if (model.concernsEverybody(event) || model.ownConcernsEverybody(event.getClass())) {
                touchAll();
            }
        }

        private void react() {
            for (int round = 0; !touched.isEmpty(); round++) {
                if (round > REACTION_ROUNDS) {
                    throw new AssertionError("the reactions do not come to rest");
                }
                List<SubjectRef> asked = new ArrayList<>(touched);
                touched.clear();
                asked.forEach(this::react);
            }
        }

        private void react(SubjectRef subject) {
            for (Reaction<C> reaction : model.react(subject, state.own(), state.known())) {
                String id = Submission.id(reaction);
                if (done.contains(id)) {
                    continue;
                }
                if (!reaction.isDue(now)) {
                    alarms.merge(subject, reaction.notBefore(), (a, b) -> a.isBefore(b) ? a : b);
                } else {
                    decide(
                            reaction.command(),
                            Actor.machine(model.service().id()),
                            id,
                            reaction.causationId());
                }
            }
        }

        private void check() {
            invariants.forEach((what, holds) -> {
                if (!holds.test(state.own(), state.known())) {
                    throw new AssertionError("no longer true: " + what);
                }
            });
        }

        private void touchAll() {
            try (var subjects = model.subjects(state.own(), state.known())) {
                subjects.forEach(touched::add);
            }
        }

        private void restart() {
            List<Recorded<DomainEvent>> read = log.read();
            state.requireSameAsFoldOf(model, read);
            state = Folded.of(model, read);
            int before = log.size();
            alarms.clear();
            touchAll();
            react();
            if (log.size() > before && !restartsMayReact) {
                throw new AssertionError(
                        "a restart made reactions act that had not acted before, from event "
                                + before);
            }
        }

        public O own() {
            return state.own();
        }

        public K known() {
            return state.known();
        }

        /** The time that it has come to. */
        public Instant now() {
            return now;
        }

        /** Everything recorded, as a reader sees it. */
        public List<Recorded<DomainEvent>> log() {
            return log.read();
        }

        /** Commands and reactions that recorded something. */
        public int accepted() {
            return accepted;
        }

        /** Commands and reactions that were refused. */
        public int refused() {
            return refused;
        }
    }
}
