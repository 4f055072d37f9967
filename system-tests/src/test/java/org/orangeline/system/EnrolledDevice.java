package org.orangeline.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** A tablet with a key of its own that a coordinator has let in. */
final class EnrolledDevice {

    /** Where the people of {@link People} arrive. */
    static final String RECEPTION_POINT = "baghuz-east";

    private final Emergency emergency;
    private final String id;
    private final DeviceKeys keys;

    private EnrolledDevice(Emergency emergency, String id, DeviceKeys keys) {
        this.emergency = emergency;
        this.id = id;
        this.keys = keys;
    }

    /** Invited, and enrolled with its code. */
    static EnrolledDevice in(Emergency emergency, String id) {
        DeviceKeys keys = new DeviceKeys();
        String code = invited(emergency, id, RECEPTION_POINT).path("code").asText();
        emergency.intake().settle(enrolment(emergency, id, code, keys)).expect(201);
        return new EnrolledDevice(emergency, id, keys);
    }

    static JsonNode invited(Emergency emergency, String id, String receptionPoint) {
        ObjectNode body =
                Answer.MAPPER
                        .createObjectNode()
                        .put("deviceId", id)
                        .put("receptionPoint", receptionPoint)
                        .put("hours", 24);
        // A key, so that an invitation whose answer was "not now" is not made twice.
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", "devices")
                                .token(emergency.officers().coordinator())
                                .key(UUID.randomUUID().toString())
                                .json(body))
                .expect(201)
                .json();
    }

    static Call enrolment(Emergency emergency, String id, String code, DeviceKeys keys) {
        ObjectNode body = Answer.MAPPER.createObjectNode().put("code", code);
        body.set("publicKey", keys.jwk());
        return emergency.call("POST", "devices/" + id + "/enrolment").json(body);
    }

    String id() {
        return id;
    }

    DeviceKeys keys() {
        return keys;
    }

    /** What intake wants to have signed. */
    JsonNode challenge() {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", "devices/" + id + "/challenge")
                                .json("{\"use\":\"TOKEN\"}"))
                .expect(200)
                .json();
    }

    /** An assertion as a tablet signs it. */
    String assertion() {
        JsonNode challenge = challenge();
        return keys.sign(
                DeviceKeys.claims(
                        challenge.path("audience").asText(),
                        id,
                        challenge.path("nonce").asText(),
                        UUID.randomUUID().toString()));
    }

    Call tokenFor(String assertion) {
        return emergency
                .call("POST", "devices/" + id + "/token")
                .json(Answer.MAPPER.createObjectNode().put("assertion", assertion));
    }

    JsonNode issued() {
        // An instance that was started meanwhile does not know the challenge of the one before it.
        return Eventually.some(
                        id + " gets a token",
                        () ->
                                emergency
                                        .intake()
                                        .attempt(tokenFor(assertion()))
                                        .filter(answer ->
                                                answer.status() != 401 && answer.status() != 503))
                .expect(200)
                .json();
    }

    /** For the header of an upload. */
    String token() {
        return issued().path("token").asText();
    }

    /** A batch of this tablet, still without its lines. */
    Call batch(String officer) {
        return emergency.call("POST", "batches").token(officer).header("Device-Token", token());
    }

    void revoked() {
        emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", "devices/" + id + "/revocation")
                                .token(emergency.officers().coordinator())
                                .json("{\"reason\":\"left behind at the east gate\"}"))
                .expect(201);
    }
}
