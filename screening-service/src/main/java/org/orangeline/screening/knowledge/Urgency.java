package org.orangeline.screening.knowledge;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Envelope;
import org.orangeline.events.intake.FieldConflictFound;
import org.orangeline.events.intake.FieldConflictSettled;
import org.orangeline.events.model.Needs;
import org.pcollections.PVector;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/**
 * When a person urgently needed care, by what stood or by another report that differed from it
 * (rule S4): as long as two reports differ, the one that protects counts. A need that a correction
 * or the settlement of a conflict takes away is kept: a clinician who speaks after that ends it,
 * and no officer.
 *
 * @param needs each time that MEDICAL_URGENT was said, in order
 * @param claims ids of the open conflicts in which another report says MEDICAL_URGENT
 */
public record Urgency(PVector<Need> needs, TreePSet<String> claims) {

    static final Urgency NONE = new Urgency(TreePVector.empty(), TreePSet.empty());

    /**
     * From when a report said it to when none did any more.
     *
     * @param since sequence of intake's event that said it
     * @param at when that was, for an arrival as told
     * @param takenAway when it was recorded that no report says it any more; null while one does
     */
    public record Need(long since, Instant at, @Nullable Instant takenAway) {

        private Need takenAway(Instant recordedAt) {
            return new Need(since, at, recordedAt);
        }
    }

    static Urgency since(long sequence, Instant at) {
        return new Urgency(TreePVector.singleton(new Need(sequence, at, null)), TreePSet.empty());
    }

    /**
     * After an event.
     *
     * @param was whether a report said so before the event
     * @param is whether one does now
     */
    Urgency changed(boolean was, boolean is, Envelope envelope) {
        if (was == is) {
            return this;
        }
        if (is) {
            return new Urgency(
                    needs.plus(new Need(envelope.sequence(), envelope.time(), null)), claims);
        }
        int last = needs.size() - 1;
        return last < 0
                ? this
                : new Urgency(needs.with(last, needs.get(last).takenAway(envelope.time())), claims);
    }

    Urgency disputed(FieldConflictFound event) {
        return event.needs() != null && event.needs().contains(Needs.MEDICAL_URGENT)
                ? new Urgency(needs, claims.plus(event.conflictId().toString()))
                : this;
    }

    Urgency settled(FieldConflictSettled event) {
        return new Urgency(needs, claims.minus(event.conflictId().toString()));
    }

    boolean isClaimed() {
        return !claims.isEmpty();
    }

    /**
     * The needs that count at a moment: those that were said by then. A person about whom it was
     * said later only, is taken to have needed care before.
     */
    public List<Need> by(Instant moment) {
        List<Need> said = needs.stream().filter(need -> !need.at().isAfter(moment)).toList();
        return said.isEmpty() ? needs.stream().limit(1).toList() : said;
    }

    /** With what another registration of the person tells. */
    Urgency and(Urgency other) {
        if (other.needs.isEmpty()) {
            return this;
        }
        return new Urgency(
                TreePVector.from(
                        Stream.concat(needs.stream(), other.needs.stream())
                                .sorted(Comparator.comparingLong(Need::since))
                                .toList()),
                claims.plusAll(other.claims));
    }
}
