package org.orangeline.intake.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Opener;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.intake.IntakeCommand;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.custody.Stays;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.Page;
import org.orangeline.kit.rest.PathId;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Reads;
import org.orangeline.runtime.View;
import org.orangeline.runtime.kafka.Engine;

/** What reads of persons and lists are answered from. */
@ApplicationScoped
public class IntakeViews {

    private final Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine;
    private final Reads reads;
    private final Csv csv;

    IntakeViews(
            Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine, Reads reads, Csv csv) {
        this.engine = engine;
        this.reads = reads;
        this.csv = csv;
    }

    /**
     * Answers from the operation as it stands, or stood.
     *
     * @param body what to show of it
     */
    Response answer(String operation, Function<OperationState, Object> body) {
        View<IntakeState, Custody> view = reads.view(engine, operation);
        return Reads.ok(view, body.apply(state(view, operation)));
    }

    /**
     * Answers with a list: a page of it, or the whole of it as CSV.
     *
     * @param name of the list
     * @param type of its items
     */
    <T extends Record> Response list(
            String operation,
            String name,
            Class<T> type,
            BiFunction<OperationState, Stays, List<T>> items,
            @Nullable String cursor,
            @Nullable String limit) {
        View<IntakeState, Custody> view = reads.view(engine, operation);
        List<T> all = items.apply(state(view, operation), view.known().staysOf(operation));
        return csv.isAsked()
                ? csv.of(view, name, type, all::stream)
                : Reads.ok(view, Page.of(all, cursor, Page.limit(limit)));
    }

    /**
     * Answers with a list that is short by its nature: the whole of it.
     *
     * @param name of the list
     * @param type of its items
     */
    <T extends Record> Response whole(
            String operation, String name, Class<T> type, Function<OperationState, List<T>> items) {
        View<IntakeState, Custody> view = reads.view(engine, operation);
        List<T> all = items.apply(state(view, operation));
        return csv.isAsked() ? csv.of(view, name, type, all::stream) : Reads.ok(view, all);
    }

    /** With what an operation's registration numbers begin. */
    String prefix(String operation) {
        return state(engine.view(operation), operation).opened().numberPrefix();
    }

    /** The operation as it stands now. */
    OperationState state(String operation) {
        return state(engine.view(operation), operation);
    }

    /** Opens what was sealed. */
    Opener keys() {
        return engine.keys();
    }

    private static OperationState state(View<IntakeState, Custody> view, String operation) {
        OperationState state = view.own().operation(operation);
        if (state == null) {
            throw ProblemException.notFound("There is no such operation.");
        }
        return state;
    }

    /**
     * What is shown of a person, or the list in it as CSV.
     *
     * @param rows what a row of the list is made of
     */
    <B, T extends Record> Response answer(
            String operation,
            String id,
            PersonAnswer<B> body,
            String name,
            Class<T> type,
            Function<B, List<T>> rows) {
        UUID personId = PathId.uuid("id", id);
        View<IntakeState, Custody> view = reads.view(engine, operation);
        OperationState state = state(view, operation);
        B shown =
                body.of(
                        state,
                        view.known().staysOf(operation),
                        state.person(personId)
                                .orElseThrow(() ->
                                        ProblemException.notFound("There is no such person.")));
        return csv.isAsked()
                ? csv.of(view, name, type, () -> rows.apply(shown).stream())
                : Reads.ok(view, shown);
    }

    /** What is shown of a person. */
    @FunctionalInterface
    interface PersonAnswer<B> {
        B of(OperationState state, Stays stays, Person person);
    }
}
