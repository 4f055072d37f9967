package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

/** What a service answered. */
record Answer(String call, int status, HttpHeaders headers, String body) {

    static final ObjectMapper MAPPER = new ObjectMapper();

    JsonNode json() {
        return parse(body);
    }

    /** Each line of an NDJSON body. */
    List<JsonNode> lines() {
        List<JsonNode> lines = new ArrayList<>();
        body.lines().forEach(line -> lines.add(parse(line)));
        return lines;
    }

    String text(String field) {
        return json().path(field).asText();
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        json().path(field).forEach(node -> texts.add(node.asText()));
        return texts;
    }

    Answer expect(int expected) {
        assertThat(status).as(toString()).isEqualTo(expected);
        return this;
    }

    /** A problem document that says the same status as the answer, and is kept by no cache. */
    Answer expectProblem(int expected) {
        expect(expected);
        assertThat(header("Content-Type")).as(toString()).startsWith("application/problem+json");
        assertThat(json().path("status").asInt()).as(toString()).isEqualTo(expected);
        assertThat(text("type")).as(toString()).startsWith("urn:orangeline:problem:");
        assertThat(header("Cache-Control")).as(toString()).isEqualTo("no-store");
        return this;
    }

    /** A problem that names this rule. */
    Answer expectRule(int expected, String rule) {
        expectProblem(expected);
        assertThat(texts("rules")).as(toString()).contains(rule);
        return this;
    }

    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    @Override
    public String toString() {
        String shown = body.length() > 500 ? body.substring(0, 500) + "…" : body;
        return call + " -> " + status + " " + shown;
    }
}
