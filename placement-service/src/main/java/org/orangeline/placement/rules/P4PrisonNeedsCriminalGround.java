package org.orangeline.placement.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.runtime.Violation;

/**
 * P4: a prison needs a concluded FIGHTER, an individual criminal ground and a legal reference. The
 * ground is in the finding that two humans made, too: what only the order says is none.
 */
final class P4PrisonNeedsCriminalGround implements PlacementRule {

    @Override
    public Optional<Violation> check(PlacementCase placement) {
        FacilityKind kind = placement.facility().kind();
        boolean custody = placement.basis() == Basis.CRIMINAL_CUSTODY;
        if (kind != FacilityKind.PRISON && !custody) {
            return Optional.empty();
        }
        List<String> missing = new ArrayList<>();
        if (kind == FacilityKind.PRISON && !custody) {
            missing.add("the basis CRIMINAL_CUSTODY");
        }
        if (custody && kind != FacilityKind.PRISON && kind != FacilityKind.HOSPITAL) {
            missing.add("a PRISON, or a HOSPITAL for as long as it takes");
        }
        if (placement.conclusion() == null || placement.conclusion().finding() != Finding.FIGHTER) {
            missing.add("a concluded FIGHTER finding");
        }
        if (placement.ground() == null
                || placement.ground().kind() != GroundCode.Kind.CRIMINAL
                || placement.conclusion() == null
                || !placement.conclusion().rests(GroundCode.Kind.CRIMINAL)) {
            missing.add("an individual criminal ground, in the approved finding as in the order");
        }
        if (!placement.withLegalReference()) {
            missing.add("a legal reference");
        }
        return PlacementRule.require(
                missing.isEmpty(), "P4", "This needs " + String.join(", ", missing) + ".");
    }
}
