package org.orangeline.launcher.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** A convoy leaves with more people than arrive: both sides sign, and who is missing is named. */
final class ConvoyChapter {
    private static final int SEATS = 12;
    private static final String ESCORT = "escort-4";

    private final Scene scene;
    private final Headcount headcount;

    ConvoyChapter(Scene scene, Headcount headcount) {
        this.scene = scene;
        this.headcount = headcount;
    }

    /** A bus full of people who are ordered to one place: to the one that most are ordered to. */
    static List<Order> passengers(List<Order> orders) {
        return orders.stream().collect(groupingBy(Order::facilityId)).values().stream()
                .max(
                        Comparator.<List<Order>>comparingInt(List::size)
                                .thenComparing(there -> there.getFirst().facilityId()))
                .map(ConvoyChapter::seated)
                .orElse(List.of());
    }

    // Families travel together or wait for the next one (P6).
    private static List<Order> seated(List<Order> there) {
        List<Order> seated = new ArrayList<>();
        there.stream()
                .collect(groupingBy(Order::withWhom, LinkedHashMap::new, toList()))
                .values()
                .stream()
                .filter(family -> seated.size() + family.size() <= SEATS)
                .forEach(seated::addAll);
        return List.copyOf(seated);
    }

    List<Told> run(List<Order> passengers) {
        String facility = passengers.getFirst().facilityId();
        Order missing = passengers.getLast();
        String path = "convoys/" + scene.newId();
        String officer = scene.staff().placement().getFirst();
        ObjectNode plan = persons(Scene.json().put("facilityId", facility), passengers);
        scene.accepted(scene.placement().put(officer, path, plan), "planning a convoy");
        ObjectNode departure =
                persons(
                        Scene.json()
                                .put("escort", ESCORT)
                                .put("departedAt", scene.clock().now().toString()),
                        passengers);
        scene.accepted(
                scene.placement().post(officer, path + "/departure", departure), "a departure");
        ObjectNode arrival = Scene.json().put("escort", ESCORT);
        arrival.putArray("missing").add(missing.proposal().personId());
        scene.accepted(
                scene.placement().post(scene.staff().registrar(), path + "/arrival", arrival),
                "the arrival of a convoy");
        // Who did not arrive is inquired into at once (P17).
        scene.accepted(
                scene.placement()
                        .post(
                                scene.staff().registrar(),
                                "placements/" + missing.placementId() + "/inquiry",
                                Scene.json().put("inquiryNumber", "I-2019-1")),
                "an inquiry into who is missing");
        passengers.stream()
                .filter(order -> order != missing)
                .forEach(order -> headcount.admitted(order.facilityId()));
        headcount.onTheWay(facility);
        check(path, missing, passengers.size());
        scene.terminal()
                .line(
                        "  a convoy left for %s with %d people and came with %d; both sides signed"
                                .formatted(facility, passengers.size(), passengers.size() - 1));
        return List.of(
                new Told("people in a convoy", passengers.size()),
                new Told("people missing from it, named", 1));
    }

    private static ObjectNode persons(ObjectNode body, List<Order> passengers) {
        var ids = body.putArray("personIds");
        passengers.forEach(order -> ids.add(order.proposal().personId()));
        return body;
    }

    private void check(String path, Order missing, int aboard) {
        String reader = scene.staff().coordinator();
        JsonNode convoy = scene.placement().get(reader, path).body();
        scene.faults()
                .require(
                        convoy.path("status").asText().equals("ARRIVED")
                                && convoy.path("persons").size() == aboard
                                && convoy.path("missing").size() == 1,
                        "the convoy is shown as " + convoy.path("status").asText());
        JsonNode person =
                scene.placement().get(reader, "persons/" + missing.proposal().personId()).body();
        scene.faults()
                .require(
                        path.endsWith("/" + person.at("/placement/missingFrom").asText()),
                        "who is missing is not shown as missing");
    }
}
