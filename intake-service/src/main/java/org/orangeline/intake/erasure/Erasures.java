package org.orangeline.intake.erasure;

import java.util.Optional;
import java.util.UUID;
import org.orangeline.events.Envelope;
import org.orangeline.events.SharedValues;
import org.orangeline.events.intake.ErasureDeclined;
import org.orangeline.events.intake.ErasureRequested;
import org.orangeline.events.intake.IdentityErased;
import org.orangeline.runtime.ChampMap;
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
            new Erasures(ChampMap.empty(), ChampMap.empty(), ChampMap.empty());

    public Erasures request(ErasureRequested event, Envelope envelope) {
        return new Erasures(
                byId.plus(event.erasureId().toString(), Erasure.requested(event, envelope)),
                erased,
                open.plus(SharedValues.text(event.personId()), event.erasureId()));
    }

    /** One event for each registration; another request about one of them is settled with it. */
    public Erasures erase(IdentityErased event) {
        String person = event.personId().toString();
        Erasures settled = settled(event.erasureId(), Erasure.Status.ERASED).took(event);
        UUID asked = open.get(person);
        return new Erasures(
                asked == null ? settled.byId : settled.settled(asked, Erasure.Status.ERASED).byId,
                erased.plus(person, event.erasureId()),
                open.minus(person));
    }

    public Erasures decline(ErasureDeclined event) {
        return new Erasures(
                settled(event.erasureId(), Erasure.Status.DECLINED).byId,
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

    public boolean isErased(String person) {
        return erased.containsKey(person);
    }

    // Before it was written down whose registrations a request meant, it took more than the
    // person's.
    private Erasures took(IdentityErased event) {
        String id = event.erasureId().toString();
        Erasure erasure = byId.get(id);
        return erasure == null || erasure.registrations().contains(event.personId())
                ? this
                : new Erasures(byId.plus(id, erasure.with(event.personId())), erased, open);
    }

    private Erasures settled(UUID erasureId, Erasure.Status status) {
        String id = erasureId.toString();
        Erasure erasure = byId.get(id);
        if (erasure == null) {
            throw new IllegalStateException("an erasure that nobody asked for");
        }
        return new Erasures(byId.plus(id, erasure.now(status)), erased, open);
    }
}
