package org.orangeline.placement.rules;

import java.util.Optional;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Needs;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.runtime.Violation;

/**
 * P5: internment needs a concluded finding (UNDETERMINED is screened again) with an individual
 * security ground; without one there is only shelter with consent or, for a child and for a
 * dependant adult who consents, accompanying an interned relative.
 */
final class P5InternmentNeedsSecurityGround implements PlacementRule {

    @Override
    public Optional<Violation> check(PlacementCase placement) {
        return switch (placement.basis()) {
            case INTERNMENT ->
                    PlacementRule.require(
                            isOnOwnSecurityGround(placement),
                            "P5",
                            "Internment needs a determined finding with an individual security ground;"
                                    + " without one, shelter with consent.");
            case ACCOMPANYING_FAMILY ->
                    PlacementRule.require(
                            isDependant(placement)
                                    && placement.isBesideRelative(Basis.INTERNMENT::equals),
                            "P5",
                            "Accompanying family is for a child, or, with recorded consent, for a"
                                    + " dependant adult and whoever's age is in doubt, beside a relative of the same family who is"
                                    + " interned in the same facility. Consent that is given later is recorded with a change of basis.");
            case VOLUNTARY_SHELTER ->
                    PlacementRule.require(
                            placement.withConsent(),
                            "P5",
                            "Shelter needs the person's recorded consent.");
            case CRIMINAL_CUSTODY -> Optional.empty();
        };
    }

    private static boolean isOnOwnSecurityGround(PlacementCase placement) {
        return placement.conclusion() != null
                && placement.conclusion().finding() != Finding.UNDETERMINED
                && placement.conclusion().rests(GroundCode.Kind.SECURITY)
                && (placement.ground() == null
                        || placement.ground().kind() == GroundCode.Kind.SECURITY);
    }

    // A need, a tie and an age in doubt are words of others: nobody who may be an adult is held on
    // them without their own.
    private static boolean isDependant(PlacementCase placement) {
        return placement.known().isSurelyChild(placement.person(), placement.today())
                || (placement.withConsent()
                        && (placement.isChildOrInDoubt() || isAdultInNeed(placement)));
    }

    private static boolean isAdultInNeed(PlacementCase placement) {
        return placement.known().records(placement.person()).stream()
                .map(PersonFacts::needs)
                .anyMatch(
                        needs -> needs.contains(Needs.ELDERLY) || needs.contains(Needs.DISABILITY));
    }
}
