package org.orangeline.screening.lines;

import java.util.List;
import java.util.Optional;
import org.orangeline.events.plan.Group;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.events.screening.GroupReassigned;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.Violation;
import org.orangeline.screening.Policies;
import org.orangeline.screening.Policy;
import org.orangeline.screening.ScreeningCommand.AssignGroup;
import org.orangeline.screening.ScreeningCommand.ReassignGroup;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.knowledge.KnownPerson;

/** Says where people wait. A line sorts; it never judges. */
public final class LineDecider {

    private LineDecider() {}

    public static Decision<ScreeningEvent> assign(
            AssignGroup command, ScreeningState own, Knowledge known, Context context) {
        String operation = command.operation();
        KnownOperation open = known.operation(operation);
        Optional<KnownPerson> person = known.person(operation, command.personId());
        if (open == null || person.isEmpty()) {
            return Decision.refuse(Refusal.notFound("There is no such person."));
        }
        if (own.place(operation, command.personId()).isPresent()) {
            return Decision.refuse(Refusal.conflict("This person waits in a line already."));
        }
        var arrival =
                new Sorting.Arrival(
                        person.get(),
                        open.familyOf(person.get()),
                        open.plan(),
                        context.today(),
                        id ->
                                own.place(operation, id)
                                        .flatMap(place -> open.plan().group(place.group())));
        Sorting.Sorted sorted =
                Policies.SORTING.stream()
                        .flatMap(sorting -> sorting.sort(arrival).stream())
                        .findFirst()
                        .orElseThrow();
        return Decision.accept(
                new GroupAssigned(
                        command.personId(),
                        sorted.group().code(),
                        sorted.group().line(),
                        sorted.because()));
    }

    public static Decision<ScreeningEvent> reassign(
            ReassignGroup command, ScreeningState own, Knowledge known, Context context) {
        List<Violation> notHuman = Policy.violations(Policies.WHO_DECIDES, context.actor());
        if (!notHuman.isEmpty()) {
            return Decision.refuse(Refusal.rules(notHuman));
        }
        KnownOperation open = known.operation(command.operation());
        Optional<KnownPerson> person = known.person(command.operation(), command.personId());
        if (open == null || person.isEmpty()) {
            return Decision.refuse(Refusal.notFound("There is no such person."));
        }
        Optional<Group> to = open.plan().group(command.group());
        if (to.isEmpty()) {
            return Decision.refuse(Refusal.notFound("The operation's plan has no such group."));
        }
        var move =
                new Move(
                        to.get(), person.get().isChildOrInDoubt(context.today()), command.reason());
        List<Violation> broken = Policy.violations(Policies.REASSIGNMENT, move);
        if (!broken.isEmpty()) {
            return Decision.refuse(Refusal.rules(broken));
        }
        Optional<Place> from = own.place(command.operation(), command.personId());
        if (from.isEmpty()) {
            return Decision.refuse(Refusal.conflict("This person is in no line yet."));
        }
        if (from.get().group().equals(command.group())) {
            return Decision.refuse(Refusal.conflict("This person waits there already."));
        }
        return Decision.accept(
                new GroupReassigned(
                        command.personId(),
                        from.get().group(),
                        command.group(),
                        to.get().line(),
                        command.reason()));
    }
}
