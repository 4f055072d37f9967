package org.orangeline.runtime.toy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.orangeline.events.Confidential;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.events.Service;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.events.screening.GroupReassigned;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Model;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.SubjectRef;

/**
 * Assigns groups, in the place of screening-service. With intake as its upstream it only takes
 * persons who arrived, and assigns those who did by itself.
 */
public final class Toy implements Model<ToyCommand, ToyOwn, ToyKnown, ScreeningEvent> {

    /** The group that the reaction chooses. */
    public static final String ARRIVED = "ARRIVED";

    /** A group that nobody may be put into. */
    public static final String CLOSED = "CLOSED";

    private final Set<Service> upstream;
    private volatile Consumer<ToyCommand> beforeDeciding = unused -> {};
    private volatile Consumer<DomainEvent> beforeFolding = unused -> {};

    private Toy(Set<Service> upstream) {
        this.upstream = upstream;
    }

    public static Toy alone() {
        return new Toy(Set.of());
    }

    public static Toy afterIntake() {
        return new Toy(Set.of(Service.INTAKE));
    }

    /** For tests that stop a decision half-way. Not pure, and so in no test of the harness. */
    public Toy beforeDeciding(Consumer<ToyCommand> hook) {
        beforeDeciding = hook;
        return this;
    }

    /** For tests of a process that is broken. Not pure, and so in no test of the harness. */
    public Toy beforeFolding(Consumer<DomainEvent> hook) {
        beforeFolding = hook;
        return this;
    }

    @Override
    public Service service() {
        return Service.SCREENING;
    }

    @Override
    public Set<Service> upstream() {
        return upstream;
    }

    @Override
    public ToyOwn emptyOwn() {
        return ToyOwn.EMPTY;
    }

    @Override
    public ToyKnown emptyKnown() {
        return ToyKnown.EMPTY;
    }

    @Override
    public Decision<ScreeningEvent> decide(
            ToyCommand command, ToyOwn own, ToyKnown known, Context context) {
        beforeDeciding.accept(command);
        UUID person = command.person();
        String group = own.groups().get(person);
        if (!upstream.isEmpty() && !known.arrivals().containsKey(person)) {
            return Decision.refuse(Refusal.notFound("nobody of that id arrived"));
        }
        return switch (command) {
            case ToyCommand.Assign assign when group != null ->
                    Decision.refuse(Refusal.rule("T1", "is in " + group + " already"));
            case ToyCommand.Assign assign when assign.group().equals(CLOSED) ->
                    Decision.refuse(Refusal.full("T2", "is closed"));
            case ToyCommand.Assign assign -> Decision.accept(assigned(person, assign.group()));
            case ToyCommand.Move move when group == null ->
                    Decision.refuse(Refusal.rule("T3", "is in no group"));
            case ToyCommand.Move move ->
                    Decision.accept(moved(person, group, move.group(), move.reason()));
            case ToyCommand.AssignAndMove both ->
                    Decision.accept(
                            assigned(person, both.first()),
                            moved(person, both.first(), both.then(), "at once"));
            case ToyCommand.Explode unused -> throw new IllegalStateException("a bug");
        };
    }

    private static GroupAssigned assigned(UUID person, String group) {
        return new GroupAssigned(person, group, "line " + group, "toy");
    }

    private static GroupReassigned moved(UUID person, String from, String to, String reason) {
        return new GroupReassigned(person, from, to, "line " + to, Confidential.of(reason), null);
    }

    @Override
    public ToyOwn evolve(ToyOwn own, Recorded<? extends DomainEvent> recorded) {
        beforeFolding.accept(recorded.event());
        return switch ((ScreeningEvent) recorded.event()) {
            case GroupAssigned event -> own.with(event.personId(), event.group());
            case GroupReassigned event -> own.with(event.personId(), event.group());
            default -> throw new IllegalArgumentException("the toy does not write that");
        };
    }

    @Override
    public ToyKnown learn(ToyKnown known, Recorded<? extends DomainEvent> recorded) {
        return recorded.event() instanceof PersonArrived arrived
                ? known.with(arrived.personId(), recorded.envelope())
                : known;
    }

    @Override
    public boolean needsOthers(ToyCommand command) {
        return command instanceof ToyCommand.Move;
    }

    @Override
    public List<Reaction<ToyCommand>> react(SubjectRef subject, ToyOwn own, ToyKnown known) {
        return known.arrivals().entrySet().stream()
                .filter(arrival -> arrival.getKey().toString().equals(subject.subject()))
                .filter(arrival -> !own.groups().containsKey(arrival.getKey()))
                .map(arrival ->
                        new Reaction<ToyCommand>(
                                "WhenPersonArrivedThenAssignGroup",
                                new ToyCommand.Assign(
                                        subject.operation(),
                                        arrival.getKey(),
                                        arrival.getValue().group()),
                                arrival.getValue().eventId()))
                .toList();
    }

    @Override
    public Stream<SubjectRef> subjects(ToyOwn own, ToyKnown known) {
        return known.arrivals().entrySet().stream()
                .map(arrival ->
                        new SubjectRef(
                                arrival.getValue().operation(), arrival.getKey().toString()));
    }
}
