package org.orangeline.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.orangeline.agreement.AgencyKeys;
import org.orangeline.launcher.keys.TokenRequest;

/** Agencies of one operation that ask who somebody is. */
record IdentityRequests(RunningSystem system, Emergency emergency) {

    static final String REASON = "her brother asks, file TB-2019-118";

    /** The system may be shared, and an agency has one agreement. */
    String agency(String name) {
        return name + "-" + emergency.operation();
    }

    /** Puts an agreement into force that says nothing of identities. */
    Path agreement(String name, UnaryOperator<ObjectNode> change) {
        ObjectNode agreement =
                AgreementForm.of(agency(name), emergency.operation())
                        .put("purpose", "find families");
        agreement.set("events", AgreementForm.fields("PersonArrived", "/sex"));
        ObjectNode changed = change.apply(agreement);
        AgreementForm.put(system, changed);
        return system.stack().agreements().folder().resolve(AgreementForm.name(changed));
    }

    /** The id under which an agency's feed names the person. */
    UUID subject(String agency, UUID person) {
        AgencyKeys keys = AgencyKeys.read(system.stack().keys().agencyKeysFile());
        return keys.pseudonyms(agency(agency)).person(emergency.operation(), person);
    }

    Answer ask(String agency, UUID subject) {
        return ask(agency, body(subject));
    }

    Answer ask(String agency, String body) {
        return ask(token(agency), emergency.operation(), body);
    }

    Answer ask(String token, String operation, String body) {
        return emergency
                .intake()
                .settle(
                        Call.of("POST", "operations/" + operation + "/identity-requests")
                                .token(token)
                                .json(body));
    }

    Call request(String token, String body) {
        return emergency.call("POST", "identity-requests").token(token).json(body);
    }

    String token(String agency) {
        return system.stack().tokens().issue(TokenRequest.agency(agency(agency)));
    }

    static String body(UUID subject) {
        return "{\"subject\":\"" + subject + "\",\"reason\":\"" + REASON + "\"}";
    }

    String byNumber(UUID person) {
        return "{\"registrationNumber\":\"" + number(person) + "\",\"reason\":\"" + REASON + "\"}";
    }

    String number(UUID person) {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("GET", "persons/" + person)
                                .token(emergency.officers().coordinator()))
                .text("registrationNumber");
    }

    /** Who was told of the person, or asked. */
    JsonNode reads(UUID person) {
        return audit("persons/" + person + "/reads");
    }

    /** What was asked and not told. */
    JsonNode refused() {
        return audit("refused-identity-requests?limit=1000");
    }

    private JsonNode audit(String path) {
        return emergency
                .intake()
                .settle(emergency.call("GET", path).token(emergency.officers().auditor()))
                .expect(200)
                .json()
                .path("items");
    }
}
