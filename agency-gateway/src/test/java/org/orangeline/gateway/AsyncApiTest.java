package org.orangeline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.orangeline.agreement.Contracts;
import org.orangeline.events.EventType;
import org.orangeline.events.EventTypes;

/**
 * The AsyncAPI document follows from the event types and their schemas. What is checked in is
 * compared; a test that fails leaves the new one in {@code target/asyncapi.json}.
 */
class AsyncApiTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String SCHEMA_FORMAT = "application/schema+json;version=draft-2020-12";

    @Test
    void the_document_that_is_checked_in_names_every_topic_and_the_feed() throws IOException {
        String made = JSON.writeValueAsString(document()) + "\n";
        Files.writeString(Path.of("target", "asyncapi.json"), made);

        assertThat(Files.readString(Given.ROOT.resolve("docs/asyncapi.json"))).isEqualTo(made);
    }

    private static ObjectNode document() throws IOException {
        ObjectNode document = JSON.createObjectNode().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Orange Line")
                .put("version", "1")
                .put(
                        "description",
                        "Every event of the log, a topic each, and what agencies are told of them."
                                + " Agencies read their own topics and the feed only; see"
                                + " agencies.md.");
        document.put("defaultContentType", "application/json");
        ObjectNode servers = document.putObject("servers");
        server(servers, "log", "localhost:9092", "kafka", "The log");
        server(servers, "gateway", "localhost:8084", "http", "agency-gateway");
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        ObjectNode messages = document.putObject("components").putObject("messages");
        for (EventType type : EventTypes.all()) {
            message(messages, type.name(), type.schemaResource(), "common-events");
            example((ObjectNode) messages.path(type.name()), type);
            ObjectNode channel = channel(channels, type.topic(), type.topic(), "log");
            channel.put("description", "Written by " + type.writer().id() + " alone.");
            refer(channel, type.name());
            operation(operations, "write" + type.name(), "send", type.topic());
        }
        for (String notice : Contracts.NOTICES) {
            message(messages, notice, Contracts.resource(notice), "agency-gateway");
        }
        agencies(channels, operations, messages);
        return document;
    }

    private static void agencies(ObjectNode channels, ObjectNode operations, ObjectNode messages) {
        ObjectNode told = messages.putObject("Told");
        told.put("title", "Told");
        told.put("contentType", "application/json");
        told.put(
                "description",
                "An event as an agency is told it: `data` holds those fields of the event's own"
                        + " schema that the agreement names, ids replaced by the agency's own.");
        ObjectNode payload = told.putObject("payload");
        payload.put("type", "object");
        ObjectNode properties = payload.putObject("properties");
        property(properties, "id", "The same whenever it is told again.").put("format", "uuid");
        property(properties, "event", "Name of the event or the notice.");
        property(properties, "agreement", "Under which it is told, agency/version.");
        property(properties, "operation", "The emergency.");
        property(properties, "subject", "The person, or what else it is about.");
        property(properties, "time", "When it was recorded, as exactly as agreed.")
                .put("format", "date-time");
        property(properties, "acknowledge", "Whether it is to be acknowledged.")
                .put("type", "boolean");
        property(properties, "data", "The fields that the agreement names.").put("type", "object");
        payload.putArray("required")
                .add("id")
                .add("event")
                .add("agreement")
                .add("operation")
                .add("subject")
                .add("time")
                .add("acknowledge")
                .add("data");
        ObjectNode topics = channel(channels, "agencyTopic", "agency.{agency}.{event}", "log");
        topics.put("description", "What one agency is told of one kind of event, exactly once.");
        ObjectNode parameters = topics.putObject("parameters");
        parameters.putObject("agency").put("description", "The agency of an agreement.");
        parameters.putObject("event").put("description", "Name of the event or the notice.");
        refer(topics, "Told");
        operation(operations, "readAgencyTopic", "receive", "agencyTopic");
        ObjectNode feed = channel(channels, "feed", "/feed", "gateway");
        feed.put("description", "The same as pages, or as Server-Sent Events.");
        refer(feed, "Told");
        operation(operations, "readFeed", "receive", "feed");
    }

    private static void server(
            ObjectNode servers, String name, String host, String protocol, String description) {
        servers.putObject(name)
                .put("host", host)
                .put("protocol", protocol)
                .put("description", description);
    }

    private static ObjectNode channel(
            ObjectNode channels, String name, String address, String server) {
        ObjectNode channel = channels.putObject(name).put("address", address);
        channel.putArray("servers").addObject().put("$ref", "#/servers/" + server);
        return channel;
    }

    private static void refer(ObjectNode channel, String message) {
        channel.putObject("messages")
                .putObject(message)
                .put("$ref", "#/components/messages/" + message);
    }

    private static void operation(
            ObjectNode operations, String name, String action, String channel) {
        operations
                .putObject(name)
                .put("action", action)
                .putObject("channel")
                .put("$ref", "#/channels/" + channel);
    }

    private static ObjectNode property(ObjectNode properties, String name, String description) {
        return properties.putObject(name).put("type", "string").put("description", description);
    }

    // As it lies in the topic; a golden file, so it never changes.
    private static void example(ObjectNode message, EventType type) throws IOException {
        String golden = type.name() + "." + type.version() + ".json";
        JsonNode example =
                JSON.readTree(
                        Files.readString(
                                Given.ROOT
                                        .resolve("common-events/src/test/resources/golden")
                                        .resolve(golden)));
        message.putArray("examples")
                .addObject()
                .put("name", golden)
                .<ObjectNode>set("headers", example.path("headers"))
                .set("payload", example.path("payload"));
    }

    private static void message(ObjectNode messages, String name, String resource, String module)
            throws IOException {
        try (InputStream file = AsyncApiTest.class.getResourceAsStream(resource)) {
            assertThat(file).as(resource).isNotNull();
            String description = JSON.readTree(file.readAllBytes()).path("description").asText();
            ObjectNode message = messages.putObject(name);
            message.put("name", name).put("title", name).put("description", description);
            message.put("contentType", "application/json");
            // Packed in common-events and the gateway, and served under /schemas.
            message.putObject("payload")
                    .put("schemaFormat", SCHEMA_FORMAT)
                    .putObject("schema")
                    .put("$ref", "../" + module + "/src/main/resources" + resource);
        }
    }
}
