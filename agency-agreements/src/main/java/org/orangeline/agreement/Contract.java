package org.orangeline.agreement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one event type, out of its JSON Schema: the pointer of each leaf, and of what kind
 * it is. A pointer steps through lists. What the schema gains later is known here at once, an id as
 * an id and a sealed value as sealed.
 *
 * @param event the event's name
 * @param leaves by pointer
 */
public record Contract(String event, SequencedMap<String, Kind> leaves) {

    private static final Set<String> PERSONS =
            Set.of(
                    "personId",
                    "relativeId",
                    "otherId",
                    "carerId",
                    "accompanies",
                    "to",
                    "childId",
                    "personIds",
                    "registrations",
                    "arrived",
                    "missing");
    private static final Set<String> FACILITIES = Set.of("facilityId", "bornIn");
    private static final Set<String> LABELS = Set.of("group", "line", "suggested", "plan");

    /** Codes of those who work there, their tablets, and what leads to evidence. */
    private static final Set<String> NEVER =
            Set.of(
                    "assessor",
                    "escort",
                    "interpreter",
                    "clinician",
                    "members",
                    "witness",
                    "factId",
                    "device",
                    "deviceId",
                    "publicKey",
                    "codeHash",
                    "evidence",
                    "reason",
                    "note",
                    "statement");

    public Contract {
        leaves = java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(leaves));
    }

    /**
     * @param schema the event's JSON Schema, parsed
     */
    public static Contract of(String event, Map<String, ?> schema) {
        var leaves = new LinkedHashMap<String, Kind>();
        walk(event, schema, map(schema.get("$defs")), "", null, leaves);
        return new Contract(event, leaves);
    }

    /** The leaves that a pointer stands for; empty when there is no such field. */
    public List<String> under(String pointer) {
        return leaves.keySet().stream()
                .filter(leaf -> leaf.equals(pointer) || leaf.startsWith(pointer + "/"))
                .toList();
    }

    private static void walk(
            String event,
            Map<String, ?> schema,
            Map<String, ?> defs,
            String pointer,
            @Nullable Kind inherited,
            Map<String, Kind> leaves) {
        if (schema.get("$ref") instanceof String ref) {
            String name = ref.substring(ref.lastIndexOf('/') + 1);
            @Nullable Kind known =
                    switch (name) {
                        case "sealed" -> Kind.NEVER;
                        case "instant" -> Kind.TIME;
                        case "uuid" -> PERSONS.contains(last(pointer)) ? Kind.PERSON : Kind.ID;
                        default -> null;
                    };
            if (known != null) {
                leaves.put(pointer, inherited == null ? known : inherited);
            } else {
                walk(event, map(defs.get(name)), defs, pointer, inherited, leaves);
            }
        } else if (schema.containsKey("properties")) {
            map(schema.get("properties"))
                    .forEach((name, field) -> {
                        String below = pointer + "/" + name;
                        walk(
                                event,
                                map(field),
                                defs,
                                below,
                                rooted(inherited, event, below),
                                leaves);
                    });
        } else if (schema.get("items") instanceof Map<?, ?> items) {
            walk(event, map(items), defs, pointer, inherited, leaves);
        } else {
            leaves.put(pointer, inherited == null ? Kind.PLAIN : inherited);
        }
    }

    private static @Nullable Kind rooted(@Nullable Kind inherited, String event, String pointer) {
        if (inherited != null) {
            return inherited;
        }
        String name = last(pointer);
        // Who did something, and which event or command began it, ends in By in every event.
        if (NEVER.contains(name) || name.endsWith("By")) {
            return name.equals("reason") && pointer.lastIndexOf('/') > 0 ? null : Kind.NEVER;
        }
        if (FACILITIES.contains(name)
                || name.equals("from") && event.startsWith("Transfer")
                || name.equals("name") && event.equals("FacilityRegistered")) {
            return Kind.FACILITY;
        }
        if (LABELS.contains(name)
                || event.equals("GroupReassigned") && name.equals("from")
                || isRuleOfThePlan(event, name)) {
            return Kind.GROUP;
        }
        if (name.equals("registrationNumber")) {
            return Kind.NUMBER;
        }
        if (name.equals("needs")) {
            return Kind.NEED;
        }
        // A family's id is made on a tablet and is any text.
        return pointer.equals("/family/groupId") ? Kind.ID : null;
    }

    private static boolean isRuleOfThePlan(String event, String name) {
        return name.equals("because")
                && (event.equals("GroupAssigned") || event.equals("OtherLineSuggested"));
    }

    private static String last(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, ?>) map : Map.of();
    }
}
