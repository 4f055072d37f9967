package org.orangeline.screening.lines;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.orangeline.events.screening.LineWaitOverdue;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.Violation;
import org.orangeline.screening.Policies;
import org.orangeline.screening.Policy;
import org.orangeline.screening.ScreeningCommand.ReportOverdueWait;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Coming;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.knowledge.KnownPerson;

/** Reports a wait that is beyond the limit, once for each (rule L4). */
public final class WaitDecider {

    private WaitDecider() {}

    public static Decision<ScreeningEvent> report(
            ReportOverdueWait command, ScreeningState own, Knowledge known, Context context) {
        Optional<Unreported> unreported =
                unreported(command.operation(), command.personId(), own, known);
        KnownOperation open = known.operation(command.operation());
        if (unreported.isEmpty() || open == null) {
            return Decision.refuse(Refusal.conflict("There is no wait to report."));
        }
        Instant since = unreported.get().since();
        var wait = new Wait(since, open.lineWaitLimit(since), context.now());
        List<Violation> broken = Policy.violations(Policies.WAITING, wait);
        if (broken.isEmpty()) {
            return Decision.refuse(Refusal.conflict("The wait is within the limit."));
        }
        return Decision.accept(
                new LineWaitOverdue(
                        command.personId(),
                        unreported.get().group(),
                        since,
                        wait.due(),
                        broken.getFirst().rule()));
    }

    /**
     * The wait of somebody in a line that is still to be reported should it become too long. It
     * began when the person came, by whatever registration, and goes on until the person is
     * admitted or free: a move and an order leave it as it is.
     */
    static Optional<Unreported> unreported(
            String operation, UUID personId, ScreeningState own, Knowledge known) {
        List<KnownPerson> came = Coming.into(operation, personId, known);
        if (came.isEmpty() || !known.isHere(operation, personId.toString())) {
            return Optional.empty();
        }
        Instant since = came.getFirst().cameAt();
        KnownOperation open = known.require(operation);
        boolean reported =
                open.person(personId).stream()
                        .flatMap(open::registrations)
                        .flatMap(one -> own.place(operation, one).stream())
                        .anyMatch(place -> place.isReported(since));
        return reported
                ? Optional.empty()
                : own.place(operation, personId)
                        .filter(place -> hasLineSince(operation, personId, known, place))
                        .map(place ->
                                new Unreported(place.group(), since, came.getFirst().waitsBy()));
    }

    // Of who came back the place of before says nothing.
    private static boolean hasLineSince(
            String operation, UUID personId, Knowledge known, Place place) {
        return known.require(operation)
                .person(personId)
                .filter(person -> person.isAfterReturn(place.assignedAt()))
                .isPresent();
    }

    /**
     * @param since when it began
     * @param cause {@code ce_id} of the arrival or return that began it, or of the event that said
     *     that it began later
     */
    record Unreported(String group, Instant since, UUID cause) {}
}
