package org.orangeline.intake;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.orangeline.events.Confidential;

/** Registrations that may be of one person. */
public sealed interface DuplicateCommand extends IntakeCommand {

    /**
     * A machine's: shows two registrations to a human; gives {@code PossibleDuplicateFound}.
     *
     * @param personId the later registration
     * @param score 0 to 100
     * @param because codes of what agrees
     */
    record ReportPossibleDuplicate(
            String operation, UUID personId, UUID otherId, int score, List<String> because)
            implements DuplicateCommand {

        public ReportPossibleDuplicate {
            because = List.copyOf(because);
        }

        @Override
        public Set<String> subjects() {
            return subjectsOf(personId, otherId);
        }
    }

    /** Says that they are two people; gives {@code DuplicateDismissed}. */
    record DismissDuplicate(
            String operation, UUID personId, UUID otherId, Confidential<String> reason)
            implements DuplicateCommand {

        @Override
        public Set<String> subjects() {
            return subjectsOf(personId, otherId);
        }
    }

    /**
     * Says that they are one person; gives {@code MergeRequested}, and {@code PersonsMerged} when
     * another human said so before.
     *
     * @param personId the registration that stays in use
     */
    record MergePersons(String operation, UUID personId, UUID otherId, Confidential<String> reason)
            implements DuplicateCommand {

        @Override
        public Set<String> subjects() {
            return subjectsOf(personId, otherId);
        }
    }

    /** A second human finds so too; gives {@code PersonsMerged}. */
    record ConfirmMerge(String operation, UUID mergeId, Confidential<String> reason)
            implements DuplicateCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(mergeId.toString());
        }
    }

    /**
     * Takes a merge back; gives {@code UnmergeRequested}, and {@code PersonsUnmerged} when another
     * human said so before.
     */
    record UnmergePersons(String operation, UUID mergeId, Confidential<String> reason)
            implements DuplicateCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(mergeId.toString());
        }
    }

    /**
     * Says that a merge is right which somebody asked to take back; gives {@code UnmergeDeclined}.
     */
    record DeclineUnmerge(String operation, UUID mergeId, Confidential<String> reason)
            implements DuplicateCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(mergeId.toString());
        }
    }

    private static Set<String> subjectsOf(UUID one, UUID other) {
        return new TreeSet<>(List.of(one.toString(), other.toString()));
    }
}
