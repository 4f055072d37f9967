package org.orangeline.system;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** Agreements as they are signed for tests. */
final class AgreementForm {

    private AgreementForm() {}

    /** In force, in whole hours, of everybody in the operations, and of no event yet. */
    static ObjectNode of(String agency, String... operations) {
        ObjectNode agreement = Answer.MAPPER.createObjectNode();
        agreement
                .put("agency", agency)
                .put("version", 1)
                .put("name", agency)
                .put("purpose", "a test")
                .put("legalBasis", "a test")
                .put("validFrom", "2019-01-01T00:00:00Z")
                .put("validTo", "2099-01-01T00:00:00Z")
                .put("times", "HOUR")
                .put("groups", false)
                .put("registrationNumbers", false)
                .put("facilityCodes", true);
        ObjectNode rows = agreement.putObject("rows");
        ArrayNode named = rows.putArray("operations");
        for (String operation : operations) {
            named.add(operation);
        }
        rows.put("childrenOnly", false).putArray("facilities");
        rows.putArray("bases");
        return agreement;
    }

    /** What of one event may leave. */
    static ObjectNode fields(String event, String... pointers) {
        ObjectNode events = Answer.MAPPER.createObjectNode();
        ArrayNode fields = events.putArray(event);
        for (String pointer : pointers) {
            fields.add(pointer);
        }
        return events;
    }

    /** Signs it and puts it where the system's gateway reads it. */
    static void put(RunningSystem system, ObjectNode agreement) {
        system.stack()
                .agreements()
                .put(name(agreement), agreement.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The file's name. */
    static String name(ObjectNode agreement) {
        return agreement.path("agency").asText()
                + "."
                + agreement.path("version").asInt()
                + ".json";
    }
}
