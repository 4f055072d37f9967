package org.orangeline.kit.batch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** The persons whom a call is about, in its path and its body; for an arrival, nobody yet. */
final class NamedPersons {

    /** Path segments that a person's id follows. */
    private static final Set<String> BEFORE = Set.of("persons", "family", "kept-apart", "births");

    private static final Set<String> FIELDS =
            Set.of("personId", "otherId", "relativeId", "childId", "carerId", "accompanies", "to");

    private static final Set<String> LISTS = Set.of("personIds", "missing");

    private NamedPersons() {}

    /** Whether it registers who is named, who then is not waited for: that would be for oneself. */
    static boolean registers(Item item) {
        return item.path().split("/", 2)[0].equals("arrivals");
    }

    /** Whom a call has to wait for; in order, each once. */
    static List<UUID> of(Item item) {
        return registers(item) ? List.of() : concernedBy(item);
    }

    /** Also who is registered by it: whose erasure destroys it. In order, each once. */
    static List<UUID> concernedBy(Item item) {
        TreeSet<UUID> found = new TreeSet<>();
        String[] steps = item.path().split("/", -1);
        for (int i = 1; i < steps.length; i++) {
            if (BEFORE.contains(steps[i - 1]) || steps[i - 1].equals("arrivals")) {
                add(steps[i], found);
            }
        }
        in(item.body(), found);
        return List.copyOf(found);
    }

    /** What it names in place of a person, {@code placements/<id>} for instance. */
    static List<String> things(Item item) {
        String[] steps = item.path().split("/", -1);
        return steps.length > 1 && !BEFORE.contains(steps[0]) && !steps[0].equals("arrivals")
                ? List.of(steps[0] + "/" + steps[1])
                : List.of();
    }

    /** Also those whom the things that it names are about, as far as the service knows. */
    static Stream<UUID> concernedBy(Item item, String operation, KnownPersons known) {
        return Stream.concat(
                        concernedBy(item).stream(),
                        things(item).stream().flatMap(thing -> about(thing, operation, known)))
                .distinct();
    }

    /** Whom a thing is about, as far as the service knows. */
    static Stream<UUID> about(String thing, String operation, KnownPersons known) {
        String[] steps = thing.split("/", 2);
        return id(steps[1]).stream().flatMap(id -> known.about(operation, steps[0], id));
    }

    private static void in(JsonNode node, Collection<UUID> found) {
        if (node.isArray()) {
            node.forEach(entry -> in(entry, found));
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (FIELDS.contains(field.getKey())) {
                add(field.getValue().asText(), found);
            } else if (LISTS.contains(field.getKey())) {
                field.getValue().forEach(id -> add(id.asText(), found));
            }
            in(field.getValue(), found);
        }
    }

    // "persons/search" is about nobody, and neither is what the call itself refuses.
    private static void add(String text, Collection<UUID> found) {
        id(text).ifPresent(found::add);
    }

    private static Optional<UUID> id(String text) {
        try {
            UUID id = UUID.fromString(text);
            return Optional.of(id).filter(whole -> whole.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
