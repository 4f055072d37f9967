package org.orangeline.gateway.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.TimeoutException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.orangeline.agreement.Agreement;
import org.orangeline.events.EventCodec;
import org.orangeline.gateway.stream.Feed;
import org.orangeline.gateway.stream.FeedReader;
import org.orangeline.gateway.telling.FeedEvent;
import org.orangeline.kit.rest.Access;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Role;
import org.orangeline.runtime.log.LogRecord;

/** The feed of the agency that the token names. */
@Path("/")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
public class FeedResource {

    private static final int MOST = 1_000;
    private static final int USUAL = 100;
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final Feeds feeds;
    private final FeedReader reader;
    private final Streams streams;

    FeedResource(Feeds feeds, FeedReader reader, Streams streams) {
        this.feeds = feeds;
        this.reader = reader;
        this.streams = streams;
    }

    @GET
    @Path("/feed")
    @Produces({MediaType.APPLICATION_JSON, MediaType.SERVER_SENT_EVENTS, Problem.MEDIA_TYPE})
    @Access(Role.AGENCY)
    @Operation(
            summary = "What the agreement allows, each event once for who keeps the cursor",
            description =
                    "From the first event, or after `cursor`, or from now on. As a page, or with"
                            + " `Accept: text/event-stream` as a stream that stays open: each event's"
                            + " `id` is the cursor after it, taken back as `Last-Event-ID`. A cursor"
                            + " is good for one version of one agreement. Events with"
                            + " `acknowledge: true` are to be acknowledged.")
    @APIResponse(
            responseCode = "200",
            description = "A page of events, oldest first within a partition, or a stream",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = FeedPage.class)),
                @Content(
                        mediaType = MediaType.SERVER_SENT_EVENTS,
                        schema =
                                @Schema(
                                        type =
                                                org.eclipse.microprofile.openapi.annotations.enums
                                                        .SchemaType.STRING))
            })
    @APIResponse(responseCode = "400", description = "The cursor, from or limit cannot be used")
    public Response feed(
            @Parameter(description = "Where an earlier answer ended") @QueryParam("cursor")
                    @Nullable String cursor,
            @Parameter(description = "1 to 1000, 100 when left out") @QueryParam("limit")
                    @Nullable String limit,
            @Parameter(description = "now, to leave out what was before") @QueryParam("from")
                    @Nullable String from,
            @HeaderParam(LAST_EVENT_ID) @Nullable String lastEventId,
            @HeaderParam("Accept") @Nullable String accept,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        Feed feed = feeds.ofCaller();
        int most = limit(limit);
        requireNoEmptyCursor(request);
        List<Long> position =
                feeds.position(feed, lastEventId == null ? cursor : lastEventId, from);
        if (accept != null && accept.contains(MediaType.SERVER_SENT_EVENTS)) {
            return streams.open(feed, position, feeds.caller(), () -> request.response().closed());
        }
        return Response.ok(page(feed, position, most), MediaType.APPLICATION_JSON).build();
    }

    @GET
    @Path("/feed/agreement")
    @Access(Role.AGENCY)
    @Operation(
            summary = "The agreement of the agency",
            description = "What it may be told, for which purpose and until when.")
    @APIResponse(
            responseCode = "200",
            description = "The agreement in force",
            content = @Content(schema = @Schema(implementation = Agreement.class)))
    public Agreement agreement() {
        return feeds.ofCaller().agreement();
    }

    private FeedPage page(Feed feed, List<Long> position, int most) {
        try {
            List<LogRecord> records = reader.after(feed, position, most);
            List<Long> reached = new ArrayList<>(position);
            List<FeedEvent> events = new ArrayList<>(records.size());
            for (LogRecord record : records) {
                reached.set(record.partition(), record.sequence());
                events.add(EventCodec.read(record.value(), FeedEvent.class));
            }
            boolean more = !reached.equals(feed.end());
            return new FeedPage(events, feeds.cursor(feed, reached), more);
        } catch (TimeoutException e) {
            throw ProblemException.unavailable("The log was not read in time.");
        }
    }

    /**
     * An empty one is handed on as if none had been sent; who has lost its cursor would be told
     * everything again. No reader sends an empty {@code Last-Event-ID} to say that it has none: by
     * the HTML standard the header is sent only when the last id is not the empty string. Of two
     * cursors nobody can say which one counts.
     */
    private static void requireNoEmptyCursor(HttpServerRequest request) {
        if (request.params().getAll("cursor").size() > 1
                || "".equals(request.getParam("cursor"))
                || "".equals(request.getHeader(LAST_EVENT_ID))) {
            throw Feeds.badCursor();
        }
    }

    private static int limit(@Nullable String limit) {
        if (limit == null) {
            return USUAL;
        }
        // Other digits than these are a number to Java, and to no other reader of the address.
        if (limit.matches("[0-9]{1,6}")) {
            int number = Integer.parseInt(limit);
            if (number >= 1 && number <= MOST) {
                return number;
            }
        }
        throw ProblemException.badRequest("limit must be a number from 1 to " + MOST + ".");
    }

    /**
     * @param events oldest first within a partition
     * @param cursor where to go on
     * @param more whether there was more when it was read
     */
    public record FeedPage(List<FeedEvent> events, String cursor, boolean more) {}
}
