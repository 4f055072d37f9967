package org.orangeline.placement.safeguards;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.orangeline.events.SharedValues;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.placement.KeepApartDeclared;
import org.orangeline.events.placement.KeepApartLifted;
import org.orangeline.events.placement.NonRefoulementAssessed;
import org.orangeline.events.placement.OverrideRequested;
import org.orangeline.events.placement.OverrideRevoked;
import org.orangeline.events.placement.OverrideSigned;
import org.orangeline.events.placement.ReceiverRegistered;
import org.orangeline.events.placement.ReceiverRequested;
import org.orangeline.placement.safeguards.RuleOverride.Status;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;

/**
 * What was signed, declared and assessed for the protection of people.
 *
 * @param overrides by person id; each person has few
 * @param apart who is to be kept apart from whom
 * @param assessments those that count, oldest first, by person id and state; by receiver where the
 *     event names no state
 * @param receivers the authorities, with their states
 */
public record Safeguards(
        PMap<String, List<RuleOverride>> overrides,
        KeptApart apart,
        PMap<String, PMap<String, List<Assessment>>> assessments,
        Receivers receivers) {

    public static final Safeguards NONE =
            new Safeguards(ChampMap.empty(), KeptApart.NOBODY, ChampMap.empty(), Receivers.NONE);

    public List<RuleOverride> overrides(UUID personId) {
        return overrides.getOrDefault(personId.toString(), List.of());
    }

    /** An override that two people signed for that person, place and rule, and that is unused. */
    public Optional<RuleOverride> signed(UUID personId, String facilityId, String rule) {
        return overrides(personId, facilityId, rule, Status.SIGNED).findFirst();
    }

    /** The override that allowed the person to be, or to be brought, there. */
    public Optional<RuleOverride> used(UUID personId, String facilityId, String rule) {
        return overrides(personId, facilityId, rule, Status.USED).findFirst();
    }

    private Stream<RuleOverride> overrides(
            UUID personId, String facilityId, String rule, Status status) {
        return overrides(personId).stream()
                .filter(override ->
                        override.status() == status && override.isFor(facilityId, rule));
    }

    public Stream<UUID> apartFrom(UUID personId) {
        return apart.of(personId);
    }

    /** With whom a human said that the person need not be kept apart any longer (rule P8). */
    public Stream<UUID> noLongerApartBy(Actor human, UUID personId) {
        return apart.liftedBy(human::mayBe, personId);
    }

    /**
     * The assessments of one record that count for the receiver's state. One of before receivers
     * were registered, whose code is no state's and is not registered, counts for every state.
     */
    public Stream<Assessment> assessments(UUID personId, Receiver receiver) {
        return assessments.getOrDefault(personId.toString(), ChampMap.empty()).entrySet().stream()
                .filter(entry -> isOf(entry.getKey(), receiver.state()))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().stream());
    }

    private boolean isOf(String key, String state) {
        Receiver registered = receivers.registered().get(key);
        return key.equals(state)
                || (registered == null
                        ? !NationalityClaim.isKnownCountry(key)
                        : registered.state().equals(state));
    }

    private List<Assessment> counting(UUID personId, String key) {
        return assessments
                .getOrDefault(personId.toString(), ChampMap.empty())
                .getOrDefault(key, List.of());
    }

    public Optional<Receiver> receiver(String code) {
        return receivers.receiver(code);
    }

    public Safeguards with(ReceiverRegistered event) {
        return new Safeguards(overrides, apart, assessments, receivers.with(event));
    }

    public Safeguards with(ReceiverRequested event, String actor) {
        return new Safeguards(overrides, apart, assessments, receivers.with(event, actor));
    }

    public Safeguards with(OverrideRequested event, String actor) {
        var override =
                RuleOverride.requested(
                        event.overrideId(),
                        event.personId(),
                        event.facilityId(),
                        event.rule(),
                        actor);
        return withOverrides(
                event.personId(),
                Stream.concat(overrides(event.personId()).stream(), Stream.of(override)).toList());
    }

    public Safeguards with(OverrideSigned event, String actor) {
        return change(
                event.personId(),
                override ->
                        override.overrideId().equals(event.overrideId())
                                ? override.countersigned(actor)
                                : override);
    }

    public Safeguards with(OverrideRevoked event) {
        return change(
                event.personId(),
                override ->
                        override.overrideId().equals(event.overrideId())
                                ? override.revoked()
                                : override);
    }

    /** A decision brings the person there: it uses up one override of each rule. */
    public Safeguards use(UUID personId, String facilityId, UUID placementId) {
        Set<String> rules = new HashSet<>();
        return change(
                personId,
                override ->
                        override.status() == Status.SIGNED
                                        && override.facilityId().equals(facilityId)
                                        && rules.add(override.rule())
                                ? override.used(placementId)
                                : override);
    }

    /** The person is there no longer, or will not come: what allowed it allows nothing more. */
    public Safeguards spend(UUID personId, String facilityId, UUID placementId) {
        return change(
                personId,
                override ->
                        override.status() == Status.USED
                                        && override.facilityId().equals(facilityId)
                                        && placementId.equals(override.usedBy())
                                ? override.spent()
                                : override);
    }

    /** What the placement used up since is as it was; what was signed or revoked since stands. */
    public Safeguards asBefore(UUID personId, UUID placementId, List<RuleOverride> before) {
        return change(
                personId,
                override ->
                        placementId.equals(override.usedBy())
                                        && (override.status() == Status.USED
                                                || override.status() == Status.SPENT)
                                ? before.stream()
                                        .filter(it -> it.overrideId().equals(override.overrideId()))
                                        .findFirst()
                                        .orElse(override)
                                : override);
    }

    private Safeguards change(UUID personId, UnaryOperator<RuleOverride> change) {
        return overrides(personId).isEmpty()
                ? this
                : withOverrides(personId, overrides(personId).stream().map(change).toList());
    }

    private Safeguards withOverrides(UUID personId, List<RuleOverride> list) {
        return new Safeguards(
                overrides.plus(SharedValues.text(personId), list), apart, assessments, receivers);
    }

    public Safeguards with(KeepApartDeclared event) {
        return with(apart.declared(event.personId(), event.otherId()));
    }

    /**
     * @param by who lifted it
     */
    public Safeguards with(KeepApartLifted event, String by) {
        return with(apart.lifted(event.personId(), event.otherId(), by));
    }

    private Safeguards with(KeptApart now) {
        return new Safeguards(overrides, now, assessments, receivers);
    }

    public Safeguards with(NonRefoulementAssessed event, Instant at, String by) {
        String person = SharedValues.text(event.personId());
        var assessed =
                new Assessment(event.assessmentId(), event.risk(), event.heardAt() != null, at, by);
        PMap<String, List<Assessment>> before = assessments.getOrDefault(person, ChampMap.empty());
        PMap<String, List<Assessment>> after = before;
        // An event of before receivers had states stands under the receiver's code.
        if (before.containsKey(event.receiver())) {
            after =
                    after.plus(
                            event.receiver(),
                            standing(event.personId(), event.receiver(), assessed).toList());
        }
        String key = event.state() == null ? event.receiver() : event.state();
        after =
                after.plus(
                        key,
                        Stream.concat(
                                        standing(event.personId(), key, assessed),
                                        Stream.of(assessed))
                                .toList());
        return new Safeguards(overrides, apart, assessments.plus(person, after), receivers);
    }

    private Stream<Assessment> standing(UUID personId, String key, Assessment later) {
        return counting(personId, key).stream().filter(one -> !one.isReplacedBy(later));
    }
}
