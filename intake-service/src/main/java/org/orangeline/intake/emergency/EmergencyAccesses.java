package org.orangeline.intake.emergency;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.events.Envelope;
import org.orangeline.events.intake.EmergencyAccessReviewed;
import org.orangeline.events.intake.EmergencyAccessTaken;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;

/**
 * The accesses that were taken in an operation.
 *
 * @param byId every one
 * @param last the last one of somebody to a person, by both
 */
public record EmergencyAccesses(PMap<String, EmergencyAccess> byId, PMap<String, UUID> last) {

    public static final EmergencyAccesses NONE =
            new EmergencyAccesses(ChampMap.empty(), ChampMap.empty());

    public EmergencyAccesses take(EmergencyAccessTaken event, Envelope envelope) {
        EmergencyAccess access = EmergencyAccess.taken(event, envelope);
        return new EmergencyAccesses(
                byId.plus(event.accessId().toString(), access),
                last.plus(key(access.takenBy(), event.personId()), event.accessId()));
    }

    public EmergencyAccesses review(EmergencyAccessReviewed event, Envelope envelope) {
        EmergencyAccess access =
                access(event.accessId())
                        .orElseThrow(() -> new IllegalStateException("an access that nobody took"));
        return new EmergencyAccesses(
                byId.plus(event.accessId().toString(), access.reviewed(event, envelope)), last);
    }

    public Optional<EmergencyAccess> access(UUID accessId) {
        return Optional.ofNullable(byId.get(accessId.toString()));
    }

    /** What anybody ever took of a person, in a fixed order. */
    public Stream<EmergencyAccess> of(UUID personId) {
        return byId.values().stream()
                .filter(access -> access.personId().equals(personId))
                .sorted(Comparator.comparing(EmergencyAccess::accessId));
    }

    /** The access that lets somebody read a person's identity now. */
    public Optional<EmergencyAccess> running(String actor, UUID personId, Instant now) {
        return Optional.ofNullable(last.get(key(actor, personId)))
                .flatMap(this::access)
                .filter(access -> access.isRunning(now));
    }

    private static String key(String actor, UUID personId) {
        return personId + " " + actor;
    }
}
