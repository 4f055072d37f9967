package org.orangeline.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.orangeline.events.model.Identity;
import org.orangeline.events.model.Name;

/**
 * An object for each golden file: {@code <Event>.1.json} with every field, {@code
 * <Event>.1.minimal.json} with the required ones where there are others, {@code
 * <Event>.1.added.json} with fields that came later, {@code <Event>.1.later.json} with those that
 * came after them, {@code <Event>.1.latest.json} with the last ones, {@code
 * <Event>.1.receiver.json} with those that came with receivers, {@code <Event>.1.told.json} with
 * the time as the sender wrote it, {@code <Event>.1.layout.json} with another layout of a facility,
 * {@code <Event>.1.named.json} with the codes of people and places, {@code <Event>.1.born.json}
 * with a birth date that is known in part.
 */
final class Samples {

    static final UUID PERSON = UUID.fromString("01957a3e-5c1b-7d2e-8f30-9a1b2c3d4e5f");
    static final UUID RELATIVE = UUID.fromString("01957a3e-6a00-7aaa-9bbb-0c0d0e0f1011");
    static final UUID OTHER_ID = UUID.fromString("01957a40-0001-7000-8000-00000000abcd");
    static final String SUBJECT = PERSON.toString();

    /** What must never be read in a payload, a message or a log line. */
    static final List<String> SECRETS =
            List.of(
                    "فاطمة الزهراء",
                    "Магомед Исаев",
                    "Claire Dubois",
                    "Омар",
                    "Hatice",
                    "الموصل",
                    "P-4711-0815",
                    "scar over the left eyebrow",
                    "told us in tears",
                    "SURVIVOR",
                    "MENTAL_HEALTH",
                    "سبب القرار");

    static final Identity IDENTITY =
            new Identity(
                    List.of(
                            new Name("فاطمة الزهراء", "Arab"),
                            new Name("Магомед Исаев", "Cyrl"),
                            new Name("Claire Dubois", null)),
                    List.of(new Name("Омар", "Cyrl")),
                    "Омар",
                    "Hatice",
                    "الموصل",
                    List.of("P-4711-0815"),
                    List.of("scar over the left eyebrow"));

    static final String REASON = "told us in tears: سبب القرار, Магомед Исаев";

    private Samples() {}

    /** By the golden file's name. */
    static SequencedMap<String, DomainEvent> all(Hiding hiding) {
        var samples = new TreeMap<String, DomainEvent>();
        IntakeSamples.full(hiding).forEach(event -> samples.put(file(event, ""), event));
        IntakeSamples.minimal(hiding).forEach(event -> samples.put(file(event, ".minimal"), event));
        IntakeSamples.added(hiding).forEach(event -> samples.put(file(event, ".added"), event));
        FamilySamples.full(hiding).forEach(event -> samples.put(file(event, ""), event));
        FamilySamples.minimal(hiding).forEach(event -> samples.put(file(event, ".minimal"), event));
        ReceptionSamples.full(hiding).forEach(event -> samples.put(file(event, ""), event));
        ReceptionSamples.minimal(hiding)
                .forEach(event -> samples.put(file(event, ".minimal"), event));
        ScreeningSamples.full(hiding).forEach(event -> samples.put(file(event, ""), event));
        ScreeningSamples.added(hiding).forEach(event -> samples.put(file(event, ".added"), event));
        ScreeningSamples.minimal().forEach(event -> samples.put(file(event, ".minimal"), event));
        PlacementSamples.full(hiding).forEach(event -> samples.put(file(event, ""), event));
        PlacementSamples.minimal(hiding)
                .forEach(event -> samples.put(file(event, ".minimal"), event));
        PlacementSamples.added().forEach(event -> samples.put(file(event, ".added"), event));
        CustodySamples.full(hiding).forEach(event -> samples.put(file(event, ""), event));
        CustodySamples.minimal(hiding)
                .forEach(event -> samples.put(file(event, ".minimal"), event));
        CustodySamples.added().forEach(event -> samples.put(file(event, ".added"), event));
        QuestionSamples.full(hiding).forEach(event -> samples.put(file(event, ""), event));
        QuestionSamples.minimal(hiding)
                .forEach(event -> samples.put(file(event, ".minimal"), event));
        ScreeningSamples.later(hiding).forEach(event -> samples.put(file(event, ".later"), event));
        QuestionSamples.latest(hiding).forEach(event -> samples.put(file(event, ".latest"), event));
        QuestionSamples.later(hiding).forEach(event -> samples.put(file(event, ".later"), event));
        PlacementSamples.later().forEach(event -> samples.put(file(event, ".later"), event));
        ReceiverSamples.full(hiding).forEach(event -> samples.put(file(event, ""), event));
        ReceiverSamples.minimal(hiding)
                .forEach(event -> samples.put(file(event, ".minimal"), event));
        ReceiverSamples.named(hiding).forEach(event -> samples.put(file(event, ".named"), event));
        ReceiverSamples.layout(hiding).forEach(event -> samples.put(file(event, ".layout"), event));
        ReceiverSamples.added(hiding)
                .forEach(event -> samples.put(file(event, ".receiver"), event));
        FactSamples.told(hiding).forEach(event -> samples.put(file(event, ".told"), event));
        FactSamples.born(hiding).forEach(event -> samples.put(file(event, ".born"), event));
        ClockSamples.full(hiding).forEach(event -> samples.put(file(event, ""), event));
        ClockSamples.minimal(hiding).forEach(event -> samples.put(file(event, ".minimal"), event));
        ClockSamples.told(hiding).forEach(event -> samples.put(file(event, ".told"), event));
        return samples;
    }

    static DomainEvent named(Hiding hiding, String file) {
        return Objects.requireNonNull(all(hiding).get(file));
    }

    static Map<String, DomainEvent> sealed() {
        return all(Hiding.SEALED);
    }

    static Envelope envelope(DomainEvent event) {
        EventType type = EventTypes.of(event);
        return new Envelope(
                "01957a41-1111-7222-8333-444455556666",
                type.cloudEventType(),
                type.writer().id(),
                event.subject(),
                Instant.parse("2019-03-02T08:15:30.123Z"),
                type.dataSchema(),
                42,
                "baghuz-2019",
                "human:officer-7",
                "01957a41-0000-7000-8000-000000000001",
                "01957a41-0000-7000-8000-000000000001",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                type.writer() == Service.INTAKE ? "" : "intake-service:12",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    static <T> Confidential<T> of(
            Hiding hiding, Class<? extends DomainEvent> event, String field, T value) {
        return hiding.at(SUBJECT, event.getSimpleName(), field, value);
    }

    /** As {@link #of(Hiding, Class, String, Object)}, in an event about something else. */
    static <T> Confidential<T> of(
            Hiding hiding,
            String subject,
            Class<? extends DomainEvent> event,
            String field,
            T value) {
        return hiding.at(subject, event.getSimpleName(), field, value);
    }

    private static String file(DomainEvent event, String variant) {
        EventType type = EventTypes.of(event);
        return type.name() + "." + type.version() + variant + ".json";
    }
}
