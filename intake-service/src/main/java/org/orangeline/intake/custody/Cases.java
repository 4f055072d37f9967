package org.orangeline.intake.custody;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.function.UnaryOperator;
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
import org.orangeline.events.placement.Transferred;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;
import org.pcollections.TreePSet;

/**
 * What is open about the people of an operation, and needs to know who they are: where they are
 * looked for (rule P17), what they appealed against (rule P10), and whom they are kept apart from
 * (rule P8).
 *
 * @param elsewhere by person id, who is not where a placement says
 * @param appeals by person id, those that no review has answered
 * @param apart by person id, whom the person is kept apart from; each way
 */
public record Cases(
        PMap<String, Elsewhere> elsewhere,
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
                    then(absence.personId(), one -> one.then(absence.isLong(recordedAt)));
            case AbsenceOverdue lost -> then(lost.personId(), Elsewhere::overdue);
            case AbsenceEnded back -> there(back.personId());
            case DidNotArrive lost -> then(lost.personId(), one -> one.missing(true));
            case PersonMissing lost -> then(lost.personId(), one -> one.missing(true));
            case PersonFound found -> then(found.personId(), one -> one.missing(false));
            case PlacedInDetention placed -> there(placed.personId());
            case ShelterProvided sheltered -> there(sheltered.personId());
            case FoundInside found -> there(found.personId());
            case Escaped gone -> there(gone.personId());
            case DiedInCustody gone -> there(gone.personId());
            case HandedOver gone -> there(gone.personId());
            case Transferred moved -> then(moved.personId(), _ -> Elsewhere.THERE);
            case PlacementCancelled cancelled -> then(cancelled.personId(), _ -> Elsewhere.THERE);
            case FactWithdrawn notSo -> then(notSo.personId(), one -> withdrawn(notSo, one));
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
                            .there(free.personId());
            default -> this;
        };
    }

    /**
     * Whether somebody looks for the person.
     *
     * @param registrations all of the person
     */
    public boolean isMissing(Collection<String> registrations) {
        return registrations.stream()
                .map(elsewhere::get)
                .anyMatch(one -> one != null && one.missing());
    }

    /**
     * Whether the person is away for more than a day.
     *
     * @param registrations all of the person
     */
    public boolean isAway(Collection<String> registrations) {
        return registrations.stream()
                .map(elsewhere::get)
                .anyMatch(one -> one != null && one.away());
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

    // Who was never there is nowhere to be missed.
    private static Elsewhere withdrawn(FactWithdrawn event, Elsewhere now) {
        if (event.aliveElsewhere()) {
            return now.alive();
        }
        return event.standing() == FactWithdrawn.Standing.OUTSIDE
                ? Elsewhere.THERE
                : now.withdrawn();
    }

    /** The person is where the placement says, or needs none any more. */
    private Cases there(UUID person) {
        return then(person, one -> one.then(false));
    }

    private Cases then(UUID person, UnaryOperator<Elsewhere> change) {
        String id = SharedValues.text(person);
        Elsewhere now = change.apply(elsewhere.getOrDefault(id, Elsewhere.THERE));
        if (now.isNothing()) {
            return elsewhere.containsKey(id)
                    ? new Cases(elsewhere.minus(id), appeals, apart)
                    : this;
        }
        return new Cases(elsewhere.plus(id, now), appeals, apart);
    }

    private Cases appealed(UUID person, UUID appeal) {
        return new Cases(elsewhere, plus(appeals, person, appeal), apart);
    }

    private Cases answered(UUID person, @Nullable UUID appeal) {
        return appeal == null ? this : new Cases(elsewhere, minus(appeals, person, appeal), apart);
    }
}
