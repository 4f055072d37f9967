package org.orangeline.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.Loneliness;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.ages.AgeClaims;
import org.orangeline.intake.arrival.Departures;
import org.orangeline.intake.arrival.Gone;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.custody.Stay;
import org.orangeline.intake.custody.Stays;
import org.orangeline.intake.families.Alone;
import org.orangeline.intake.families.ChildrenAlone;
import org.orangeline.intake.families.FamilyCircle;
import org.orangeline.intake.operations.OperationState;

/** Families and children alone as officers see them. */
final class FamilyViews {

    private FamilyViews() {}

    static Family family(OperationState state, Stays stays, Person person, LocalDate today) {
        String inUse = state.merges().inUse(person.id());
        FamilyCircle circle = FamilyCircle.around(state, stays, inUse);
        return new Family(
                person.personId(),
                circle.members().stream()
                        .map(id -> Objects.requireNonNull(state.persons().get(id)))
                        .filter(member -> !member.isWithdrawn())
                        .map(member ->
                                member(
                                        state,
                                        circle,
                                        member,
                                        member.id().equals(inUse)
                                                ? null
                                                : circle.relation(inUse, member.id()).orElse(null),
                                        today))
                        .toList());
    }

    private static Member member(
            OperationState state,
            FamilyCircle circle,
            Person member,
            @Nullable FamilyRole relation,
            LocalDate today) {
        Alone alone = state.families().alone().get(member.id());
        Gone gone = Departures.gone(state, member);
        return new Member(
                member.personId(),
                member.registrationNumber(),
                relation,
                member.family() == null ? null : member.family().groupId(),
                member.family() == null ? null : member.family().role(),
                member.sex(),
                member.age(),
                AgeClaims.isChild(state, member.id(), today),
                alone == null ? null : alone.kind(),
                gone == null ? null : gone.how(),
                circle.stay(member.id()).map(Stay::state).orElse(null));
    }

    static List<AloneChild> alone(OperationState state, Stays stays, LocalDate today) {
        return ChildrenAlone.open(state, stays, today)
                .map(child -> {
                    Alone alone = Objects.requireNonNull(state.families().alone().get(child.id()));
                    return new AloneChild(
                            child.personId(),
                            child.registrationNumber(),
                            Objects.requireNonNull(alone.kind()),
                            alone.since(),
                            child.receptionPoint(),
                            child.sex(),
                            child.age());
                })
                .sorted(
                        Comparator.comparing(AloneChild::since)
                                .thenComparing(AloneChild::registrationNumber))
                .toList();
    }

    static List<AloneCount> aloneCounts(OperationState state, Stays stays, LocalDate today) {
        Map<Loneliness, Long> counts =
                ChildrenAlone.open(state, stays, today)
                        .map(child ->
                                Objects.requireNonNull(state.families().alone().get(child.id())))
                        .map(alone -> Objects.requireNonNull(alone.kind()))
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return Arrays.stream(Loneliness.values())
                .map(kind -> new AloneCount(kind, counts.getOrDefault(kind, 0L)))
                .toList();
    }

    static List<ToVerify> toVerify(OperationState state, Stays stays, LocalDate today) {
        return ChildrenAlone.open(state, stays, today)
                .sorted(
                        Comparator.comparing((Person child) ->
                                        Objects.requireNonNull(
                                                        state.families().alone().get(child.id()))
                                                .since())
                                .thenComparing(Person::registrationNumber))
                .flatMap(child ->
                        FamilyCircle.around(state, stays, child.id())
                                .carers(child.id())
                                .map(carer -> Objects.requireNonNull(state.persons().get(carer)))
                                .map(carer ->
                                        new ToVerify(
                                                child.personId(),
                                                child.registrationNumber(),
                                                carer.personId(),
                                                carer.registrationNumber())))
                .toList();
    }

    /**
     * @param carerId who is stated to care for the child, at the same place
     */
    @Schema(name = "CarerToVerify")
    public record ToVerify(
            UUID personId, String registrationNumber, UUID carerId, String carerNumber) {}

    /**
     * @param persons the person first
     */
    @Schema(name = "WholeFamily")
    public record Family(UUID personId, List<Member> persons) {}

    /**
     * @param relation what the member is to the person; null for the person, and where neither a
     *     link nor the roles in a group say it
     * @param role the member's role in its group
     * @param alone what was raised about a child
     * @param gone how the member went
     * @param custody what the places last told of the member
     */
    @Schema(name = "FamilyMember")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Member(
            UUID personId,
            String registrationNumber,
            @Nullable FamilyRole relation,
            @Nullable String groupId,
            @Nullable FamilyRole role,
            Sex sex,
            Age age,
            boolean child,
            @Nullable Loneliness alone,
            Gone.@Nullable How gone,
            Stay.@Nullable State custody) {}

    /**
     * @param since when it was raised
     */
    @Schema(name = "ChildAlone")
    public record AloneChild(
            UUID personId,
            String registrationNumber,
            Loneliness kind,
            Instant since,
            String receptionPoint,
            Sex sex,
            Age age) {}

    /** How many children are alone in that way. */
    @Schema(name = "ChildrenAloneCount")
    public record AloneCount(Loneliness kind, long children) {}
}
