package org.orangeline.placement.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Violation;

/** Every rule that a placement has to keep. */
public final class PlacementRules {

    /** That a woman is with men who are no relatives, or a man with such women (P7). */
    public static final Violation WITH_STRANGERS = P7FacilityAdmits.WITH_STRANGERS;

    /** What holds for an order and for as long as the placement stands. */
    private static final List<PlacementRule> STANDING =
            List.of(
                    new S2NeverSufficientGround(),
                    new P3ChildrenNeverInPrison(),
                    new P4PrisonNeedsCriminalGround(),
                    new P5InternmentNeedsSecurityGround(),
                    new P7FacilityAdmits(),
                    new P9NoRiskWithAuthority(),
                    new P13CiviliansAreNotDetained(),
                    new P14PersonIsHere(),
                    new P15ChildrenApartFromStrangers());

    /** What does not depend on the basis on which somebody is in a place. */
    private static final Set<Class<? extends PlacementRule>> OF_THE_PLACE =
            Set.of(P7FacilityAdmits.class, P9NoRiskWithAuthority.class, P14PersonIsHere.class);

    /** What looks at everybody who is in the same place. */
    private static final Set<Class<? extends PlacementRule>> OF_COMPANY =
            Set.of(P7FacilityAdmits.class, P15ChildrenApartFromStrangers.class);

    /** What a convoy does not look at before it leaves; the door does. */
    private static final Set<Class<? extends PlacementRule>> AT_THE_DOOR_ONLY =
            Set.of(
                    S2NeverSufficientGround.class,
                    P7FacilityAdmits.class,
                    P14PersonIsHere.class,
                    P15ChildrenApartFromStrangers.class);

    private static final List<PlacementRule> BASIS =
            STANDING.stream().filter(rule -> !OF_THE_PLACE.contains(rule.getClass())).toList();

    private static final List<PlacementRule> RUNNING =
            STANDING.stream().filter(rule -> !OF_COMPANY.contains(rule.getClass())).toList();

    /** What is looked at when somebody comes to a place, and when people turn out to be related. */
    private static final List<PlacementRule> ARRANGEMENT =
            List.of(new P6FamiliesStayTogether(), new P8KeptApart());

    /** No signature lifts these: a question about them closes when they are kept again (P14). */
    private static final Set<String> NEVER_LIFTED = Set.of("P3", "P4", "P5", "P13");

    /** What is looked at before somebody comes under another authority. */
    private static final List<PlacementRule> HAND_OVER = List.of(new P9AssessedForAuthority());

    private static final List<PlacementRule> ORDER =
            Stream.of(
                            List.<PlacementRule>of(new P2OneOpenPlacement()),
                            STANDING,
                            ARRANGEMENT,
                            HAND_OVER)
                    .flatMap(List::stream)
                    .toList();

    private static final List<PlacementRule> TRANSFER =
            Stream.of(STANDING, ARRANGEMENT, HAND_OVER).flatMap(List::stream).toList();

    private static final List<PlacementRule> DEPARTURE =
            Stream.concat(
                            STANDING.stream()
                                    .filter(rule -> !AT_THE_DOOR_ONLY.contains(rule.getClass())),
                            HAND_OVER.stream())
                    .toList();

    private PlacementRules() {}

    /** Whether a question about the rule closes by nothing but that it is kept again (P14). */
    public static boolean isNeverLifted(String rule) {
        return NEVER_LIFTED.contains(rule);
    }

    /**
     * What one human alone would do: hand the person to another authority (P9), or bring two
     * together who were kept apart (P8).
     */
    public static List<Violation> ofOneHuman(PlacementCase placement, Actor actor) {
        return Stream.of(
                        P9AssessedForAuthority.ofOneHuman(placement, actor),
                        P8KeptApart.ofOneHuman(placement, actor))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * What it breaks for somebody that another authority runs a facility, or that people may leave
     * it or may not. With whom the person is stays as it is.
     */
    public static List<Violation> ofRunning(PlacementCase placement) {
        return violations(RUNNING, placement);
    }

    /**
     * What another layout of a facility breaks for somebody there: whom a place takes (P7), and
     * where children are (P15). Each person is looked at by themselves, so that thousands can be.
     */
    public static List<Violation> ofLayout(PlacementCase placement) {
        return placement
                .byEachRecord()
                .flatMap(one ->
                        Stream.concat(
                                P7FacilityAdmits.ofAdmits(one).stream(),
                                P15ChildrenApartFromStrangers.ofPlace(one).stream()))
                .distinct()
                .toList();
    }

    /** What another authority that takes a facility over breaks for somebody there (P9). */
    public static Optional<Violation> ofTakeover(PlacementCase placement) {
        return P9AssessedForAuthority.ofTakeover(placement);
    }

    /** What a reversed merge leaves without an assessment of the person's own (P9). */
    public static Optional<Violation> ofParted(PlacementCase placement) {
        return P9AssessedForAuthority.ofParted(placement);
    }

    /** What an order breaks; P1 is looked at afterwards, since it is answered differently. */
    public static List<Violation> ofOrder(PlacementCase placement) {
        return violations(ORDER, placement);
    }

    /** What a transfer breaks; the placement's case is that of the other place. */
    public static List<Violation> ofTransfer(PlacementCase placement) {
        return violations(TRANSFER, placement);
    }

    /**
     * What keeps somebody from leaving for the place of an order or transfer: what no signature
     * lifts, and what another authority would do (P9). The placement's case is that of the place.
     */
    public static List<Violation> ofDeparture(PlacementCase placement) {
        return violations(DEPARTURE, placement);
    }

    /** What another basis breaks; the placement's case is that on the other basis. */
    public static List<Violation> ofBasis(PlacementCase placement) {
        return violations(BASIS, placement);
    }

    /** What people who turned out to be related, or to be kept apart, break where they are. */
    public static List<Violation> arrangement(PlacementCase placement) {
        return violations(ARRANGEMENT, placement);
    }

    /** What a standing placement breaks now. */
    public static List<Violation> standing(PlacementCase placement) {
        return violations(STANDING, placement);
    }

    /** What is broken when somebody comes in: all that an order has to keep. */
    public static List<Violation> atTheDoor(PlacementCase placement) {
        return violations(ORDER, placement);
    }

    // A finding, an age or a need counts for the person: each record is asked, as P14 asks later.
    private static List<Violation> violations(List<PlacementRule> rules, PlacementCase placement) {
        return rules.stream()
                .flatMap(rule ->
                        STANDING.contains(rule)
                                ? placement
                                        .byEachRecord()
                                        .flatMap(seen -> rule.check(seen).stream())
                                : rule.check(placement).stream())
                .distinct()
                .toList();
    }
}
