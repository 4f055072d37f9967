package org.orangeline.runtime.toy;

import java.util.Set;
import java.util.UUID;
import org.orangeline.runtime.Command;

/** What can be asked of the toy. */
public sealed interface ToyCommand extends Command {

    UUID person();

    @Override
    default Set<String> subjects() {
        return Set.of(person().toString());
    }

    /** Puts a person into a group, once. */
    record Assign(String operation, UUID person, String group) implements ToyCommand {}

    /** Moves a person, with a reason that is sealed. */
    record Move(String operation, UUID person, String group, String reason) implements ToyCommand {}

    /** Puts a person into a group and moves her on: two events of two topics in one decision. */
    record AssignAndMove(String operation, UUID person, String first, String then)
            implements ToyCommand {}

    /** A decider with a bug. */
    record Explode(String operation, UUID person) implements ToyCommand {}
}
