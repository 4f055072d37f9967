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
import org.orangeline.screening.People;
import org.orangeline.screening.Policies;
import org.orangeline.screening.Policy;
import org.orangeline.screening.ScreeningCommand.AssignGroup;
import org.orangeline.screening.ScreeningCommand.ReassignGroup;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.Told;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.knowledge.KnownPerson;

/** Says where people wait. A line sorts; it never judges. */
public final class LineDecider {

    private LineDecider() {}

    public static Decision<ScreeningEvent> assign(
            AssignGroup command, ScreeningState own, Knowledge known, Context context) {
        String operation = command.operation();
        Optional<Refusal> absent = People.present(operation, command.personId(), known);
        if (absent.isPresent()) {
            return Decision.refuse(absent.get());
        }
        KnownOperation open = known.operation(operation);
        KnownPerson person = known.person(operation, command.personId()).orElseThrow();
        if (open == null || person.bornIn() != null) {
            return Decision.refuse(Refusal.conflict("Who was born in custody waits in no line."));
        }
        if (own.place(operation, command.personId())
                .filter(place -> person.isAfterReturn(place.assignedAt()))
                .isPresent()) {
            return Decision.refuse(Refusal.conflict("This person waits in a line already."));
        }
        Sorting.Sorted sorted =
                Rules.sort(operation, person, open.plan(), context.today(), own, known, open.kin());
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
        String operation = command.operation();
        Optional<Refusal> absent = People.present(operation, command.personId(), known);
        if (absent.isPresent()) {
            return Decision.refuse(absent.get());
        }
        Optional<Refusal> never =
                Told.implausible("the move", command.at(), command, known, context);
        if (never.isPresent()) {
            return Decision.refuse(never.get());
        }
        KnownOperation open = known.operation(operation);
        Optional<Group> to = open == null ? Optional.empty() : line(command, open, own);
        if (to.isEmpty()) {
            return Decision.refuse(Refusal.notFound("The operation's plan has no such group."));
        }
        var move =
                new Move(
                        to.get(),
                        known.person(operation, command.personId())
                                .orElseThrow()
                                .isChildOrInDoubt(context.today()),
                        command.reason());
        List<Violation> broken = Policy.violations(Policies.REASSIGNMENT, move);
        if (!broken.isEmpty()) {
            return Decision.refuse(Refusal.rules(broken));
        }
        return moved(command, to.get(), own, known);
    }

    // A line that only an earlier plan had takes nobody in; who waits there may stay.
    private static Optional<Group> line(
            ReassignGroup command, KnownOperation open, ScreeningState own) {
        boolean waitsThere =
                own.place(command.operation(), command.personId())
                        .filter(place -> place.group().equals(command.group()))
                        .isPresent();
        return waitsThere ? open.group(command.group()) : open.plan().group(command.group());
    }

    // Where the person is already is a decision only while another line is suggested.
    private static Decision<ScreeningEvent> moved(
            ReassignGroup command, Group to, ScreeningState own, Knowledge known) {
        String operation = command.operation();
        Optional<Place> from = own.place(operation, command.personId());
        if (from.isEmpty()) {
            return Decision.refuse(Refusal.conflict("This person is in no line yet."));
        }
        if (!known.isHere(operation, command.personId().toString())) {
            return Decision.refuse(Refusal.conflict("This person waits in no line any more."));
        }
        boolean stays = from.get().group().equals(command.group());
        if (stays && own.suggestion(operation, command.personId()).isEmpty()) {
            return Decision.refuse(Refusal.conflict("This person waits there already."));
        }
        return Decision.accept(
                new GroupReassigned(
                        command.personId(),
                        from.get().group(),
                        command.group(),
                        stays ? from.get().line() : to.line(),
                        command.reason(),
                        command.at()));
    }
}
