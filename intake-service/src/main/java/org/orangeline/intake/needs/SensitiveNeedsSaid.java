package org.orangeline.intake.needs;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.EventCodec;
import org.orangeline.events.Opener;
import org.orangeline.events.Recorded;
import org.orangeline.events.intake.FieldConflictFound;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.intake.SensitiveNeedsRecorded;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.SensitiveNeeds;

/**
 * What was said of a registration's sensitive needs, once. Logs from before they were sealed have
 * them among the others, also in what two people said differently; one that a later correction left
 * out still stands here, until a protection officer takes it back.
 *
 * @param registration by which registration of the person
 * @param by who said so
 * @param reason null where none was given, or where it cannot be read any more
 */
public record SensitiveNeedsSaid(
        UUID registration,
        long sequence,
        Instant recordedAt,
        String by,
        List<String> added,
        List<String> takenBack,
        @Nullable String reason) {

    /**
     * @param history a registration's events, in order
     */
    public static List<SensitiveNeedsSaid> in(
            UUID registration, Collection<Recorded<DomainEvent>> history, Opener keys) {
        return history.stream()
                .flatMap(recorded -> said(registration, recorded, keys).stream())
                .toList();
    }

    /** The codes that hold by all that was said, in the order of their names. */
    public static List<String> standing(Collection<SensitiveNeedsSaid> said) {
        var codes = new TreeSet<String>();
        said.forEach(one -> {
            codes.addAll(one.added);
            one.takenBack.forEach(codes::remove);
        });
        return List.copyOf(codes);
    }

    private static List<SensitiveNeedsSaid> said(
            UUID registration, Recorded<DomainEvent> recorded, Opener keys) {
        return switch (recorded.event()) {
            case SensitiveNeedsRecorded event when event.personId().equals(registration) ->
                    EventCodec.open(event.needs(), SensitiveNeeds.class, keys).stream()
                            .map(needs -> of(registration, recorded, needs, reason(event, keys)))
                            .toList();
            case PersonArrived event when event.personId().equals(registration) ->
                    before(registration, recorded, event.needs());
            case PersonDetailsCorrected event when event.needs() != null ->
                    before(registration, recorded, event.needs());
            case FieldConflictFound event when event.needs() != null ->
                    before(registration, recorded, event.needs());
            default -> List.of();
        };
    }

    private static @Nullable String reason(SensitiveNeedsRecorded event, Opener keys) {
        return event.reason() == null
                ? null
                : EventCodec.open(event.reason(), String.class, keys).orElse(null);
    }

    private static List<SensitiveNeedsSaid> before(
            UUID registration, Recorded<DomainEvent> recorded, List<String> needs) {
        return Stream.of(Needs.sensitive(needs))
                .filter(codes -> !codes.isEmpty())
                .map(codes ->
                        of(registration, recorded, new SensitiveNeeds(codes, List.of()), null))
                .toList();
    }

    private static SensitiveNeedsSaid of(
            UUID registration,
            Recorded<DomainEvent> recorded,
            SensitiveNeeds needs,
            @Nullable String reason) {
        return new SensitiveNeedsSaid(
                registration,
                recorded.envelope().sequence(),
                recorded.envelope().time(),
                recorded.envelope().actor(),
                needs.added(),
                needs.takenBack(),
                reason);
    }
}
