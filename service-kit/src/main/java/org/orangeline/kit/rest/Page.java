package org.orangeline.kit.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in the list's order
 * @param total of the whole list at this moment
 * @param next cursor of the next page; null on the last one
 */
public record Page<T>(List<T> items, int total, @Nullable String next) {

    /** Items when the caller does not say. */
    public static final int DEFAULT_LIMIT = 100;

    /** Items at most. */
    public static final int MOST = 1_000;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * @param cursor from the page before, or null
     * @throws ProblemException 400 for a limit or cursor that makes no sense
     */
    public static <T> Page<T> of(List<T> all, @Nullable String cursor, @Nullable Integer limit) {
        int size = limit == null ? DEFAULT_LIMIT : limit;
        if (size < 1 || size > MOST) {
            throw ProblemException.badRequest("limit must be 1 to " + MOST + ".");
        }
        int from = Math.min(offset(cursor), all.size());
        int to = Math.min(from + size, all.size());
        return new Page<>(
                all.subList(from, to),
                all.size(),
                to < all.size() ? PageCursor.at(to).text() : null);
    }

    /**
     * @param text the query parameter, or null
     * @throws ProblemException 400 when it is no number
     */
    public static @Nullable Integer limit(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        // Other digits than these are a number to Java, and to no other reader of the address.
        if (!text.matches("[0-9]{1,6}")) {
            throw ProblemException.badRequest("limit must be 1 to " + MOST + ".");
        }
        return Integer.valueOf(text);
    }

    /** The same page of what the items are shown as. */
    public <R> Page<R> map(Function<? super T, R> shown) {
        return new Page<>(items.stream().map(shown).toList(), total, next);
    }

    /**
     * Everything of a list that is read page by page, for a table of it.
     *
     * @param pages asked with the cursor of each, first with null, and {@link #MOST}
     */
    public static <T> List<T> all(Function<@Nullable String, Page<T>> pages) {
        List<T> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<T> page = pages.apply(cursor);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    /** The same page, whose next one is of that moment. */
    Page<T> pinned(String moment) {
        return new Page<>(
                items,
                total,
                next == null
                        ? null
                        : PageCursor.parse(next)
                                .map(cursor -> cursor.of(moment).text())
                                .orElse(next));
    }

    private static int offset(@Nullable String cursor) {
        return cursor == null || cursor.isEmpty()
                ? 0
                : PageCursor.parse(cursor)
                        .orElseThrow(() ->
                                ProblemException.badRequest(
                                        "cursor is not one that this list gave."))
                        .offset();
    }
}
