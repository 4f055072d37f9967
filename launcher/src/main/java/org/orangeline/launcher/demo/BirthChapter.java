package org.orangeline.launcher.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A child is born to a woman in a camp: it gets a number, and its mother is known. */
final class BirthChapter {
    private final Scene scene;
    private final Headcount headcount;

    BirthChapter(Scene scene, Headcount headcount) {
        this.scene = scene;
        this.headcount = headcount;
    }

    Told run(List<Order> inside) {
        Optional<Order> mother = mother(inside);
        boolean born = mother.isPresent() && isBorn(mother.get());
        return new Told("children born in custody, registered", born ? 1 : 0);
    }

    /** Somebody expects a child, if possible, and is interned, if possible. */
    private Optional<Order> mother(List<Order> inside) {
        Set<String> women = ids(false);
        Set<String> pregnant = ids(true);
        return inside.stream()
                .filter(order -> women.contains(order.proposal().personId()))
                .max(
                        Comparator.<Order, Boolean>comparing(
                                        order -> order.proposal().basis().equals("INTERNMENT"))
                                .thenComparing(
                                        order -> pregnant.contains(order.proposal().personId())));
    }

    private Set<String> ids(boolean pregnant) {
        return scene.people().stream()
                .filter(person -> person.female() && person.adult())
                .filter(person -> !pregnant || person.needs().contains("PREGNANT"))
                .map(Refugee::id)
                .collect(Collectors.toSet());
    }

    private boolean isBorn(Order mother) {
        String child = scene.newId();
        ObjectNode birth =
                Scene.json().put("bornAt", scene.clock().now().toString()).put("sex", "FEMALE");
        Answer answer =
                scene.placement()
                        .put(
                                scene.staff().registrar(),
                                "placements/" + mother.placementId() + "/births/" + child,
                                birth);
        if (!scene.accepted(answer, "a birth")) {
            return false;
        }
        headcount.born(mother.facilityId());
        boolean numbered = Await.until(() -> !number(child).isEmpty());
        scene.faults().require(numbered, "a child born in custody got no number");
        scene.faults()
                .require(
                        scene.intake()
                                .get(scene.staff().coordinator(), "persons/" + child + "/family")
                                .body()
                                .path("persons")
                                .findValuesAsText("personId")
                                .contains(mother.proposal().personId()),
                        "a child born in custody has no mother");
        scene.terminal()
                .line(
                        "  a girl was born in %s: she is %s, beside her mother"
                                .formatted(mother.facilityId(), number(child)));
        return numbered;
    }

    private String number(String personId) {
        return scene.intake()
                .get(scene.staff().coordinator(), "persons/" + personId)
                .body()
                .path("registrationNumber")
                .asText();
    }
}
