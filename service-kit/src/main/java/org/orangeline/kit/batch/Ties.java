package org.orangeline.kit.batch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What an item names, for deciding which items of an upload keep their order: those that name the
 * same person, placement, facility, family group or number. More names than needed cost time only,
 * so every UUID counts, wherever it stands.
 */
final class Ties {

    /** First path segments of calls that are about the persons whom they name, and nobody else. */
    private static final Set<String> ABOUT_PERSONS = Set.of("arrivals", "persons");

    /** Calls about one thing, which the service can say whom it is about. */
    private static final Set<String> ABOUT_THINGS = Set.of("placements");

    /** Fields that name something by other than a UUID. Every item names its tablet. */
    private static final Set<String> FIELDS =
            Set.of("groupId", "familyGroupId", "facilityId", "registrationNumber");

    private Ties() {}

    /**
     * @return empty when it cannot be told whom the item concerns; it may be anybody
     */
    static Optional<Set<String>> of(Item item, String operation, KnownPersons known) {
        Set<String> ties = new TreeSet<>();
        // An id or a sequence that comes twice: which of the two counts must not depend on luck.
        ties.add("item " + item.itemId());
        ties.add("sequence " + item.deviceSequence());
        List<String> steps = List.of(item.path().split("/", -1));
        if (steps.size() < 2 || uuid(steps.get(1)).findAny().isEmpty()) {
            return Optional.empty();
        }
        if (ABOUT_THINGS.contains(steps.getFirst())) {
            List<UUID> about = NamedPersons.concernedBy(item, operation, known).toList();
            if (NamedPersons.things(item).stream()
                    .anyMatch(thing ->
                            NamedPersons.about(thing, operation, known).findAny().isEmpty())) {
                return Optional.empty();
            }
            about.forEach(person -> ties.add(person.toString()));
        } else if (!ABOUT_PERSONS.contains(steps.getFirst())) {
            return Optional.empty();
        }
        steps.stream().flatMap(Ties::uuid).forEach(ties::add);
        in(item.body(), ties);
        return Optional.of(ties);
    }

    private static void in(JsonNode node, Set<String> ties) {
        if (node.isTextual()) {
            uuid(node.textValue()).forEach(ties::add);
        }
        node.values().forEachRemaining(value -> in(value, ties));
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            uuid(field.getKey()).forEach(ties::add);
            if (FIELDS.contains(field.getKey())) {
                ties.add(field.getKey() + " " + field.getValue().asText());
            }
        }
    }

    private static Stream<String> uuid(String text) {
        if (text.length() != 36) {
            return Stream.empty();
        }
        try {
            return Stream.of(UUID.fromString(text).toString());
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }
}
