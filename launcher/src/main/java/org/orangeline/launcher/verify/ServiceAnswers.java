package org.orangeline.launcher.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.orangeline.events.Service;

/** Asks services up to where they have read, and what came out. */
final class ServiceAnswers {
    private static final Duration ASK = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The answers of a service, by partition. */
    Map<Integer, JsonNode> all(Service service, Target target, Findings findings) {
        Map<Integer, JsonNode> answers = new TreeMap<>();
        URI address = target.services().get(service);
        if (address == null) {
            findings.fault(service.id(), "does not run, so it cannot be asked");
            return answers;
        }
        for (int partition = 0; ; partition++) {
            JsonNode answer = ask(address, partition, target);
            if (answer.path("status").asInt() == 404) {
                return answers;
            }
            if (answer.has("digest")) {
                answers.put(partition, answer);
            } else {
                findings.fault(
                        service.id() + "-" + partition,
                        "answered " + answer.path("status").asInt());
            }
        }
    }

    private JsonNode ask(URI address, int partition, Target target) {
        String token = target.token().get();
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve("/verification/" + partition))
                        .timeout(ASK)
                        .header("Authorization", "Bearer " + token)
                        .build();
        try {
            return JSON.readTree(
                    target.http().send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
        } catch (IOException e) {
            return JSON.createObjectNode().put("status", 503);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
