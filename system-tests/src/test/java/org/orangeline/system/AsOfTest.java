package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/**
 * A random history over HTTP against the three services. What each answered at moments in which
 * nothing moved is kept; what it answers afterwards about those instants is the very same. {@code
 * -Dorangeline.seed=} plays a certain one again.
 */
@OnTheSharedSystem
class AsOfTest {

    private static final long SEED = Long.getLong("orangeline.seed", new Random().nextInt(1 << 20));
    private static final int STEPS = 40;
    private static final int MOMENTS = 4;
    private static final int LOOKED_AT = 3;

    private final Emergency emergency;
    private final Officers officers;
    private final Random random = new Random(SEED);
    private final List<UUID> people = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();

    AsOfTest(RunningSystem system) {
        this.emergency = Emergency.opened(system, "as-of");
        this.officers = emergency.officers();
    }

    @Test
    void what_was_answered_then_is_answered_about_then() {
        System.out.println("as of, seed " + SEED);
        emergency.facility("camp", "CAMP", 30);
        for (int step = 0; step < STEPS; step++) {
            act();
            if (step % (STEPS / MOMENTS) == STEPS / MOMENTS - 1) {
                keep();
            }
        }
        assertThat(kept).hasSizeGreaterThan(MOMENTS);
        for (Kept one : kept) {
            String asked = one.path + (one.path.contains("?") ? "&" : "?") + "asOf=" + one.at;
            assertThat(read(one.service, asked).body())
                    .as("seed %d: %s of %s", SEED, asked, one.service)
                    .isEqualTo(one.body);
        }
    }

    /** Any outcome is fine: refusals write nothing, and belong to a history as well. */
    private void act() {
        if (people.isEmpty() || random.nextInt(3) == 0) {
            people.add(arrive());
            return;
        }
        UUID person = people.get(random.nextInt(people.size()));
        switch (random.nextInt(9)) {
            case 0 -> correct(person);
            case 1 ->
                    post(
                            Service.SCREENING,
                            officers.line(),
                            "persons/" + person + "/group",
                            "{\"group\":\"UNDETERMINED\",\"reason\":\"unsure\"}");
            case 2, 3 -> {
                Answer recommended =
                        emergency
                                .screening()
                                .settle(
                                        emergency.recommendation(
                                                officers.screener(),
                                                person,
                                                random.nextBoolean() ? "CIVILIAN" : "FAMILY_MEMBER",
                                                "SPECIFIC_THREAT"));
                if (recommended.status() == 201) {
                    var unused =
                            emergency
                                    .screening()
                                    .settle(emergency.conclusion(officers.approver(), person));
                }
            }
            case 4, 5 -> order(person);
            case 6 ->
                    send(
                            "PUT",
                            Service.INTAKE,
                            officers.intake(),
                            "persons/" + person + "/family/" + other(),
                            "{\"relation\":\"SIBLING\",\"reason\":\"both say so\"}");
            case 7 ->
                    post(
                            Service.SCREENING,
                            officers.line(),
                            "lines/SYRIAN_MEN/head-counts",
                            "{\"counted\":" + random.nextInt(9) + "}");
            default ->
                    post(
                            Service.SCREENING,
                            officers.approver(),
                            "persons/" + person + "/reopening",
                            "{\"reason\":\"a witness\"}");
        }
    }

    private UUID arrive() {
        ObjectNode form =
                switch (random.nextInt(4)) {
                    case 0 -> People.man("SYR");
                    case 1 -> People.woman("IRQ");
                    case 2 -> People.child("SYR");
                    default ->
                            People.inFamily(
                                    People.woman("SYR"), "f-" + random.nextInt(3), "PARENT");
                };
        UUID person = emergency.arrived(form);
        var unused = emergency.awaitLine(person);
        emergency.awaitPlaceable(person);
        return person;
    }

    private void correct(UUID person) {
        int age = 20 + random.nextInt(20);
        Answer unused =
                emergency.corrected(
                        person,
                        "{\"age\":{\"min\":%d,\"max\":%d},\"reason\":\"a paper\"}"
                                .formatted(age, age + 2));
    }

    private void order(UUID person) {
        Answer ordered =
                emergency.placement().settle(emergency.order(person, "camp", Orders.SHELTER));
        if (ordered.status() == 201 && random.nextBoolean()) {
            var unused =
                    emergency
                            .placement()
                            .settle(emergency.admission(ordered.text("placementId"), "{}"));
        }
    }

    private UUID other() {
        return people.get(random.nextInt(people.size()));
    }

    private void post(Service service, String token, String path, String body) {
        send("POST", service, token, path, body);
    }

    private void send(String method, Service service, String token, String path, String body) {
        var unused =
                emergency
                        .system()
                        .api(service)
                        .settle(
                                emergency
                                        .call(method, path)
                                        .token(token)
                                        .key(UUID.randomUUID().toString())
                                        .json(body));
    }

    /** Keeps what the services answer once nothing moves any more, with an instant of that time. */
    private void keep() {
        List<Kept> now = Eventually.some("a moment of rest", this::moment);
        kept.addAll(now);
    }

    private Optional<List<Kept>> moment() {
        String before = rest();
        List<UUID> some = new ArrayList<>(people);
        Collections.shuffle(some, random);
        Eventually.pause(300);
        Instant at = Instant.now();
        List<Kept> shown =
                Stream.concat(
                                some.stream()
                                        .limit(LOOKED_AT)
                                        .flatMap(person ->
                                                Arrays.stream(Service.values())
                                                        .flatMap(service ->
                                                                Stream.of(
                                                                        answered(
                                                                                service,
                                                                                "persons/" + person,
                                                                                at),
                                                                        answered(
                                                                                service,
                                                                                "persons/"
                                                                                        + person
                                                                                        + "/history",
                                                                                at)))),
                                Stream.of(
                                        answered(Service.INTAKE, "children-alone", at),
                                        answered(Service.SCREENING, "screening-again", at),
                                        answered(Service.SCREENING, "lines/suggestions", at),
                                        answered(Service.PLACEMENT, "placements", at),
                                        answered(Service.PLACEMENT, "facilities", at),
                                        answered(Service.PLACEMENT, "proposals", at),
                                        answered(Service.PLACEMENT, "questions", at)))
                        .filter(one -> one.status == 200)
                        .toList();
        Eventually.pause(300);
        return rest().equals(before) ? Optional.of(shown) : Optional.empty();
    }

    /** How much is recorded, and how far each service has followed the others. */
    private String rest() {
        List<String> positions = new ArrayList<>();
        positions.add(Long.toString(emergency.eventsInTheLog()));
        positions.add(read(Service.INTAKE, "plan").header("View-Position"));
        positions.add(read(Service.SCREENING, "lines").header("View-Position"));
        positions.add(read(Service.PLACEMENT, "facilities").header("View-Position"));
        return positions.toString();
    }

    private Kept answered(Service service, String path, Instant at) {
        Answer answer =
                emergency
                        .system()
                        .api(service)
                        .settle(emergency.call("GET", path).token(officers.auditor()));
        return new Kept(service, path, at, answer.status(), answer.body());
    }

    private Answer read(Service service, String path) {
        return emergency
                .system()
                .api(service)
                .settle(emergency.call("GET", path).token(officers.auditor()))
                .expect(200);
    }

    private record Kept(Service service, String path, Instant at, int status, String body) {}
}
