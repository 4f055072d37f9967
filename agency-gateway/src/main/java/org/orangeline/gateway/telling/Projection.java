package org.orangeline.gateway.telling;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.orangeline.agreement.Agreement;
import org.orangeline.agreement.Contract;
import org.orangeline.agreement.Kind;
import org.orangeline.agreement.Pseudonyms;
import org.orangeline.events.model.Needs;

/** Leaves of a payload what the agreement names, and disguises it as the agreement says. */
final class Projection {

    private static final String BIRTH_DATE = "/birthDate";

    private final Agreement agreement;
    private final Pseudonyms pseudonyms;
    private final Contract contract;
    private final Set<String> allowed = new HashSet<>();

    Projection(Agreement agreement, Pseudonyms pseudonyms, Contract contract) {
        this.agreement = agreement;
        this.pseudonyms = pseudonyms;
        this.contract = contract;
        agreement
                .events()
                .getOrDefault(contract.event(), List.of())
                .forEach(pointer -> allowed.addAll(contract.under(pointer)));
        // A reader who gets a birth date gets its precision too, also under an agreement that is
        // older than the precision: the first possible day is no birthday.
        List.copyOf(allowed).stream()
                .filter(pointer -> pointer.endsWith(BIRTH_DATE))
                .map(pointer -> pointer.replace(BIRTH_DATE, "/precision"))
                .filter(contract.leaves()::containsKey)
                .forEach(allowed::add);
    }

    /**
     * @param mayBeNamed which other persons the agency may hear of
     */
    Map<String, Object> of(Map<?, ?> payload, String operation, Predicate<UUID> mayBeNamed) {
        Object left = left(payload, "", operation, mayBeNamed);
        Map<String, Object> fields = new TreeMap<>();
        if (left instanceof Map<?, ?> map) {
            map.forEach((name, value) ->
                    fields.put(String.valueOf(name), Objects.requireNonNull(value)));
        }
        return fields;
    }

    private @Nullable Object left(
            @Nullable Object value, String pointer, String operation, Predicate<UUID> mayBeNamed) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> fields = new TreeMap<>();
                map.forEach((name, field) -> {
                    Object kept = left(field, pointer + "/" + name, operation, mayBeNamed);
                    if (kept != null) {
                        fields.put(String.valueOf(name), kept);
                    }
                });
                yield fields.isEmpty() ? null : fields;
            }
            case List<?> list -> {
                List<Object> items = new ArrayList<>();
                for (Object item : list) {
                    Object kept = left(item, pointer, operation, mayBeNamed);
                    if (kept != null) {
                        items.add(kept);
                    }
                }
                yield items.isEmpty() ? null : items;
            }
            case null -> null;
            default ->
                    allowed.contains(pointer) ? leaf(value, pointer, operation, mayBeNamed) : null;
        };
    }

    private @Nullable Object leaf(
            Object value, String pointer, String operation, Predicate<UUID> mayBeNamed) {
        return switch (contract.leaves().getOrDefault(pointer, Kind.NEVER)) {
            case PLAIN, GROUP, NUMBER -> value;
            case NEVER -> null;
            case NEED -> Needs.SENSITIVE.contains(String.valueOf(value)) ? null : value;
            case TIME -> time(value);
            case ID -> pseudonyms.id(operation, String.valueOf(value)).toString();
            case FACILITY ->
                    agreement.facilityCodes()
                            ? value
                            : pseudonyms.facility(operation, String.valueOf(value));
            case PERSON -> {
                UUID person = UUID.fromString(String.valueOf(value));
                yield mayBeNamed.test(person)
                        ? pseudonyms.person(operation, person).toString()
                        : null;
            }
        };
    }

    private @Nullable String time(Object value) {
        try {
            return agreement.times().seen(Instant.parse(String.valueOf(value))).toString();
        } catch (DateTimeException e) {
            return null; // no time: nothing is told rather than something exact
        }
    }
}
