package org.orangeline.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.orangeline.events.model.PersonField;

/**
 * What tablets kept about one person, put together without looking at any order: what the log and
 * the services' answers have to come to, whichever tablet found a link first. Knows nothing of how
 * the services do it.
 */
final class ToldPerson {

    private final UUID id;
    private final Map<PersonField, String> arrivedAs = new EnumMap<>(PersonField.class);
    private final Map<PersonField, List<String>> corrected = new EnumMap<>(PersonField.class);
    private final Set<String> correctedBy = new HashSet<>();
    private final Set<String> authors = new HashSet<>();
    private final Set<String> property = new TreeSet<>();
    private final Set<String> relatives = new TreeSet<>();
    private final List<String> said = new ArrayList<>();
    private boolean left;

    ToldPerson(UUID id) {
        this.id = id;
    }

    UUID id() {
        return id;
    }

    void arrived(JsonNode form) {
        said.add("arrived");
        for (PersonField field : PersonField.values()) {
            arrivedAs.put(field, value(field, form));
        }
    }

    /**
     * False when that tablet has said something of that field already: what a tablet says last of
     * its own sayings counts, and then an order matters.
     */
    boolean corrected(String tablet, PersonField field, JsonNode form) {
        if (!correctedBy.add(tablet + field)) {
            return false;
        }
        corrected.computeIfAbsent(field, any -> new ArrayList<>()).add(value(field, form));
        said.add(field + " " + value(field, form));
        authors.add(author(field, form, tablet));
        return true;
    }

    void property(UUID receipt) {
        property.add(receipt.toString());
        said.add("property " + receipt);
    }

    void left() {
        left = true;
        said.add("left");
    }

    /** Said of this one; the other is its relative as well. */
    void linkedTo(ToldPerson other) {
        said.add("linked " + other.id);
        relatives.add(other.id.toString());
        other.relatives.add(id.toString());
    }

    /** Who said what, of all that is corrected. */
    Set<String> authors() {
        return authors;
    }

    /** The same of the conflicts that are shown with a person, both sides of each. */
    static Set<String> authors(JsonNode person) {
        Set<String> authors = new HashSet<>();
        for (JsonNode conflict : person.path("conflicts")) {
            PersonField field = PersonField.valueOf(conflict.path("field").asText());
            for (String side : List.of("standing", "other")) {
                JsonNode shown = conflict.path(side);
                authors.add(author(field, shown, shown.at("/by/deviceId").asText()));
            }
        }
        return authors;
    }

    private static String author(PersonField field, JsonNode form, String tablet) {
        return field + " " + value(field, form) + " by " + tablet;
    }

    /** Everything that was said, sorted: each once in the log, whatever it came to. */
    List<String> said() {
        return said.stream().sorted().toList();
    }

    /** The same of a history. */
    static List<String> said(JsonNode history) {
        List<String> said = new ArrayList<>();
        for (JsonNode entry : history) {
            JsonNode payload = entry.path("payload");
            switch (entry.path("event").asText()) {
                case "PersonArrived" -> said.add("arrived");
                case "PropertyReceived" ->
                        said.add("property " + payload.path("receiptId").asText());
                case "PersonLeft" -> said.add("left");
                case "FamilyLinked" -> said.add("linked " + payload.path("relativeId").asText());
                case "PersonDetailsCorrected", "FieldConflictFound" -> {
                    for (PersonField field : PersonField.values()) {
                        if (payload.has(key(field))) {
                            said.add(field + " " + value(field, payload));
                        }
                    }
                }
                // What intake found by itself; nobody said it.
                case "PossibleDuplicateFound" -> {}
                default -> said.add(entry.path("event").asText());
            }
        }
        return said.stream().sorted().toList();
    }

    /**
     * Of each field every value that may count: the arrival's while nobody corrected it, else what
     * stands and what waits beside it for a human.
     */
    Map<String, Object> state() {
        Map<String, Object> state = new TreeMap<>();
        for (PersonField field : PersonField.values()) {
            List<String> values =
                    corrected.getOrDefault(field, List.of(arrivedAs.getOrDefault(field, "")));
            state.put(field.name(), new TreeSet<>(values));
        }
        state.put("left", left);
        state.put("property", property);
        state.put("relatives", relatives);
        return state;
    }

    /** The same of what intake-service answers. */
    static Map<String, Object> state(JsonNode person, JsonNode family, JsonNode property) {
        Map<String, Object> state = new TreeMap<>();
        for (PersonField field : PersonField.values()) {
            Set<String> values = new TreeSet<>();
            values.add(value(field, person));
            for (JsonNode conflict : person.path("conflicts")) {
                if (conflict.path("field").asText().equals(field.name())) {
                    values.add(value(field, conflict.path("other")));
                }
            }
            state.put(field.name(), values);
        }
        state.put("left", person.path("gone").path("how").asText().equals("LEFT"));
        state.put("property", new TreeSet<>(property.findValuesAsText("receiptId")));
        Set<String> members = new TreeSet<>(family.path("persons").findValuesAsText("personId"));
        members.remove(person.path("personId").asText());
        state.put("relatives", members);
        return state;
    }

    private static String key(PersonField field) {
        return switch (field) {
            case SEX -> "sex";
            case AGE -> "age";
            case NATIONALITIES -> "nationalities";
            case NEEDS -> "needs";
            case FAMILY -> "family";
            case IDENTITY -> "identity";
        };
    }

    private static String value(PersonField field, JsonNode of) {
        JsonNode value = of.path(key(field));
        return switch (field) {
            case SEX -> value.asText();
            case AGE -> value.path("min").asText() + " to " + value.path("max").asText();
            case NATIONALITIES -> value.findValuesAsText("country").toString();
            case NEEDS, FAMILY -> value.isMissingNode() ? "[]" : value.toString();
            case IDENTITY -> value.path("names").findValuesAsText("value").toString();
        };
    }
}
