package org.orangeline.intake.erasure;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.events.Envelope;
import org.orangeline.events.intake.ErasureDeclined;
import org.orangeline.events.intake.ErasureRequested;
import org.orangeline.events.intake.IdentityErased;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The erasures of an operation.
 *
 * @param byId every one that was asked for
 * @param erased by person id, the erasure that took the identity
 * @param open by person id, the erasure that waits for a second human
 */
public record Erasures(
        PMap<String, Erasure> byId, PMap<String, UUID> erased, PMap<String, UUID> open) {

    public static final Erasures NONE =
            new Erasures(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    public Erasures request(ErasureRequested event, Envelope envelope) {
        return new Erasures(
                byId.plus(event.erasureId().toString(), Erasure.requested(event, envelope)),
                erased,
                open.plus(event.personId().toString(), event.erasureId()));
    }

    /** The registration that it was asked for, and those that lead to it, one event each. */
    public Erasures erase(IdentityErased event) {
        String person = event.personId().toString();
        return new Erasures(
                settled(event.erasureId(), Erasure.Status.ERASED),
                erased.plus(person, event.erasureId()),
                open.minus(person));
    }

    public Erasures decline(ErasureDeclined event) {
        return new Erasures(
                settled(event.erasureId(), Erasure.Status.DECLINED),
                erased,
                open.minus(event.personId().toString()));
    }

    public Optional<Erasure> erasure(UUID erasureId) {
        return Optional.ofNullable(byId.get(erasureId.toString()));
    }

    /** The one that waits for a second human. */
    public Optional<Erasure> openOf(String person) {
        return Optional.ofNullable(open.get(person)).flatMap(this::erasure);
    }

    public Stream<Erasure> waiting() {
        return open.values().stream().map(this::erasure).flatMap(Optional::stream);
    }

    public boolean isErased(String person) {
        return erased.containsKey(person);
    }

    private PMap<String, Erasure> settled(UUID erasureId, Erasure.Status status) {
        String id = erasureId.toString();
        Erasure erasure = byId.get(id);
        if (erasure == null) {
            throw new IllegalStateException("an erasure that nobody asked for");
        }
        return byId.plus(id, erasure.now(status));
    }
}
