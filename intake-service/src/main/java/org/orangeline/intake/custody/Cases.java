package org.orangeline.intake.custody;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.SharedValues;
import org.orangeline.events.placement.AbsenceEnded;
import org.orangeline.events.placement.AbsenceOverdue;
import org.orangeline.events.placement.AbsenceStarted;
import org.orangeline.events.placement.AppealLodged;
import org.orangeline.events.placement.DidNotArrive;
import org.orangeline.events.placement.DiedInCustody;
import org.orangeline.events.placement.Escaped;
import org.orangeline.events.placement.FactWithdrawn;
import org.orangeline.events.placement.FoundInside;
import org.orangeline.events.placement.HandedOver;
import org.orangeline.events.placement.KeepApartDeclared;
import org.orangeline.events.placement.KeepApartLifted;
import org.orangeline.events.placement.LineReviewHeld;
import org.orangeline.events.placement.PersonFound;
import org.orangeline.events.placement.PersonMissing;
import org.orangeline.events.placement.PlacedInDetention;
import org.orangeline.events.placement.PlacementCancelled;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.ReleasedFromDetention;
import org.orangeline.events.placement.ReviewHeld;
import org.orangeline.events.placement.ShelterProvided;
import org.orangeline.events.placement.TransferCancelled;
import org.orangeline.events.placement.Transferred;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;
import org.pcollections.TreePSet;

/**
 * What is open about the people of an operation, and needs to know who they are: where they are
 * looked for (rule P17), what they appealed against (rule P10), and whom they are kept apart from
 * (rule P8).
 *
 * @param elsewhere by person id, then placement id, who is not where a placement says
 * @param appeals by person id, those that no review has answered
 * @param apart by person id, whom the person is kept apart from; each way
 */
public record Cases(
        PMap<String, PMap<UUID, Elsewhere>> elsewhere,
        PMap<String, TreePSet<String>> appeals,
        PMap<String, TreePSet<String>> apart) {

    /** Nothing is open. */
    public static final Cases NONE =
            new Cases(ChampMap.empty(), ChampMap.empty(), ChampMap.empty());

    /**
     * @param recordedAt when it was recorded
     */
    Cases learn(PlacementEvent event, Instant recordedAt) {
        return switch (event) {
            case AbsenceStarted absence ->
                    then(
                            absence.personId(),
                            absence.placementId(),
                            one -> one.then(absence.isLong(recordedAt)));
            case AbsenceOverdue lost ->
                    then(lost.personId(), lost.placementId(), Elsewhere::overdue);
            case DidNotArrive lost ->
                    then(lost.personId(), lost.placementId(), Elsewhere::reported);
            case PersonMissing lost ->
                    then(lost.personId(), lost.placementId(), Elsewhere::reported);
            case PersonFound found -> then(found.personId(), found.placementId(), Elsewhere::found);
            case AbsenceEnded back -> there(back.personId(), back.placementId());
            case PlacedInDetention placed -> there(placed.personId(), placed.placementId());
            case ShelterProvided sheltered -> there(sheltered.personId(), sheltered.placementId());
            case FoundInside found -> there(found.personId(), found.placementId());
            case Escaped gone -> there(gone.personId(), gone.placementId());
            case DiedInCustody gone -> there(gone.personId(), gone.placementId());
            case HandedOver gone -> there(gone.personId(), gone.placementId());
            case Transferred moved -> then(moved.personId(), moved.placementId(), Elsewhere::moved);
            case TransferCancelled stays ->
                    then(stays.personId(), stays.placementId(), Elsewhere::staying);
            case PlacementCancelled cancelled ->
                    then(cancelled.personId(), cancelled.placementId(), _ -> Elsewhere.THERE);
            // Whoever was never there, or has gone all the same, is not looked for there.
            case FactWithdrawn notSo ->
                    then(
                            notSo.personId(),
                            notSo.placementId(),
                            one ->
                                    notSo.standing() == FactWithdrawn.Standing.OUTSIDE
                                            ? Elsewhere.THERE
                                            : one.withdrawn());
            case AppealLodged appeal -> appealed(appeal.personId(), appeal.appealId());
            case ReviewHeld review -> answered(review.personId(), review.appealId());
            case LineReviewHeld review -> answered(review.personId(), review.appealId());
            case KeepApartDeclared two ->
                    with(
                            plus(
                                    plus(apart, two.personId(), two.otherId()),
                                    two.otherId(),
                                    two.personId()));
            case KeepApartLifted two ->
                    with(
                            minus(
                                    minus(apart, two.personId(), two.otherId()),
                                    two.otherId(),
                                    two.personId()));
            // Liberty is what an appeal asks for.
            case ReleasedFromDetention free ->
                    new Cases(elsewhere, appeals.minus(free.personId().toString()), apart)
                            .there(free.personId(), free.placementId());
            default -> this;
        };
    }

    /**
     * Whether somebody looks for the person.
     *
     * @param registrations all of the person
     */
    public boolean isMissing(Collection<String> registrations) {
        return anywhere(registrations).anyMatch(Elsewhere::missing);
    }

    /**
     * Whether the person is away for more than a day.
     *
     * @param registrations all of the person
     */
    public boolean isAway(Collection<String> registrations) {
        return anywhere(registrations).anyMatch(Elsewhere::away);
    }

    /**
     * Whether a review still has to answer the person.
     *
     * @param registrations all of the person
     */
    public boolean hasAppealed(Collection<String> registrations) {
        return registrations.stream().anyMatch(appeals::containsKey);
    }

    /**
     * Whether two people are kept apart, and so are two.
     *
     * @param one all registrations of the one
     * @param other those of the other
     */
    public boolean areApart(Collection<String> one, Collection<String> other) {
        return one.stream()
                .anyMatch(mine ->
                        apart.getOrDefault(mine, TreePSet.empty()).stream()
                                .anyMatch(other::contains));
    }

    private Stream<Elsewhere> anywhere(Collection<String> registrations) {
        return registrations.stream()
                .flatMap(one -> elsewhere.getOrDefault(one, ChampMap.empty()).values().stream());
    }

    private Cases with(PMap<String, TreePSet<String>> pairs) {
        return new Cases(elsewhere, appeals, pairs);
    }

    private static PMap<String, TreePSet<String>> plus(
            PMap<String, TreePSet<String>> sets, UUID person, Object other) {
        String id = SharedValues.text(person);
        return sets.plus(id, sets.getOrDefault(id, TreePSet.empty()).plus(other.toString()));
    }

    private static PMap<String, TreePSet<String>> minus(
            PMap<String, TreePSet<String>> sets, UUID person, Object other) {
        String id = person.toString();
        TreePSet<String> rest = sets.getOrDefault(id, TreePSet.empty()).minus(other.toString());
        return rest.isEmpty() ? sets.minus(id) : sets.plus(id, rest);
    }

    /** The person is where the placement says, or needs none any more. */
    private Cases there(UUID person, UUID placement) {
        return then(person, placement, one -> one.then(false));
    }

    private Cases then(UUID personId, UUID placement, UnaryOperator<Elsewhere> change) {
        String person = SharedValues.text(personId);
        PMap<UUID, Elsewhere> before = elsewhere.getOrDefault(person, ChampMap.empty());
        Elsewhere now = change.apply(before.getOrDefault(placement, Elsewhere.THERE));
        if (now.equals(Elsewhere.THERE) && before.isEmpty()) {
            return this;
        }
        PMap<UUID, Elsewhere> after =
                now.equals(Elsewhere.THERE) ? before.minus(placement) : before.plus(placement, now);
        return new Cases(
                after.isEmpty() ? elsewhere.minus(person) : elsewhere.plus(person, after),
                appeals,
                apart);
    }

    private Cases appealed(UUID person, UUID appeal) {
        return new Cases(elsewhere, plus(appeals, person, appeal), apart);
    }

    private Cases answered(UUID person, @Nullable UUID appeal) {
        return appeal == null ? this : new Cases(elsewhere, minus(appeals, person, appeal), apart);
    }
}
