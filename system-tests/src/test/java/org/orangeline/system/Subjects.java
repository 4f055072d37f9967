package org.orangeline.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** Fills described calls with a person and a placement that are there. */
final class Subjects {

    private final Emergency emergency;
    private final UUID person;
    private final String placement;
    private final EnrolledDevice device;

    Subjects(Emergency emergency) {
        this.emergency = emergency;
        emergency.facility("al-hol", "CAMP", 500);
        this.person = emergency.arrived(People.woman("SYR"));
        JsonNode unused = emergency.awaitLine(person);
        emergency.awaitPlaceable(person);
        this.placement = emergency.ordered(person, "al-hol", Orders.SHELTER);
        this.device = emergency.device("tablet-0");
    }

    Emergency emergency() {
        return emergency;
    }

    EnrolledDevice device() {
        return device;
    }

    UUID person() {
        return person;
    }

    /** With a valid body, and no token yet. */
    Call call(Described described) {
        Call call = Call.of(described.method(), path(described, emergency.operation()));
        if (described.method().equals("PATCH")) {
            call = call.header("If-Match", "\"1\"");
        }
        if (described.fromDevice()) {
            call = call.header("Device-Token", device.token());
        }
        return described.example() == null
                ? call
                : call.content(described.mediaType(), body(described, emergency.operation()));
    }

    /** The same, about another operation. */
    Call elsewhere(Described described, String operation) {
        Call call = call(described);
        return new Call(
                call.method(),
                path(described, operation),
                call.token(),
                call.mediaType(),
                described.example() == null ? null : body(described, operation),
                call.headers());
    }

    private String path(Described described, String operation) {
        return described
                .path()
                .replace("{op}", operation)
                .replace("{personId}", UUID.randomUUID().toString())
                .replace("{conflictId}", UUID.randomUUID().toString())
                .replace("{carerId}", UUID.randomUUID().toString())
                .replace("{assessmentId}", UUID.randomUUID().toString())
                .replace("{withdrawalId}", UUID.randomUUID().toString())
                .replace("{accessId}", UUID.randomUUID().toString())
                .replace("{id}", person.toString())
                .replace("{placementId}", placement)
                .replace("{facilityId}", registersFacility(described) ? next() : "roj")
                .replace("{receiver}", "moj-" + UUID.randomUUID())
                .replace("{group}", "UNDETERMINED")
                .replace("{questionnaire}", "individual-screening")
                .replace("{version}", "1")
                .replace("{partition}", "0")
                .replace("{file}", "PersonArrived.1.json")
                .replace("{groupId}", UUID.randomUUID().toString())
                .replace("{relativeId}", UUID.randomUUID().toString())
                .replace("{receiptId}", UUID.randomUUID().toString())
                .replace("{deviceId}", "tablet-1")
                .replace("{itemId}", UUID.randomUUID().toString())
                .replace("{erasureId}", UUID.randomUUID().toString())
                .replace("{mergeId}", UUID.randomUUID().toString())
                .replace("{childId}", UUID.randomUUID().toString())
                .replace("{convoyId}", UUID.randomUUID().toString())
                .replace("{overrideId}", UUID.randomUUID().toString())
                .replace("{otherId}", UUID.randomUUID().toString())
                .replace("{changeId}", UUID.randomUUID().toString())
                .replace("{requestId}", UUID.randomUUID().toString());
    }

    // One that is there already would answer that its content is other.
    private static boolean registersFacility(Described described) {
        return described.method().equalsIgnoreCase("PUT")
                && described.path().endsWith("/facilities/{facilityId}");
    }

    private static String next() {
        return "camp-" + UUID.randomUUID();
    }

    private String body(Described described, String operation) {
        ObjectNode body = object(described);
        if (body.has("operation")) {
            body.put("operation", operation);
        }
        if (described.path().endsWith("/placements")) {
            body.put("personId", person.toString());
        }
        return body.toString();
    }

    /** The example as an object that may be changed. */
    static ObjectNode object(Described described) {
        try {
            return (ObjectNode) Answer.MAPPER.readTree(described.example());
        } catch (JsonProcessingException e) {
            throw new AssertionError(described + " has an example that is no JSON", e);
        }
    }
}
