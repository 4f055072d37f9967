package org.orangeline.placement;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Standing placements that a later fact puts in question (rule P14). */
public sealed interface QuestionCommand extends PlacementCommand {

    UUID personId();

    @Override
    default Set<String> subjects() {
        return Set.of(personId().toString());
    }

    /**
     * Reaction: a later fact breaks a rule; gives {@code PlacementQuestioned}.
     *
     * @param ofRelative whether the fact is about a relative: then it parts nobody (P6, P8), and
     *     may have taken a child's carer (P15)
     */
    record QuestionPlacement(String operation, UUID personId, boolean ofRelative)
            implements QuestionCommand {

        public QuestionPlacement(String operation, UUID personId) {
            this(operation, personId, false);
        }
    }

    /**
     * Reaction: two records are one person's; gives {@code PlacementQuestioned} for the open
     * placements of both, or of a relative.
     *
     * @param personId whose placements are looked at
     * @param otherId the other record; for a relative, the record that stays
     */
    record QuestionMerge(String operation, UUID personId, UUID otherId, UUID mergeId)
            implements QuestionCommand {

        @Override
        public Set<String> subjects() {
            return Set.copyOf(List.of(personId.toString(), otherId.toString()));
        }
    }

    /**
     * A human says that questions are settled; the first one's word gives {@code
     * SettlementRequested}, another one's {@code QuestionSettled}.
     */
    record SettleQuestion(
            String operation, UUID placementId, UUID personId, List<String> rules, FreeText reason)
            implements QuestionCommand {

        public SettleQuestion {
            rules = List.copyOf(rules);
        }
    }

    /** Reaction: a rule that no signature lifts is kept again; gives {@code RuleKeptAgain}. */
    record CloseQuestion(String operation, UUID personId, UUID placementId, String rule)
            implements QuestionCommand {}

    /** Reaction: the time has passed; gives {@code QuestionOverdue}. */
    record ReportOverdueQuestion(
            String operation, UUID personId, UUID placementId, String rule, String startedBy)
            implements QuestionCommand {}
}
