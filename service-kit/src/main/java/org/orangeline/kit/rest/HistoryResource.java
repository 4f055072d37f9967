package org.orangeline.kit.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.EventCodec;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Recorded;
import org.orangeline.events.Sealed;
import org.orangeline.events.TextClass;
import org.orangeline.events.TextClasses;
import org.orangeline.events.model.Needs;
import org.orangeline.runtime.View;
import org.orangeline.runtime.kafka.Engine;

/** A person's events of this service, read from the log. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class HistoryResource {

    private final Engine<?, ?, ?, ?> engine;
    private final Reads reads;
    private final CurrentCaller caller;
    private final RawRequest request;
    private final ObjectMapper mapper;
    private final Csv csv;
    private final Instance<ShownSequence> numbers;

    HistoryResource(
            Engine<?, ?, ?, ?> engine,
            Reads reads,
            CurrentCaller caller,
            RawRequest request,
            ObjectMapper mapper,
            Csv csv,
            Instance<ShownSequence> numbers) {
        this.numbers = numbers;
        this.engine = engine;
        this.reads = reads;
        this.caller = caller;
        this.request = request;
        this.mapper = mapper;
        this.csv = csv;
    }

    @GET
    @Path("/operations/{op}/persons/{id}/history")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, Problem.MEDIA_TYPE})
    @Access(everyOfficer = true)
    @Operation(
            summary = "What this service recorded about a person",
            description =
                    "In order, with actor and time. Each sealed field has a class (operational, legal,"
                            + " protection, medical, answers, identity) with the roles that read it."
                            + " A field that the caller may not read is `{\"sealed\":true,"
                            + "\"withheld\":\"protection\"}`, with its class.")
    public Response history(@PathParam("op") String operation, @PathParam("id") String id) {
        String person = PathId.uuid("id", id).toString();
        View<?, ?> view = reads.view(engine, operation, person);
        Instant until = reads.asOf().orElse(Instant.MAX);
        try {
            List<Entry> entries =
                    engine.history(operation, person).join().stream()
                            .filter(recorded -> !recorded.envelope().time().isAfter(until))
                            .filter(recorded -> mayKnowOf(recorded.event()))
                            .map(this::entry)
                            .toList();
            if (entries.isEmpty()) {
                throw ProblemException.notFound(
                        "This service has recorded nothing about that person.");
            }
            return csv.isAsked()
                    ? csv.of(view, "history", Entry.class, entries::stream)
                    : Reads.ok(view, entries);
        } catch (CompletionException e) {
            throw ProblemException.unavailable("The log cannot be read now.");
        }
    }

    private boolean mayKnowOf(DomainEvent event) {
        return !TextClasses.isHidden(EventTypes.of(event).name()) || mayRead(TextClass.SENSITIVE);
    }

    private boolean mayRead(TextClass text) {
        return Confidentials.mayRead(text, caller.get(), Purpose.of(request));
    }

    private Entry entry(Recorded<DomainEvent> recorded) {
        var envelope = recorded.envelope();
        try {
            JsonNode payload =
                    mapper.readTree(
                            EventCodec.encode(recorded.event(), HistoryResource::noSealing));
            if (payload.get("needs") instanceof ArrayNode needs && !mayRead(TextClass.SENSITIVE)) {
                withoutSensitive(needs);
            }
            open(
                    payload,
                    "",
                    envelope.subject(),
                    new Told(EventTypes.of(recorded.event()).name(), payload));
            return new Entry(
                    numbers.isResolvable()
                            ? numbers.get().of(envelope.operation(), envelope.sequence())
                            : envelope.sequence(),
                    EventTypes.of(recorded.event()).name(),
                    envelope.id(),
                    envelope.time(),
                    envelope.actor(),
                    envelope.commandId(),
                    envelope.causationId(),
                    payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Logs from before sensitive needs were sealed hold them among the others.
    private static void withoutSensitive(ArrayNode needs) {
        for (int i = needs.size() - 1; i >= 0; i--) {
            if (Needs.SENSITIVE.contains(needs.get(i).asText())) {
                needs.remove(i);
            }
        }
    }

    // Puts the content in the place of every sealed value that the caller may read.
    private void open(JsonNode node, String path, String subject, Told told) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                object.set(
                        field.getKey(),
                        opened(field.getValue(), path + "/" + field.getKey(), subject, told));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, opened(array.get(i), path + "/" + i, subject, told));
            }
        }
    }

    private JsonNode opened(JsonNode node, String path, String subject, Told told) {
        if (!node.has("sealed") || !node.has("ciphertext")) {
            open(node, path, subject, told);
            return node;
        }
        var sealed =
                new Sealed<>(
                        subject,
                        told.event(),
                        path,
                        node.get("iv").asText(),
                        node.get("ciphertext").asText());
        TextClass text = TextClasses.of(told.event(), path, told.said());
        if (!mayRead(text)) {
            return mapper.createObjectNode()
                    .put("sealed", true)
                    .put("withheld", text.name().toLowerCase(Locale.ROOT));
        }
        return engine.keys()
                .open(sealed)
                .map(this::tree)
                .orElseGet(() -> mapper.createObjectNode().put("erased", true));
    }

    private JsonNode tree(byte[] json) {
        try {
            return mapper.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An event's name, and what it says in the clear. */
    private record Told(String event, JsonNode said) {}

    private static Sealed<?> noSealing(String subject, String event, String field, byte[] clear) {
        throw new IllegalStateException("what comes from the log is sealed");
    }

    /**
     * @param sequence the service's own count within the partition, of what everybody may know of
     * @param causationId the event that caused it, for what a reaction recorded
     */
    public record Entry(
            long sequence,
            String event,
            String eventId,
            Instant time,
            String actor,
            String commandId,
            String causationId,
            JsonNode payload) {}
}
