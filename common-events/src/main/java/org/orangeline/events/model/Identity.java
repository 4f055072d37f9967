package org.orangeline.events.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who a person is, apart from the facts. Only intake-service reads it; on the wire it is sealed.
 *
 * @param names names and spellings, the first one preferred
 * @param aliases other names in use
 * @param documents numbers of papers shown
 * @param marks distinguishing marks
 */
public record Identity(
        List<Name> names,
        List<Name> aliases,
        @Nullable String fatherName,
        @Nullable String motherMaidenName,
        @Nullable String birthPlace,
        List<String> documents,
        List<String> marks) {

    public Identity {
        names = copy(names);
        aliases = copy(aliases);
        documents = copy(documents);
        marks = copy(marks);
    }

    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    @Override
    public String toString() {
        return "Identity[…]";
    }
}
