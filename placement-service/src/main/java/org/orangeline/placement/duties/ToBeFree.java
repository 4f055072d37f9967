package org.orangeline.placement.duties;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Basis;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.knowledge.Conclusion;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Refusal;

/** Refusals of what would keep somebody in custody who is to be free (rules P13, P19). */
public final class ToBeFree {

    /** No order and no other basis holds whom a review set free. */
    public static final Refusal NOT_HELD =
            Refusal.rule(
                    "P19",
                    "It was decided that the person is to be free. Before they are held again, another"
                            + " human has to say otherwise in a review, or, after the release, a"
                            + " finding with an individual ground has to be concluded."
                            + " Shelter with consent where people may leave is open to them.");

    /** No review continues the custody of a concluded civilian. */
    static final Refusal CIVILIAN =
            Refusal.rule(
                    "P13",
                    "A concluded civilian is released: no review continues the detention while the"
                            + " finding stands.");

    /** No review keeps whoever has neither a ground nor consented, and is to be free. */
    static final Refusal WITHOUT_GROUND =
            Refusal.rule(
                    "P5",
                    "It was decided that the person is to be free, and neither a finding with an"
                            + " individual ground nor consent stands: no review alone keeps them.");

    /** Liberty that was carried out is not taken back by a review of before. */
    static final Refusal CARRIED_OUT =
            Refusal.rule(
                    "P19",
                    "A review set the person free, and they left. Only a later finding with an"
                            + " individual ground allows holding them again.");

    /** Whoever decided on liberty does not take it back. */
    static final Refusal ANOTHER_HUMAN =
            Refusal.rule(
                    "P19",
                    "It was decided that the person is to be free: only another human than who"
                            + " decided it can say otherwise in a review.");

    private ToBeFree() {}

    /**
     * Whether no order, no transfer and no other basis may hold the person (rule P19), nor, beside
     * a relative, while the relative is to be free.
     *
     * @param accompanies the relative; null for who is held, or sheltered, alone
     */
    public static boolean isDecided(
            PersonFacts person,
            Basis basis,
            @Nullable UUID accompanies,
            OperationPlacements state,
            KnownOperation known) {
        PersonFacts grounded = grounded(person, basis, accompanies, known);
        return LineDuties.isToBeFree(person, state, known)
                || released(person, basis, accompanies, state, known).isPresent()
                || released(grounded, grounded, state, known).isPresent();
    }

    /**
     * The first review that set the person free. What it looked at is no ground for another
     * detention, and neither an arrival nor a return is one: it stands until a finding with an
     * individual ground is concluded after it. Who accompanies a relative has no ground of their
     * own: the relative's counts (P5, P6).
     */
    static Optional<Liberty> released(
            PersonFacts person,
            Basis basis,
            @Nullable UUID accompanies,
            OperationPlacements state,
            KnownOperation known) {
        return released(person, grounded(person, basis, accompanies, known), state, known);
    }

    /**
     * Whether one of the reviews that set the person free is the actor's: in this custody, or
     * before it without a ground since. Nobody takes back alone what they decided, whatever else
     * says that the person is to be free.
     *
     * @param custody the reviews of this custody
     * @param at when the review that says otherwise was held; null for now
     */
    static boolean isOwn(
            Stream<Liberty> custody,
            PersonFacts person,
            @Nullable Instant at,
            Actor actor,
            OperationPlacements state,
            KnownOperation known) {
        return Stream.concat(custody, all(person, person, state, known))
                .filter(one -> at == null || !at.isBefore(one.since().at()))
                .anyMatch(one -> actor.mayBe(one.decidedBy()));
    }

    private static Optional<Liberty> released(
            PersonFacts person,
            PersonFacts grounded,
            OperationPlacements state,
            KnownOperation known) {
        return all(person, grounded, state, known).findFirst();
    }

    private static Stream<Liberty> all(
            PersonFacts person,
            PersonFacts grounded,
            OperationPlacements state,
            KnownOperation known) {
        return unanswered(
                CustodyFacts.ofAll(known.merges().same(person.personId()), state),
                grounded.personId(),
                known);
    }

    /**
     * Reviews that set somebody free, after which no finding with an individual ground was
     * concluded.
     *
     * @param grounded whose finding counts
     */
    static Stream<Liberty> unanswered(CustodyFacts facts, UUID grounded, KnownOperation known) {
        return facts.freed().stream()
                .filter(released ->
                        known.conclusionsOf(grounded)
                                .filter(found -> found.at().isAfter(released.since().at()))
                                .noneMatch(Conclusion::isGroundToHold));
    }

    private static PersonFacts grounded(
            PersonFacts person, Basis basis, @Nullable UUID accompanies, KnownOperation known) {
        return basis == Basis.ACCOMPANYING_FAMILY && accompanies != null
                ? known.person(accompanies).orElse(person)
                : person;
    }
}
