package org.orangeline.intake.custody;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.SharedValues;
import org.orangeline.events.placement.AbsenceEnded;
import org.orangeline.events.placement.AbsenceOverdue;
import org.orangeline.events.placement.AppealLodged;
import org.orangeline.events.placement.DidNotArrive;
import org.orangeline.events.placement.FoundInside;
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
 * looked for (rule P17), and what they appealed against (rule P10).
 *
 * @param missing by person id, the placement
 * @param appeals by person id, those that no review has answered
 */
public record Cases(PMap<String, UUID> missing, PMap<String, TreePSet<String>> appeals) {

    /** Nothing is open. */
    public static final Cases NONE = new Cases(ChampMap.empty(), ChampMap.empty());

    Cases learn(PlacementEvent event) {
        return switch (event) {
            case DidNotArrive lost -> missing(lost.personId(), lost.placementId());
            case PersonMissing lost -> missing(lost.personId(), lost.placementId());
            case AbsenceOverdue lost -> missing(lost.personId(), lost.placementId());
            case PersonFound found -> found(found.personId());
            case AbsenceEnded back -> found(back.personId());
            case PlacedInDetention placed -> found(placed.personId());
            case ShelterProvided sheltered -> found(sheltered.personId());
            case Transferred moved -> found(moved.personId());
            case FoundInside found -> found(found.personId());
            case PlacementCancelled cancelled -> found(cancelled.personId());
            case AppealLodged appeal -> appealed(appeal.personId(), appeal.appealId());
            case ReviewHeld review -> answered(review.personId(), review.appealId());
            case LineReviewHeld review -> answered(review.personId(), review.appealId());
            // Liberty is what an appeal asks for.
            case ReleasedFromDetention free ->
                    new Cases(missing, appeals.minus(free.personId().toString()))
                            .found(free.personId());
            default -> this;
        };
    }

    /**
     * Whether somebody looks for the person.
     *
     * @param registrations all of the person
     */
    public boolean isMissing(Collection<String> registrations) {
        return registrations.stream().anyMatch(missing::containsKey);
    }

    /**
     * Whether a review still has to answer the person.
     *
     * @param registrations all of the person
     */
    public boolean hasAppealed(Collection<String> registrations) {
        return registrations.stream().anyMatch(appeals::containsKey);
    }

    private Cases missing(UUID person, UUID placement) {
        return new Cases(missing.plus(SharedValues.text(person), placement), appeals);
    }

    private Cases found(UUID person) {
        return missing.containsKey(person.toString())
                ? new Cases(missing.minus(person.toString()), appeals)
                : this;
    }

    private Cases appealed(UUID person, UUID appeal) {
        String id = SharedValues.text(person);
        return new Cases(
                missing,
                appeals.plus(
                        id, appeals.getOrDefault(id, TreePSet.empty()).plus(appeal.toString())));
    }

    private Cases answered(UUID person, @Nullable UUID appeal) {
        if (appeal == null) {
            return this;
        }
        String id = person.toString();
        TreePSet<String> rest = appeals.getOrDefault(id, TreePSet.empty()).minus(appeal.toString());
        return new Cases(missing, rest.isEmpty() ? appeals.minus(id) : appeals.plus(id, rest));
    }
}
