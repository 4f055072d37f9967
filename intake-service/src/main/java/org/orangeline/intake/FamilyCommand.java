package org.orangeline.intake;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.FamilyRole;

/** Families, across lines and groups. */
public sealed interface FamilyCommand extends IntakeCommand {

    /**
     * Links two persons; gives {@code FamilyLinked}.
     *
     * @param relation what the relative is to the person
     */
    record LinkFamily(
            String operation,
            UUID personId,
            UUID relativeId,
            FamilyRole relation,
            Confidential<String> reason)
            implements FamilyCommand {

        @Override
        public Set<String> subjects() {
            return both(personId, relativeId);
        }
    }

    /** Removes a link, whichever side it was made from; gives {@code FamilyUnlinked}. */
    record UnlinkFamily(
            String operation, UUID personId, UUID relativeId, Confidential<String> reason)
            implements FamilyCommand {

        @Override
        public Set<String> subjects() {
            return both(personId, relativeId);
        }
    }

    /**
     * A second human verifies that an adult is responsible for a child; gives {@code
     * CarerVerified}.
     *
     * @param personId the child
     * @param at when it was verified; null means now
     */
    record VerifyCarer(
            String operation,
            UUID personId,
            UUID carerId,
            Confidential<String> reason,
            @Nullable Instant at)
            implements FamilyCommand {

        @Override
        public Set<String> subjects() {
            return both(personId, carerId);
        }
    }

    /** A reaction's: raises a child that nobody cares for; gives {@code ChildFoundAlone}. */
    record FindChildAlone(String operation, UUID personId) implements FamilyCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(personId.toString());
        }
    }

    /** A reaction's: somebody cares for a child again; gives {@code ChildReunited}. */
    record ReuniteChild(String operation, UUID personId) implements FamilyCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(personId.toString());
        }
    }

    // The same person twice is refused by the decider, and must not fail before.
    private static Set<String> both(UUID one, UUID other) {
        return new TreeSet<>(List.of(one.toString(), other.toString()));
    }
}
