package org.orangeline.gateway.telling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.agreement.Agreement;
import org.orangeline.agreement.Concerned;
import org.orangeline.agreement.Contract;
import org.orangeline.agreement.Contracts;
import org.orangeline.agreement.Pseudonyms;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Envelope;
import org.orangeline.events.intake.DepartureWithdrawalRequested;
import org.orangeline.events.intake.DepartureWithdrawn;
import org.orangeline.events.intake.IdentityErased;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDied;
import org.orangeline.events.intake.PersonLeft;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.intake.RegistrationWithdrawn;
import org.orangeline.events.placement.FactWithdrawn;
import org.orangeline.events.screening.ScreeningReopened;
import org.orangeline.gateway.people.KnownPerson;
import org.orangeline.gateway.people.People;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * What one agency is told of one partition: a fold, so that the same events in the same order
 * always tell the same. It remembers only of whom the agency has heard.
 */
public final class Telling {

    private final Agreement agreement;
    private final Pseudonyms pseudonyms;
    private final Map<String, Projection> projections = new HashMap<>();
    private final @Nullable Projection entered;
    private PSet<People.Key> heardOf = HashTreePSet.empty();

    public Telling(Agreement agreement, Contracts contracts, Pseudonyms pseudonyms) {
        this.agreement = agreement;
        this.pseudonyms = pseudonyms;
        for (String event : agreement.events().keySet()) {
            Contract contract = contracts.of(event).orElseThrow();
            projections.put(event, new Projection(agreement, pseudonyms, contract));
        }
        this.entered = projections.get(Contracts.ENTERED);
    }

    /** What the agency is told of an event, in order; usually nothing or one. */
    public List<FeedEvent> tell(Moment moment) {
        Envelope envelope = moment.recorded().envelope();
        if (!agreement.rows().operations().contains(envelope.operation())
                || !envelope.time().isBefore(agreement.validTo())) {
            return List.of();
        }
        UUID person = Concerned.person(moment.recorded().event());
        Told told = new Told(envelope);
        if (person == null) {
            tellOfNobody(moment, told);
        } else {
            tellOf(person, moment, told);
        }
        return told.events;
    }

    private void tellOfNobody(Moment moment, Told told) {
        List<String> facilities = agreement.rows().facilities();
        Object facility = facilities.isEmpty() ? null : moment.payload().get().get("facilityId");
        if (facilities.isEmpty() || facilities.contains(String.valueOf(facility))) {
            String subject = moment.recorded().envelope().subject();
            tellPayload(moment, told, pseudonyms.id(told.operation(), subject).toString());
        }
    }

    private void tellOf(UUID person, Moment moment, Told told) {
        String subject = pseudonyms.person(told.operation(), person).toString();
        KnownPerson before = moment.before().find(told.operation(), person);
        KnownPerson after = moment.after().find(told.operation(), person);
        boolean was = before != null && before.isIn(agreement.rows());
        boolean is = after != null && after.isIn(agreement.rows());
        if (is) {
            heardOf = heardOf.plus(new People.Key(told.operation(), person));
        }
        if (is && !was && before != null && after != null) {
            told.add(Contracts.ENTERED, subject, true, facts(person, after, told.operation()));
        }
        if (was || is) {
            tellPayload(moment, told, subject);
        }
        notice(moment.recorded().event(), person, subject, told);
        if (was && !is) {
            told.add("PersonLeftScope", subject, true, Map.of("why", why(after)));
        }
    }

    private void tellPayload(Moment moment, Told told, String subject) {
        DomainEvent event = moment.recorded().event();
        String name = event.getClass().getSimpleName();
        Projection projection = projections.get(name);
        if (projection != null) {
            told.add(
                    name,
                    subject,
                    false,
                    projection.of(
                            moment.payload().get(),
                            told.operation(),
                            other -> mayHear(told, other)));
        }
    }

    private boolean mayHear(Told told, UUID person) {
        return heardOf.contains(new People.Key(told.operation(), person));
    }

    /** What a reader must hear of whoever it has heard of, whatever else its agreement names. */
    private void notice(DomainEvent event, UUID person, String subject, Told told) {
        switch (event) {
            case PersonsMerged e ->
                    merge("MergeNotice", e.personId(), e.otherId(), e.mergeId(), told);
            case PersonsUnmerged e ->
                    merge("UnmergeNotice", e.personId(), e.otherId(), e.mergeId(), told);
            case ScreeningReopened _ when mayHear(told, person) && hearsFindings() ->
                    told.add("ScreeningReopenedNotice", subject, true, Map.of());
            case FactWithdrawn e -> withdrawn(e.fact(), person, subject, told);
            case DepartureWithdrawn e ->
                    withdrawn(
                            (e.fact() == DepartureWithdrawalRequested.Fact.DEATH
                                            ? PersonDied.class
                                            : PersonLeft.class)
                                    .getSimpleName(),
                            person,
                            subject,
                            told);
            case RegistrationWithdrawn _ ->
                    withdrawn(PersonArrived.class.getSimpleName(), person, subject, told);
            case IdentityErased _ when mayHear(told, person) ->
                    told.add("ErasureNotice", subject, true, Map.of());
            default -> {} // nothing that everybody must hear
        }
    }

    /** Tells agencies that received a fact when two humans withdraw it (P18). */
    private void withdrawn(String fact, UUID person, String subject, Told told) {
        if (mayHear(told, person) && projections.containsKey(fact)) {
            told.add("WithdrawnNotice", subject, true, Map.of("fact", fact));
        }
    }

    private void merge(String notice, UUID survivor, UUID other, UUID merge, Told told) {
        List<String> persons = new ArrayList<>();
        for (UUID one : List.of(survivor, other)) {
            if (mayHear(told, one)) {
                persons.add(pseudonyms.person(told.operation(), one).toString());
            }
        }
        if (!persons.isEmpty()) {
            Map<String, Object> data = new HashMap<>();
            data.put("mergeId", pseudonyms.id(told.operation(), merge.toString()).toString());
            data.put("persons", persons);
            if (mayHear(told, survivor)) {
                data.put("survivor", persons.getFirst());
            }
            told.add(notice, persons.getFirst(), true, data);
        }
    }

    private boolean hearsFindings() {
        return projections.containsKey("ScreeningConcluded")
                || projections.containsKey("FindingRecommended");
    }

    private Map<String, Object> facts(UUID person, KnownPerson known, String operation) {
        return entered == null
                ? Map.of()
                : entered.of(Facts.of(person, known), operation, unused -> true);
    }

    private String why(@Nullable KnownPerson after) {
        if (agreement.rows().childrenOnly() && after != null && !after.isChild()) {
            return "AGE";
        }
        return "PLACE";
    }

    /** Of whom the agency has heard. */
    public int heardOf() {
        return heardOf.size();
    }

    /** Gathers what is told of one event. */
    private final class Told {

        private final Envelope envelope;
        private final List<FeedEvent> events = new ArrayList<>(1);

        Told(Envelope envelope) {
            this.envelope = envelope;
        }

        String operation() {
            return envelope.operation();
        }

        void add(String event, String subject, boolean acknowledge, Map<String, Object> data) {
            Instant time = agreement.times().seen(envelope.time());
            events.add(
                    new FeedEvent(
                            pseudonyms.event(envelope.id(), events.size()),
                            event,
                            agreement.id(),
                            operation(),
                            subject,
                            time,
                            acknowledge,
                            data));
        }
    }
}
