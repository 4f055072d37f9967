package org.orangeline.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;
import org.orangeline.runtime.Partitions;

/**
 * One operation of a running system, and what officers do in it. Every step answers with what the
 * service said; the steps whose names are in the past expect that it went well.
 */
final class Emergency {

    private final RunningSystem system;
    private final String operation;
    private final Officers officers;
    private final @Nullable String timeZone;
    private boolean unguarded;
    private final Map<String, EnrolledDevice> devices = new ConcurrentHashMap<>();
    private final Set<UUID> asked = ConcurrentHashMap.newKeySet();
    private @Nullable OperationTail tail;

    private Emergency(RunningSystem system, String operation) {
        this(system, operation, null);
    }

    private Emergency(RunningSystem system, String operation, @Nullable String timeZone) {
        this.timeZone = timeZone;
        this.system = system;
        this.operation = operation;
        this.officers = new Officers(system.stack().tokens(), operation);
    }

    /** Opens it, and waits until every service has heard of it. */
    static Emergency opened(RunningSystem system, String name) {
        return openedThrough(system.api(Service.INTAKE), system, name);
    }

    /** The same in a time zone. */
    static Emergency openedIn(String timeZone, RunningSystem system, String name) {
        return opened(
                system.api(Service.INTAKE),
                new Emergency(system, system.newOperation(name), timeZone));
    }

    /** Another operation whose events lie in the same partition as this one's. */
    Emergency neighbour(String name) {
        int partitions = system.stack().settings().partitions();
        while (true) {
            String candidate = system.newOperation(name);
            if (Partitions.of(candidate, partitions) == Partitions.of(operation, partitions)) {
                return opened(system.api(Service.INTAKE), new Emergency(system, candidate));
            }
        }
    }

    /** The same through a certain instance. */
    static Emergency openedThrough(Api intake, RunningSystem system, String name) {
        return opened(intake, new Emergency(system, system.newOperation(name)));
    }

    private static Emergency opened(Api intake, Emergency emergency) {
        intake.settle(
                        Call.of("POST", "operations")
                                .token(emergency.officers.coordinator())
                                .json(emergency.opening()))
                .expect(201);
        emergency.awaitKnown();
        return emergency;
    }

    /** What the questionnaire requires that is packed with the software, none of it answered. */
    private static final String DECLINED =
            Stream.of(
                            "how-you-came",
                            "has-papers",
                            "family-with-you",
                            "occupation",
                            "carried-arms",
                            "fears-return")
                    .map("{\"question\":\"%s\",\"reason\":\"DECLINED\"}"::formatted)
                    .collect(Collectors.joining(",", "{\"notAnswered\":[", "]}"));

    private ObjectNode opening() {
        ObjectNode opening =
                Answer.MAPPER
                        .createObjectNode()
                        .put("operation", operation)
                        .put("name", "Baghuz 2019")
                        .put("numberPrefix", "BGZ");
        return timeZone == null ? opening : opening.put("timeZone", timeZone);
    }

    private void awaitKnown() {
        for (Service service : List.of(Service.SCREENING, Service.PLACEMENT)) {
            String path = service == Service.SCREENING ? "lines" : "facilities";
            Eventually.holds(
                    service.id() + " knows " + operation,
                    () ->
                            system.api(service)
                                    .attempt(call("GET", path).token(officers.coordinator()))
                                    .filter(answer -> answer.status() == 200)
                                    .isPresent());
        }
    }

    RunningSystem system() {
        return system;
    }

    String operation() {
        return operation;
    }

    Officers officers() {
        return officers;
    }

    Api intake() {
        return system.api(Service.INTAKE);
    }

    Api screening() {
        return system.api(Service.SCREENING);
    }

    Api placement() {
        return system.api(Service.PLACEMENT);
    }

    /** A tablet that has enrolled; the same name is the same tablet. */
    EnrolledDevice device(String id) {
        return devices.computeIfAbsent(id, name -> EnrolledDevice.in(this, name));
    }

    /** A call within the operation. */
    Call call(String method, String path) {
        return Call.of(method, "operations/" + operation + "/" + path);
    }

    Call arrival(UUID personId, ObjectNode form) {
        return call("PUT", "arrivals/" + personId).token(officers.intake()).json(form);
    }

    /** Registers somebody whom nobody knew. */
    UUID arrived(ObjectNode form) {
        UUID personId = UUID.randomUUID();
        intake().settle(arrival(personId, form)).expect(201);
        return personId;
    }

    Call batch(List<? extends JsonNode> lines) {
        StringBuilder body = new StringBuilder();
        lines.forEach(line -> body.append(line).append('\n'));
        return call("POST", "arrivals")
                .token(officers.intake())
                .content(Call.NDJSON, body.toString());
    }

    List<UUID> arrivedTogether(int count, ObjectNode form) {
        List<UUID> ids = new ArrayList<>();
        List<ObjectNode> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID personId = UUID.randomUUID();
            ids.add(personId);
            lines.add(People.withId(form, personId));
        }
        intake().settle(batch(lines)).expect(200);
        return ids;
    }

    /** An officer asks what is required (S1), of who can be asked. */
    void asked(UUID person) {
        String path = "persons/" + person;
        Answer opened =
                screening()
                        .settle(
                                call("POST", path + "/screening")
                                        .token(officers.screener())
                                        .key(UUID.randomUUID().toString())
                                        .json("{\"language\":\"ar\"}"));
        boolean isOpenAlready = opened.status() == 409 && !asked.contains(person);
        if (opened.status() == 201 || isOpenAlready) {
            Answer answered =
                    screening()
                            .settle(
                                    call("POST", path + "/answers")
                                            .token(officers.screener())
                                            .key(UUID.randomUUID().toString())
                                            .json(DECLINED));
            if (answered.status() == 201) {
                asked.add(person);
            }
        }
    }

    /** A recommendation, still to be sent, about somebody who is asked before. */
    Call recommendation(String officer, UUID person, String finding, String ground) {
        asked(person);
        return recommendationOfAsked(officer, person, finding, ground);
    }

    /** Of somebody who was asked before: it makes no other call. */
    Call recommendationOfAsked(String officer, UUID person, String finding, String ground) {
        ObjectNode body = Answer.MAPPER.createObjectNode().put("finding", finding);
        body.putArray("grounds").addObject().put("code", ground).put("statement", "as told");
        body.putArray("evidence").add("interview/17");
        return call("POST", "persons/" + person + "/recommendation")
                .token(officer)
                .key(UUID.randomUUID().toString())
                .json(body);
    }

    Call conclusion(String officer, UUID person) {
        return call("POST", "persons/" + person + "/conclusion")
                .token(officer)
                .key(UUID.randomUUID().toString())
                .json("{\"approve\":true,\"reason\":\"consistent\"}");
    }

    /** Waits for the person's line, then two officers conclude, and the proposal has come. */
    JsonNode concluded(UUID person, String finding, String ground) {
        awaitLine(person);
        screening()
                .settle(recommendation(officers.screener(), person, finding, ground))
                .expect(201);
        screening().settle(conclusion(officers.approver(), person)).expect(201);
        return awaitProposal(person);
    }

    JsonNode awaitLine(UUID person) {
        return awaitPerson(
                Service.SCREENING, person, shown -> shown.has("group") || shown.has("left"));
    }

    /** Until so many wait in a line. */
    void awaitWaiting(String group, int count) {
        Call lines = call("GET", "lines").token(officers.line());
        Eventually.holds(
                count + " wait in " + group,
                () ->
                        screening().settle(lines).expect(200).json().findParents("group").stream()
                                .filter(line -> line.path("group").asText().equals(group))
                                .anyMatch(line -> line.path("waiting").asInt() == count));
    }

    JsonNode awaitProposal(UUID person) {
        return awaitPerson(Service.PLACEMENT, person, shown -> shown.hasNonNull("proposal"))
                .path("proposal");
    }

    /** What a service shows of a person, once it shows what is waited for. */
    JsonNode awaitPerson(Service service, UUID person, Predicate<JsonNode> condition) {
        Call read = call("GET", "persons/" + person).token(officers.coordinator());
        return Eventually.some(
                service.id() + " shows the person as expected",
                () ->
                        system.api(service)
                                .attempt(read)
                                .filter(answer -> answer.status() == 200)
                                .map(Answer::json)
                                .filter(condition));
    }

    /** Until placement-service has heard of a person. */
    void awaitPlaceable(UUID person) {
        JsonNode unused = awaitPerson(Service.PLACEMENT, person, shown -> true);
    }

    String facility(String id, String kind, int capacity) {
        placement()
                .settle(
                        call("PUT", "facilities/" + id)
                                .token(officers.placement())
                                .json(
                                        Answer.MAPPER
                                                .createObjectNode()
                                                .put("name", "The " + id)
                                                .put("kind", kind)
                                                .put("capacity", capacity)))
                .expect(201);
        return id;
    }

    Call order(UUID person, String facility, String basis) {
        return call("POST", "placements")
                .token(officers.placement())
                .key(UUID.randomUUID().toString())
                .json(Orders.of(person, facility, basis));
    }

    /** A placement, ordered. */
    String ordered(UUID person, String facility, String basis) {
        return placement().settle(order(person, facility, basis)).expect(201).text("placementId");
    }

    /** Placements of people who are ordered as one family, all of them or none. */
    List<String> orderedTogether(String facility, UUID... people) {
        Answer answer = orderTogether(facility, people);
        List<String> placements = answer.json().findValuesAsText("placementId");
        if (placements.size() != people.length) {
            throw new AssertionError("not all were ordered: " + answer);
        }
        return placements;
    }

    /**
     * Two officers say that two registrations are of one person; the answer to the second one, or
     * to the first when it is refused.
     */
    Answer merging(UUID stays, UUID other) {
        Answer first = merging(officers.intake(), stays, other);
        return first.status() == 202 ? merging(officers.intakeToo(), stays, other) : first;
    }

    /** One officer says so. */
    Answer merging(String token, UUID stays, UUID other) {
        return decided(
                token,
                "persons/" + stays + "/merge",
                "{\"otherId\":\"%s\",\"reason\":\"same papers\"}".formatted(other));
    }

    /** Two officers take a merge back. */
    void unmerged(String mergeId) {
        String path = "merges/" + mergeId + "/reversal";
        String body = "{\"reason\":\"two sisters\"}";
        decided(officers.intake(), path, body).expect(202);
        decided(officers.intakeToo(), path, body).expect(201);
    }

    /** Two humans publish a version of a questionnaire. */
    void published(String version, String body) {
        Answer asked =
                screening().settle(call("PUT", version).token(officers.coordinator()).json(body));
        String request = asked.expect(202).text("requestId");
        String approval = version.replaceFirst("versions/.*", "requests/" + request + "/approval");
        screening().settle(call("POST", approval).token(officers.coordinatorToo())).expect(201);
    }

    private Answer decided(String token, String path, String body) {
        return intake().settle(
                        call("POST", path)
                                .token(token)
                                .key(UUID.randomUUID().toString())
                                .json(body));
    }

    /** The outcome of ordering people as one family. */
    Answer orderTogether(String facility, UUID... people) {
        ObjectNode body = Answer.MAPPER.createObjectNode();
        for (UUID person : people) {
            body.withArray("/orders")
                    .addObject()
                    .put("unit", "family")
                    .set("order", Orders.of(person, facility, Orders.SHELTER));
        }
        return placement()
                .settle(
                        call("POST", "placements/batch")
                                .token(officers.placement())
                                .key(UUID.randomUUID().toString())
                                .json(body))
                .expect(200);
    }

    Call admission(String placementId, String body) {
        return onPlacement(placementId, "admission", body);
    }

    Call onPlacement(String placementId, String what, String body) {
        return call("POST", "placements/" + placementId + "/" + what)
                .token(officers.registrar())
                .key(UUID.randomUUID().toString())
                .json(body);
    }

    JsonNode facilityNow(String id) {
        Answer answer =
                placement()
                        .settle(call("GET", "facilities").token(officers.coordinator()))
                        .expect(200);
        for (JsonNode facility : answer.json()) {
            if (facility.path("facilityId").asText().equals(id)) {
                return facility;
            }
        }
        throw new AssertionError("no facility " + id + " in " + answer);
    }

    Answer history(Service service, UUID person) {
        return system.api(service)
                .settle(call("GET", "persons/" + person + "/history").token(officers.auditor()))
                .expect(200);
    }

    /** How much has been recorded in this operation. */
    long eventsInTheLog() {
        if (tail == null) {
            tail = new OperationTail(system, operation);
        }
        return tail.count();
    }

    /**
     * Corrects what was known, on top of the newest version; an age that would make an adult of a
     * child is kept as a claim.
     */
    Answer corrected(UUID person, String body) {
        String version =
                intake().settle(call("GET", "persons/" + person).token(officers.intake()))
                        .expect(200)
                        .header("ETag");
        Answer answer =
                intake().settle(
                                call("PATCH", "persons/" + person)
                                        .token(officers.intake())
                                        .header("If-Match", version)
                                        .key(UUID.randomUUID().toString())
                                        .json(body));
        return answer.status() == 202 ? answer : answer.expect(200);
    }

    /** Two humans say that people may leave the lines, so that waiting there is no custody. */
    void unguarded() {
        if (unguarded) {
            return;
        }
        unguarded = true;
        ObjectNode profile =
                (ObjectNode)
                        intake().settle(call("GET", "legal-profile").token(officers.coordinator()))
                                .expect(200)
                                .json();
        ObjectNode body = Answer.MAPPER.createObjectNode().put("reason", "the crossing is open");
        body.set("legalProfile", profile.put("id", "open").put("linesGuarded", false));
        String change =
                intake().settle(
                                call("PUT", "legal-profile")
                                        .token(officers.coordinator())
                                        .json(body.toString()))
                        .expect(202)
                        .text("changeId");
        intake().settle(
                        call("POST", "legal-profile/changes/" + change + "/approval")
                                .token(officers.reviewer())
                                .json("{\"reason\":\"seen\"}"))
                .expect(201);
    }

    /** Two coordinators have the identity erased of somebody who may leave the line. */
    void erased(UUID person) {
        unguarded();
        String number =
                intake().settle(call("GET", "persons/" + person).token(officers.intake()))
                        .text("registrationNumber");
        String erasure =
                intake().settle(
                                call("POST", "persons/" + person + "/erasure")
                                        .token(officers.coordinator())
                                        .json("{\"reason\":\"file 2019/311\"}"))
                        .expect(201)
                        .text("erasureId");
        intake().settle(
                        call("POST", "erasures/" + erasure + "/signature")
                                .token(officers.officer("Karim Saleh", Role.COORDINATOR))
                                .json("{\"registrationNumber\":\"" + number + "\"}"))
                .expect(201);
    }
}
