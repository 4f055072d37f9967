package org.orangeline.placement.rules;

import java.util.Optional;
import org.orangeline.runtime.Violation;

/**
 * P7: a facility and its section take whom they declare to take; women are not held with unrelated
 * men (GC IV 76, 85; customary Rule 119).
 */
final class P7FacilityAdmits implements PlacementRule {

    private static final String ID = "P7";

    static final Violation WITH_STRANGERS =
            new Violation(
                    ID,
                    "Women are not held with unrelated men: another section, one with quarters for"
                            + " families where each has family there, or another facility.");

    @Override
    public Optional<Violation> check(PlacementCase placement) {
        Optional<Violation> notAdmitted = ofAdmits(placement);
        if (notAdmitted.isPresent()) {
            return notAdmitted;
        }
        var neighbours =
                new Neighbours(
                        placement.facility(),
                        placement.place(),
                        placement.state(),
                        placement.known(),
                        placement.today());
        return neighbours.areUnrelatedTo(
                        placement.person(),
                        placement
                                .together()
                                .all()
                                .filter(companion -> companion.place().equals(placement.place()))
                                .map(Companion::personId))
                ? Optional.of(WITH_STRANGERS)
                : Optional.empty();
    }

    /** Whether the place takes such a person, whoever else is there. */
    static Optional<Violation> ofAdmits(PlacementCase placement) {
        return PlacementRule.require(
                placement
                                .facility()
                                .admits(
                                        placement.section(),
                                        placement.person().sex(),
                                        placement.ageBand())
                        && !isWithoutSection(placement),
                ID,
                "The facility, and a section of it, has to admit persons of this sex and age.");
    }

    /** Where a facility has sections and none of them takes the person. */
    private static boolean isWithoutSection(PlacementCase placement) {
        return placement.section() == null
                && !placement.facility().sections().isEmpty()
                && placement
                        .facility()
                        .sectionsFor(placement.person().sex(), placement.ageBand())
                        .findAny()
                        .isEmpty();
    }
}
