package org.orangeline.runtime.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Command;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Model;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.SubjectRef;

/**
 * What happened, in the order it did; then one command, and what comes of it.
 *
 * <pre>
 * Scenario.of(model)
 *         .given(personArrived(PERSON), findingRecommended(PERSON, by(SCREENER)))
 *         .when(new ConcludeScreening(PERSON, APPROVE), human(SCREENER))
 *         .thenRefused("S3");
 * </pre>
 *
 * <p>Every test checks on the way, without asking: deciding twice gives the same; neither deciding
 * nor folding changes a state that was handed in; every event survives the wire format; the fold of
 * the whole log from nothing equals the live state, also by its digest. A failure prints the log.
 *
 * <p>Immutable: a scenario can be kept in a field and continued by many tests.
 */
public final class Scenario<C extends Command, O, K, E extends DomainEvent> {

    /** When everything happens unless {@link #at} says otherwise. */
    public static final Instant NOON = Instant.parse("2019-03-01T12:00:00Z");

    /** Where everything happens unless {@link #operation} says otherwise. */
    public static final String OPERATION = "baghuz-2019";

    private final Model<C, O, K, E> model;
    private final TestLog log;
    private final Folded<O, K> state;
    private final String operation;
    private final Instant now;
    private final Actor actor;
    private final String commandId;

    private Scenario(
            Model<C, O, K, E> model,
            TestLog log,
            Folded<O, K> state,
            String operation,
            Instant now,
            Actor actor,
            String commandId) {
        this.model = model;
        this.log = log;
        this.state = state;
        this.operation = operation;
        this.now = now;
        this.actor = actor;
        this.commandId = commandId;
    }

    public static <C extends Command, O, K, E extends DomainEvent> Scenario<C, O, K, E> of(
            Model<C, O, K, E> model) {
        return new Scenario<>(
                model,
                new TestLog(),
                Folded.nothing(model),
                OPERATION,
                NOON,
                Actor.machine("scenario"),
                TestLog.uuid("when", 0));
    }

    /** The operation of the events that follow. */
    public Scenario<C, O, K, E> operation(String other) {
        return new Scenario<>(model, log, state, other, now, actor, commandId);
    }

    /** The server's time of the events and the command that follow. */
    public Scenario<C, O, K, E> at(Instant then) {
        return new Scenario<>(model, log, state, operation, then, actor, commandId);
    }

    /** Who caused the events that follow. */
    public Scenario<C, O, K, E> by(Actor other) {
        return new Scenario<>(model, log, state, operation, now, other, commandId);
    }

    /** The id of the command that follows, a UUID. */
    public Scenario<C, O, K, E> commandId(String id) {
        return new Scenario<>(model, log, state, operation, now, actor, id);
    }

    /** Events of this service and of those that it listens to; they add to what was given. */
    public Scenario<C, O, K, E> given(DomainEvent... events) {
        return given(List.of(events));
    }

    /** Events of this service and of those that it listens to; they add to what was given. */
    public Scenario<C, O, K, E> given(List<? extends DomainEvent> events) {
        TestLog longer = log.copy();
        return loudly(
                longer,
                () -> {
                    Folded<O, K> folded = state;
                    for (DomainEvent event : events) {
                        String cause = TestLog.uuid("given", longer.size());
                        var origin = new TestLog.Origin(operation, now, actor, cause, cause);
                        folded = foldOne(folded, longer.append(event, origin));
                    }
                    return new Scenario<>(model, longer, folded, operation, now, actor, commandId);
                });
    }

    private Folded<O, K> foldOne(Folded<O, K> before, Recorded<DomainEvent> recorded) {
        String digest = before.canonical();
        Folded<O, K> after = before.with(model, recorded);
        if (!before.canonical().equals(digest)) {
            throw new AssertionError("folding changed the state that was handed in: " + recorded);
        }
        return after;
    }

    /** The one command. Its id and time are the scenario's, see {@link #newId}. */
    public Decided<C, O, K, E> when(C command, Actor asker) {
        return loudly(
                log,
                () -> {
                    var context = new Context(now, asker, commandId);
                    String digest = state.canonical();
                    Decision<E> decision =
                            model.decide(command, state.own(), state.known(), context);
                    Decision<E> again = model.decide(command, state.own(), state.known(), context);
                    if (!decision.equals(again)) {
                        throw new AssertionError(
                                "deciding twice gives two things\n  " + decision + "\n  " + again);
                    }
                    if (!state.canonical().equals(digest)) {
                        throw new AssertionError("deciding changed the state: " + command);
                    }
                    TestLog longer = log.copy();
                    Folded<O, K> folded = state;
                    if (decision instanceof Decision.Accepted<E> accepted) {
                        for (E event : accepted.events()) {
                            var origin =
                                    new TestLog.Origin(
                                            command.operation(), now, asker, commandId, commandId);
                            folded = foldOne(folded, longer.append(event, origin));
                        }
                    }
                    folded.requireSameAsFoldOf(model, longer.read());
                    var next =
                            new Scenario<>(model, longer, folded, operation, now, actor, commandId);
                    return new Decided<>(next, command, decision, log.size());
                });
    }

    /** The id that {@link Context#newId} gives for that name in the command that follows. */
    public UUID newId(String name) {
        return new Context(now, actor, commandId).newId(name);
    }

    /** What the state calls for by itself about a subject at the scenario's time. */
    public List<Reaction<C>> reactions(String subject) {
        return calledFor(subject).stream().filter(reaction -> reaction.isDue(now)).toList();
    }

    /** What the state will call for about a subject when its time comes. */
    public List<Reaction<C>> reactionsLater(String subject) {
        return calledFor(subject).stream().filter(reaction -> !reaction.isDue(now)).toList();
    }

    private List<Reaction<C>> calledFor(String subject) {
        return loudly(
                log,
                () -> {
                    var ref = new SubjectRef(operation, subject);
                    List<Reaction<C>> reactions = model.react(ref, state.own(), state.known());
                    if (!reactions.equals(model.react(ref, state.own(), state.known()))) {
                        throw new AssertionError("asking twice for reactions gives two things");
                    }
                    try (var subjects = model.subjects(state.own(), state.known())) {
                        if (!reactions.isEmpty() && subjects.noneMatch(ref::equals)) {
                            throw new AssertionError(
                                    "a takeover would not ask for the reactions about " + ref);
                        }
                    }
                    return reactions;
                });
    }

    /** What the service's own events say by now. */
    public O own() {
        return state.own();
    }

    /** What it learned by now. */
    public K known() {
        return state.known();
    }

    /** Everything recorded by now, as a reader sees it. */
    public List<Recorded<DomainEvent>> log() {
        return log.read();
    }

    /** The log in words, a line an event. */
    @Override
    public String toString() {
        return log.toString();
    }

    static <T> T loudly(Object log, Supplier<T> body) {
        try {
            return Objects.requireNonNull(body.get());
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(e.getMessage() + "\nThe log:\n" + log, e);
        }
    }
}
