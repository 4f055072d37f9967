package org.orangeline.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One man is registered at two desks, in Arabic and in Cyrillic. The software finds the two likely
 * to be one; that they are is said by two humans.
 */
final class DuplicateChapter {
    private final Scene scene;

    DuplicateChapter(Scene scene) {
        this.scene = scene;
    }

    Told run() {
        String first = arrive("محمد عبد الرحمن الحسن", "Arab", "إسماعيل");
        String second = arrive("Мухаммад Абдуррахман аль-Хасан", "Cyrl", "Исмаил");
        boolean found = Await.until(() -> pair(first, second).isPresent());
        scene.faults().require(found, "one man in two scripts was not found");
        pair(first, second).ifPresent(this::show);
        ObjectNode merge =
                Scene.json().put("otherId", second).put("reason", "seen together, one man");
        scene.accepted(
                scene.intake()
                        .post(
                                scene.staff().intake().getFirst(),
                                "persons/" + first + "/merge",
                                merge),
                "a request to merge");
        Answer merged =
                scene.intake()
                        .post(
                                scene.staff().intake().getLast(),
                                "persons/" + first + "/merge",
                                merge);
        if (scene.accepted(merged, "a merge")) {
            for (Api service : List.of(scene.intake(), scene.screening(), scene.placement())) {
                scene.faults()
                        .require(
                                Await.until(() -> leadsTo(service, second).equals(first)),
                                "a service does not follow a merge");
            }
            scene.terminal()
                    .line("  merged by two officers: all three services lead to one record");
        }
        return new Told("registered twice, merged by two humans", merged.accepted() ? 1 : 0);
    }

    private String arrive(String name, String script, String father) {
        String id = scene.newId();
        ObjectNode form = Scene.json().put("receptionPoint", "road-post").put("sex", "MALE");
        form.put("arrivedAt", scene.clock().now().toString());
        form.putObject("age").put("min", 38).put("max", 44).put("method", "APPEARANCE");
        form.putArray("nationalities").addObject().put("country", "SYR");
        ObjectNode identity = form.putObject("identity").put("fatherName", father);
        identity.putArray("names").addObject().put("value", name).put("script", script);
        scene.accepted(
                scene.intake().put(scene.staff().intake().getFirst(), "arrivals/" + id, form),
                "arrival of a man in " + script);
        return id;
    }

    private Optional<JsonNode> pair(String one, String other) {
        return Pages.all(scene.intake(), scene.staff().intake().getFirst(), "duplicates").stream()
                .filter(pair -> {
                    String person = pair.path("personId").asText();
                    String earlier = pair.path("otherId").asText();
                    return person.equals(one) && earlier.equals(other)
                            || person.equals(other) && earlier.equals(one);
                })
                .findFirst();
    }

    private void show(JsonNode pair) {
        List<String> because = new ArrayList<>();
        pair.path("because")
                .forEach(code ->
                        because.add(code.asText().toLowerCase(Locale.ROOT).replace('_', ' ')));
        scene.terminal()
                .line(
                        "  %s, in Cyrillic, may be %s, in Arabic: %d of 100 (%s)"
                                .formatted(
                                        pair.path("registrationNumber").asText(),
                                        pair.path("otherRegistrationNumber").asText(),
                                        pair.path("score").asInt(),
                                        String.join(", ", because)));
    }

    private String leadsTo(Api service, String personId) {
        return service.get(scene.staff().coordinator(), "persons/" + personId)
                .body()
                .path("mergedInto")
                .asText();
    }
}
