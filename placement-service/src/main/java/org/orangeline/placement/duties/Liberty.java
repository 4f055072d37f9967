package org.orangeline.placement.duties;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Finding;
import org.orangeline.placement.knowledge.KnownOperation;

/**
 * It was decided that a person is to be free, and the person is not yet (rule P19).
 *
 * @param since what decided it, and since when the limit counts
 * @param decidedBy the human whose review says so; null when a finding or the person said it
 * @param mergeId the merge by which the finding is the person's, or null; undone, nothing was
 *     decided
 * @param found whether nothing but a finding says so: of another record, it ends with the merge
 * @param claimed whether nobody but the person says so, who took consent back
 */
public record Liberty(
        Started since,
        @Nullable String decidedBy,
        @Nullable UUID mergeId,
        boolean found,
        boolean claimed) {

    /** By a human's review. */
    public static Liberty reviewed(Started since, String by) {
        return new Liberty(since, by, null, false, false);
    }

    /** By the person, who withdrew consent. */
    public static Liberty claimed(Started since) {
        return new Liberty(since, null, null, false, true);
    }

    /** By a finding. */
    public static Liberty found(Started since, @Nullable UUID mergeId) {
        return new Liberty(since, null, mergeId, true, false);
    }

    /** The same decision, which is to be carried out since then only. */
    Liberty since(Started held) {
        return new Liberty(held, decidedBy, mergeId, found, claimed);
    }

    /**
     * The limit counts from the first that said so, unless that falls with a merge; a review says
     * so whoever said it before.
     */
    public Liberty and(Liberty other) {
        if (mergeId != null && other.mergeId() == null) {
            return new Liberty(
                    other.since(),
                    decidedBy == null ? other.decidedBy() : decidedBy,
                    null,
                    other.found(),
                    false);
        }
        return decidedBy != null || other.mergeId() != null
                ? this
                : new Liberty(
                        since,
                        other.decidedBy(),
                        mergeId,
                        found && other.found(),
                        claimed && other.claimed());
    }

    /**
     * Whether it stands for the person. What a finding decided is gone when the record of the
     * finding turned out to be somebody else's; that the person's own screening is reopened, or
     * concluded otherwise since, is no second decision.
     */
    boolean stands(UUID personId, KnownOperation known) {
        if (mergeId != null && !known.merges().stands(mergeId)) {
            return false;
        }
        List<UUID> own = known.merges().same(personId);
        return !found
                || own.stream()
                        .noneMatch(
                                record -> known.merges().partedFrom(record).findAny().isPresent())
                || own.stream().anyMatch(record -> mayHaveDecided(record, known));
    }

    private boolean mayHaveDecided(UUID record, KnownOperation known) {
        return known.reopened().containsKey(record.toString())
                || known.conclusion(record)
                        .filter(now ->
                                now.finding() == Finding.CIVILIAN || now.at().isAfter(since.at()))
                        .isPresent();
    }
}
