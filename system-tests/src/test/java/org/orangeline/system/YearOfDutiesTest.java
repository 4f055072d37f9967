package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.events.EventType;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Service;

/**
 * A year of turned clock over hundreds of placements (a thousand with {@code
 * -Dorangeline.long=true}), with the service killed now and then: every duty that ran out is
 * reported, once, and nothing else is; so is who waits in a line, and who is not screened again.
 * What should be there is worked out here from the events and the Geneva limits, by other code than
 * the service's.
 */
class YearOfDutiesTest {

    private static final int PLACEMENTS =
            Integer.getInteger(
                    "orangeline.placements", Boolean.getBoolean("orangeline.long") ? 1_000 : 300);
    private static final int WAITING = 12;
    private static final int UNDETERMINED = 8;
    private static final int STEPS = 16;
    private static final Duration STEP = Duration.ofDays(23);
    private static final long SEED = 20190323;

    @TempDir Path folder;

    @Test
    void each_duty_that_ran_out_is_reported_once_and_none_is_missing() {
        Random random = new Random(SEED);
        try (RunningSystem system = RunningSystem.startTurnable(folder.resolve("var"), 2)) {
            Emergency emergency = Emergency.opened(system, "year");
            List<UUID> waiting = emergency.arrivedTogether(WAITING, People.man("SYR"));
            List<UUID> undetermined = foundUndetermined(emergency);
            List<String> placements = placed(emergency);
            UUID kept = wantsToGo(emergency);
            for (int step = 0; step < STEPS; step++) {
                turn(emergency, STEP.minusHours(random.nextInt(400)));
                for (Service service : List.of(Service.PLACEMENT, Service.SCREENING)) {
                    if (random.nextInt(4) == 0) {
                        system.process(service).kill();
                        var unused = system.process(service).start().awaitReady(Eventually.LIMIT);
                    }
                }
                awaitReported(emergency);
                act(emergency, placements, random);
            }
            turn(emergency, STEP);
            awaitReported(emergency);
            assertReported(
                    system,
                    emergency,
                    Stream.concat(waiting.stream(), undetermined.stream()).toList());
            L4_each_wait_beyond_the_limit_is_reported_once(emergency, waiting);
            S1_who_is_not_screened_again_in_time_is_reported_once(emergency, undetermined);
            P14_P19_who_wants_to_go_and_is_kept_is_reported_once(emergency, kept);
            system.verify();
        }
    }

    private static void L4_each_wait_beyond_the_limit_is_reported_once(
            Emergency emergency, List<UUID> waiting) {
        for (UUID person : waiting) {
            assertThat(events(emergency, person)).containsOnlyOnce("LineWaitOverdue");
        }
    }

    /** One of them was screened again at once, and is reported for the second time of it only. */
    private static void S1_who_is_not_screened_again_in_time_is_reported_once(
            Emergency emergency, List<UUID> undetermined) {
        for (UUID person : undetermined) {
            assertThat(events(emergency, person)).containsOnlyOnce("ScreeningAgainOverdue");
        }
        Answer overdue =
                emergency
                        .screening()
                        .settle(
                                emergency
                                        .call("GET", "screening-again?status=overdue")
                                        .token(emergency.officers().coordinator()))
                        .expect(200);
        assertThat(overdue.json().path("total").asInt()).isEqualTo(UNDETERMINED);
        assertThat(overdue.json().path("items").findValuesAsText("rule")).containsOnly("S1");
        assertThat(overdue.json().path("items").findValues("reportedAt")).hasSize(UNDETERMINED);
    }

    /** Sheltered, and kept although she took her consent back. */
    private static UUID wantsToGo(Emergency emergency) {
        emergency.facility("tents", "CAMP", 5);
        UUID person = emergency.arrived(People.woman("IRQ"));
        emergency.awaitPlaceable(person);
        String placement = emergency.ordered(person, "tents", Orders.SHELTER);
        emergency.placement().settle(emergency.admission(placement, "{}")).expect(201);
        emergency
                .placement()
                .settle(
                        emergency.onPlacement(
                                placement, "consent-withdrawal", "{\"note\":\"wants to go\"}"))
                .expect(201);
        return person;
    }

    private static void P14_P19_who_wants_to_go_and_is_kept_is_reported_once(
            Emergency emergency, UUID person) {
        assertThat(emergency.history(Service.PLACEMENT, person).json().findValuesAsText("event"))
                .containsOnlyOnce("QuestionOverdue")
                .containsOnlyOnce("DutyOverdue")
                .doesNotContain("RuleKeptAgain");
        JsonNode overdue =
                emergency
                        .placement()
                        .settle(
                                emergency
                                        .call("GET", "questions?status=overdue")
                                        .token(emergency.officers().coordinator()))
                        .expect(200)
                        .json();
        assertThat(overdue.at("/items/0/personId").asText()).isEqualTo(person.toString());
        assertThat(overdue.at("/items/0/questionsOverdue/0").asText()).isEqualTo("P5");
    }

    private static List<String> events(Emergency emergency, UUID person) {
        return emergency.history(Service.SCREENING, person).json().findValuesAsText("event");
    }

    private static List<UUID> foundUndetermined(Emergency emergency) {
        List<UUID> people = emergency.arrivedTogether(UNDETERMINED, People.man("IRQ"));
        people.forEach(person -> undetermined(emergency, person));
        undetermined(emergency, people.getFirst());
        return people;
    }

    private static void undetermined(Emergency emergency, UUID person) {
        JsonNode unused = emergency.awaitLine(person);
        emergency
                .screening()
                .settle(
                        emergency.recommendation(
                                emergency.officers().screener(),
                                person,
                                "UNDETERMINED",
                                "NO_INDICATION"))
                .expect(201);
        emergency
                .screening()
                .settle(emergency.conclusion(emergency.officers().approver(), person))
                .expect(201);
    }

    private static List<String> placed(Emergency emergency) {
        emergency.facility("camp", "CAMP", PLACEMENTS);
        List<UUID> people = new ArrayList<>();
        for (int from = 0; from < PLACEMENTS; from += 500) {
            people.addAll(
                    emergency.arrivedTogether(
                            Math.min(500, PLACEMENTS - from), People.woman("SYR")));
        }
        return Together.forEach(people, person -> intern(emergency, person));
    }

    private static String intern(Emergency emergency, UUID person) {
        JsonNode unused = emergency.concluded(person, "FAMILY_MEMBER", "SPECIFIC_THREAT");
        String placement = emergency.ordered(person, "camp", Orders.INTERNMENT);
        emergency.placement().settle(emergency.admission(placement, "{}")).expect(201);
        return placement;
    }

    /** Turns the clock, and waits until the service has followed: its future is refused. */
    private static void turn(Emergency emergency, Duration by) {
        emergency.system().stack().clock().turn(by);
        Instant then = emergency.system().stack().clock().now();
        Call past =
                emergency
                        .call("GET", "facilities?asOf=" + then)
                        .token(emergency.officers().coordinator());
        Eventually.holds(
                "the service's clock has followed",
                () ->
                        emergency
                                .placement()
                                .attempt(past)
                                .filter(answer -> answer.status() == 200)
                                .isPresent());
    }

    /** Until nothing that is overdue is left to report: only then somebody acts again. */
    private static void awaitReported(Emergency emergency) {
        Call all =
                emergency
                        .call("GET", "duties?status=overdue&format=csv")
                        .token(emergency.officers().coordinator());
        Eventually.holds(
                "everything overdue is reported",
                () ->
                        emergency
                                .placement()
                                .attempt(all)
                                .filter(answer -> answer.status() == 200)
                                .filter(answer -> !answer.body().contains(",overdue,false,"))
                                .isPresent());
    }

    /** Some of what is asked for is done, for some of the people. */
    private static void act(Emergency emergency, List<String> placements, Random random) {
        List<Call> calls = new ArrayList<>();
        for (String placement : placements) {
            switch (random.nextInt(12)) {
                case 0 ->
                        calls.add(
                                call(
                                        emergency,
                                        placement,
                                        "reasons",
                                        "{\"language\":\"ar\",\"sharedLanguage\":true}"));
                case 1 -> calls.add(call(emergency, placement, "card", "{\"cardNumber\":\"C\"}"));
                case 2 ->
                        calls.add(
                                call(
                                        emergency,
                                        placement,
                                        "bureau-notice",
                                        "{\"noticeNumber\":\"N\"}"));
                case 3, 4 ->
                        calls.add(
                                emergency
                                        .call("POST", "placements/" + placement + "/review")
                                        .token(emergency.officers().reviewer())
                                        .key(UUID.randomUUID().toString())
                                        .json(
                                                "{\"outcome\":\"CONTINUE\",\"members\":[\"r\"],"
                                                        + "\"reason\":\"stands\"}"));
                case 5 -> {
                    if (random.nextInt(6) == 0) {
                        calls.add(
                                call(
                                        emergency,
                                        placement,
                                        "release",
                                        "{\"kind\":\"OWN_WAY\",\"reason\":\"no ground\"}"));
                    }
                }
                default -> {}
            }
        }
        List<Answer> answers = Together.forEach(calls, call -> emergency.placement().settle(call));
        assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
    }

    private static Call call(Emergency emergency, String placement, String what, String body) {
        return emergency.onPlacement(placement, what, body);
    }

    /** What is asked for from the beginning of custody in the line. */
    private static Map<String, Open> ofCustody(String startedBy, Instant since) {
        return Map.of(
                "REVIEW", new Open(startedBy, since.plus(Duration.ofHours(72))),
                "REASONS", new Open(startedBy, since.plus(Duration.ofHours(24))),
                "BUREAU_NOTICE", new Open(startedBy, since.plus(Duration.ofDays(14))));
    }

    /** Those who waited under guard all the year, and for whom nothing was done. */
    private static Map<String, Map<String, Open>> ofWaiting(
            RunningSystem system, List<UUID> waiting) {
        Map<String, Map<String, Open>> open = new HashMap<>();
        for (ConsumerRecord<String, byte[]> arrival : system.log().records("PersonArrived")) {
            if (waiting.contains(UUID.fromString(arrival.key()))) {
                open.put(
                        arrival.key(),
                        new HashMap<>(
                                ofCustody(
                                        LogReading.header(arrival, "ce_id"),
                                        Instant.parse(LogReading.header(arrival, "ce_time")))));
            }
        }
        assertThat(open).hasSameSizeAs(waiting);
        return open;
    }

    private static void assertReported(
            RunningSystem system, Emergency emergency, List<UUID> waiting) {
        String[] topics =
                EventTypes.of(Service.PLACEMENT).stream()
                        .map(EventType::topic)
                        .toArray(String[]::new);
        List<ConsumerRecord<String, byte[]>> log =
                system.log().records(topics).stream()
                        .filter(one ->
                                LogReading.header(one, "ce_operation")
                                        .equals(emergency.operation()))
                        .sorted(
                                Comparator.comparing(one ->
                                        Long.parseLong(LogReading.header(one, "ce_sequence"))))
                        .toList();
        Map<String, Instant> expected = new TreeMap<>();
        Map<String, Instant> reported = new TreeMap<>();
        Map<String, Map<String, Open>> open = new HashMap<>();
        for (ConsumerRecord<String, byte[]> one : log) {
            Instant at = Instant.parse(LogReading.header(one, "ce_time"));
            String id = LogReading.header(one, "ce_id");
            JsonNode event = json(one.value());
            Map<String, Open> duties = open.computeIfAbsent(one.key(), unused -> new HashMap<>());
            switch (one.topic()) {
                case "PlacementOrdered" -> {
                    // Shelter is not reviewed; who is held was held in the line.
                    if (event.hasNonNull("reviewDue")) {
                        duties.putAll(
                                ofCustody(
                                        event.path("custodyStartedBy").asText(),
                                        Instant.parse(event.path("custodySince").asText())));
                    }
                }
                case "PlacedInDetention" ->
                        duties.put("CARD", new Open(id, at.plus(Duration.ofDays(7))));
                case "ConsentWithdrawn" ->
                        duties.put("RELEASE", new Open(id, at.plus(Duration.ofHours(24))));
                case "ReasonsTold" -> close("REASONS", duties, at, expected);
                case "CardIssued" -> close("CARD", duties, at, expected);
                case "BureauNotified" -> close("BUREAU_NOTICE", duties, at, expected);
                case "ReviewHeld" -> {
                    close("REVIEW", duties, at, expected);
                    duties.put(
                            "REVIEW",
                            new Open(
                                    id,
                                    at.atOffset(ZoneOffset.UTC)
                                            .plus(Period.ofMonths(6))
                                            .toInstant()));
                }
                case "ReleasedFromDetention" -> {
                    close("REASONS", duties, at, expected);
                    close("CARD", duties, at, expected);
                    close("REVIEW", duties, at, expected);
                    duties.putIfAbsent("BUREAU_NOTICE", new Open(id, at.plus(Duration.ofDays(14))));
                }
                case "DutyOverdue", "LineDutyOverdue" -> {
                    String duty =
                            event.path("kind").asText() + " " + event.path("startedBy").asText();
                    assertThat(reported.put(duty, at)).as("twice: " + duty).isNull();
                    assertThat(at).isAfter(Instant.parse(event.path("due").asText()));
                }
                default -> {}
            }
        }
        Instant end = system.stack().clock().now();
        open.putAll(ofWaiting(system, waiting));
        open.values()
                .forEach(duties ->
                        List.copyOf(duties.keySet())
                                .forEach(kind -> close(kind, duties, end, expected)));
        assertThat(expected.keySet()).as("not reported").allMatch(reported::containsKey);
        assertThat(reported.keySet()).as("reported").allMatch(expected::containsKey);
        assertThat(reported).hasSizeGreaterThan(PLACEMENTS);
    }

    /** What ended after its time should have been reported. */
    private static void close(
            String kind, Map<String, Open> duties, Instant at, Map<String, Instant> expected) {
        Open duty = duties.remove(kind);
        if (duty != null && at.isAfter(duty.due())) {
            expected.put(kind + " " + duty.startedBy(), duty.due());
        }
    }

    private static JsonNode json(byte[] value) {
        try {
            return Answer.MAPPER.readTree(value);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private record Open(String startedBy, Instant due) {}
}
