package org.orangeline.screening.lines;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.orangeline.events.plan.GroupKind;
import org.orangeline.events.plan.GroupingPlan;
import org.orangeline.events.screening.OtherLineSuggested;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;
import org.orangeline.screening.ScreeningCommand.SuggestLine;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Change;
import org.orangeline.screening.knowledge.Kin;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.knowledge.KnownPerson;

/** Raises to the line officer that a person would be sent to another line; nobody is moved. */
public final class SuggestionDecider {

    private static final String L2 = "L2";

    private SuggestionDecider() {}

    public static Decision<ScreeningEvent> suggest(
            SuggestLine command, ScreeningState own, Knowledge known) {
        return due(command, own, known)
                .<Decision<ScreeningEvent>>map(due ->
                        Decision.accept(
                                new OtherLineSuggested(
                                        command.personId(),
                                        due.group(),
                                        due.suggested(),
                                        due.because())))
                .orElseGet(() ->
                        Decision.refuse(Refusal.conflict("No other line is to be suggested.")));
    }

    private static Optional<Due> due(SuggestLine command, ScreeningState own, Knowledge known) {
        KnownOperation open = known.operation(command.operation());
        return open == null
                ? Optional.empty()
                : open.person(command.personId())
                        .flatMap(
                                person -> due(command.operation(), person, own, known, open.kin()));
    }

    /**
     * What is to be suggested about a person now: when something that lines are decided by came
     * after the last decision about the place, and the rules would now say another one. The ages
     * are those of the day on which it came, so that no clock is asked.
     *
     * @param kin of the operation, for everybody who is looked at together
     */
    static Optional<Due> due(
            String operation, KnownPerson person, ScreeningState own, Knowledge known, Kin kin) {
        Optional<Place> waits =
                own.place(operation, person.personId())
                        .filter(_ -> known.isHere(operation, person.personId().toString()));
        KnownOperation open = known.operation(operation);
        if (waits.isEmpty() || open == null) {
            return Optional.empty();
        }
        Place place = waits.get();
        return causes(operation, open.whole(person), place, kin, own)
                .max(Comparator.comparing(Cause::at).thenComparing(Cause::event))
                .flatMap(cause -> suggestion(operation, person, place, cause, own, known, kin))
                .filter(due ->
                        own.suggestion(operation, person.personId())
                                .filter(last -> last.suggested().equals(due.suggested()))
                                .isEmpty());
    }

    private static Optional<Due> suggestion(
            String operation,
            KnownPerson person,
            Place place,
            Cause cause,
            ScreeningState own,
            Knowledge known,
            Kin kin) {
        KnownOperation open = known.operation(operation);
        if (open == null) {
            return Optional.empty();
        }
        // By the plan of the day of the cause; and where the plan of the day of the assignment
        // would
        // still send the person, only the plan has changed, and it moves nobody who has a line.
        Sorting.Sorted now =
                Rules.sort(
                        operation, person, open.planAt(cause.seen()), cause.day(), own, known, kin);
        GroupingPlan then = open.planAt(place.decided().seen());
        boolean asThen =
                Rules.sort(operation, person, then, cause.day(), own, known, kin)
                        .group()
                        .code()
                        .equals(place.group());
        if (asThen || now.group().code().equals(place.group())) {
            return Optional.empty();
        }
        boolean amongMen =
                open.whole(person).isChildOrInDoubt(cause.day())
                        && open.group(place.group())
                                .filter(group -> group.kind() == GroupKind.MEN)
                                .isPresent();
        return Optional.of(
                new Due(
                        place.group(),
                        now.group().code(),
                        amongMen ? L2 : now.because(),
                        cause.event()));
    }

    private static Stream<Cause> causes(
            String operation, KnownPerson person, Place place, Kin kin, ScreeningState own) {
        long seen = place.decided().seen();
        Stream<Cause> facts =
                Stream.concat(
                                Stream.concat(
                                        Stream.concat(
                                                Stream.of(person.changed()), kin.merges(person)),
                                        Stream.ofNullable(person.linked())),
                                kin.lastChanges(person))
                        .filter(change -> change.sequence() > seen)
                        .map(Cause::of);
        Stream<Cause> besideWhom =
                kin.carersOf(person).stream()
                        .flatMap(carer -> own.place(operation, carer.personId()).stream())
                        .map(Place::decided)
                        .filter(carer -> carer.sequence() > place.decided().sequence())
                        .map(carer -> new Cause(carer.event(), carer.seen(), carer.at()));
        return Stream.concat(facts, besideWhom);
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /**
     * @param seen how far intake's record went then
     */
    private record Cause(String event, long seen, Instant at) {

        static Cause of(Change change) {
            return new Cause(change.event(), change.sequence(), change.at());
        }

        LocalDate day() {
            return SuggestionDecider.day(at);
        }
    }

    /**
     * @param group where the person waits
     * @param cause {@code ce_id} of the event that brought it about
     */
    record Due(String group, String suggested, String because, String cause) {}
}
