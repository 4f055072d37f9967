package org.orangeline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orangeline.agreement.Agreement;
import org.orangeline.agreement.AgreementRules;
import org.orangeline.agreement.Contract;
import org.orangeline.agreement.Contracts;
import org.orangeline.agreement.Kind;
import org.orangeline.events.EventCodec;
import org.orangeline.events.EventType;
import org.orangeline.events.EventTypes;
import org.orangeline.events.TextClasses;
import org.orangeline.gateway.telling.FeedEvent;

/** Over all event types with all their fields, and agreements made at random. */
class UndeclaredTest {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int ROUNDS = 200;

    @Test
    void every_event_type_can_be_told_and_no_undeclared_field_ever_appears() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Set<String> toldOnce = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            Agreement agreement = random(random, "agency", 0.3 + random.nextDouble() * 0.7);
            for (FeedEvent told : day(agreement).told(0)) {
                toldOnce.add(told.event());
                Set<String> declared = declared(agreement, told.event());
                assertThat(declared)
                        .as("seed %d: %s", seed, told.event())
                        .containsAll(leaves(told.data()).keySet());
            }
        }
        assertThat(toldOnce).as("seed %d", seed).containsAll(told().map(EventType::name).toList());
    }

    /** Those that an agreement may name. */
    private static Stream<EventType> told() {
        return EventTypes.all().stream().filter(type -> !TextClasses.isHidden(type.name()));
    }

    @Test
    void feeds_of_one_day_cannot_be_joined_on_any_field_but_those_that_both_agreements_name() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Agreement one = random(random, "one", random.nextDouble());
            Agreement two = random(random, "two", random.nextDouble());
            var log = new Given.Log(one, two);
            tellDay(log);
            Map<Object, Set<String>> byOne = values(log.told(0));
            Map<Object, Set<String>> byTwo = values(log.told(1));
            byOne.forEach((value, places) -> {
                Set<String> same = byTwo.get(value);
                if (same == null) {
                    return;
                }
                assertThat(UUID.matcher(String.valueOf(value)).matches())
                        .as("seed %d: %s and %s share an id", seed, places, same)
                        .isFalse();
                assertThat(places).as("seed %d", seed).allMatch(place -> names(one, place));
                assertThat(same).as("seed %d", seed).allMatch(place -> names(two, place));
            });
            assertThat(ids(log.told(0)))
                    .as("seed %d", seed)
                    .doesNotContainAnyElementsOf(ids(log.told(1)));
        }
    }

    @Test
    void no_id_of_the_log_and_nothing_that_is_sealed_leaves_even_when_everything_is_named() {
        Agreement everything = random(new Random(1), "agency", 1.1);
        Set<String> real = new HashSet<>();
        for (EventType type : EventTypes.all()) {
            payloads(type)
                    .forEach(payload ->
                            leaves(payload)
                                    .values()
                                    .forEach(values ->
                                            values.stream()
                                                    .map(String::valueOf)
                                                    .filter(text -> UUID.matcher(text).matches())
                                                    .forEach(real::add)));
        }
        assertThat(real).isNotEmpty();

        String told = day(everything).told(0).toString();

        assertThat(real).noneMatch(told::contains);
        assertThat(told).doesNotContain("ciphertext").doesNotContain("A256GCM");
    }

    @Test
    void every_sealed_value_and_every_code_of_who_works_there_is_refused_at_load() {
        var rules = new AgreementRules(Given.CONTRACTS);
        int refused = 0;
        for (EventType type : EventTypes.all()) {
            Contract contract = Given.CONTRACTS.of(type.name()).orElseThrow();
            for (Map.Entry<String, Kind> leaf : contract.leaves().entrySet()) {
                if (leaf.getValue() == Kind.NEVER) {
                    refused++;
                    assertThat(
                                    org.assertj.core.api.Assertions.catchThrowable(() ->
                                            rules.check(
                                                    Given.agreement(
                                                            "agency",
                                                            Given.everybody(),
                                                            Map.of(
                                                                    type.name(),
                                                                    List.of(leaf.getKey()))))))
                            .hasMessageContaining("never told");
                }
            }
        }
        assertThat(refused).isGreaterThan(50);
    }

    private static Given.Log day(Agreement agreement) {
        var log = new Given.Log(agreement);
        tellDay(log);
        return log;
    }

    // Arrivals first, so that the persons are known.
    private static void tellDay(Given.Log log) {
        List<EventType> types = new ArrayList<>(EventTypes.all());
        types.sort(java.util.Comparator.comparing(type -> !type.name().equals("PersonArrived")));
        for (EventType type : types) {
            for (byte[] payload : Given.golden(type)) {
                log.append(Given.decode(type, payload), payload);
            }
        }
    }

    /** Takes each field that an agreement may name with that probability. */
    private static Agreement random(Random random, String agency, double probability) {
        Map<String, List<String>> events = new TreeMap<>();
        for (EventType type : told().toList()) {
            Contract contract = Given.CONTRACTS.of(type.name()).orElseThrow();
            List<String> fields = new ArrayList<>();
            contract.leaves()
                    .forEach((pointer, kind) -> {
                        if (kind != Kind.NEVER && random.nextDouble() < probability) {
                            fields.add(pointer);
                        }
                    });
            events.put(type.name(), fields);
        }
        Agreement agreement = Given.agreement(agency, Given.everybody(), events);
        new AgreementRules(Given.CONTRACTS).check(agreement);
        return agreement;
    }

    private static Set<String> declared(Agreement agreement, String event) {
        if (Contracts.NOTICES.contains(event) && !event.equals(Contracts.ENTERED)) {
            return Given.CONTRACTS.of(event).orElseThrow().leaves().keySet();
        }
        Contract contract = Given.CONTRACTS.of(event).orElseThrow();
        return agreement.events().getOrDefault(event, List.of()).stream()
                .flatMap(pointer -> contract.under(pointer).stream())
                .flatMap(UndeclaredTest::withPrecision)
                .collect(Collectors.toSet());
    }

    // An agency that receives a birth date receives its precision.
    private static Stream<String> withPrecision(String pointer) {
        return pointer.endsWith("/birthDate")
                ? Stream.of(pointer, pointer.replace("/birthDate", "/precision"))
                : Stream.of(pointer);
    }

    private static boolean names(Agreement agreement, String place) {
        String[] parts = place.split(" ");
        return declared(agreement, parts[0]).contains(parts[1]);
    }

    private static Set<Object> ids(List<FeedEvent> told) {
        Set<Object> ids = new HashSet<>();
        for (FeedEvent event : told) {
            ids.add(event.id().toString());
            ids.add(event.subject());
        }
        return ids;
    }

    /** Where each value stands, as event and pointer. */
    private static Map<Object, Set<String>> values(List<FeedEvent> told) {
        Map<Object, Set<String>> places = new HashMap<>();
        for (FeedEvent event : told) {
            leaves(event.data())
                    .forEach((pointer, values) ->
                            values.forEach(value ->
                                    places.computeIfAbsent(value, unused -> new HashSet<>())
                                            .add(event.event() + " " + pointer)));
        }
        return places;
    }

    private static List<Map<?, ?>> payloads(EventType type) {
        List<Map<?, ?>> payloads = new ArrayList<>();
        for (byte[] payload : Given.golden(type)) {
            payloads.add(EventCodec.read(payload, Map.class));
        }
        return payloads;
    }

    /** The values by pointer; a pointer steps through lists. */
    private static Map<String, List<Object>> leaves(Map<?, ?> data) {
        Map<String, List<Object>> leaves = new TreeMap<>();
        collect(data, "", leaves);
        return leaves;
    }

    private static void collect(Object value, String pointer, Map<String, List<Object>> leaves) {
        switch (value) {
            case Map<?, ?> map ->
                    map.forEach((name, field) -> collect(field, pointer + "/" + name, leaves));
            case List<?> list -> list.forEach(item -> collect(item, pointer, leaves));
            default -> leaves.computeIfAbsent(pointer, unused -> new ArrayList<>()).add(value);
        }
    }
}
