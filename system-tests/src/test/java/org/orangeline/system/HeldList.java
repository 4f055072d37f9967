package org.orangeline.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.orangeline.events.Service;

/** What a service holds of an operation, as a coordinator sees it. */
record HeldList(Emergency emergency, Service service) {

    static HeldList inIntake(Emergency emergency) {
        return new HeldList(emergency, Service.INTAKE);
    }

    /** What still wants something: it waits, is in quarantine, or was refused. */
    JsonNode lines() {
        return get("held");
    }

    JsonNode lines(String state) {
        return get("held?state=" + state);
    }

    JsonNode line(UUID item) {
        return in(lines(), item);
    }

    /** Of a state that is listed only when it is asked for. */
    JsonNode line(UUID item, String state) {
        return in(lines(state), item);
    }

    List<String> waitingFor(UUID item) {
        return line(item).path("waitingFor").valueStream().map(JsonNode::asText).toList();
    }

    void awaitGone(UUID item) {
        Eventually.holds(item + " is not held any more", () -> line(item).isEmpty());
    }

    /** The item with what was uploaded, as far as an officer may see it. */
    String content(UUID item, String officer) {
        return api().settle(emergency.call("GET", "held/" + item).token(officer))
                .expect(200)
                .body();
    }

    /** What a human says about an item, still without who says so. */
    Call word(UUID item, String what, String reason) {
        return emergency
                .call("POST", "held/" + item + "/" + what)
                .json(Answer.MAPPER.createObjectNode().put("reason", reason));
    }

    Api api() {
        return emergency.system().api(service);
    }

    private static JsonNode in(JsonNode lines, UUID item) {
        return lines.valueStream()
                .filter(line -> line.path("itemId").asText().equals(item.toString()))
                .findFirst()
                .orElseGet(Answer.MAPPER::createObjectNode);
    }

    private JsonNode get(String path) {
        return api().settle(emergency.call("GET", path).token(emergency.officers().coordinator()))
                .expect(200)
                .json()
                .path("items");
    }
}
