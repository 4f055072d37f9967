package org.orangeline.intake.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
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
 * @param missing by person id, the placement
 * @param away who is away for more than a day, and cares for nobody meanwhile (rule P15)
 * @param appeals by person id, those that no review has answered
 * @param apart by person id, whom the person is kept apart from; each way
 */
public record Cases(
        PMap<String, UUID> missing,
        PMap<String, UUID> away,
        PMap<String, TreePSet<String>> appeals,
        PMap<String, TreePSet<String>> apart) {

    /** Nothing is open. */
    public static final Cases NONE =
            new Cases(ChampMap.empty(), ChampMap.empty(), ChampMap.empty(), ChampMap.empty());

    /** For so long somebody may be away and still care for a child; as placement-service has it. */
    private static final Duration SHORT = Duration.ofHours(24);

    /**
     * @param recordedAt when it was recorded
     */
    Cases learn(PlacementEvent event, Instant recordedAt) {
        return switch (event) {
            case AbsenceStarted absence ->
                    isLong(absence, recordedAt)
                            ? new Cases(
                                    missing,
                                    away.plus(
                                            SharedValues.text(absence.personId()),
                                            absence.placementId()),
                                    appeals,
                                    apart)
                            : this;
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
                    new Cases(missing, away, appeals.minus(free.personId().toString()), apart)
                            .found(free.personId());
            case Escaped gone -> notAway(gone.personId());
            case DiedInCustody gone -> notAway(gone.personId());
            case HandedOver gone -> notAway(gone.personId());
            case FactWithdrawn notSo ->
                    notSo.fact().equals(AbsenceStarted.class.getSimpleName())
                            ? notAway(notSo.personId())
                            : this;
            default -> this;
        };
    }

    private static boolean isLong(AbsenceStarted absence, Instant recordedAt) {
        Instant since = absence.at() == null ? recordedAt : absence.at();
        return absence.expectedBack() == null || absence.expectedBack().isAfter(since.plus(SHORT));
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
        return new Cases(missing, away, appeals, pairs);
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

    private Cases missing(UUID person, UUID placement) {
        return new Cases(missing.plus(SharedValues.text(person), placement), away, appeals, apart);
    }

    private Cases found(UUID person) {
        String id = person.toString();
        return missing.containsKey(id) || away.containsKey(id)
                ? new Cases(missing.minus(id), away.minus(id), appeals, apart)
                : this;
    }

    private Cases notAway(UUID person) {
        return new Cases(missing, away.minus(person.toString()), appeals, apart);
    }

    private Cases appealed(UUID person, UUID appeal) {
        return new Cases(missing, away, plus(appeals, person, appeal), apart);
    }

    private Cases answered(UUID person, @Nullable UUID appeal) {
        return appeal == null
                ? this
                : new Cases(missing, away, minus(appeals, person, appeal), apart);
    }
}
