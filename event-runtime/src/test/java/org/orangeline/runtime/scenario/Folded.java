package org.orangeline.runtime.scenario;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.EventCodec;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Recorded;
import org.orangeline.runtime.Model;

/** Both parts of a model's state, as folded from a log. */
record Folded<O, K>(O own, K known) {

    static <O, K> Folded<O, K> nothing(Model<?, O, K, ?> model) {
        return new Folded<>(model.emptyOwn(), model.emptyKnown());
    }

    static <O, K> Folded<O, K> of(Model<?, O, K, ?> model, List<Recorded<DomainEvent>> log) {
        Folded<O, K> state = nothing(model);
        for (Recorded<DomainEvent> recorded : log) {
            state = state.with(model, recorded);
        }
        return state;
    }

    Folded<O, K> with(Model<?, O, K, ?> model, Recorded<? extends DomainEvent> recorded) {
        var writer = EventTypes.of(recorded.event()).writer();
        if (writer == model.service()) {
            return new Folded<>(model.evolve(own, recorded), known);
        }
        if (!model.upstream().contains(writer)) {
            throw new AssertionError(
                    model.service().id() + " does not listen to " + writer.id() + ": " + recorded);
        }
        return new Folded<>(own, model.learn(known, recorded));
    }

    /** The same bytes for equal states, whatever the order of their maps: what verify compares. */
    String canonical() {
        return new String(EventCodec.canonical(own), StandardCharsets.UTF_8)
                + '\n'
                + new String(EventCodec.canonical(known), StandardCharsets.UTF_8);
    }

    /** Fails unless a fold from nothing gives this very state. */
    void requireSameAsFoldOf(Model<?, O, K, ?> model, List<Recorded<DomainEvent>> log) {
        Folded<O, K> again = of(model, log);
        if (!equals(again)) {
            throw new AssertionError(
                    "the fold of the log is not the live state (are states values with equals?)"
                            + "\n  live   "
                            + this
                            + "\n  folded "
                            + again);
        }
        if (!canonical().equals(again.canonical())) {
            throw new AssertionError(
                    "equal states have different digests\n  live   "
                            + canonical()
                            + "\n  folded "
                            + again.canonical());
        }
    }
}
