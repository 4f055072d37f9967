package org.orangeline.kit.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.audit.ReadIndex.Places;
import org.orangeline.kit.audit.ReadIndex.Stretch;
import org.orangeline.kit.rest.Page;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.runtime.log.LogClients;
import org.orangeline.runtime.log.TopicPieces;

/**
 * A page of the lines that an index tells the places of. Its cursor says where in the topic the
 * next page begins, so a page costs what it shows, and lines that come meanwhile move nothing.
 */
final class ReadPage {

    private static final String MARK = "@";

    /** Lines that are rather read over than jumped over. */
    private static final long JUMP = 512;

    private final long from;
    private final int limit;
    private final List<PersonsRead> items = new ArrayList<>();
    private @Nullable String next;

    /**
     * @throws ProblemException 400 for a limit or cursor that makes no sense
     */
    ReadPage(@Nullable String cursor, @Nullable Integer limit) {
        // A page of nothing: the bounds of every list.
        Page<String> unused = Page.of(List.of(), null, limit);
        this.from = offset(cursor);
        this.limit = limit == null ? Page.DEFAULT_LIMIT : limit;
    }

    Page<PersonsRead> of(
            Places places,
            LogClients clients,
            TopicPartition place,
            Function<ConsumerRecord<String, byte[]>, Optional<PersonsRead>> wanted) {
        List<Stretch> ahead =
                joined(places.stretches()).stream().filter(stretch -> stretch.to() > from).toList();
        if (!ahead.isEmpty()) {
            try (TopicPieces pieces = new TopicPieces(clients, place)) {
                for (Stretch stretch : ahead) {
                    if (!pieces.read(
                            Math.max(from, stretch.from()),
                            stretch.to(),
                            record ->
                                    wanted.apply(record)
                                            .map(read -> add(read, record.offset()))
                                            .orElse(true))) {
                        break;
                    }
                }
            }
        }
        return new Page<>(items, places.lines(), next);
    }

    private boolean add(PersonsRead read, long offset) {
        if (items.size() == limit) {
            next = cursor(offset);
            return false;
        }
        return items.add(read);
    }

    private static List<Stretch> joined(List<Stretch> stretches) {
        List<Stretch> joined = new ArrayList<>();
        for (Stretch stretch : stretches) {
            if (!joined.isEmpty() && stretch.from() - joined.getLast().to() <= JUMP) {
                joined.set(joined.size() - 1, new Stretch(joined.getLast().from(), stretch.to()));
            } else {
                joined.add(stretch);
            }
        }
        return joined;
    }

    private static long offset(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return 0;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith(MARK)) {
                return Long.parseUnsignedLong(text, MARK.length(), text.length(), 10)
                        & Long.MAX_VALUE;
            }
        } catch (IllegalArgumentException e) {
            // the same answer as for another list's
        }
        throw ProblemException.badRequest("cursor is not one that this list gave.");
    }

    private static String cursor(long offset) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((MARK + offset).getBytes(StandardCharsets.UTF_8));
    }
}
