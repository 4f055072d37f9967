package org.orangeline.screening.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.Page;
import org.orangeline.kit.rest.Reads;
import org.orangeline.runtime.View;

/** Answers a list: as a page of JSON, or all of it as CSV. */
@ApplicationScoped
public class Lists {

    private final Csv csv;

    Lists(Csv csv) {
        this.csv = csv;
    }

    /**
     * @param name of the file, for CSV
     * @param type what an item is shown as
     */
    <T, R extends Record> Response paged(
            View<?, ?> view,
            String name,
            List<T> all,
            @Nullable String cursor,
            @Nullable String limit,
            Class<R> type,
            Function<? super T, R> shown) {
        return csv.isAsked()
                ? csv.of(view, name, type, () -> all.stream().map(shown))
                : Reads.ok(view, Page.of(all, cursor, Page.limit(limit)).map(shown));
    }

    /** A list that is short by its nature. */
    <R extends Record> Response whole(View<?, ?> view, String name, List<R> all, Class<R> type) {
        return csv.isAsked() ? csv.of(view, name, type, all::stream) : Reads.ok(view, all);
    }
}
