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

/** P5: which consent counts, for an order, another basis, and whoever comes in. */
public final class Consents {

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
        if (isOfBefore(consent.recordedAt(), person, where, context.now())) {
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

    /**
     * Whether consent that was given for a placement counts still: the person has not been free
     * between it and the admission.
     *
     * @param now counts for who is not inside yet
     */
    public static boolean stands(Terms terms, PersonFacts person, Whereabouts where, Instant now) {
        Instant consented = terms.consentedAt();
        Instant until = terms.insideSince() == null ? now : terms.insideSince();
        return consented == null || !isOfBefore(consented, person, where, until);
    }

    private static boolean isOfBefore(
            Instant consented, PersonFacts person, Whereabouts where, Instant until) {
        return consented.isBefore(came(person, where, until).minus(Plausible.CLOCKS_DIFFER));
    }

    // A tablet's clock may be wrong either way: the earlier of both counts. Whoever was free since
    // came again.
    private static Instant came(PersonFacts person, Whereabouts where, Instant until) {
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
                .filter(at -> at.isAfter(first) && !at.isAfter(until))
                .max(Instant::compareTo)
                .orElse(first);
    }
}
