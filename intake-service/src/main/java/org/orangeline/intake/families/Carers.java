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

    /**
     * The least difference in years between a parent and a child. Mothers of twelve are on record,
     * and of eleven hardly any.
     */
    public static final int PARENT_IS_OLDER_BY = 12;

    private Carers() {}

    /** Whether an age makes the tie possible; ranges are given the benefit of the doubt. */
    public static boolean isPlausible(
            FamilyRole role, Person carer, Person child, LocalDate today) {
        long most = carer.age().atMost(today) - child.age().atLeast(today);
        return role == FamilyRole.PARENT ? most >= PARENT_IS_OLDER_BY : most > 0;
    }

    /** An adult by every registration; nobody whose age is in doubt or in dispute. */
    public static boolean isAdult(OperationState state, String person, LocalDate today) {
        return !AgeClaims.isChild(state, person, today);
    }

    /** Whether, over parents of parents, somebody descends from a person. */
    public static boolean descends(OperationState state, String person, String from) {
        return ancestors(state, person, new HashSet<>()).contains(from);
    }

    private static Set<String> ancestors(OperationState state, String person, Set<String> seen) {
        for (String registration : state.merges().registrations(person)) {
            state.families()
                    .linksOf(registration)
                    .forEach((other, link) -> {
                        String parent = state.merges().inUse(other);
                        if (!link.ended()
                                && link.relation() == FamilyRole.PARENT
                                && seen.add(parent)) {
                            ancestors(state, parent, seen);
                        }
                    });
        }
        return seen;
    }

    /**
     * Whether a second human verified the tie, by any registrations of the two. A registration of
     * the child that was raised as alone needs one of its own: a merge, which in older logs one
     * human made, lends it none.
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
    static Optional<FamilyRole> role(OperationState state, String child, String carer) {
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
        List<ComingTogether> arrivals = onArrival(state, state.merges().registrations(carer));
        return onArrival(state, children).stream()
                .anyMatch(mine -> arrivals.stream().anyMatch(one -> one.caresFor(mine, raised)));
    }

    private static List<ComingTogether> onArrival(
            OperationState state, List<String> registrations) {
        return registrations.stream()
                .flatMap(one -> Stream.ofNullable(state.families().stated(one)))
                .flatMap(stated -> Stream.ofNullable(stated.onArrival()))
                .toList();
    }
}
