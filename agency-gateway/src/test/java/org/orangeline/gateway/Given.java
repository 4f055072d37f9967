package org.orangeline.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.orangeline.agreement.Agreement;
import org.orangeline.agreement.Contracts;
import org.orangeline.agreement.Pseudonyms;
import org.orangeline.agreement.Rows;
import org.orangeline.agreement.Times;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Envelope;
import org.orangeline.events.EventCodec;
import org.orangeline.events.EventType;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Recorded;
import org.orangeline.events.Sealed;
import org.orangeline.events.model.Basis;
import org.orangeline.gateway.people.People;
import org.orangeline.gateway.telling.FeedEvent;
import org.orangeline.gateway.telling.Moment;
import org.orangeline.gateway.telling.Telling;

/** What the tests of the core start from. */
final class Given {

    static final Path ROOT = Path.of(System.getProperty("orangeline.root", ".."));
    static final String OPERATION = "baghuz-2019";
    static final Contracts CONTRACTS = Contracts.load();
    static final KeyPair SIGNERS = signers();
    static final Instant START = Instant.parse("2019-03-05T09:12:13.456Z");

    private Given() {}

    static KeyPair signers() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Pseudonyms pseudonyms(String agency) {
        return new Pseudonyms(Arrays.copyOf(agency.getBytes(StandardCharsets.UTF_8), 32));
    }

    static Agreement agreement(String agency, Rows rows, Map<String, List<String>> events) {
        return agreement(agency, rows, Times.HOUR, events);
    }

    static Agreement agreement(
            String agency, Rows rows, Times times, Map<String, List<String>> events) {
        return new Agreement(
                agency,
                1,
                "An agency",
                "a purpose",
                "a legal basis",
                Instant.parse("2019-01-01T00:00:00Z"),
                Instant.parse("2031-01-01T00:00:00Z"),
                rows,
                times,
                true,
                true,
                true,
                null,
                events);
    }

    static Rows everybody() {
        return new Rows(List.of(OPERATION), false, List.of(), List.of());
    }

    static Rows children() {
        return new Rows(List.of(OPERATION), true, List.of(), List.of());
    }

    static Rows in(String facility) {
        return new Rows(List.of(OPERATION), false, List.of(facility), List.of());
    }

    static Rows on(Basis basis) {
        return new Rows(List.of(OPERATION), false, List.of(), List.of(basis));
    }

    static Envelope envelope(DomainEvent event, Instant time, long sequence, String knownThrough) {
        EventType type = EventTypes.of(event);
        return new Envelope(
                new UUID(sequence, type.name().hashCode()).toString(),
                type.cloudEventType(),
                type.writer().id(),
                event.subject(),
                time,
                type.dataSchema(),
                sequence,
                OPERATION,
                "human:officer-1",
                "command",
                "command",
                "hash",
                knownThrough,
                Envelope.NO_HASH);
    }

    /** A sealed value as it stands in the log. */
    static <T> Sealed<T> sealed(DomainEvent event, String field) {
        return sealed(event.subject(), event.getClass().getSimpleName(), field);
    }

    static <T> Sealed<T> sealed(UUID subject, String event, String field) {
        return sealed(subject.toString(), event, field);
    }

    private static <T> Sealed<T> sealed(String subject, String event, String field) {
        return new Sealed<>(subject, event, field, "A".repeat(16), "B".repeat(24));
    }

    /** Payloads of an event type that have every field between them, as the golden files. */
    static List<byte[]> golden(EventType type) {
        Path folder = ROOT.resolve("common-events/src/test/resources/golden");
        List<byte[]> payloads = new ArrayList<>();
        try {
            for (String ending : List.of(".1.json", ".1.added.json", ".1.later.json")) {
                Path file = folder.resolve(type.name() + ending);
                if (Files.exists(file)) {
                    Map<?, ?> recorded = EventCodec.read(Files.readAllBytes(file), Map.class);
                    payloads.add(
                            EventCodec.canonical(Objects.requireNonNull(recorded.get("payload"))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return payloads;
    }

    static DomainEvent decode(EventType type, byte[] payload) {
        String subject = EventCodec.decode(type, "nobody", payload).subject();
        return EventCodec.decode(type, subject, payload);
    }

    /** Tells a log to agencies, event by event, as the gateway does. */
    static final class Log {

        private final List<Telling> tellings;
        private final List<List<FeedEvent>> told = new ArrayList<>();
        private People people = People.NOBODY;
        private Instant time = START;
        private long sequence;

        Log(Agreement... agreements) {
            tellings =
                    Arrays.stream(agreements)
                            .map(one -> new Telling(one, CONTRACTS, pseudonyms(one.agency())))
                            .toList();
            tellings.forEach(unused -> told.add(new ArrayList<>()));
        }

        Log at(Instant when) {
            time = when;
            return this;
        }

        Log append(DomainEvent... events) {
            for (DomainEvent event : events) {
                append(event, EventCodec.encode(event, null));
            }
            return this;
        }

        Log append(DomainEvent event, byte[] payload) {
            var recorded = new Recorded<>(envelope(event, time, ++sequence, ""), event);
            People after = people.evolve(recorded);
            Moment moment =
                    new Moment(people, after, recorded, () -> EventCodec.read(payload, Map.class));
            for (int i = 0; i < tellings.size(); i++) {
                told.get(i).addAll(tellings.get(i).tell(moment));
            }
            people = after;
            time = time.plusSeconds(61);
            return this;
        }

        List<FeedEvent> told(int agency) {
            return told.get(agency);
        }

        List<String> names() {
            return told.getFirst().stream().map(FeedEvent::event).toList();
        }
    }
}
