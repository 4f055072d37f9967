package org.orangeline.placement.rules;

import java.util.Optional;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.Finding;
import org.orangeline.runtime.Violation;

/**
 * P3: a child, or a person whose age is in doubt, never goes to a prison; a child found associated
 * goes to child protection or to family.
 */
final class P3ChildrenNeverInPrison implements PlacementRule {

    @Override
    public Optional<Violation> check(PlacementCase placement) {
        boolean prison =
                placement.facility().kind() == FacilityKind.PRISON
                        || placement.basis() == Basis.CRIMINAL_CUSTODY;
        if (prison && placement.isChildOrInDoubt()) {
            return PlacementRule.require(
                    false,
                    "P3",
                    "A child, or a person whose age is in doubt, never goes to a prison; a"
                            + " CHILD_CENTRE or the family is the place.");
        }
        boolean associated =
                placement.conclusion() != null
                        && placement.conclusion().finding() == Finding.CHILD_ASSOCIATED;
        // Who has grown up since is protected as well, but not among children.
        boolean protectedPlace =
                placement.facility().kind() == FacilityKind.CHILD_CENTRE
                        || placement.isBesideRelative(basis -> true)
                        || (!placement.isChildOrInDoubt()
                                && placement.facility().kind() != FacilityKind.PRISON);
        boolean protectiveBasis =
                placement.basis() == Basis.VOLUNTARY_SHELTER
                        || placement.basis() == Basis.ACCOMPANYING_FAMILY;
        return PlacementRule.require(
                !associated || (protectedPlace && protectiveBasis),
                "P3",
                "A child found associated goes to a CHILD_CENTRE or stays with family, in shelter"
                        + " or accompanying; who has grown up since is sheltered.");
    }
}
