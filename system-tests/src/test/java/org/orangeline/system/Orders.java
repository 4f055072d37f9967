package org.orangeline.system;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/** Bodies of orders that keep the rules on grounds, references and consent. */
final class Orders {

    static final String SHELTER = "VOLUNTARY_SHELTER";
    static final String INTERNMENT = "INTERNMENT";
    static final String CUSTODY = "CRIMINAL_CUSTODY";

    private Orders() {}

    static ObjectNode of(UUID person, String facility, String basis) {
        ObjectNode body =
                Answer.MAPPER
                        .createObjectNode()
                        .put("personId", person.toString())
                        .put("facilityId", facility)
                        .put("basis", basis);
        switch (basis) {
            case SHELTER ->
                    body.putObject("consent")
                            .put("recordedAt", Instant.now().toString())
                            .put("language", "ar");
            case CUSTODY -> ground(body, "DIRECT_PARTICIPATION", "Decree 20/2014, article 4");
            case INTERNMENT -> ground(body, "SPECIFIC_THREAT", "GC IV 42");
            default -> throw new IllegalArgumentException(basis);
        }
        return body;
    }

    private static void ground(ObjectNode body, String code, String legalReference) {
        body.putObject("ground").put("code", code).put("statement", "as concluded");
        body.put("legalReference", legalReference);
    }
}
