package org.orangeline.placement.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Consent;
import org.orangeline.events.model.ConsentGiver;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.custody.Plausible;
import org.orangeline.placement.duties.CustodyFacts;
import org.orangeline.placement.duties.Started;
import org.orangeline.placement.knowledge.Going;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Refusal;

/** P5: which consent counts, for an order as for another basis. */
final class Consents {

    private Consents() {}

    /** Why it does not count; empty when it does, or there is none. */
    static Optional<Refusal> refusal(
            PersonFacts person,
            @Nullable Consent consent,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        if (consent == null) {
            return Optional.empty();
        }
        var where = new Whereabouts(state, known);
        if (consent.recordedAt().isBefore(came(person, where).minus(Plausible.CLOCKS_DIFFER))) {
            return Optional.of(
                    Refusal.rule(
                            "P5",
                            "Consent counts only when it was given after the last arrival, and after the last"
                                    + " release or departure."));
        }
        Started tookBack =
                CustodyFacts.ofAll(known.merges().same(person.personId()), state).tookBack();
        if (tookBack != null && !consent.recordedAt().isAfter(tookBack.at())) {
            return Optional.of(
                    Refusal.rule(
                            "P5",
                            "The person took consent back at "
                                    + tookBack.at()
                                    + ": consent counts that was recorded after it. Ask the person"
                                    + " again."));
        }
        if (consent.givenBy() != ConsentGiver.CARER) {
            return Optional.empty();
        }
        if (!known.isSurelyChild(person, context.today())) {
            return Optional.of(
                    Refusal.rule("P5", "Nobody consents for who may be an adult: ask the person."));
        }
        return known.carers(person)
                        .filter(carer -> known.isCarer(carer, person))
                        .anyMatch(
                                carer -> where.isHere(carer) && !where.isMissing(carer.personId()))
                ? Optional.empty()
                : Optional.of(
                        Refusal.rule(
                                "P5",
                                "Nobody is known who cares for the child and could consent for it."));
    }

    // A tablet's clock may be wrong either way: the earlier of both counts. Whoever was free since
    // came again.
    private static Instant came(PersonFacts person, Whereabouts where) {
        List<PersonFacts> records = where.known().records(person);
        Instant first =
                records.stream()
                        .map(PersonFacts::arrival)
                        .flatMap(arrival -> Stream.of(arrival.arrivedAt(), arrival.recordedAt()))
                        .min(Instant::compareTo)
                        .orElseThrow();
        return Stream.of(
                        records.stream()
                                .flatMap(record -> Stream.ofNullable(record.returned()))
                                .map(Going.Return::at),
                        records.stream()
                                .flatMap(record -> Stream.ofNullable(record.gone()))
                                .filter(gone -> gone.how() == Going.How.LEFT)
                                .map(Going.Departure::at),
                        where.wentFree(person.personId()).stream())
                .flatMap(times -> times)
                .filter(first::isBefore)
                .max(Instant::compareTo)
                .orElse(first);
    }
}
