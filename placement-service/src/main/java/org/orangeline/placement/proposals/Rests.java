package org.orangeline.placement.proposals;

import static org.orangeline.events.model.WithdrawalCause.AGE;
import static org.orangeline.events.model.WithdrawalCause.FINDING;
import static org.orangeline.events.model.WithdrawalCause.MERGED;
import static org.orangeline.events.model.WithdrawalCause.NOT_HERE;
import static org.orangeline.events.model.WithdrawalCause.ORDERED;
import static org.orangeline.events.model.WithdrawalCause.PLACEMENT_ENDED;
import static org.orangeline.events.model.WithdrawalCause.RELATIVE;
import static org.orangeline.events.model.WithdrawalCause.REVIEW;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.WithdrawalCause;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.knowledge.Conclusion;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Whereabouts;

/**
 * Whether what was proposed still follows from the facts, by all registrations of the person.
 *
 * @param today the day on which ages count
 */
record Rests(OperationPlacements state, KnownOperation known, LocalDate today) {

    /** Why it no longer does; empty while it does. */
    Optional<WithdrawalCause> lost(Proposal proposal) {
        Optional<PersonFacts> person = known.person(proposal.personId());
        if (person.isEmpty()) {
            return Optional.empty();
        }
        if (known.merges().stays(proposal.personId()).isPresent()) {
            return Optional.of(MERGED);
        }
        boolean gone = known.isGone(person.get());
        return Optional.ofNullable(
                switch (proposal.action()) {
                    case RELEASE -> release(proposal, person.get(), gone);
                    case PLACE -> gone ? NOT_HERE : place(proposal, person.get());
                    case TRANSFER -> transfer(proposal);
                });
    }

    // Who is held is to be released, whatever the register of arrivals says.
    private @Nullable WithdrawalCause release(Proposal proposal, PersonFacts person, boolean gone) {
        boolean placed = where().isPlaced(person.personId());
        if (!placed) {
            return gone ? NOT_HERE : ended(person);
        }
        if (isReviewed(person) || isCivilian(person)) {
            return null;
        }
        return proposal.because().contains("P10") ? REVIEW : FINDING;
    }

    private @Nullable WithdrawalCause ended(PersonFacts person) {
        if (!where().isHere(person)) {
            return PLACEMENT_ENDED;
        }
        return isCivilian(person) ? null : FINDING;
    }

    /** Whether a review decided that the person, who is placed, is to be free. */
    boolean isReviewed(PersonFacts person) {
        return where().open(person.personId())
                .map(Placement::liberty)
                .anyMatch(liberty -> liberty != null && liberty.decidedBy() != null);
    }

    boolean isCivilian(PersonFacts person) {
        return known.conclusionsOf(person.personId())
                .anyMatch(found -> found.finding() == Finding.CIVILIAN);
    }

    private @Nullable WithdrawalCause place(Proposal proposal, PersonFacts person) {
        if (where().isPlaced(person.personId())) {
            return ORDERED;
        }
        if (!where().isHere(person)) {
            return PLACEMENT_ENDED;
        }
        return proposal.accompanies() == null
                ? onFinding(proposal, person)
                : beside(proposal, person, proposal.accompanies());
    }

    private @Nullable WithdrawalCause onFinding(Proposal proposal, PersonFacts person) {
        boolean child = known.isChildOrInDoubt(person, today);
        Stream<Conclusion> found = known.conclusionsOf(person.personId());
        Optional<Follows> now =
                isCivilian(person) ? Optional.empty() : Follows.from(found.findFirst(), child);
        if (now.filter(one -> one.isThatOf(proposal)).isPresent()) {
            return null;
        }
        Optional<Follows> otherwise =
                Follows.from(known.conclusionsOf(person.personId()).findFirst(), !child);
        boolean byAge =
                !isCivilian(person) && otherwise.filter(one -> one.isThatOf(proposal)).isPresent();
        return byAge ? AGE : FINDING;
    }

    private @Nullable WithdrawalCause beside(Proposal proposal, PersonFacts child, UUID relative) {
        if (!known.isChildOrInDoubt(child, today)) {
            return AGE;
        }
        boolean cares =
                known.carers(child)
                        .anyMatch(carer -> known.merges().isSame(carer.personId(), relative));
        Optional<Besides> there = Besides.of(relative, state, known);
        boolean stands =
                cares
                        && there.filter(place ->
                                        place.basis() == proposal.basis()
                                                && Objects.equals(
                                                        place.facilityId(), proposal.facilityId()))
                                .isPresent();
        return stands ? null : RELATIVE;
    }

    private @Nullable WithdrawalCause transfer(Proposal proposal) {
        Optional<Placement> child = where().placement(proposal.personId());
        if (child.isEmpty()) {
            return PLACEMENT_ENDED;
        }
        if (child.get().destination().facilityId().equals(proposal.facilityId())) {
            return ORDERED;
        }
        UUID carer = proposal.accompanies();
        return carer != null
                        && proposal.facilityId() != null
                        && where().isBoundFor(carer, proposal.facilityId())
                ? null
                : RELATIVE;
    }

    private Whereabouts where() {
        return new Whereabouts(state, known);
    }

    /** Where a child is proposed beside a relative who is placed or proposed, and on what basis. */
    record Besides(@Nullable String facilityId, Basis basis) {

        static Optional<Besides> of(
                UUID relative, OperationPlacements state, KnownOperation known) {
            Optional<Placement> placed = new Whereabouts(state, known).placement(relative);
            Optional<Proposal> proposed =
                    known.merges().same(relative).stream()
                            .flatMap(record -> state.proposal(record).stream())
                            .findFirst();
            Basis basis =
                    placed.map(Placement::basis)
                            .or(() -> proposed.map(Proposal::basis))
                            .orElse(null);
            if (basis != Basis.INTERNMENT && basis != Basis.VOLUNTARY_SHELTER) {
                return Optional.empty();
            }
            return Optional.of(
                    new Besides(
                            placed.map(Placement::facilityId)
                                    .or(() -> proposed.map(Proposal::facilityId))
                                    .orElse(null),
                            basis == Basis.INTERNMENT ? Basis.ACCOMPANYING_FAMILY : basis));
        }
    }
}
