package org.orangeline.runtime.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.runtime.Command;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.Violation;

/** What came of a scenario's command. */
public final class Decided<C extends Command, O, K, E extends DomainEvent> {

    private final Scenario<C, O, K, E> after;
    private final C command;
    private final Decision<E> decision;
    private final int given;

    Decided(Scenario<C, O, K, E> after, C command, Decision<E> decision, int given) {
        this.after = after;
        this.command = command;
        this.decision = decision;
        this.given = given;
    }

    /** Exactly these events, in order; a clear value stands for the sealed one of it. */
    public Decided<C, O, K, E> then(DomainEvent... expected) {
        List<E> events = accepted();
        if (!SameValue.same(List.of(expected), events)) {
            throw failure("expected\n" + lines(List.of(expected)) + "\nand got\n" + lines(events));
        }
        return this;
    }

    public Decided<C, O, K, E> thenAccepted() {
        accepted();
        return this;
    }

    /** Refused for exactly these rules, in any order. */
    public Decided<C, O, K, E> thenRefused(String... rules) {
        if (rules.length == 0) {
            throw new IllegalArgumentException("name the rules, or ask for a kind");
        }
        var expected = new TreeSet<>(Arrays.asList(rules));
        var broken =
                refusal().violations().stream()
                        .map(Violation::rule)
                        .collect(Collectors.toCollection(TreeSet::new));
        if (!broken.equals(expected)) {
            throw failure("expected a refusal for " + expected + " and got " + refusal());
        }
        return this;
    }

    public Decided<C, O, K, E> thenConflict() {
        return thenKind(Refusal.Kind.CONFLICT);
    }

    public Decided<C, O, K, E> thenNotFound() {
        return thenKind(Refusal.Kind.NOT_FOUND);
    }

    /** The caller had seen an older state. */
    public Decided<C, O, K, E> thenChangedMeanwhile() {
        return thenKind(Refusal.Kind.PRECONDITION_FAILED);
    }

    private Decided<C, O, K, E> thenKind(Refusal.Kind kind) {
        if (refusal().kind() != kind) {
            throw failure("expected " + kind + " and got " + refusal());
        }
        return this;
    }

    /** What the command recorded, as it was decided. */
    public List<E> events() {
        return accepted();
    }

    /** The first event of that type that the command recorded. */
    public <T extends DomainEvent> T event(Class<T> type) {
        return accepted().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> failure("no " + type.getSimpleName() + " was recorded"));
    }

    /** What the command recorded, as a reader sees it. */
    public List<Recorded<DomainEvent>> recorded() {
        List<Recorded<DomainEvent>> log = after.log();
        return log.subList(given, log.size());
    }

    public Refusal refusal() {
        return switch (decision) {
            case Decision.Refused<E> refused -> refused.refusal();
            case Decision.Accepted<E> accepted ->
                    throw failure("expected a refusal and got\n" + lines(accepted.events()));
        };
    }

    /** What the state calls for afterwards, see {@link Scenario#reactions}. */
    public List<Reaction<C>> reactions(String subject) {
        return after.reactions(subject);
    }

    public O own() {
        return after.own();
    }

    public K known() {
        return after.known();
    }

    private List<E> accepted() {
        return switch (decision) {
            case Decision.Accepted<E> accepted -> accepted.events();
            case Decision.Refused<E> refused ->
                    throw failure("expected events and got " + refused.refusal());
        };
    }

    private static String lines(List<? extends DomainEvent> events) {
        return events.stream().map(event -> "  " + event).collect(Collectors.joining("\n"));
    }

    private AssertionError failure(String message) {
        return new AssertionError(
                command.getClass().getSimpleName() + ": " + message + "\nThe log:\n" + after);
    }
}
