package org.orangeline.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tablets register everybody: most in batches, as a tablet does that was offline, some one by one.
 * A family is never split over two batches.
 */
final class Registration {
    private static final int BATCH_PEOPLE = 200;
    private static final int ONE_BY_ONE_EVERY = 10;
    private static final int LINE_TRIES = 20;

    private final Scene scene;
    private final int people;
    private final AtomicInteger done = new AtomicInteger();

    /** Registration number to person, to see that no number is given twice. */
    private final Map<String, String> numbers = new ConcurrentHashMap<>();

    Registration(Scene scene) {
        this.scene = scene;
        this.people = scene.people().size();
    }

    void run() {
        List<List<Refugee>> batches = batches();
        List<Integer> indexes =
                java.util.stream.IntStream.range(0, batches.size()).boxed().toList();
        Crowd.forEach(
                indexes,
                Scene.WORKERS,
                index -> {
                    String tablet =
                            scene.staff().intake().get(index % scene.staff().intake().size());
                    if (index % ONE_BY_ONE_EVERY == 0) {
                        batches.get(index).forEach(person -> registerOne(tablet, person));
                    } else {
                        registerBatch(tablet, batches.get(index));
                    }
                });
        scene.faults()
                .require(
                        numbers.size() == people,
                        "registered " + numbers.size() + " of " + people + " people");
        repeat(scene.people().getFirst());
    }

    private List<List<Refugee>> batches() {
        List<List<Refugee>> batches = new ArrayList<>();
        List<Refugee> batch = new ArrayList<>();
        for (Household household : scene.exodus()) {
            if (batch.size() + household.members().size() > BATCH_PEOPLE) {
                batches.add(batch);
                batch = new ArrayList<>();
            }
            batch.addAll(household.members());
        }
        batches.add(batch);
        return batches;
    }

    private void registerOne(String tablet, Refugee person) {
        Answer answer = put(tablet, person.id(), form(person));
        if (scene.accepted(answer, "arrival of a person")) {
            registered(answer.body());
        }
    }

    private void registerBatch(String tablet, List<Refugee> people) {
        List<ObjectNode> open = people.stream().map(Refugee::arrival).toList();
        for (int attempt = 0; !open.isEmpty() && attempt < LINE_TRIES; attempt++) {
            Answer answer = scene.intake().postLines(tablet, "arrivals", open);
            if (!scene.accepted(answer, "a batch of arrivals")) {
                return;
            }
            List<ObjectNode> again = new ArrayList<>();
            for (int line = 0; line < open.size(); line++) {
                if (!settled(answer.body().path(line))) {
                    again.add(open.get(line));
                }
            }
            open = again;
            if (!open.isEmpty()) {
                Pause.millis(500);
            }
        }
        scene.faults().require(open.isEmpty(), open.size() + " people of a batch never settled");
    }

    /** Whether the outcome of a line is final; one that met a takeover is sent again. */
    private boolean settled(JsonNode outcome) {
        if (outcome.path("status").asText().equals("durable")) {
            registered(outcome);
            return true;
        }
        if (outcome.path("problem").path("status").asInt() == 503) {
            return false;
        }
        scene.faults().add("a line of a batch was rejected: " + outcome.path("problem"));
        return true;
    }

    private void registered(JsonNode receipt) {
        String person = receipt.path("personId").asText();
        String number = receipt.path("registrationNumber").asText();
        String other = numbers.putIfAbsent(number, person);
        scene.faults()
                .require(
                        !number.isEmpty() && (other == null || other.equals(person)),
                        "registration number '" + number + "' was given twice or is empty");
        scene.terminal().bar("registering", done.incrementAndGet(), people);
    }

    private void repeat(Refugee person) {
        String tablet = scene.staff().intake().getFirst();
        Answer same = put(tablet, person.id(), form(person));
        scene.faults()
                .require(
                        same.is(200)
                                && person.id()
                                        .equals(
                                                numbers.get(
                                                        same.body()
                                                                .path("registrationNumber")
                                                                .asText())),
                        "a repeated arrival got no second receipt: " + same.brief());
        ObjectNode changed = form(person);
        changed.put("receptionPoint", "elsewhere");
        Answer other = put(tablet, person.id(), changed);
        scene.faults()
                .require(
                        other.is(409),
                        "an id with other content was not a conflict: " + other.brief());
        scene.terminal().line("  sent twice, one receipt; the same id with other content: 409");
    }

    private Answer put(String tablet, String personId, ObjectNode form) {
        return scene.intake().put(tablet, "arrivals/" + personId, form);
    }

    private static ObjectNode form(Refugee person) {
        return person.arrival().deepCopy();
    }
}
