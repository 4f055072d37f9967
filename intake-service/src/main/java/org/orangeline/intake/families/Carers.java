package org.orangeline.intake.families;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.ComingTogether;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.intake.ages.AgeClaims;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.operations.OperationState;

/**
 * Who may be responsible for whom. A carer is an adult whose age is not in doubt, plausible by age,
 * and verified by a second human. Who came together with the child and said so on arrival, before
 * the child was raised as alone, is taken for one ({@link ComingTogether}).
 */
public final class Carers {

    private Carers() {}

    /** An adult by every registration; nobody whose age is in doubt or in dispute. */
    public static boolean isAdult(OperationState state, String person, LocalDate today) {
        return !AgeClaims.isChild(state, person, today);
    }

    /** Who is linked to a person in a role, by any registrations, under the numbers in use. */
    public static Set<String> linked(OperationState state, String person, FamilyRole role) {
        Set<String> found = new HashSet<>();
        for (String registration : state.merges().registrations(person)) {
            state.families()
                    .linksOf(registration)
                    .forEach((other, link) -> {
                        if (!link.ended() && link.relation() == role) {
                            found.add(state.merges().inUse(other));
                        }
                    });
        }
        return found;
    }

    /** Whether, over parents of parents, somebody descends from a person. */
    public static boolean descends(OperationState state, String person, String from) {
        return ancestors(state, person, new HashSet<>()).contains(from);
    }

    private static Set<String> ancestors(OperationState state, String person, Set<String> seen) {
        for (String parent : linked(state, person, FamilyRole.PARENT)) {
            if (seen.add(parent)) {
                ancestors(state, parent, seen);
            }
        }
        return seen;
    }

    /**
     * Whether a second human verified the tie, by any registrations of the two. A registration of
     * the child that was raised as alone needs one of its own: a merge lends it none.
     */
    public static boolean isVerified(OperationState state, String child, String carer) {
        List<String> children = state.merges().registrations(child);
        return children.stream().anyMatch(one -> isVerifiedBySome(state, one, carer))
                && role(state, child, carer).isPresent()
                && raised(state, children).allMatch(one -> isVerifiedBySome(state, one, carer));
    }

    /** The registrations of a child for which a verification is still missing. */
    static List<String> unverified(OperationState state, String child, String carer) {
        List<String> children = state.merges().registrations(child);
        return Stream.concat(Stream.of(child), raised(state, children))
                .distinct()
                .filter(one -> !isVerifiedBySome(state, one, carer))
                .toList();
    }

    private static Stream<String> raised(OperationState state, List<String> children) {
        return children.stream()
                .filter(one -> state.families().raised(one) != ComingTogether.NEVER);
    }

    private static boolean isVerifiedBySome(OperationState state, String child, String carer) {
        return state.merges().registrations(carer).stream()
                .anyMatch(other -> isVerifiedTie(state, child, other));
    }

    private static boolean isVerifiedTie(OperationState state, String child, String carer) {
        Link link = state.families().linksOf(child).get(carer);
        return state.families().isVerified(child, carer)
                || (link != null && !link.ended() && link.atBirth());
    }

    /** Whether the child goes with that carer: verified, or come together with it. */
    public static boolean answersFor(OperationState state, String child, String carer) {
        return isVerified(state, child, carer) || cameTogether(state, child, carer);
    }

    /** The adults who are stated to care for a child, verified or not, wherever they are. */
    public static Stream<Person> of(OperationState state, String child, LocalDate today) {
        return state.merges().registrations(child).stream()
                .flatMap(registration -> stated(state, registration))
                .map(state.merges()::inUse)
                .distinct()
                .filter(carer -> !carer.equals(child) && isAdult(state, carer, today))
                .flatMap(carer -> Stream.ofNullable(state.persons().get(carer)));
    }

    private static Stream<String> stated(OperationState state, String child) {
        Person registered = state.persons().get(child);
        FamilyTie tie = registered == null ? null : registered.family();
        Stream<String> group =
                tie == null
                        ? Stream.empty()
                        : state.families().members(tie).stream()
                                .filter(one ->
                                        inGroup(registered, state.persons().get(one)) != null);
        return Stream.concat(
                group,
                state.families().linksOf(child).entrySet().stream()
                        .filter(link -> !link.getValue().ended())
                        .filter(link -> link.getValue().relation().caresForChildren())
                        .map(Map.Entry::getKey)
                        .sorted());
    }

    /** What a carer is to a child, by a link or by the roles in their group. */
    public static Optional<FamilyRole> role(OperationState state, String child, String carer) {
        for (String mine : state.merges().registrations(child)) {
            for (String theirs : state.merges().registrations(carer)) {
                Link link = state.families().linksOf(mine).get(theirs);
                if (link != null && !link.ended() && link.relation().caresForChildren()) {
                    return Optional.of(link.relation());
                }
                FamilyRole role = inGroup(state.persons().get(mine), state.persons().get(theirs));
                if (role != null) {
                    return Optional.of(role);
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable FamilyRole inGroup(@Nullable Person child, @Nullable Person carer) {
        FamilyTie mine = child == null ? null : child.family();
        FamilyTie theirs = carer == null ? null : carer.family();
        return mine != null
                        && theirs != null
                        && mine.groupId().equals(theirs.groupId())
                        && theirs.role().caresForChildren()
                ? theirs.role()
                : null;
    }

    /**
     * Whether the two said on their arrivals that they are of one group, by any registrations, and
     * before the child was raised as alone by any of its own. A registration that was raised has to
     * have come together by itself.
     */
    private static boolean cameTogether(OperationState state, String child, String carer) {
        List<String> children = state.merges().registrations(child);
        return areTogether(state, children, carer)
                && raised(state, children)
                        .allMatch(one ->
                                isVerifiedBySome(state, one, carer)
                                        || areTogether(state, List.of(one), carer));
    }

    private static boolean areTogether(OperationState state, List<String> children, String carer) {
        long raised =
                children.stream()
                        .mapToLong(state.families()::raised)
                        .min()
                        .orElse(ComingTogether.NEVER);
        List<String> carers = state.merges().registrations(carer);
        return children.stream()
                .anyMatch(child ->
                        carers.stream().anyMatch(one -> isTogether(state, child, one, raised)));
    }

    // Ages are those that count now: one that was corrected may show that it cannot be.
    private static boolean isTogether(
            OperationState state, String child, String carer, long raised) {
        ComingTogether mine = onArrival(state, child);
        ComingTogether theirs = onArrival(state, carer);
        Person younger = state.persons().get(child);
        Person older = state.persons().get(carer);
        return mine != null
                && theirs != null
                && younger != null
                && older != null
                && theirs.caresFor(mine, raised)
                && theirs.tie().role().isPlausible(older.age(), younger.age(), older.arrivalDay());
    }

    private static @Nullable ComingTogether onArrival(OperationState state, String registration) {
        Stated stated = state.families().stated(registration);
        return stated == null ? null : stated.onArrival();
    }
}
